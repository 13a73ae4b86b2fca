import { findOwn, isOurs } from '@/lib/diary/page/ownElements';

/** Properties, attributes and children of an element to build. */
interface ElementOptions {
  part?: string;
  text?: string;
  attributes?: Record<string, string>;
  children?: Node[];
  /** A person clicks: clicks that a script of the page makes are none. */
  onClick?: (event: MouseEvent) => void;
}

/** Builds one element for a shadow root of ours, where no form is that a button could send. Text is only ever set as text. */
export function build<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { part, text, attributes = {}, children = [], onClick }: ElementOptions = {},
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (part) element.setAttribute('part', part);
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  if (onClick) onTrustedClick(element, onClick);
  return element;
}

/**
 * Listens to a person's clicks, keyboard included; a double click is one. The page's scripts can click whatever stands in the page.
 */
export function onTrustedClick(element: HTMLElement, act: (event: MouseEvent) => void): void {
  element.addEventListener('click', (event) => {
    if (event.isTrusted && event.detail < 2) act(event);
  });
}

const vector = 'http://www.w3.org/2000/svg';

/** A drawing of one path, 26 by 26: an image address would fall under the page's content security policy. */
export function buildIcon(path: string): SVGElement {
  const icon = document.createElementNS(vector, 'svg');
  icon.setAttribute('viewBox', '0 0 26 26');
  icon.setAttribute('part', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(vector, 'path');
  shape.setAttribute('d', path);
  icon.append(shape);
  return icon;
}

/**
 * A host of ours in the diary's page with an open shadow root, so that the page's style does not reach inside. Our own style
 * comes from the extension's style sheet by `::part`, which no content security policy of the page can forbid. Without that sheet it
 * is not seen: Firefox takes the sheet away with an extension that is switched off, of which its script hears nothing.
 */
export function buildHost(name: `sferum-${string}`, ...children: Node[]): HTMLElement {
  const host = document.createElement(name);
  host.style.display = 'none';
  host.attachShadow({ mode: 'open' }).append(...children);
  return host;
}

/** Our host that an element is, or that a menu's `li` holds and nothing else; `null` for an element of the page. */
export function hostOf(element: Element): Element | null {
  if (isOurs(element)) return element;
  const [child, another] = element.localName === 'li' ? element.children : [];
  return child && !another && isOurs(child) ? child : null;
}

/** What this script has taken out of the page itself, until that is heard. */
export const takenOut = new Set<Node>();

/** Takes something of ours out of the page: nobody has to put it back. */
export function takeOut(element: Element): void {
  if (element.isConnected) takenOut.add(element);
  element.remove();
}

/**
 * Sweeps away what of ours is dead in a part of the page: a page that writes its own markup back copies our hosts, and no shadow root
 * with them. When a script starts, all is left over from an earlier life of the extension: Firefox ends the old script without a word
 * when the extension is updated, and its elements stay.
 */
export function sweepDead(place: ParentNode, isAll = false): void {
  for (const host of findOwn(place)) {
    const { parentElement, shadowRoot } = host;
    // With the menu's `li` around it that holds nothing else.
    if (isAll || !shadowRoot) takeOut(parentElement && hostOf(parentElement) === host ? parentElement : host);
  }
}
