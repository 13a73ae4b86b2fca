import { words } from '@/lib/words';
import { createContest } from './contest';
import { build, buildHost, takeOut } from './element';
import type { Feature } from './feature';

/** A menu that has not come by then, after the page has loaded, may not be coming. Milliseconds. */
const patience = 3000;

export interface CornerButton extends Feature {
  /** Whether somebody is signed in to the diary. */
  setKnown(known: boolean): void;
  setOpen(open: boolean): void;
  focus(): void;
}

/**
 * One small button at the bottom right of a page whose menu cannot be found: it opens the same section. It goes as soon as there
 * is a menu.
 */
export function createCornerButton(options: {
  hasMenu: () => boolean;
  onOpen: () => void;
  onClose: () => void;
}): CornerButton {
  const button = build('button', {
    part: 'sferum-button',
    text: words('menuLinked'),
    onClick: () => (isOpen ? options.onClose() : options.onOpen()),
  });
  const host = buildHost('sferum-corner', button);
  const contest = createContest(() => refresh());
  let isKnown = false;
  let hasWaited = false;
  let isOpen = false;

  host.addEventListener('click', (event) => event.stopPropagation());

  function wait(): void {
    setTimeout(() => {
      hasWaited = true;
      refresh();
    }, patience);
  }

  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait);

  function refresh(): void {
    if (!hasWaited || !isKnown || options.hasMenu()) takeOut(host);
    else if (!host.isConnected && document.body && contest.mayPut(document.body.firstElementChild))
      document.body.append(host);
  }

  return {
    setKnown(value) {
      isKnown = value;
      refresh();
    },
    setOpen(value) {
      isOpen = value;
      button.setAttribute('aria-expanded', String(value));
      button.textContent = words(value ? 'closeSection' : 'menuLinked');
    },
    focus: () => button.focus(),
    refresh,
    remove() {
      contest.stop();
      // Whatever rings later puts nothing there.
      isKnown = false;
      takeOut(host);
    },
  };
}
