import { compact } from '@/lib/diary/text';
import { holdsOurs } from './ours';

/*
 * Where things are in the page, newest first, each with where and when it was seen. The page's real code was never
 * at hand: everything has a fallback, and a part that is not found is `null`, never an error.
 *
 *   <ul class="menu"><li><a href="#diary" class="active"><i></i>Дневник</a><a class="help">?</a></li>…</ul>
 *   <div class="right"><div class="top">…<a class="calendar_btn"><span class="ico"></span></a></div>
 *     <div class="content"><ul><li><div>Понедельник <div class="date">23/<sup>11</sup></div></div><table>…</li>…
 */

const menus = [
  'ul.menu', // 2026-09, public theme
];

/** A link that only the menu has, to find a menu of another class by. */
const menuLinks = [
  'a[href*="#homework"]', // 2026-09, public theme
  'a[href*="#schedule"]', // 2026-09, hash routes
];

/** Sections by the end of their address and by their label, which is there whatever the address. */
const items = {
  portfolio: { hash: '#portfolio', label: 'портфолио' }, // label: 2026-09, screenshot; hash: assumed
  board: { hash: '#board', label: 'доскаобъявлений' }, // label: 2026-09, screenshot; hash: assumed
  mail: { hash: '#mail', label: 'почта' }, // label: 2026-09, screenshot; hash: assumed
};

/** What the vendor's own plugin calls its menu item, before and after linking (2026-09, its user guide). */
const vendorLabels = ['авторизациявсферум', 'сферум'];

/** What the vendor's own linking buttons say (2026-09, its user guide): the menu item before linking, and the button behind it. */
export const vendorLinkingLabels: readonly string[] = ['авторизациявсферум', 'привязатьаккаунтксферум'];

const contentParents = [
  '.right:has(.content)', // 2026-09, public theme
  '.right',
];

const contents = [
  '.right .content', // 2026-09, public theme
  '.content', // 2026-09, public scraper
];

const calendarButtons = [
  '.right .top .calendar_btn', // 2026-09, public theme
  '.calendar_btn',
];

function first(root: ParentNode, selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const found = root.querySelector(selector);
    if (found) return found;
  }
  return null;
}

/** The left menu: a list of sections. */
export function findMenu(root: ParentNode): Element | null {
  const known = first(root, menus);
  if (known) return known;
  const list = first(root, menuLinks)?.closest('ul, ol');
  // One link to homework among other things is not a menu.
  return list && list.children.length >= 3 ? list : null;
}

/** The menu's own items, without ours. */
export function menuItems(menu: Element): Element[] {
  return [...menu.children].filter((item) => !holdsOurs(item));
}

/** An item's label: its text without the round «?» of the help link. */
function labelOf(item: Element): string {
  return compact(item.textContent ?? '').replace(/[?›»▾]+$/, '');
}

function isItem(item: Element, { hash, label }: { hash: string; label: string }): boolean {
  if (labelOf(item) === label) return true;
  return [...item.querySelectorAll('a[href]')].some((link) => link.getAttribute('href')?.endsWith(hash));
}

/**
 * Where our menu item goes: `parent.insertBefore(item, before)`. Between «Портфолио» and «Доска объявлений»; where these
 * are missing before «Почта», else at the end.
 */
export function findInsertionPoint(menu: Element): { parent: Element; before: Element | null } {
  const all = menuItems(menu);
  const find = (item: { hash: string; label: string }) => all.find((element) => isItem(element, item));
  const board = find(items.board);
  if (board) return { parent: menu, before: board };
  const portfolio = find(items.portfolio);
  if (portfolio) return { parent: menu, before: all[all.indexOf(portfolio) + 1] ?? null };
  return { parent: menu, before: find(items.mail) ?? null };
}

/** The menu item of the vendor's own plugin, which some schools have: then ours is not put there. */
export function findVendorItem(menu: Element): Element | null {
  return menuItems(menu).find((item) => vendorLabels.includes(labelOf(item))) ?? null;
}

/** The element whose children are the current section: ours stands beside them. */
export function findContentParent(root: ParentNode): Element | null {
  return first(root, contentParents) ?? findContent(root)?.parentElement ?? null;
}

/** The element that holds the days; the page re-renders what is in it at will. */
export function findContent(root: ParentNode): Element | null {
  return first(root, contents);
}

/** The button that opens the page's date picker. */
export function findCalendarButton(root: ParentNode): Element | null {
  return first(root, calendarButtons);
}
