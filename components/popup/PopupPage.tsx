import './PopupPage.css';
import type { ComponentChildren } from 'preact';
import { PageFoot } from '@/components/pages/Page';
import { words } from '@/lib/words';

/** The toolbar popup from its title to its foot. */
export function PopupPage({ children }: { children: ComponentChildren }) {
  return (
    <div class="popup">
      <main>
        <h1>{words('popupTitle')}</h1>
        {children}
      </main>
      <PageFoot />
    </div>
  );
}
