import './Icon.css';

const paths = {
  warning: 'M12 4 2.5 20h19zM12 10v5M12 17.2v.3',
  information: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5v.3',
  done: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.2l2.8 2.8L16 9.5',
  stop: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 8.5l7 7M15.5 8.5l-7 7',
  unfold: 'M6 9.5l6 6 6-6',
} as const;

/** A drawing in the colour of the text beside it; decoration alone. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return <Drawing path={paths[name]} />;
}

/** The same with a path of one's own, 24 by 24. */
export function Drawing({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
