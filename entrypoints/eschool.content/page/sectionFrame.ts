import './section.css';
import { browser } from 'wxt/browser';
import type { PlaceMarkup } from '@/lib/diary/page/markup';
import { findContentParent } from '@/lib/diary/page/places';
import { linkedHash, openedMessage, overlayName, preparedName } from '@/lib/messages/frameNames';
import { words } from '@/lib/words';
import { createContest } from './contest';
import { build, buildHost, takeOut } from './element';
import type { Feature } from './feature';
import { hides, type Place, placeAttribute, putHost, showOver } from './sectionHost';
import { contentWidth, fitHost } from './sectionPlace';

export interface SectionFrame extends Feature {
  /** The person reaches for the section: its page is loaded unseen, and reads nothing yet. */
  prepare(): void;
  open(): void;
  close(): void;
  /** The person leaves the frame with the keyboard; one that lies over the page is closed. */
  leave(): void;
}

export interface SectionFrameOptions {
  markup: PlaceMarkup;
  /** Whether the account is linked, as far as is known. */
  isLinked: () => boolean;
  /** Whether the extension is there still: a frame of one that is gone would stay empty. */
  isAlive: () => boolean;
  onToggle: (open: boolean) => void;
}

/**
 * The section «Сферум»: an extension page in a frame that takes the place of the diary's content. The page's own content stays
 * where it is, hidden as long as the frame is there, and goes on re-rendering at will.
 */
export function createSectionFrame(
  { markup, isLinked, isAlive, onToggle }: SectionFrameOptions,
  signal: AbortSignal,
): SectionFrame {
  const contest = createContest(() => refresh());
  /** There while the section is open or prepared. */
  let host: HTMLElement | null = null;
  /** The one in the host. */
  let frame: HTMLIFrameElement | undefined;
  let isOpen = false;
  let place: Place = 'inside';
  /** The page once threw our frame away with all else in its place: from then on it stands behind that place. */
  let standsBeside = false;

  function buildFrame(name: string): HTMLIFrameElement {
    frame = build('iframe', {
      part: 'frame',
      // For any origin: the frame's address is a dynamic one, and what it loads has the extension's own.
      attributes: { title: words('sectionTitle'), allow: 'clipboard-write *', name },
    });
    // One that is opened before it is there hears of it then.
    frame.addEventListener('load', tellOpened);
    frame.src = browser.runtime.getURL('/section.html') + (isLinked() ? linkedHash : '');
    return frame;
  }

  function tellOpened(): void {
    // Nobody gets anything by hearing it: a frame that is still empty may.
    if (isOpen && frame?.name === preparedName) frame.contentWindow?.postMessage(openedMessage, '*');
  }

  /** Puts the host where there is room for it, the first time; later where it stood. */
  function mount(): void {
    const parent = findContentParent(document, markup);
    if (!parent) {
      mountOver();
      return;
    }
    const width = contentWidth(parent);
    const made = host ?? buildHost('sferum-section');
    const places = place === 'over' ? [] : standsBeside ? (['beside'] as const) : (['inside', 'beside'] as const);
    for (const at of places) {
      made.inert = false;
      putHost(made, parent, at);
      if (!fitHost(made, width)) continue;
      place = at;
      host = made;
      if (!made.shadowRoot?.firstChild) made.shadowRoot?.append(buildFrame(''));
      return;
    }
    takeOut(made);
    mountOver();
  }

  /** Over the whole page, with a way back: nothing of the page is hidden. */
  function mountOver(): void {
    place = 'over';
    host = showOver(buildFrame(overlayName), leave);
  }

  function unmount(): void {
    if (host) takeOut(host);
    host = null;
    if (place === 'over') place = 'inside';
  }

  function open(): void {
    if (!isAlive()) return;
    // What was prepared and thrown away by the page since is made anew.
    if (!host?.isConnected) host = null;
    if (!isOpen || !host) {
      const isNews = !isOpen;
      isOpen = true;
      // First of all: what it reads is on its way while this page lays itself out.
      tellOpened();
      mount();
      if (isNews) onToggle(true);
    }
    frame?.focus();
  }

  function close(): void {
    unmount();
    if (!isOpen) return;
    isOpen = false;
    onToggle(false);
  }

  function leave(): void {
    if (place === 'over') close();
  }

  function refresh(): void {
    if (!isOpen || !host) return;
    const parent = findContentParent(document, markup);
    if (hides(host, place, parent)) return;
    // The page is rendering itself anew: its content is still to come.
    if (!parent && place !== 'over') return;
    if (!contest.mayPut(parent)) {
      // The page without the frame must not look as if it were there.
      if (contest.isLost) close();
      return;
    }
    // Whatever the frame shows is kept by the background: what is lost here is only where the person had scrolled to.
    if (place === 'over') host = null;
    else standsBeside = true;
    mount();
  }

  let resizing = 0;
  window.addEventListener(
    'resize',
    () => {
      cancelAnimationFrame(resizing);
      resizing = requestAnimationFrame(resize);
    },
    { signal },
  );

  function resize(): void {
    const parent = findContentParent(document, markup);
    if (!isOpen || !host?.isConnected || !parent || place === 'over') return;
    // The page's content shows for a moment, unseen: as wide as it is now.
    host.removeAttribute(placeAttribute);
    const width = contentWidth(parent);
    host.setAttribute(placeAttribute, place);
    fitHost(host, width);
  }

  // Nothing of a person stays in a page that the browser keeps in memory: somebody else may come back to it.
  window.addEventListener('pagehide', () => host && takeOut(host), { signal });
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      host = null;
      if (isOpen) mount();
    },
    { signal },
  );

  return {
    prepare() {
      // Behind the content its place is not known before it is opened; a frame that is moved loads anew.
      if (!isAlive() || host?.isConnected || standsBeside) return;
      const parent = findContentParent(document, markup);
      if (!parent) return;
      host = buildHost('sferum-section', buildFrame(preparedName));
      // Nobody comes there by Tab or hears of it before it is opened.
      host.inert = true;
      parent.prepend(host);
      // Laid out in the size in which it will be seen.
      fitHost(host, contentWidth(parent));
    },
    open,
    close,
    leave,
    refresh,
    remove() {
      contest.stop();
      unmount();
      isOpen = false;
    },
  };
}
