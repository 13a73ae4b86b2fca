import './Badge.css';

/** A number in a pill, for the eye alone; 0 keeps its place, so that nothing moves when a number comes. */
export function Badge({ count }: { count: number }) {
  return (
    <span class={count > 0 ? 'badge' : 'badge badge-none'} aria-hidden="true">
      {count > 999 ? '999+' : count}
    </span>
  );
}
