import { words } from '@/lib/words';
import { formatAge } from './age';

interface HeldProps {
  /** Age of what is shown, milliseconds; `null` while nothing is. */
  age: number | null;
  onRefresh: () => void;
}

/** How old what is shown is, and a button to read it again. */
export function Held({ age, onRefresh }: HeldProps) {
  return (
    <p class="held">
      <span>{age === null ? '' : age < 60_000 ? words('heldNow') : words('heldAge', formatAge(age))}</span>
      <button type="button" class="button-link" disabled={age === null} onClick={onRefresh}>
        {words('refresh')}
      </button>
    </p>
  );
}
