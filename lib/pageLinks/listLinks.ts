import { linksInText, longestSearched } from '@/lib/calls/textLinks';
import type { CallService } from '@/lib/calls/types';
import { findLinks, isShown, textOf } from './findLinks';

/** A link to a call of a page, as the toolbar popup lists it. */
export interface ListedLink {
  address: string;
  service: CallService;
  callKey: string;
  /** The words of the page before the link, or of the link itself: what it may be. */
  words: string;
  isDoubtful: boolean;
}

/** What one frame of a page holds. */
export interface FrameLinks {
  links: ListedLink[];
  isCut: boolean;
  /** Frames inside that the page's own script could not read either: nobody knows what stands there. */
  closedFrames: number;
}

const longestWords = 80;

/** How far back the words before a link are looked for. */
const before = { nodes: 200, characters: 1000 };

/** Blocks whose beginning says what a link in them is. */
const blocks = 'p, li, td, th, tr, dd, dt, h1, h2, h3, h4, h5, h6, blockquote, article, section, div';

/** Lists the links to calls of a document, each call once. */
export function listLinks(page: Document): FrameLinks {
  const { links, isCut } = page.body ? findLinks(page.body, true) : { links: [], isCut: false };
  const byKey = new Map<string, ListedLink>();
  for (const { link, element, text, isDoubtful } of links) {
    const first = byKey.get(link.callKey);
    const { address, callKey, service } = link;
    if (first) first.isDoubtful &&= isDoubtful;
    else byKey.set(callKey, { address, service, callKey, words: wordsOf(element, text, callKey), isDoubtful });
  }
  return { links: [...byKey.values()], isCut, closedFrames: countClosedFrames(page) };
}

/** What stands before a link in its block, else the link's own words without the address. */
function wordsOf(element: Element, text: Text | null, callKey: string): string {
  const block = element.closest(blocks);
  const chosen =
    tidy(block ? textBefore(block, text ?? element, callKey) : '') || tidy(text === null ? textOf(element) : '');
  return chosen.length > longestWords ? `…${chosen.slice(-longestWords)}` : chosen;
}

/** The end of what a block says before a node in it; it is read backwards, so that a long block costs no more than a short one. */
function textBefore(block: Element, end: Node, callKey: string): string {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_ALL);
  walker.currentNode = end;
  let text = end instanceof Text ? beforeAddress(end.data, callKey) : '';
  for (let count = 0; count < before.nodes && text.length < before.characters; count += 1) {
    const node = walker.previousNode();
    if (!node) break;
    if (node instanceof Text && isShown(node.parentElement)) text = node.data.slice(-before.characters) + text;
  }
  return text;
}

/** The words of a written text that stand before the address of a call, behind the call before it. */
function beforeAddress(written: string, callKey: string): string {
  let said: string[] = [];
  for (const word of written
    .slice(0, longestSearched)
    .replace(/\p{Cf}/gu, '')
    .split(/\s+/)) {
    const links = linksInText(word);
    if (links.some((link) => link.callKey === callKey)) {
      const label = word.slice(0, Math.max(0, word.search(/https?:\/\/|[a-z\d-]+\.[a-z]{2,}\//i)));
      return [...said, label].join(' ').slice(-before.characters);
    }
    if (links.length > 0) said = [];
    else said.push(word);
  }
  return '';
}

/** One line, without addresses and invisible characters. */
function tidy(words: string): string {
  return words
    .slice(-1000)
    .replace(/\p{Cf}/gu, '')
    .replace(/https?:\/\/\S+/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s:–—-]+$/, '')
    .trim();
}

/** Frames large enough to hold text that this document's script may not look into. */
function countClosedFrames(page: Document): number {
  return [...page.querySelectorAll('iframe, frame')].filter((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    if (width < 50 || height < 50) return false;
    try {
      return (frame as HTMLIFrameElement).contentDocument === null;
    } catch {
      return true;
    }
  }).length;
}
