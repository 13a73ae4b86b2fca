import { browser } from 'wxt/browser';

/** Covers the page with the notice until it is taken away. */
export interface Cover {
  readonly isThere: boolean;
  /** @param invitation the address that the notice is about */
  put(invitation: string): void;
  remove(): void;
}

const tag = 'sferum-notice';

/** Stands on the root element: our style sheet then hides everything but the notice, the page's own dialogs included. */
const attribute = 'data-sferum-notice';

/**
 * The notice: an extension page in a frame, in a closed shadow root under the root element, where the page's re-rendering of its
 * body does not reach. Whatever takes it out or takes the mark off, it is put back.
 */
export function createCover(): Cover {
  let host: HTMLElement | null = null;

  const observer = new MutationObserver(() => {
    if (host) attach();
  });

  function build(invitation: string): HTMLElement {
    const made = document.createElement(tag);
    const frame = document.createElement('iframe');
    frame.part.add('frame');
    frame.title = browser.i18n.getMessage('extensionShortName');
    frame.allow = 'clipboard-write';
    // After `#`: it is not sent anywhere, and no other frame can read it.
    frame.src = `${browser.runtime.getURL('/notice.html' as '/')}#${encodeURIComponent(invitation)}`;
    frame.addEventListener('load', () => frame.focus());
    made.attachShadow({ mode: 'closed' }).append(frame);
    return made;
  }

  function attach(): void {
    const root = document.documentElement;
    if (!root || !host) return;
    // Set again it would be one more mutation, and so on for ever.
    if (!root.hasAttribute(attribute)) root.setAttribute(attribute, '');
    if (host.parentNode !== root) root.append(host);
    // The root itself may be exchanged; observing the same one again changes nothing.
    observer.observe(document, { childList: true });
    observer.observe(root, { childList: true, attributeFilter: [attribute] });
  }

  function removeLeftovers(): void {
    // A copy of this script from before the extension was loaded again may have left its own.
    for (const old of document.querySelectorAll(tag)) if (old !== host) old.remove();
  }

  return {
    get isThere() {
      return host !== null;
    },
    put(invitation) {
      if (host) return;
      removeLeftovers();
      host = build(invitation);
      attach();
    },
    remove() {
      observer.disconnect();
      host?.remove();
      host = null;
      document.documentElement?.removeAttribute(attribute);
    },
  };
}
