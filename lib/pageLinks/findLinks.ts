import { linkInField, linksInText, longestSearched, mayHoldLink } from '@/lib/calls/textLinks';
import type { JoinLink } from '@/lib/calls/types';
import { ownElements } from '@/lib/diary/page/ownElements';

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
const silent = 'script,style,noscript,template,head,iframe,object,select,textarea,input';
/** Where code is shown: nothing may be put there. */
const code = 'code,pre,kbd,samp';
/** What leads somewhere. */
const anchors = 'a[href]';
/** Where people write. */
const writing = '[contenteditable]:not([contenteditable="false"]), [role="textbox"]';

/**
 * Finds the links to calls that a reader of a page sees, in the page's order: behind links and written in its text. The browser finds what
 * may be one; only that is looked at closely.
 *
 * @param root a document's body or a part of it
 * @param withWriting also in editable text and code: for a list beside the page, never for what is put into it
 */
export function findLinks(root: Element, withWriting: boolean, limits: SearchLimits = usualLimits): FoundLinks {
  const skipped = [silent, ...(withWriting ? [] : [code, writing]), ownElements].join();
  // A part of a page may lie in what is skipped.
  if (root.closest(skipped) || (!withWriting && isEdited(root))) return { links: [], isCut: false };
  /** The first element that is not looked at any more. */
  const end = root.getElementsByTagName('*')[limits.nodes];
  const isBeyond = (node: Node) => end !== undefined && follows(node, end);
  const isRead = (element: Element) => !element.closest(skipped) && isShown(element);
  const search: Search = { root, limits, skipped, isBeyond, isRead };

  const whole = root.textContent ?? '';
  const isInText = whole.length > limits.characters || mayHoldLink(whole);
  const behind = linksBehind(search, isInText);
  const written = isInText ? linksWritten(search) : { links: [], isCut: false };
  const links = [...behind.links, ...written.links];
  if (behind.links.length > 0 && written.links.length > 0)
    links.sort((one, other) => (follows(one.text ?? one.element, other.text ?? other.element) ? 1 : -1));
  return {
    links: links.slice(0, limits.links),
    isCut: end !== undefined || behind.isCut || written.isCut || links.length >= limits.links,
  };
}

/** One look through a page. */
interface Search {
  root: Element;
  limits: SearchLimits;
  /** Selector of what is not read. */
  skipped: string;
  isBeyond(node: Node): boolean;
  /** Whether a reader sees what stands in an element. */
  isRead(element: Element): boolean;
}

function follows(node: Node, other: Node): boolean {
  return (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
}

/** @param isInText the words of some link may hold an address, too */
function linksBehind({ root, limits, isBeyond, isRead }: Search, isInText: boolean): FoundLinks {
  const links: FoundLink[] = [];
  // Without a dot nothing leads to another host.
  const wanted = isInText ? anchors : 'a[href*="."]';
  let left = limits.nodes;
  for (const anchor of [...(root.matches(wanted) ? [root] : []), ...root.querySelectorAll(wanted)]) {
    left -= 1;
    if (left < 0 || links.length >= limits.links) return { links, isCut: true };
    const found = anchor instanceof HTMLAnchorElement ? linkOfAnchor(anchor, isInText) : null;
    if (found && !isBeyond(anchor) && isRead(anchor)) links.push(found);
  }
  return { links, isCut: false };
}

function linkOfAnchor(anchor: Element, isInText: boolean): FoundLink | null {
  const link = linkInField(anchor.getAttribute('href') ?? '');
  const written = isInText ? linksInText(textOf(anchor)) : [];
  const named = link ?? written[0];
  if (!named) return null;
  // An address in words that leads elsewhere is no link to that call.
  const isDoubtful = !link || written.some(({ callKey }) => callKey !== link.callKey);
  return { link: named, element: anchor, text: null, isDoubtful };
}

/** Addresses written in the text; one inside a link is that link's. */
function linksWritten({ root, limits, skipped, isBeyond, isRead }: Search): FoundLinks {
  const links: FoundLink[] = [];
  const left = { ...limits };
  let isCut = false;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const { data, parentElement: element } = text;
    left.nodes -= 1;
    // What is skipped may be long: it does not count.
    if (!element || (data.length > longestLinkText.characters && element.closest(skipped))) continue;
    left.characters -= data.length;
    if (left.nodes < 0 || left.characters < 0 || links.length >= limits.links || isBeyond(text))
      return { links, isCut: true };
    const found = linksInText(data);
    if (found.length === 0 || element.closest(anchors) || !isRead(element)) continue;
    isCut ||= data.length > longestSearched;
    links.push(...found.map((link) => ({ link, element, text, isDoubtful: false })));
  }
  return { links, isCut };
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
