import type { PlaceMarkup } from '@/lib/diary/page/markup';
import {
  findContent,
  findContentParent,
  findMenus,
  findSection,
  hasVendorItem,
  readMenu,
} from '@/lib/diary/page/places';

/** Which parts of a diary's page are found, and what this extension has put there. */
export interface PageParts {
  menus: number;
  /** Of the likeliest menu. */
  menuItems: number;
  /** Which of the sections that a menu is known by it leads to. */
  sections: (keyof PlaceMarkup['sections'])[];
  /** The vendor's own menu item is there. */
  vendorItem: boolean;
  contentParent: boolean;
  content: boolean;
  /** How many of each of our own elements stand in the page. */
  ours: { menuItem: number; corner: number; lessons: number };
}

/** Finds the parts of a page, by its markup; nothing of the page is changed. */
export function findParts(root: ParentNode, markup: PlaceMarkup): PageParts {
  const menus = findMenus(root, markup);
  const [menu] = menus;
  const reading = menu && readMenu(menu);
  const names = Object.keys(markup.sections) as (keyof PlaceMarkup['sections'])[];
  const count = (name: string) => root.querySelectorAll(`sferum-${name}`).length;
  return {
    menus: menus.length,
    menuItems: reading?.items.length ?? 0,
    sections: names.filter((name) => reading && findSection(reading, markup.sections[name])),
    vendorItem: reading !== undefined && hasVendorItem(reading, markup),
    contentParent: findContentParent(root, markup) !== null,
    content: findContent(root, markup) !== null,
    ours: { menuItem: count('menu-item'), corner: count('corner'), lessons: count('lesson') },
  };
}
