import type { CopiedElement } from './pageCopy';

/** An element of a page, read out of its copy. */
export interface ShownElement {
  /** Its place among all elements of the copy. */
  index: number;
  /** In capitals. */
  tagName: string;
  className: string;
  /** Of a link its address, of an input its value; else empty. */
  value: string;
  /** It was in the page before another pupil was chosen: it is not believed. */
  isOld: boolean;
  parent: ShownElement | null;
  nodes: readonly (ShownElement | string)[];
  /** The elements among the nodes. */
  children: readonly ShownElement[];
}

/** Reads a copy that a page's script made; `null` for anything else. */
export function readCopy(text: string): ShownElement | null {
  let index = 0;
  const read = (copied: unknown, parent: ShownElement | null): ShownElement | null => {
    if (!Array.isArray(copied)) return null;
    const [name, className, value, ...inside] = copied as CopiedElement;
    if (typeof name !== 'string' || typeof className !== 'string' || typeof value !== 'string') return null;
    const nodes: (ShownElement | string)[] = [];
    const isOld = name.startsWith('~');
    const tagName = isOld ? name.slice(1) : name;
    const element: ShownElement = { index, tagName, className, value, isOld, parent, nodes, children: [] };
    index += 1;
    for (const node of inside) {
      // A page that is written with line breaks and indents says no more by them: the length of a text counts.
      const child = typeof node === 'string' ? node.replace(/\s+/g, ' ') : read(node, element);
      if (child !== null) nodes.push(child);
    }
    element.children = nodes.filter((node) => typeof node !== 'string');
    return element;
  };
  try {
    return read(JSON.parse(text), null);
  } catch {
    return null;
  }
}

/**
 * The text of an element, a space at each edge of an element inside; `own` is what stands in the element itself.
 *
 * @param onElement is told of every element inside and its text
 * @param isLeftOut tells elements that are left out
 */
export function shownText(
  element: ShownElement,
  onElement?: (element: ShownElement, text: string) => void,
  isLeftOut?: (element: ShownElement) => boolean,
): { text: string; own: string } {
  let text = '';
  let own = '';
  for (const node of element.nodes) {
    if (typeof node === 'string') {
      text += node;
      own += node;
    } else if (!isLeftOut?.(node)) {
      const inside = shownText(node, onElement, isLeftOut).text;
      onElement?.(node, inside);
      text += ` ${inside} `;
      own += ' ';
    }
  }
  return { text, own };
}

/** Whether an element of one of these names, in capitals, stands inside. */
export function holds(element: ShownElement, ...tagNames: string[]): boolean {
  return element.children.some((child) => tagNames.includes(child.tagName) || holds(child, ...tagNames));
}

/** What pages of text do not put into a row themselves: signs of another extension, or of the browser's translator (`font`). */
const foreignTags = /^(?:font|svg|img|button|input|select|textarea|picture|canvas|.+-.+)$/i;

/** Whether another program has put the element into the page, as far as can be told by its name. */
export function isForeign(element: ShownElement): boolean {
  return foreignTags.test(element.tagName);
}
