import './SectionPage.css';
import type { ComponentChildren } from 'preact';
import { FootLinks } from '@/components/pages/FootLinks';
import { words } from '@/lib/words';

interface SectionPageProps {
  children: ComponentChildren;
  /** Back to the diary's menu, for the keyboard. */
  onLeave: () => void;
}

/** The section from top to foot: at the foot whose work this is and whose it is not, and a way back to the diary's menu. */
export function SectionPage({ children, onLeave }: SectionPageProps) {
  return (
    <div class="section">
      <main>{children}</main>
      <footer class="foot">
        <p>{words('foot')}</p>
        <FootLinks />
        <button type="button" class="button-link only-focused" onClick={onLeave}>
          {words('backToMenu')}
        </button>
      </footer>
    </div>
  );
}
