import type { Markup } from '@/lib/diary/page/markup';
import { findMenuPlace, findMenus, findVendorItem, isInPlace } from '@/lib/diary/page/places';
import { words } from '@/lib/words';
import { build, buildHost, buildIcon } from './element';
import type { Feature } from './feature';

export interface MenuItem extends Feature {
  /** Sets the label: «Сферум» once the account is linked, «Авторизация в Сферум» before. */
  setLinked(linked: boolean): void;
  setOpen(open: boolean): void;
  focus(): void;
  /** Whether the page has a menu, be our item in it or the vendor's. */
  readonly hasMenu: boolean;
}

const speechBubble = 'M6 7h14v9h-7l-4 4v-4H6z';

/** Stands on the menu while the section is open: our style sheet then covers the page's own current item. */
export const openAttribute = 'data-sferum-open';

/**
 * Our item in the diary's left menu: an `li` with a `button`, no address, whose click does not reach the page's handlers.
 * A menu that already has the vendor's own item gets none.
 */
export function createMenuItem(options: {
  markup: Markup;
  linked: boolean;
  /** The person reaches for the item. */
  onReach: () => void;
  onOpen: () => void;
  /** Another item was clicked. */
  onLeave: () => void;
}): MenuItem {
  const { markup } = options;
  const label = build('span', { part: 'label' });
  const button = build('button', {
    part: 'button',
    attributes: { type: 'button' },
    children: [buildIcon(speechBubble), label],
  });
  const host = buildHost('sferum-menu-item', button);
  const item = build('li', { children: [host] });
  let menu: Element | null = null;
  let open = false;

  // The page listens on the menu or above it: our click stops at our own item.
  item.addEventListener('click', (event) => {
    event.stopPropagation();
    options.onOpen();
  });

  for (const event of ['pointerenter', 'focusin']) item.addEventListener(event, options.onReach);

  function onMenuClick(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    // The round «?» opens help elsewhere and leaves the section as it is.
    if (link && !item.contains(link) && !link.classList.contains(markup.menuHelp)) options.onLeave();
  }

  function forgetMenu(): void {
    menu?.removeEventListener('click', onMenuClick, true);
    menu?.removeAttribute(openAttribute);
    menu = null;
  }

  function setLinked(linked: boolean): void {
    const text = words(linked ? 'menuLinked' : 'menuUnlinked');
    if (label.textContent !== text) label.textContent = text;
  }

  function showOpen(): void {
    menu?.toggleAttribute(openAttribute, open);
    if (open) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
    host.toggleAttribute('data-active', open);
  }

  setLinked(options.linked);

  return {
    name: 'menu item',
    setLinked,
    setOpen(value) {
      open = value;
      showOpen();
    },
    focus: () => button.focus(),
    get hasMenu() {
      return menu !== null;
    },
    refresh() {
      const [found = null] = findMenus(document, markup);
      if (found !== menu) {
        forgetMenu();
        menu = found;
        menu?.addEventListener('click', onMenuClick, true);
        showOpen();
      }
      if (!menu) return;
      if (findVendorItem(menu, markup)) {
        item.remove();
        return;
      }
      const place = findMenuPlace(menu, markup);
      if (!isInPlace(item, place)) place.parent.insertBefore(item, place.before);
    },
    remove() {
      forgetMenu();
      item.remove();
    },
  };
}
