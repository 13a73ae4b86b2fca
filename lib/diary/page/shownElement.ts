import { Tokenizer } from 'htmlparser2';
import { decodeReferences } from '@/lib/references';

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
  /** All text in an element, as the page's own `textContent` has it. */
  textOf: (index: number) => string;
}

/** Elements whose content is not shown, `lib/html.ts` passes over the same. */
const unseen = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TITLE|IFRAME|NOEMBED|NOFRAMES|XMP|PLAINTEXT)$/;

/** In these a browser writes text as it is. */
const literal = /^(?:SCRIPT|STYLE|NOSCRIPT|IFRAME|NOEMBED|NOFRAMES|XMP|PLAINTEXT)$/;

/** Written without an end. */
const endless =
  /^(?:AREA|BASE|BASEFONT|BGSOUND|BR|COL|EMBED|FRAME|HR|IMG|INPUT|KEYGEN|LINK|META|PARAM|SOURCE|TRACK|WBR)$/;

/** Of a longer text so much is read that it can be told to be one. Characters. */
const longestText = 10_100;

const deepest = 100;
const mostElements = 30_000;

/** An element while it is read. */
interface Reading {
  element: ShownElement & { nodes: (ShownElement | string)[]; children: ShownElement[] };
  /** Text since the last element, or since its beginning. */
  text: string;
  /** What is in it is not shown. */
  isUnseen: boolean;
  depth: number;
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
  /** A `template` is a document of its own, and what is written in a `noscript` is text: neither has elements. */
  let closed: { name: string; depth: number } | null = null;
  let name = '';
  let attribute = '';
  let attributes: Record<string, string> = {};
  let value = '';

  function addText(text: string): void {
    const last = open.at(-1);
    if (!last) return;
    whole += text;
    if (!last.isUnseen) last.text += text.slice(0, longestText - last.text.length);
  }

  function endText({ element, text }: Reading): void {
    // A page that is written with line breaks and indents says no more by them: the length of a text counts.
    if (text.trim()) element.nodes.push(text.replace(/\s+/g, ' '));
  }

  function begin(): void {
    const outer = open.at(-1);
    if (closed) {
      if (closed.name === name) closed.depth += 1;
      return;
    }
    // Behind the first one nothing more is of the copy.
    if (root && !outer) return;
    const read = (key: string) => decodeReferences(attributes[key] ?? '', true);
    const element: Reading['element'] = {
      index: spans.length,
      tagName: name,
      className: read('class'),
      value: name === 'A' ? read('href') : name === 'INPUT' ? read('value') : '',
      parent: outer?.element ?? null,
      nodes: [],
      children: [],
    };
    spans.push([whole.length, whole.length]);
    root ??= element;
    const depth = (outer?.depth ?? -1) + 1;
    const isUnseen = (outer?.isUnseen ?? false) || unseen.test(name) || depth > deepest || spans.length > mostElements;
    if (outer && !isUnseen) {
      endText(outer);
      outer.text = '';
      outer.element.nodes.push(element);
      outer.element.children.push(element);
    }
    if (endless.test(name)) return;
    open.push({ element, text: '', isUnseen, depth });
    if (name === 'TEMPLATE' || name === 'NOSCRIPT') closed = { name, depth: 1 };
  }

  function end(): void {
    const last = open.pop();
    const span = last && spans[last.element.index];
    if (!span) return;
    endText(last);
    span[1] = whole.length;
  }

  const of = (start: number, to: number) => copy.slice(start, to);
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext(start, to) {
        const written = of(start, to);
        if (closed?.name !== 'TEMPLATE')
          addText(literal.test(open.at(-1)?.element.tagName ?? '') ? written : decodeReferences(written));
      },
      onopentagname(start, to) {
        name = of(start, to).toUpperCase();
        attributes = {};
      },
      onattribname(start, to) {
        attribute = of(start, to);
        value = '';
      },
      onattribdata(start, to) {
        value += of(start, to);
      },
      onattribend() {
        attributes[attribute] = value;
      },
      onopentagend: begin,
      onselfclosingtag: begin,
      onclosetag(start, to) {
        const ended = of(start, to).toUpperCase();
        if (closed?.name === ended) closed.depth -= 1;
        if (closed && closed.depth > 0) return;
        closed = null;
        if (open.at(-1)?.element.tagName === ended) end();
      },
      oncomment: () => undefined,
      oncdata: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
      ontextentity: () => undefined,
      onattribentity: () => undefined,
    },
  );
  tokenizer.write(copy);
  tokenizer.end();
  while (open.length > 0) end();
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
