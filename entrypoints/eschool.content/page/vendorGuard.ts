import type { Markup } from '@/lib/diary/page/markup';
import { isOurs } from '@/lib/diary/page/ownElements';
import { menuLabel } from '@/lib/diary/page/places';
import type { Feature } from './feature';

/** Elements that a click on such a button may hit, from the outermost to look at. */
const clickable = 'a, button, li, [role="button"]';

export interface VendorGuard extends Feature {
  /** Whether another person's profile is known to be signed in. Nothing listens as long as it is not. */
  setConflictKnown(known: boolean): void;
  /** «Всё равно продолжить»: the click that was stopped is made again. */
  proceed(): void;
}

/**
 * Stops the vendor's own linking button while another person's profile would be linked. The page never learns who that is: the
 * section, which is not part of it, says so.
 */
export function createVendorGuard({ vendorLinking }: Markup, onStop: () => void): VendorGuard {
  let stopped: HTMLElement | null = null;
  let listening = false;
  let passing = false;

  function onClick(event: MouseEvent): void {
    if (passing || !(event.target instanceof HTMLElement) || isOurs(event.target)) return;
    const button = event.target.closest<HTMLElement>(clickable);
    if (!button || !vendorLinking.includes(menuLabel(button))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stopped = event.target;
    onStop();
  }

  function listen(wanted: boolean): void {
    if (listening === wanted) return;
    listening = wanted;
    if (wanted) window.addEventListener('click', onClick, true);
    else window.removeEventListener('click', onClick, true);
  }

  return {
    name: 'vendor guard',
    setConflictKnown: listen,
    proceed() {
      const target = stopped;
      stopped = null;
      passing = true;
      try {
        if (target?.isConnected) target.click();
      } finally {
        passing = false;
      }
    },
    refresh() {
      // It stands in no place of the page: one listener on the window is all.
    },
    remove: () => listen(false),
  };
}
