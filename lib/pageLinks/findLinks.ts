import { linkInField, linksInText } from '@/lib/calls/textLinks';
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
  /** Text nodes and links that are looked at. */
  nodes: number;
  /** Characters that are read, all together. */
  characters: number;
  links: number;
}

export const usualLimits: SearchLimits = { nodes: 50_000, characters: 2_000_000, links: 100 };

export interface FoundLinks {
  links: FoundLink[];
  /** The page was not looked through to its end. */
  isCut: boolean;
}

/** Never text for a reader. */
const silent = 'script, style, noscript, template, head, iframe, object, select, textarea, input';
/** Where people write or show code: nothing may be put there. */
const writing = '[contenteditable]:not([contenteditable="false"]), [role="textbox"], code, pre, kbd, samp';

/**
 * Finds the links to calls that a reader of a page sees, in the page's order: behind links and written in its text.
 *
 * @param root a document's body or a part of it
 * @param withWriting also in editable text and code: for a list beside the page, never for what is put into it
 */
export function findLinks(root: Element, withWriting: boolean, limits: SearchLimits = usualLimits): FoundLinks {
  const links: FoundLink[] = [];
  const skipped = withWriting ? silent : `${silent}, ${writing}`;
  const left = { ...limits };
  let isCut = false;

  const filter = (node: Node): number => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    const element = node as Element;
    if (element.tagName.startsWith(ownPrefix) || element.matches(skipped)) return NodeFilter.FILTER_REJECT;
    return element.matches('a[href]') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  };
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter);
  let node: Node | null = root.matches('a[href]') ? root : walker.nextNode();
  while (node) {
    left.nodes -= 1;
    left.characters -= node instanceof Text ? node.length : 0;
    if (left.nodes < 0 || left.characters < 0 || links.length >= limits.links) {
      isCut = true;
      break;
    }
    const found = node instanceof Text ? linksOfText(node) : linkOfAnchor(node as Element);
    if (found.length > 0 && isShown(found[0]?.element)) links.push(...found);
    node = walker.nextNode();
  }
  return { links, isCut };
}

/** Addresses written in a text; one inside a link is that link's. */
function linksOfText(text: Text): FoundLink[] {
  const element = text.parentElement;
  if (!element || text.data.length < 8 || element.closest('a[href]')) return [];
  return linksInText(text.data).map((link) => ({ link, element, text, isDoubtful: false }));
}

function linkOfAnchor(anchor: Element): FoundLink[] {
  const link = linkInField(anchor.getAttribute('href') ?? '');
  const written = linksInText((anchor.textContent ?? '').slice(0, 4000));
  const named = link ?? written[0];
  if (!named) return [];
  // An address in words that leads elsewhere is no link to that call.
  const isDoubtful = !link || written.some(({ callKey }) => callKey !== link.callKey);
  return [{ link: named, element: anchor, text: null, isDoubtful }];
}

/** Whether a reader can see an element. */
function isShown(element: Element | undefined): boolean {
  if (!element) return false;
  return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
}
