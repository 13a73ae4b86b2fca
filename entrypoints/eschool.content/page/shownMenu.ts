import type { PlaceMarkup } from '@/lib/diary/page/markup';
import { findMenus } from '@/lib/diary/page/places';

/** Which of the page's lists of sections is the menu. */
export interface ShownMenu {
  /** The list to stand in: of several the first that is shown. */
  choose(): Element | null;
  /** Whether a list is shown, as far as is known. */
  isShown(list: Element): boolean;
  stop(): void;
}

/** Whether an element is seen now: this lays the page out. */
function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width * height > 0 && getComputedStyle(element).visibility !== 'hidden';
}

/**
 * Watches the lists of sections: a hidden one may be shown at any time, such as the one for phones in a narrow window.
 *
 * @param onChange a list was shown or hidden, or the menu has another size
 */
export function createShownMenu(markup: PlaceMarkup, onChange: () => void): ShownMenu {
  const shown = new WeakMap<Element, boolean>();
  const observed = new WeakSet<Element>();
  let menu: Element | null = null;

  const observer = new ResizeObserver((entries) => {
    let isNews = false;
    for (const { target } of entries) {
      const value = target.isConnected && isSeen(target);
      isNews ||= (shown.get(target) ?? true) !== value || target === menu;
      shown.set(target, value);
    }
    if (isNews) onChange();
  });

  return {
    choose() {
      const found = findMenus(document, markup);
      for (const list of found) {
        // With one list there is no choice: whether it is shown is told when the page is laid out anyway.
        if (!shown.has(list) && found.length > 1) shown.set(list, isSeen(list));
        // Observed anew, it would be told of anew.
        if (!observed.has(list)) observer.observe(list);
        observed.add(list);
      }
      menu = found.find((list) => shown.get(list) !== false) ?? found[0] ?? null;
      return menu;
    },
    isShown: (list) => shown.get(list) !== false,
    stop: () => observer.disconnect(),
  };
}
