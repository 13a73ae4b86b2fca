/** Properties, attributes and children of an element to build. */
interface ElementOptions {
  part?: string;
  text?: string;
  attributes?: Record<string, string>;
  children?: (Node | null)[];
  onClick?: (event: MouseEvent) => void;
}

/** Builds one element. Text is only ever set as text. */
export function build<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { part, text, attributes = {}, children = [], onClick }: ElementOptions = {},
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (part) element.part.add(...part.split(' '));
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  if (onClick) element.addEventListener('click', onClick as EventListener);
  return element;
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
 * comes from the extension's style sheet by `::part`, which no content security policy of the page can forbid.
 */
export function buildHost(name: `sferum-${string}`, ...children: Node[]): HTMLElement {
  const host = document.createElement(name);
  host.attachShadow({ mode: 'open' }).append(...children);
  return host;
}
