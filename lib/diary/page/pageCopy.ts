import { ownElements } from './ownElements';

/** The page's side of reading it: a copy of what is shown, to be read off the page's thread. Part of the content script. */

/** Ours, as it is written: what it shows is in its shadow root. */
const ours = new RegExp(`<(${ownElements.replaceAll(',', '|')})\\b[^>]*></\\1>`, 'g');

/** The background takes no longer copies. Characters. */
const longestCopy = 3_000_000;

/** Of a longer text, or a picture that is written in an attribute, so much is copied that it can be told to be one. Characters. */
const longestText = 10_100;
const texts = /[^"<>]+/g;

export interface PageCopy {
  /** HTML of an element without ours: the same text is the same page. */
  text: string;
  /** When it was made, on the clock of `performance.now()`. */
  at: number;
  root: Element;
  /** Every element in it but ours, in the order of the text. */
  inside: ArrayLike<Element>;
}

/**
 * Copies what an element shows, without ours. The browser does it at once: each node that it would hand over is dearer than all of this,
 * and no question is asked that would lay the page out (`innerText`, `offsetWidth`).
 */
export function copyPage(root: Element): PageCopy {
  const html = `<${root.localName}>${root.getHTML().replace(ours, '')}`;
  const short = html.length > longestCopy ? html.replace(texts, (text) => text.slice(0, longestText)) : html;
  return {
    text: short.length > longestCopy ? '' : short,
    at: performance.now(),
    root,
    inside: root.querySelectorAll(`:not(${ownElements})`),
  };
}

/** The element that has a number in a copy: the copied one itself is the first. */
export function elementOf({ root, inside }: PageCopy, number: number): Element | undefined {
  return number === 0 ? root : inside[number - 1];
}
