import './FootLinks.css';
import { GuideLink } from '@/components/guide/GuideLink';
import { words } from '@/lib/words';

/** «Помощь · Конфиденциальность» at the foot, each in a tab of its own. `hasHelp`: help is there already. */
export function FootLinks({ hasHelp = false }: { hasHelp?: boolean }) {
  return (
    <nav class="foot-links" aria-label={words('footLinks')}>
      {!hasHelp && <GuideLink />}
      <a href="/privacy.html" target="_blank" rel="noopener">
        {words('privacy')}
      </a>
    </nav>
  );
}
