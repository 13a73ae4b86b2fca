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
  schedule: { hash: '#schedule', label: 'расписание' }, // 2026-09, public theme
  homework: { hash: '#homework', label: 'домашнеезадание' }, // 2026-09, public theme
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

/**
 * The lists of sections, the likeliest first: those that hold the links to homework or schedule. There may be several, such as
 * a hidden copy for phones; which one is shown is for the caller to see.
 */
export function findMenus(root: ParentNode): Element[] {
  const links = menuLinks.flatMap((selector) => [...root.querySelectorAll(selector)]);
  const lists = [...new Set(links.flatMap((link) => listOf(link) ?? []))];
  if (lists.length > 0)
    return lists
      .map(rank)
      .sort((one, other) => other.rank - one.rank)
      .map(({ list }) => list);
  // Addresses of another kind: the labels tell.
  const isMenu = (list: Element) =>
    menuItems(list).some((item) => isItem(item, items.homework) || isItem(item, items.schedule));
  return menus.flatMap((menu) => [...root.querySelectorAll(menu)].filter(isMenu));
}

function rank(list: Element): { list: Element; rank: number } {
  const links = menuLinks.filter((selector) => list.querySelector(selector)).length;
  const isKnown = menus.some((menu) => list.matches(menu));
  return { list, rank: links * 1000 + (isKnown ? 500 : 0) + Math.min(list.children.length, 100) };
}

/** The list that a link of the menu stands in; one link to homework among other things is not a menu. */
function listOf(link: Element): Element | null {
  const known = link.closest(menus.join());
  if (known) return known;
  const list = link.closest('ul, ol');
  return list && list.children.length >= 3 && !list.closest(contents.join()) ? list : null;
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

/** Where our menu item goes: `parent.insertBefore(item, before)`. Anywhere behind `after` and before `before` is as good. */
export interface MenuPlace {
  parent: Element;
  after: Element | null;
  before: Element | null;
}

/**
 * The place of our menu item: between «Портфолио» and «Доска объявлений»; where these are missing before «Почта», else at
 * the end.
 */
export function findMenuPlace(menu: Element): MenuPlace {
  const all = menuItems(menu);
  const find = (item: { hash: string; label: string }) => all.find((element) => isItem(element, item)) ?? null;
  const board = find(items.board);
  const portfolio = find(items.portfolio);
  if (board) {
    const isBehind = portfolio !== null && all.indexOf(portfolio) < all.indexOf(board);
    return { parent: menu, after: isBehind ? portfolio : null, before: board };
  }
  const next = portfolio && (all.slice(all.indexOf(portfolio) + 1).find(isSection) ?? null);
  return { parent: menu, after: portfolio, before: portfolio ? next : find(items.mail) };
}

/**
 * Whether our item stands in its place, whatever else stands there too: an advertisement, another extension's item, a second
 * copy of this one.
 */
export function isInPlace(item: Element, { parent, after, before }: MenuPlace): boolean {
  if (item.parentElement !== parent) return false;
  const all = [...parent.children];
  const at = all.indexOf(item);
  const end = before ? all.indexOf(before) : all.length;
  if (at > end) return false;
  if (after) return all.indexOf(after) < at;
  return !all.slice(at + 1, end).some(isSection);
}

/** An item that leads to a section of the page. */
function isSection(item: Element): boolean {
  return !holdsOurs(item) && item.querySelector('a[href]') !== null;
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
