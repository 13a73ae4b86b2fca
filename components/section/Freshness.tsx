import './Freshness.css';
import { formatAge, formatCountdown } from '@/components/parts/age';
import { words } from '@/lib/words';

interface FreshnessProps {
  /** Age of what is shown, milliseconds; `null` while nothing is. */
  age: number | null;
  /** It is being read again. */
  busy: boolean;
  /** So long the service wants to be left alone, milliseconds; `null`: it may be asked. */
  limitLeft: number | null;
  onRefresh: () => void;
}

/** How old what is shown is, and a button to read it again; while the service limits us, when that will be possible. */
export function Freshness({ age, busy, limitLeft, onRefresh }: FreshnessProps) {
  const known = age === null ? '' : age < 60_000 ? words('heldNow') : words('heldAge', formatAge(age));
  const isDeaf = busy || limitLeft !== null;
  return (
    <p class="freshness">
      <span aria-live={limitLeft === null ? undefined : 'off'}>
        {limitLeft !== null
          ? words('refreshIn', formatCountdown(limitLeft))
          : busy && known
            ? words('refreshing')
            : known}
      </span>
      <button
        type="button"
        class="button-link"
        disabled={age === null}
        // Not `disabled`: the focus would be lost.
        aria-disabled={isDeaf}
        onClick={() => isDeaf || onRefresh()}
      >
        {words('refresh')}
      </button>
    </p>
  );
}
