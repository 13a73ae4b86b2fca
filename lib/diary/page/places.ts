import { compact } from '@/lib/diary/text';
import type { MenuSection, PlaceMarkup } from './markup';
import { findOwn } from './ownElements';

/** Where things are in a diary's page. A part that is not found is `null`, never an error. */

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
export function findMenus(root: ParentNode, markup: PlaceMarkup): Element[] {
  const { menus, menuLinks, sections } = markup;
  const links = menuLinks.flatMap((selector) => [...root.querySelectorAll(selector)]);
  const lists = [...new Set(links.flatMap((link) => listOf(link, markup) ?? []))];
  if (lists.length === 1) return lists;
  if (lists.length > 0)
    return lists
      .map((list) => rank(list, markup))
      .sort((one, other) => other.rank - one.rank)
      .map(({ list }) => list);
  // Addresses of another kind: the labels tell.
  const isMenu = (list: Element) => {
    const read = readMenu(list);
    return findSection(read, sections.homework) !== null || findSection(read, sections.schedule) !== null;
  };
  return menus.flatMap((menu) => [...root.querySelectorAll(menu)].filter(isMenu));
}

function rank(list: Element, { menus, menuLinks }: PlaceMarkup): { list: Element; rank: number } {
  const links = menuLinks.filter((selector) => list.querySelector(selector)).length;
  const isKnown = menus.some((menu) => list.matches(menu));
  return { list, rank: links * 1000 + (isKnown ? 500 : 0) + Math.min(list.children.length, 100) };
}

/** The list that a link of the menu stands in; one link to homework among other things is not a menu. */
function listOf(link: Element, { menus, contents }: PlaceMarkup): Element | null {
  const known = link.closest(menus.join());
  if (known) return known;
  const list = link.closest('ul, ol');
  return list && list.children.length >= 3 && !list.closest(contents.join()) ? list : null;
}

/** The menu's own items, without ours. */
export function menuItems(menu: Element): Element[] {
  const ours = findOwn(menu);
  return [...menu.children].filter((item) => !ours.some((own) => item.contains(own)));
}

/** What a menu item or a button says, in the form of the markup's labels: its text without the round «?» of the help link. */
export function menuLabel(item: Element): string {
  return compact(item.textContent ?? '').replace(/[?›»▾]+$/, '');
}

/** A menu's own items and what each says, read once for all that is asked of it. */
export interface MenuReading {
  menu: Element;
  items: readonly Element[];
  labels: readonly string[];
}

export function readMenu(menu: Element): MenuReading {
  const items = menuItems(menu);
  return { menu, items, labels: items.map(menuLabel) };
}

/** The item of a section: the one that says so, else the one that leads there. */
export function findSection({ items, labels }: MenuReading, { hash, label }: MenuSection): Element | null {
  const leads = (item: Element) =>
    [...item.querySelectorAll('a[href]')].some((link) => link.getAttribute('href')?.endsWith(hash));
  return items[labels.indexOf(label)] ?? items.find(leads) ?? null;
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
export function findMenuPlace(reading: MenuReading, { sections }: PlaceMarkup): MenuPlace {
  const { menu: parent, items } = reading;
  const board = findSection(reading, sections.board);
  const portfolio = findSection(reading, sections.portfolio);
  if (board) {
    const isBehind = portfolio !== null && items.indexOf(portfolio) < items.indexOf(board);
    return { parent, after: isBehind ? portfolio : null, before: board };
  }
  const next = portfolio && (items.slice(items.indexOf(portfolio) + 1).find(isSection) ?? null);
  return { parent, after: portfolio, before: portfolio ? next : findSection(reading, sections.mail) };
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
  return item.querySelector('a[href]') !== null;
}

/** Whether the menu has an item of the vendor's own plugin, as some schools' have: then ours is not put there. */
export function hasVendorItem({ labels }: MenuReading, { vendorItems }: PlaceMarkup): boolean {
  return labels.some((label) => vendorItems.includes(label));
}

/** The element whose children are the current section: ours stands beside them. */
export function findContentParent(root: ParentNode, markup: PlaceMarkup): Element | null {
  return first(root, markup.contentParents) ?? findContent(root, markup)?.parentElement ?? null;
}

/** The element that holds the days; the page re-renders what is in it at will. */
export function findContent(root: ParentNode, { contents }: PlaceMarkup): Element | null {
  return first(root, contents);
}

/** The bar above the days is no longer. Characters. */
const longestBar = 5000;

/** What stands beside the content, such as the bar that names the month. */
export function textBeside(content: Element): string {
  const around = [...(content.parentElement?.children ?? [])].filter((element) => element !== content);
  return around
    .map((element) => element.textContent ?? '')
    .join(' ')
    .slice(0, longestBar);
}
