import './PopupPage.css';
import type { ComponentChildren } from 'preact';
import { GuideLink } from '@/components/guide/GuideLink';
import { PageFoot } from '@/components/pages/Page';
import { SettingsLink } from '@/components/settings/SettingsLink';
import { words } from '@/lib/words';

/** The toolbar popup from its title to its foot. */
export function PopupPage({ children }: { children: ComponentChildren }) {
  return (
    <div class="popup">
      <main>
        <h1>{words('popupTitle')}</h1>
        {children}
      </main>
      <nav class="popup-links" aria-label={words('footLinks')}>
        <GuideLink />
        <SettingsLink />
      </nav>
      <PageFoot />
    </div>
  );
}
