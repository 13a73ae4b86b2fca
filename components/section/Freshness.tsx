import './Freshness.css';
import { formatAge } from '@/components/parts/age';
import { words } from '@/lib/words';

interface FreshnessProps {
  /** Age of what is shown, milliseconds; `null` while nothing is. */
  age: number | null;
  /** It is being read again. */
  busy: boolean;
  onRefresh: () => void;
}

/** How old what is shown is, and a button to read it again. */
export function Freshness({ age, busy, onRefresh }: FreshnessProps) {
  const known = age === null ? '' : age < 60_000 ? words('heldNow') : words('heldAge', formatAge(age));
  return (
    <p class="freshness">
      <span>{busy && known ? words('refreshing') : known}</span>
      <button
        type="button"
        class="button-link"
        disabled={age === null}
        // Not `disabled`: the focus would be lost.
        aria-disabled={busy}
        onClick={() => busy || onRefresh()}
      >
        {words('refresh')}
      </button>
    </p>
  );
}
