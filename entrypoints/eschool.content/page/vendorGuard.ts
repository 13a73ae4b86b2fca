import type { PlaceMarkup } from '@/lib/diary/page/markup';
import { isOurs } from '@/lib/diary/page/ownElements';
import { menuLabel } from '@/lib/diary/page/places';
import { compact } from '@/lib/diary/text';
import type { Feature } from './feature';

/** So far around what was clicked the button is looked for: an icon's path, the icon, a text, the button, its item. */
const around = 5;

/** The middle button opens a link in a tab of its own, and is no `click`. */
const clicks = ['click', 'auxclick'] as const;

/** It opens a menu of the browser's. */
const secondary = 2;

/** What a button says; one that is an `input` says its value. */
function labelOf(element: HTMLElement): string {
  return element instanceof HTMLInputElement ? compact(element.value) : menuLabel(element);
}

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
  { vendorLinking }: PlaceMarkup,
  isStopped: () => Promise<boolean>,
  onStop: () => void,
): VendorGuard {
  let held: HTMLElement | null = null;
  let isJudging = false;
  let letThrough = false;

  async function judge(): Promise<void> {
    isJudging = true;
    const stops = await isStopped();
    isJudging = false;
    if (stops) onStop();
    else proceed();
  }

  function onClick(event: MouseEvent): void {
    // Behind a shadow root the event names the root's host alone.
    const path = event.composedPath();
    const [target] = path;
    if (letThrough || event.button === secondary || !(target instanceof Element)) return;
    // Our own item says the same.
    if (path.some((node) => node instanceof Element && isOurs(node))) return;
    const button = findButton(target);
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = button;
    // The second half of a double click.
    if (!isJudging) void judge();
  }

  /** The vendor's button that was clicked, whatever kind of element it is and whatever in it was hit. */
  function findButton(target: Element): HTMLElement | null {
    let element: Element | null = target;
    for (let level = 0; element && level < around; level += 1) {
      if (element instanceof HTMLElement && vendorLinking.includes(labelOf(element))) return element;
      // Something else that can be clicked, such as the round «?».
      if (element.matches('a, button, [role="button"]')) return null;
      element = element.parentElement;
    }
    return null;
  }

  function proceed(): void {
    const button = held;
    held = null;
    letThrough = true;
    if (button?.isConnected) button.click();
  }

  for (const event of clicks) window.addEventListener(event, onClick, true);
  return {
    proceed,
    doubt() {
      letThrough = false;
    },
    refresh() {
      // It stands in no place of the page: one listener on the window is all.
    },
    remove() {
      for (const event of clicks) window.removeEventListener(event, onClick, true);
    },
  };
}
