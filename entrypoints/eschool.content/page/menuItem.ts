import './menuItem.css';
import type { PlaceMarkup } from '@/lib/diary/page/markup';
import {
  findContent,
  findMenuPlace,
  hasVendorItem,
  isInPlace,
  type MenuReading,
  readMenu,
} from '@/lib/diary/page/places';
import { words } from '@/lib/words';
import { createContest } from './contest';
import { build, buildHost, buildIcon, onTrustedClick, takeOut } from './element';
import type { Feature } from './feature';
import { createMeasuring } from './measuring';
import { type MenuLook, readMenuLook, wear } from './menuLook';
import { isRemembered, rememberFlag } from './remembered';
import { createShownMenu } from './shownMenu';

export interface MenuItem extends Feature {
  /** Sets the label: «Сферум» once the account is linked, «Авторизация в Сферум» before. */
  setLinked(linked: boolean): void;
  /** How many chats hold something unread; 0: none, or nobody may see it. The page's own scripts cannot read it. */
  setUnread(count: number): void;
  setOpen(open: boolean): void;
  focus(): void;
  /** Whether the page shows a menu with our item in it or the vendor's. */
  readonly hasMenu: boolean;
}

/** The extension's sign: the path of `components/theme/sign.svg`. */
const sign =
  'M6.5 5h13A2.5 2.5 0 0 1 22 7.5v8a2.5 2.5 0 0 1-2.5 2.5H14l-5.5 4.5V18h-2A2.5 2.5 0 0 1 4 15.5v-8A2.5 2.5 0 0 1 6.5 5zM10.5 7.7v7.6l6.6-3.8z';

/** Stands on the page's own current item while the section is open: our style sheet makes it look like any other. */
const coveredAttribute = 'data-sferum-covered';

/** The background of an item that looks like any other. */
const coverProperty = '--sferum-ordinary';

const labelKey = () => `menuLabel:${location.origin}`;

/** Which label the menu of this diary had last, so that it appears with the right one at once. */
export function readLinkedBefore(): Promise<boolean> {
  return isRemembered(labelKey());
}

export interface MenuItemOptions {
  markup: PlaceMarkup;
  linked: boolean;
  /** The person reaches for the item. */
  onReach: () => void;
  onOpen: () => void;
  /** The person has chosen another place of the page. */
  onLeave: () => void;
  /** A menu appeared or went. */
  onMenu: () => void;
}

/**
 * Our item in the diary's left menu: an `li` with a `button`, no address, whose click does not reach the page's handlers.
 * A menu that already has the vendor's own item gets none.
 */
