import { words } from '@/lib/words';

/** Whose work this is and whose it is not; and a way back to the diary's menu for the keyboard. */
export function SectionFoot({ onLeave }: { onLeave: () => void }) {
  return (
    <footer class="foot">
      <p>{words('foot')}</p>
      <button type="button" class="button-quiet only-focused" onClick={onLeave}>
        {words('backToMenu')}
      </button>
    </footer>
  );
}
