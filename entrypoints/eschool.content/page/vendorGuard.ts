import type { Markup } from '@/lib/diary/page/markup';
import { isOurs } from '@/lib/diary/page/ownElements';
import { menuLabel } from '@/lib/diary/page/places';
import type { Feature } from './feature';

/** Elements that a click on such a button may hit, from the outermost to look at. */
const clickable = 'a, button, li, [role="button"]';

export interface VendorGuard extends Feature {
  /** The session changed: whoever was let through is looked at again. */
  doubt(): void;
  /** «Всё равно продолжить»: the click that was stopped is made again. */
  proceed(): void;
}

/**
 * Stops the vendor's own linking button while another person's profile would be linked. The page never learns who that is: the
 * section, which is not part of it, says so.
 *
 * @param isStopped asks whether it must stop; only the first click is held up for that
 * @param onStop shows the section
 */
export function createVendorGuard(
  { vendorLinking }: Markup,
  isStopped: () => Promise<boolean>,
  onStop: () => void,
): VendorGuard {
  let held: HTMLElement | null = null;
  let letThrough = false;

  async function judge(): Promise<void> {
    if (await isStopped()) onStop();
    else proceed();
  }

  function onClick(event: MouseEvent): void {
    if (letThrough || !(event.target instanceof Element) || isOurs(event.target)) return;
    const button = event.target.closest<HTMLElement>(clickable);
    if (!button || !vendorLinking.includes(menuLabel(button))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = button;
    void judge();
  }

  function proceed(): void {
    const button = held;
    held = null;
    letThrough = true;
    if (button?.isConnected) button.click();
  }

  window.addEventListener('click', onClick, true);
  return {
    name: 'vendor guard',
    proceed,
    doubt() {
      letThrough = false;
    },
    refresh() {
      // It stands in no place of the page: one listener on the window is all.
    },
    remove: () => window.removeEventListener('click', onClick, true),
  };
}
