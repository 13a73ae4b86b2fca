import { browser } from 'wxt/browser';
import { createContest } from '@/entrypoints/eschool.content/page/contest';
import { isOrphaned } from '@/lib/messages/send';
import { words } from '@/lib/words';

/** Covers a page of Сферум until it is known who is signed in, and with the notice where somebody else is. */
export interface Cover {
  /** The page is covered by the notice: what stands below was made for somebody else. */
  readonly isNotice: boolean;
  /** «Проверяем…»: at once, without any frame to load. After a while the person may open the page all the same. */
  wait(onAnyway: () => void): void;
  /** @param invitation the address that the notice is about */
  put(invitation: string): void;
  remove(): void;
}

const tag = 'sferum-notice';

/** Stands on the root element: our style sheet then hides everything but the notice, the page's own dialogs included. */
const attribute = 'data-sferum-notice';

/** An answer that has not come by then may not be coming, milliseconds. */
const patience = 3000;

/** On the notice itself: seen by our style sheet alone, which Firefox takes away with an extension that is switched off. */
const ownStyle = 'display: none';

/** While the page is covered: so often it is looked whether the extension is still there, and the cover seen. Milliseconds. */
const lookingAfter = 1000;

/** Takes away a cover that an earlier life of the extension left: nothing answers in its frame any more. */
export function removeLeftCover(): void {
  for (const old of document.querySelectorAll(tag)) old.remove();
  document.documentElement?.removeAttribute(attribute);
}

/**
 * The notice: an extension page in a frame, in a closed shadow root under the root element, where the page's re-rendering of its
 * body does not reach. Whatever takes it out, hides it or takes the mark off, it is put back, until the extension itself is gone. Another
 * script that goes on doing so wins after a while, and the page is open: neither it nor ours may go on for ever, and nobody is left
 * before an empty page.
 */
export function createCover(): Cover {
  let host: HTMLElement | null = null;
  let root: ShadowRoot | null = null;
  let isNotice = false;
  let watch: ReturnType<typeof setInterval> | undefined;

  const contest = createContest(() => attach());
  const observer = new MutationObserver(() => attach());

  function isInPlace(page: Element, { parentNode, attributes, style }: HTMLElement): boolean {
    return (
      parentNode === page && page.hasAttribute(attribute) && attributes.length === 1 && style.cssText === `${ownStyle};`
    );
  }

  function attach(): void {
    const page = document.documentElement;
    if (!page || !host) return;
    // Set again it would be one more mutation, and so on for ever.
    if (!isInPlace(page, host)) {
      if (!contest.mayPut(page)) {
        takeOff();
        return;
      }
      for (const { name } of [...host.attributes]) host.removeAttribute(name);
      host.setAttribute('style', ownStyle);
      page.setAttribute(attribute, '');
      if (host.parentNode !== page) page.append(host);
    }
    // The root itself may be exchanged; observing the same one again changes nothing.
    observer.observe(document, { childList: true });
    observer.observe(page, { childList: true, attributeFilter: [attribute] });
    observer.observe(host, { attributes: true });
  }

  /** Leaves the page as it is without a cover. */
  function takeOff(): void {
    observer.disconnect();
    host?.remove();
    document.documentElement?.removeAttribute(attribute);
  }

  /** Shows something in the cover, which comes with it where it is not there yet. */
  function show(content: HTMLElement): void {
    if (!host || !root) {
      host = document.createElement(tag);
      root = host.attachShadow({ mode: 'closed' });
      // An extension that is updated or switched off takes its frame with it: the page must not stay behind a dead one.
      watch = setInterval(look, lookingAfter);
    }
    root.replaceChildren(content);
    attach();
  }

  function look(): void {
    if (isOrphaned()) remove();
    // Hidden from outside, by a style sheet: an empty page would be all there is.
    else if (host?.isConnected && !host.checkVisibility({ opacityProperty: true, visibilityProperty: true })) takeOff();
  }

  function remove(): void {
    clearInterval(watch);
    contest.stop();
    takeOff();
    host = null;
    root = null;
    isNotice = false;
  }

  return {
    get isNotice() {
      return isNotice;
    },
    wait(onAnyway) {
      if (host) return;
      const text = document.createElement('p');
      text.setAttribute('role', 'status');
      text.textContent = words('invitationChecking');
      const anyway = document.createElement('button');
      anyway.part.add('anyway');
      anyway.textContent = words('invitationOpenAnyway');
      anyway.addEventListener('click', ({ isTrusted }) => isTrusted && onAnyway());
      const waiting = document.createElement('div');
      waiting.part.add('waiting');
      waiting.append(text);
      show(waiting);
      setTimeout(() => {
        waiting.append(anyway);
        // In Firefox Tab leads nowhere where the page's body is hidden.
        anyway.focus();
      }, patience);
    },
    put(invitation) {
      if (isNotice) return;
      isNotice = true;
      const frame = document.createElement('iframe');
      frame.part.add('frame');
      frame.title = words('extensionShortName');
      // For any origin: the frame's address is a dynamic one, and what it loads has the extension's own.
      frame.allow = 'clipboard-write *';
      // After `#`: it is not sent anywhere, and no other frame can read it.
      frame.src = `${browser.runtime.getURL('/notice.html' as '/')}#${encodeURIComponent(invitation)}`;
      frame.addEventListener('load', () => frame.focus());
      show(frame);
    },
    remove,
  };
}
