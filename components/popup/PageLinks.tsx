import './PageLinks.css';
import { useState } from 'preact/hooks';
import { QrCode } from '@/components/parts/QrCode';
import { serviceWords } from '@/components/parts/serviceWords';
import { CopyLink } from '@/components/ways/CopyLink';
import type { PageLink, PageLinksView } from '@/lib/messages/pageLinks';
import { words } from '@/lib/words';

interface PageLinksProps {
  view: PageLinksView;
  /** Who is signed in to VK Мессенджер; empty: not known. */
  entering: readonly string[];
  onOpen: (address: string) => void;
  onAlways: (site: string) => void;
  onNever: (site: string) => void;
}

/** «Ссылки на звонки на этой странице», below the name of the page's site. */
export function PageLinks({ view, entering, onOpen, onAlways, onNever }: PageLinksProps) {
  const { site } = view;
  if (view.links.length === 0 && !view.isAllowed && view.closedFrames === 0 && !view.isCut) return null;
  return (
    <section class="page-links">
      <h2>{words('pageLinksHeading')}</h2>
      <p class="pale">{words('pageLinksHost', view.host)}</p>
      {view.links.some((link) => isUncertain(link, entering)) && <p class="pale">{words('checkWhoJoins')}</p>}
      {view.isInsecure && <p class="bad">{words('pageLinksInsecure')}</p>}
      <ul>
        {view.links.map((link) => (
          <PageLinkView key={link.callKey} link={link} entering={entering} onOpen={onOpen} />
        ))}
      </ul>
      {view.links.length === 0 && <p>{words('pageLinksNone')}</p>}
      {view.isCut && <p class="pale">{words('pageLinksCut')}</p>}
      {view.closedFrames > 0 && <p class="pale">{words('pageLinksFrames')}</p>}
      {site !== null && view.isAllowed && (
        <button type="button" class="button button-quiet" onClick={() => onNever(site)}>
          {words('pageLinksNever')}
        </button>
      )}
      {site !== null && !view.isAllowed && (
        <button type="button" class="button button-quiet" onClick={() => onAlways(site)}>
          {words('pageLinksAlways')}
        </button>
      )}
    </section>
  );
}

interface PageLinkViewProps extends Pick<PageLinksProps, 'entering' | 'onOpen'> {
  link: PageLink;
}

function PageLinkView({ link, entering, onOpen }: PageLinkViewProps) {
  const [isOpen, setOpen] = useState(false);
  const name = serviceWords(link.service);
  return (
    <li>
      <p class="page-link-words">
        <strong>{name}</strong>
        {link.words && <span> {link.words}</span>}
      </p>
      {link.isDoubtful ? (
        <p class="bad">{words('pageLinksDoubtful')}</p>
      ) : (
        <>
          <div class="actions">
            <button type="button" class="button button-main" onClick={() => onOpen(link.address)}>
              {words('join')}
            </button>
            <button
              type="button"
              class="button"
              aria-expanded={isOpen}
              aria-label={words('pageLinksMoreOf', name)}
              onClick={() => setOpen(!isOpen)}
            >
              ⋯
            </button>
          </div>
          {link.enters === 'vk' && entering.length > 0 && <p class="pale">{entersWords(entering)}</p>}
          {isOpen && (
            <div class="page-link-more">
              <CopyLink address={link.address} />
              <QrCode text={link.address} label={words('pageLinksQr')} />
            </div>
          )}
        </>
      )}
    </li>
  );
}

/** It can be opened, and nobody knows as whom: said once for all such links. */
function isUncertain({ isDoubtful, enters }: PageLink, entering: readonly string[]): boolean {
  return !isDoubtful && (enters === 'check' || (enters === 'vk' && entering.length === 0));
}

function entersWords(entering: readonly string[]): string {
  return words(entering.length === 1 ? 'joinsAs' : 'joinsAsOne', entering.join('; '));
}