export function createMenuItem({ markup, linked, onReach, onOpen, onLeave, onMenu }: MenuItemOptions): MenuItem {
  const label = build('span', { part: 'label' });
  const icon = buildIcon(sign);
  const button = build('button', { part: 'button', children: [icon, label] });
  const number = build('span', { attributes: { role: 'img' } });
  const unread = build('span', { part: 'unread' });
  unread.attachShadow({ mode: 'closed' }).append(number);
  const host = buildHost('sferum-menu-item', button);
  const item = build('li', { children: [host] });
  const contest = createContest(() => refresh());
  let menu: Element | null = null;
  let isOpen = false;
  let isVendors = false;
  let isLinked = linked;
  let look: MenuLook | null = null;
  /** The picture of the page for which it was measured last. */
  let dressedAt: CSSNumberish | null = null;
  /** A copy of the neighbour beside which it was measured. */
  let beside: Node = item;

  const menus = createShownMenu(markup, () => {
    // The page is laid out now: there is nothing to wait for.
    if (menus.choose() !== menu && place()) dress();
    else dressOnce();
    onMenu();
  });
  // Behind the menus, who ask what is seen: that lays the page out anew once the item is dressed.
  const measuring = createMeasuring(dressOnce);

  // The page listens on the menu or above it: clicks on our own item stop there.
  item.addEventListener('click', (event) => event.stopPropagation());
  onTrustedClick(button, onOpen);
  for (const event of ['pointerenter', 'focusin']) item.addEventListener(event, onReach);
  document.addEventListener('click', onPageClick, true);

  /** A person's click on another item closes the section, and so does one on any other link to a place of this page. */
  function onPageClick(event: MouseEvent): void {
    const [target] = event.composedPath();
    if (!event.isTrusted || !isOpen || !(target instanceof Element) || item.contains(target)) return;
    const link = target.closest('a');
    // The round «?» opens help elsewhere and leaves the section as it is.
    if (link?.classList.contains(markup.menuHelp)) return;
    const isItem = menu?.contains(target) && target.closest('li') !== null;
    if (isItem || (link && isPlaceOfPage(link))) onLeave();
  }

  function cover(isCovered: boolean): void {
    if (!menu) return;
    for (const link of menu.querySelectorAll('a'))
      link.toggleAttribute(coveredAttribute, isCovered && link.matches(markup.currentLink));
    // Empty, it is taken away.
    (menu as HTMLElement).style.setProperty(coverProperty, (isCovered && look?.button.background) || '');
  }

  function setLinked(value: boolean): void {
    isLinked = value;
    label.textContent = words(value ? 'menuLinked' : 'menuUnlinked');
    // Its place is kept, whatever the number: the label does not move.
    if (value) button.append(unread);
    else unread.remove();
  }

  function setUnread(count: number): void {
    number.textContent = count > 99 ? '99+' : `${count}`;
    number.ariaLabel = words('todayUnread', count);
    unread.style.visibility = count ? '' : 'hidden';
  }

  function showOpen(): void {
    cover(isOpen);
    button.ariaCurrent = isOpen ? 'page' : null;
    host.toggleAttribute('data-active', isOpen);
  }

  /** Takes the measures of a neighbour. */
  function dress(): void {
    dressedAt = document.timeline.currentTime;
    beside = item.nextElementSibling?.cloneNode(true) ?? item;
    look = menu && item.isConnected ? readMenuLook(menu, item.nextElementSibling, markup.currentLink) : null;
    if (!look) return;
    wear(item, look.item);
    wear(button, look.button);
    wear(icon, look.icon);
    showOpen();
  }

  /** The same, unless it was measured for this very picture of the page. */
  function dressOnce(): void {
    if (dressedAt !== document.timeline.currentTime) dress();
  }

  function put(reading: MenuReading): boolean {
    const there = findMenuPlace(reading, markup);
    if (isInPlace(item, there)) return false;
    // Where it was moved and not taken away, whoever has won leaves it in the menu all the same.
    const isLeft = item.parentElement === there.parent;
    if (!contest.mayPut(there.before ?? there.after ?? there.parent, isLeft)) return false;
    there.parent.insertBefore(item, there.before);
    return true;
  }

  /** Has the item where it belongs; tells whether it had to be put there. */
  function place(): boolean {
    const found = menus.choose();
    if (found !== menu) {
      cover(false);
      menu = found;
    }
    if (isOpen) cover(true);
    const reading = menu && readMenu(menu);
    isVendors = reading !== null && hasVendorItem(reading, markup);
    if (reading && !isVendors) return put(reading);
    takeOut(item);
    return false;
  }

  /** Most of what a page changes is in its content, and no menu of ours is there. */
  function isElsewhere(changed: ReadonlySet<Node>): boolean {
    const content = findContent(document, markup);
    if (!menu?.isConnected || !content || content.contains(menu)) return false;
    return [...changed].every((node) => content.contains(node));
  }

  function refresh(changed?: ReadonlySet<Node>): void {
    if (changed && isElsewhere(changed)) return;
    // A menu that is made anew as it was looks as it did. Until it is measured ours looks as it did before.
    if (place() && !item.nextElementSibling?.isEqualNode(beside)) measuring.soon();
  }

  setLinked(linked);
  setUnread(0);

  return {
    setLinked(value) {
      if (value === isLinked) return;
      setLinked(value);
      rememberFlag(labelKey(), value);
    },
    setUnread,
    setOpen(value) {
      isOpen = value;
      showOpen();
    },
    focus: () => button.focus(),
    get hasMenu() {
      return menu !== null && menus.isShown(menu) && (isVendors || item.isConnected);
    },
    refresh,
    remove() {
      contest.stop();
      menus.stop();
      measuring.stop();
      document.removeEventListener('click', onPageClick, true);
      cover(false);
      takeOut(item);
    },
  };
}

/** Whether a link leads to another place of this very page. */
function isPlaceOfPage({ href }: HTMLAnchorElement): boolean {
  const url = URL.parse(href);
  return url?.origin === location.origin && url.pathname === location.pathname && url.hash.length > 1;
}
