import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { words } from '@/lib/words';
import { build, buildHost } from './element';
import type { Feature } from './feature';

/** A menu that has not come by then is not coming. */
const patience = 3000;

export interface CornerButton extends Feature {
  /** Whether somebody is signed in to the diary. */
  setKnown(known: boolean): void;
  setOpen(open: boolean): void;
  /** Starts waiting for a menu. */
  start(context: ContentScriptContext): void;
}

/** One small button at the bottom right of a page whose menu cannot be found: it opens the same section. */
export function createCornerButton(options: {
  hasMenu: () => boolean;
  onOpen: () => void;
  onClose: () => void;
}): CornerButton {
  const button = build('button', { part: 'button', text: words('menuLinked'), attributes: { type: 'button' } });
  const host = buildHost('sferum-corner', button);
  let known = false;
  let waited = false;
  let open = false;

  button.addEventListener('click', (event) => {
    event.stopPropagation();
    if (open) options.onClose();
    else options.onOpen();
  });

  function refresh(): void {
    const wanted = waited && known && !options.hasMenu();
    if (!wanted) host.remove();
    else if (!host.isConnected) document.body.append(host);
  }

  return {
    name: 'corner button',
    setKnown(value) {
      known = value;
      refresh();
    },
    setOpen(value) {
      open = value;
      button.setAttribute('aria-expanded', String(value));
      button.textContent = words(value ? 'closeSection' : 'menuLinked');
    },
    start(context) {
      const wait = () =>
        context.setTimeout(() => {
          waited = true;
          refresh();
        }, patience);
      if (document.readyState === 'complete') wait();
      else context.addEventListener(window, 'load', wait, { once: true });
    },
    refresh,
    remove: () => host.remove(),
  };
}
