import { menuItems } from '@/lib/diary/page/places';

/** What our menu item takes from its neighbour's `li`. */
const itemProperties = [
  'display',
  'float',
  'position',
  'vertical-align',
  'flex',
  'align-self',
  'margin',
  'padding',
  'border-width',
  'border-style',
  'border-radius',
  'list-style',
] as const;

/** What its button takes from its neighbour’s link. Spacing is inherited: people may set their own. */
const linkProperties = [
  'margin',
  'padding-right',
  'border-width',
  'border-style',
  'border-color',
  'border-radius',
  'background',
  'color',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-align',
  'text-transform',
  'white-space',
] as const;

type Style = Record<string, string>;

/** How our menu item looks beside its neighbours, as CSS properties; sizes in CSS pixels. */
export interface MenuLook {
  item: Style;
  button: Style;
  icon: Style;
}

function pick(element: Element, properties: readonly string[]): Style {
  const style = getComputedStyle(element);
  return Object.fromEntries(properties.map((name) => [name, style.getPropertyValue(name)]));
}

/** Where the text of a link begins, from its left edge; `null` where that cannot be seen. */
function textStart(link: Element): number | null {
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.nodeValue?.trim()) continue;
    const range = new Range();
    range.selectNodeContents(node);
    const { left, width } = range.getBoundingClientRect();
    return width > 0 ? left - link.getBoundingClientRect().left : null;
  }
  return null;
}

/** The icon of a link: an element without text, as high as wide, more or less. */
function findIcon(item: Element): Element | undefined {
  return [...item.querySelectorAll('a :is(i, svg, img, span)')].find((element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.textContent?.trim() === '' && width >= 8 && height >= 8 && width < 3 * height && height < 3 * width;
  });
}

/**
 * Reads how the neighbours of our menu item look; `null` where none is shown.
 *
 * @param menu the page's list of sections
 * @param before the neighbour in front of which ours stands, if any
 * @param current selector of the link of the page's current item, which looks unlike the others
 */
export function readMenuLook(menu: Element, before: Element | null, current: string): MenuLook | null {
  const isShown = (item: Element) => item.querySelector('a')?.getClientRects().length;
  const isOrdinary = (item: Element) => isShown(item) && item.querySelector(current) === null;
  const items = menuItems(menu);
  // Each question may be dear: the first answer will do.
  const neighbour =
    items.find((item) => item === before && isOrdinary(item)) ?? items.findLast(isOrdinary) ?? items.find(isShown);
  const link = neighbour?.querySelector('a');
  if (!neighbour || !link) return null;

  // A page that enlarges itself enlarges ours with it.
  const { currentCSSZoom: zoom } = neighbour;
  const px = (value: number) => `${value / zoom}px`;
  const box = link.getBoundingClientRect();
  const outer = neighbour.getBoundingClientRect();
  const item = pick(neighbour, itemProperties);
  item['box-sizing'] = 'border-box';
  item['min-height'] = px(outer.height);
  if (!fillsItsLine(item, menu) && haveOneWidth(items.filter(isShown))) item.width = px(outer.width);
  // The page gives each section a colour of its own; ours is that of the icon.
  item['border-color'] = '#353535';

  const icon = findIcon(neighbour)?.getBoundingClientRect();
  return {
    item,
    button: { ...pick(link, linkProperties), 'min-height': px(box.height), 'padding-left': px(textStart(link) ?? 53) },
    icon: icon
      ? {
          left: px(icon.left - box.left - link.clientLeft),
          top: px(icon.top - box.top - link.clientTop),
          width: px(icon.width),
          height: px(icon.height),
        }
      : {},
  };
}

/** Whether an item is as wide as the menu by itself, and stays so when the menu changes. */
function fillsItsLine({ display, float, position }: Style, menu: Element): boolean {
  const isBlock = /^(?:block|list-item|flex),none,(?!absolute)/.test([display, float, position].join());
  return isBlock && getComputedStyle(menu).display === 'block';
}

function haveOneWidth(items: readonly Element[]): boolean {
  const widths = items.slice(0, 5).map((one) => Math.round(one.getBoundingClientRect().width));
  return widths.length > 1 && new Set(widths).size === 1;
}

/** What each element wears. */
const worn = new WeakMap<Element, string>();

/** Puts a look on an element, and nothing else, against whatever the page's own sheets say. */
export function wear(element: HTMLElement | SVGElement, style: Style): void {
  const text = Object.entries(style)
    .map(([name, value]) => `${name}: ${value} !important`)
    .join('; ');
  // The page would be laid out anew for the same look.
  if (worn.get(element) === text) return;
  worn.set(element, text);
  element.style.cssText = text;
}
