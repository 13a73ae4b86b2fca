import { browser } from 'wxt/browser';
import type { Markup } from '@/lib/diary/page/markup';
import { findContentParent } from '@/lib/diary/page/places';
import { linkedHash, openedMessage, preparedName } from '@/lib/messages/prepared';
import { words } from '@/lib/words';
import { build, buildHost } from './element';
import type { Feature } from './feature';

export interface SectionFrame extends Feature {
  readonly isOpen: boolean;
  /** The person reaches for the section: its page is loaded unseen, and reads nothing yet. */
  prepare(): void;
  open(): void;
  close(): void;
}

/** Stands on the content's parent: our style sheet hides all its children but the section. */
export const insideAttribute = 'data-sferum-section';

/** Stands on the content's parent when the section stands behind it: our style sheet hides it altogether. */
export const besideAttribute = 'data-sferum-beside';

/** Stands on our frame's host while it may be seen. */
const openAttribute = 'data-open';

/** The section is never lower than this, in CSS pixels; the page scrolls then. */
const lowest = 480;

/**
 * The section «Сферум»: an extension page in a frame that takes the place of the diary's content. The page's own content
 * stays where it is, hidden, and goes on re-rendering at will.
 */
export function createSectionFrame(options: {
  markup: Markup;
  /** Whether the account is linked, as far as is known. */
  isLinked: () => boolean;
  onToggle: (open: boolean) => void;
}): SectionFrame {
  const { isLinked, markup, onToggle } = options;
  /** There while the section is open or prepared. */
  let host: HTMLElement | null = null;
  /** The one in the host. */
  let frame: HTMLIFrameElement | undefined;
  let isOpen = false;
  let marked: Element | null = null;
  /** The page once threw our frame away with all else in its place: from then on it stands behind that place. */
  let standsBeside = false;

  function buildFrame(name: string): HTMLElement {
    frame = build('iframe', {
      part: 'frame',
      attributes: { title: words('sectionTitle'), allow: 'clipboard-write', name },
    });
    // One that is opened before it is there hears of it then.
    frame.addEventListener('load', tellOpened);
    frame.src = browser.runtime.getURL('/section.html') + (isLinked() ? linkedHash : '');
    return buildHost('sferum-section', frame);
  }

  function tellOpened(): void {
    // Nobody gets anything by hearing it: a frame that is still empty may.
    if (isOpen && frame?.name === preparedName) frame.contentWindow?.postMessage(openedMessage, '*');
  }

  function mark(parent: Element, attribute: string): void {
    if (marked === parent && parent.hasAttribute(attribute)) return;
    unmark();
    marked = parent;
    parent.setAttribute(attribute, '');
  }

  function unmark(): void {
    marked?.removeAttribute(insideAttribute);
    marked?.removeAttribute(besideAttribute);
    marked = null;
  }

  function mount(): void {
    const parent = findContentParent(document, markup) ?? document.body;
    host ??= buildFrame('');
    host.toggleAttribute(openAttribute, true);
    const isBeside = standsBeside && parent !== document.body;
    const stood = isBeside ? host.isConnected : host.parentElement === parent;
    if (isBeside && !stood) {
      // Where the content would stand.
      const { margin, padding } = getComputedStyle(parent);
      Object.assign(host.style, { margin, padding });
      parent.after(host);
    } else if (!stood) parent.prepend(host);
    mark(parent, isBeside ? besideAttribute : insideAttribute);
    if (!stood) setHeight(host);
  }

  /** Down to the end of what is seen; where it is prepared, it stands in the same place. */
  function setHeight(placed: HTMLElement): void {
    const top = placed.getBoundingClientRect().top + window.scrollY;
    placed.style.setProperty('--sferum-height', `${Math.max(lowest, window.innerHeight - top)}px`);
  }

  function unmount(): void {
    unmark();
    host?.remove();
    host = null;
  }

  return {
    name: 'section',
    get isOpen() {
      return isOpen;
    },
    prepare() {
      // Behind the content its place is not known before it is opened; a frame that is moved loads anew.
      if (host?.isConnected || standsBeside) return;
      const parent = findContentParent(document, markup);
      if (!parent) return;
      host = buildFrame(preparedName);
      // Laid out in the size in which it will be seen.
      const { paddingLeft, paddingRight } = getComputedStyle(parent);
      host.style.setProperty('--sferum-width', `calc(${parent.clientWidth}px - ${paddingLeft} - ${paddingRight})`);
      parent.prepend(host);
      setHeight(host);
    },
    open() {
      // What was prepared and thrown away by the page since is made anew.
      if (!isOpen && !host?.isConnected) host = null;
      if (!isOpen) {
        isOpen = true;
        // First of all: what it reads is on its way while this page lays itself out.
        tellOpened();
        mount();
        onToggle(true);
      }
      frame?.focus();
    },
    close() {
      unmount();
      if (!isOpen) return;
      isOpen = false;
      onToggle(false);
    },
    refresh() {
      if (!isOpen || !host) return;
      // Whatever the frame shows is kept by the background: what is lost here is only where the person had scrolled to.
      if (!host.isConnected) standsBeside = true;
      mount();
    },
    remove() {
      unmount();
      isOpen = false;
    },
  };
}
