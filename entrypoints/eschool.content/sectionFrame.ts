import { browser } from 'wxt/browser';
import { findContentParent } from '@/lib/diary/page/anchors';
import { words } from '@/lib/words';
import { build, buildHost } from './element';
import type { Feature } from './feature';

export interface SectionFrame extends Feature {
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

/** While it stands on the content's parent, our style sheet hides all its other children. */
const openAttribute = 'data-sferum-section';

/** The section is never lower than this, in CSS pixels; the page scrolls then. */
const lowest = 480;

/**
 * The section «Сферум»: an extension page in a frame that takes the place of the diary's content. The page's own content
 * stays where it is, hidden, and goes on re-rendering at will.
 */
export function createSectionFrame(onToggle: (open: boolean) => void): SectionFrame {
  let host: HTMLElement | null = null;

  function mount(): void {
    const parent = findContentParent(document) ?? document.body;
    if (!host) {
      const frame = build('iframe', {
        part: 'frame',
        attributes: { title: words('sectionTitle'), allow: 'clipboard-write' },
      });
      frame.src = browser.runtime.getURL('/section.html');
      host = buildHost('sferum-section', frame);
    }
    if (host.parentElement === parent) return;
    parent.setAttribute(openAttribute, '');
    parent.prepend(host);
    const top = host.getBoundingClientRect().top + window.scrollY;
    host.style.setProperty('--sferum-height', `${Math.max(lowest, window.innerHeight - top)}px`);
  }

  function unmount(): void {
    host?.parentElement?.removeAttribute(openAttribute);
    host?.remove();
    host = null;
  }

  return {
    name: 'section',
    get isOpen() {
      return host !== null;
    },
    open() {
      if (!host) {
        mount();
        onToggle(true);
      }
      host?.shadowRoot?.querySelector('iframe')?.focus();
    },
    close() {
      if (!host) return;
      unmount();
      onToggle(false);
    },
    refresh() {
      // The page threw away the parent together with our frame: it comes back in the new one.
      if (host && !host.isConnected) mount();
    },
    remove() {
      if (host) unmount();
    },
  };
}
