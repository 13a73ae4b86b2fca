import { linkInField, linksInText, longestSearched } from '@/lib/calls/textLinks';
import type { JoinLink } from '@/lib/calls/types';
import { ownPrefix } from '@/lib/diary/page/ownElements';

/** A link to a call as it stands in a page. */
export interface FoundLink {
  link: JoinLink;
  /** The `a` that leads there, or the element in whose text the address is written. */
  element: Element;
  /** The text node that holds a written address; `null` for an `a`. */
  text: Text | null;
  /** The text names one call and the address behind it another: nobody can say which is meant. */
  isDoubtful: boolean;
}

/** How far a page is looked through. A page may be made to be endless. */
export interface SearchLimits {
  /** Elements and text nodes that are looked at. */
  nodes: number;
  /** Characters that are read, all together. */
  characters: number;
  links: number;
}

export const usualLimits: SearchLimits = { nodes: 200_000, characters: 2_000_000, links: 100 };

export interface FoundLinks {
  links: FoundLink[];
  /** The page was not looked through to its end. */
  isCut: boolean;
}

/** More than this of a link's own text is not read, characters and nodes. */
const longestLinkText = { characters: 4000, nodes: 200 };

/** Never text for a reader. */
const silentTags = [
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'IFRAME',
  'OBJECT',
  'SELECT',
  'TEXTAREA',
  'INPUT',
];
/** Where code is shown: nothing may be put there. */
const codeTags = ['CODE', 'PRE', 'KBD', 'SAMP'];
/** Where people write. */
const writing = '[contenteditable]:not([contenteditable="false"]), [role="textbox"]';

/**
 * Finds the links to calls that a reader of a page sees, in the page's order: behind links and written in its text.
 *
 * @param root a document's body or a part of it
 * @param withWriting also in editable text and code: for a list beside the page, never for what is put into it
 */
export function findLinks(root: Element, withWriting: boolean, limits: SearchLimits = usualLimits): FoundLinks {
  const links: FoundLink[] = [];
  const tags = new Set(withWriting ? silentTags : [...silentTags, ...codeTags]);
  // A part of a page may lie in what is skipped.
  if (root.closest([...tags, ...(withWriting ? [] : [writing])].join()) || (!withWriting && isEdited(root)))
    return { links, isCut: false };
  const left = { ...limits };
  let isCut = false;

  const filter = (node: Node): number => {
    left.nodes -= 1;
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    const element = node as Element;
    const { tagName } = element;
    if (left.nodes < 0 || tags.has(tagName) || tagName.startsWith(ownPrefix)) return NodeFilter.FILTER_REJECT;
    const isWriting = !withWriting && element.hasAttributes() && element.matches(writing);
    return isWriting ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  };
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter);
  /** The link in which the walk is: what is written there is that link's. */
  let anchor: Element | null = null;
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (node instanceof Text) {
      left.characters -= node.length;
      isCut ||= node.length > longestSearched;
    }
    if (left.nodes < 0 || left.characters < 0 || links.length >= limits.links) return { links, isCut: true };
    if (anchor && !anchor.contains(node)) anchor = null;
    const link = linkAt(node);
    anchor = link ?? anchor;
    const found = link ? linkOfAnchor(link) : node instanceof Text && !anchor ? linksOfText(node) : [];
    if (found.length > 0 && isShown(found[0]?.element)) links.push(...found);
  }
  return { links, isCut: isCut || left.nodes < 0 };
}

/** The link that a node is, not one that it lies in. */
function linkAt(node: Node): Element | null {
  return node instanceof HTMLAnchorElement && node.hasAttribute('href') ? node : null;
}

/** Addresses written in a text; one inside a link is that link's. */
function linksOfText(text: Text): FoundLink[] {
  const element = text.parentElement;
  if (!element || text.length < 8) return [];
  return linksInText(text.data).map((link) => ({ link, element, text, isDoubtful: false }));
}

function linkOfAnchor(anchor: Element): FoundLink[] {
  const link = linkInField(anchor.getAttribute('href') ?? '');
  const written = linksInText(textOf(anchor));
  const named = link ?? written[0];
  if (!named) return [];
  // An address in words that leads elsewhere is no link to that call.
  const isDoubtful = !link || written.some(({ callKey }) => callKey !== link.callKey);
  return [{ link: named, element: anchor, text: null, isDoubtful }];
}

/** The beginning of an element's text: of a link that holds a whole page no more is needed. */
export function textOf(element: Element): string {
  const { firstChild } = element;
  if (firstChild instanceof Text && !firstChild.nextSibling)
    return firstChild.data.slice(0, longestLinkText.characters);
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ALL);
  let text = '';
  for (let count = 0; count < longestLinkText.nodes && text.length < longestLinkText.characters; count += 1) {
    const node = walker.nextNode();
    if (!node) break;
    if (node instanceof Text) text += node.data.slice(0, longestLinkText.characters);
  }
  return text;
}

/** Also where the whole document is. */
function isEdited(element: Element): boolean {
  return element instanceof HTMLElement && element.isContentEditable;
}

/** Whether a reader can see an element. */
export function isShown(element: Element | null | undefined): boolean {
  if (!element) return false;
  return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
}
