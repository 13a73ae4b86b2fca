import { isOurs } from '@/lib/diary/page/ownElements';

/** More is not copied: a page of a diary has a tenth of it. */
const most = { elements: 6000, characters: 250_000, depth: 60, text: 2000, attribute: 200 };

/** What is in these says nothing of the markup, or is not shown. */
const emptied = /^(?:svg|iframe|object|embed|video|audio|canvas|textarea|noscript|template|map)$/;
const leftOut = /^(?:script|style|link|meta|base|title|head)$/;

/** What is copied of an element beside its name. */
export const attributeNames = [
  'class',
  'id',
  'role',
  'type',
  'href',
  'hidden',
  'disabled',
  'aria-hidden',
  'aria-expanded',
] as const;

export type PageAttribute = (typeof attributeNames)[number];

export interface PageText {
  text: string;
}

export interface PageElement {
  name: string;
  /** Those that tell of markup. */
  attributes: Partial<Record<PageAttribute, string>>;
  children: PageNode[];
}

export type PageNode = PageText | PageElement;

/** The elements of a page and its texts as they stand there, to be made into shapes. */
export interface PageTree {
  root: PageElement;
  /** The page was longer than a sample may be. */
  isCut: boolean;
}

/**
 * Copies a page without scripts, styles, comments, values and what this extension put there. The page is read and not touched. For the
 * page itself: small.
 */
export function copyPageTree(root: Element): PageTree {
  let elements = 0;
  let characters = 0;
  let isCut = false;

  function kept(text: string, longest: number): string {
    const start = text.slice(0, longest);
    characters += start.length;
    return start;
  }

  function copy(element: Element, depth: number): PageElement {
    elements += 1;
    const name = element.localName;
    const attributes = Object.fromEntries(
      attributeNames.flatMap((attribute) => {
        const value = element.getAttribute(attribute);
        return value === null ? [] : [[attribute, kept(value, most.attribute)]];
      }),
    );
    const nodes = emptied.test(name) ? [] : [...element.childNodes];
    return { name, attributes, children: nodes.flatMap((node) => copyNode(node, depth + 1)) };
  }

  function copyNode(node: Node, depth: number): PageNode[] {
    if (node.nodeType === 3) return [copyText(node.nodeValue ?? '')];
    if (node.nodeType !== 1) return [];
    const element = node as Element;
    if (leftOut.test(element.localName) || isOurs(element) || isAroundOurs(element)) return [];
    if (elements >= most.elements || characters >= most.characters || depth > most.depth) {
      isCut = true;
      return [];
    }
    return [copy(element, depth)];
  }

  function copyText(text: string): PageText {
    if (text.length > most.text) isCut = true;
    return { text: kept(text, most.text) };
  }

  const tree = copy(root, 0);
  return { root: tree, isCut };
}

/** Whether an element is there for ours alone, as the item of the menu is. */
function isAroundOurs({ childNodes, children }: Element): boolean {
  return children.length > 0 && [...childNodes].every((node) => node.nodeType === 1 && isOurs(node as Element));
}
