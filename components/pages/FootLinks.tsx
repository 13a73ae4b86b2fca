import './FootLinks.css';
import { GuideLink } from '@/components/guide/GuideLink';
import { words } from '@/lib/words';

/** «Помощь · Конфиденциальность» at the foot, each in a tab of its own. */
export function FootLinks() {
  return (
    <nav class="foot-links" aria-label={words('footLinks')}>
      <GuideLink />
      <a href="/privacy.html" target="_blank" rel="noopener">
        {words('privacy')}
      </a>
    </nav>
  );
}
