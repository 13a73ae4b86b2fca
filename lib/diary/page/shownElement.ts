import { decodeReferences } from '@/lib/html/references';
import { readTokens, unseen } from '@/lib/html/tokens';

/** An element of a page, read out of its copy. */
export interface ShownElement {
  /** Its place among all elements of the copy. */
  index: number;
  /** In capitals. */
  tagName: string;
  className: string;
  /** Of a link its address, of an input its value; else empty. */
  value: string;
  parent: ShownElement | null;
  nodes: readonly (ShownElement | string)[];
  /** The elements among the nodes. */
  children: readonly ShownElement[];
}

/** What a copy of a page holds. */
export interface ReadCopy {
  root: ShownElement;
  /** Of how many elements, as far as can be told; where the page has another number, nobody knows which is which. */
  count: number;
  /** All text in an element, as its `textContent` in the page. */
  textOf: (index: number) => string;
}

/** Written without an end. */
const endless =
  /^(?:area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)$/;

/** Of a longer text so much is read that it can be told to be one. Characters. */
const longestText = 10_100;

const deepest = 100;
const mostElements = 30_000;

/** An element while it is read. */
interface Reading {
  name: string;
  element: ShownElement & { nodes: (ShownElement | string)[]; children: ShownElement[] };
  /** Text since the last element, or since its beginning. */
  text: string;
}

/**
 * Reads a copy that a page's script made. It is what a browser wrote of elements that it has: every one has an end, and none ends
 * another, however they are nested. `null` for anything else.
 */
export function readCopy(copy: string): ReadCopy | null {
  /** Where the text of each element begins and ends in all that was read. */
  const spans: [start: number, end: number][] = [];
  const open: Reading[] = [];
  let root: ShownElement | null = null;
  let whole = '';

  function endText({ element, text }: Reading): void {
    // A page that is written with line breaks and indents says no more by them: the length of a text counts.
    if (text.trim()) element.nodes.push(text.replace(/\s+/g, ' '));
  }

  function endLast(): void {
    const last = open.pop();
    const span = last && spans[last.element.index];
    if (!span) return;
    endText(last);
    span[1] = whole.length;
  }

  readTokens(copy, {
    onText(written, hidden) {
      const last = open.at(-1);
      // What is in a template is of another document.
      if (!last || hidden === 'template') return;
      const text = hidden ? written : decodeReferences(written);
      whole += text;
      if (!hidden) last.text += text.slice(0, longestText - last.text.length);
    },
    onOpen(name, attributes) {
      const outer = open.at(-1);
      // Behind the first one nothing more is of the copy.
      if (root && !outer) return;
      const index = spans.length;
      spans.push([whole.length, whole.length]);
      if (unseen.test(name)) return;
      const read = (key: string) => decodeReferences(attributes.get(key) ?? '', true);
      const element: Reading['element'] = {
        index,
        tagName: name.toUpperCase(),
        className: read('class'),
        value: name === 'a' ? read('href') : name === 'input' ? read('value') : '',
        parent: outer?.element ?? null,
        nodes: [],
        children: [],
      };
      root ??= element;
      if (outer && open.length <= deepest && index < mostElements) {
        endText(outer);
        outer.text = '';
        outer.element.nodes.push(element);
        outer.element.children.push(element);
      }
      if (!endless.test(name)) open.push({ name, element, text: '' });
    },
    onClose(name) {
      if (open.at(-1)?.name === name) endLast();
    },
  });
  while (open.length > 0) endLast();
  return root && { root, count: spans.length, textOf: (index) => whole.slice(...(spans[index] ?? [0, 0])) };
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
