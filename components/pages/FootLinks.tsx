import './FootLinks.css';
import { GuideLink } from '@/components/guide/GuideLink';
import { SettingsLink } from '@/components/settings/SettingsLink';
import { words } from '@/lib/words';

interface FootLinksProps {
  /** Help is there already. */
  hasHelp?: boolean;
  /** These are the settings. */
  isSettings?: boolean;
}

/** «Помощь · Настройки · Конфиденциальность» at the foot, each in a tab of its own. */
export function FootLinks({ hasHelp = false, isSettings = false }: FootLinksProps) {
  return (
    <nav class="foot-links" aria-label={words('footLinks')}>
      {!hasHelp && <GuideLink />}
      {!isSettings && <SettingsLink />}
      <a href="/privacy.html" target="_blank" rel="noopener">
        {words('privacy')}
      </a>
    </nav>
  );
}
