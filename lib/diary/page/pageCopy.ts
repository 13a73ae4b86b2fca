/** The page's side of reading it: a copy of what is shown, to be read off the page's thread. Part of the content script. */

/** Elements whose content is not shown, `lib/html.ts` passes over the same; and ours. */
const unseen = /^(?:script|style|template|noscript|title|iframe|sferum-.*)$/i;

/** Of a longer text so much is copied that it can be told to be one. Characters. */
const longestText = 10_100;

const deepest = 100;
const mostElements = 30_000;

/** An element in a copy: its name (`~` before it: it is of another pupil's time), class, address or value, and what is in it. */
export type CopiedElement = [name: string, className: string, value: string, ...inside: (CopiedElement | string)[]];

export interface PageCopy {
  /** JSON of a {@link CopiedElement}: the same text is the same page. */
  text: string;
  /** Every copied element, in the order in which they stand in the text. */
  elements: readonly Element[];
  /** What was copied of each of them. */
  parts: readonly CopiedElement[];
}

/**
 * Copies what an element shows, without ours, in one pass over the nodes and without a single question that would lay the page
 * out (`innerText`, `offsetWidth`).
 *
 * @param isOld tells elements that are not to be believed
 */
export function copyPage(root: Element, isOld: (element: Element) => boolean): PageCopy {
  const elements: Element[] = [];
  const parts: CopiedElement[] = [];
  // Each question to the browser is dear, and there are thousands: what is known is handed on.
  const copy = (element: Element, tagName: string, depth: number): CopiedElement => {
    elements.push(element);
    const value = tagName === 'A' ? 'href' : tagName === 'INPUT' ? 'value' : '';
    const copied: CopiedElement = [
      isOld(element) ? `~${tagName}` : tagName,
      element.getAttribute('class') ?? '',
      (value && element.getAttribute(value)) ?? '',
    ];
    parts.push(copied);
    let node = element.firstElementChild && element.firstChild;
    // Each node that the browser hands over is dearer still than a question.
    if (!node) addText(copied, element.textContent);
    for (; node; node = node.nextSibling) {
      const kind = node.nodeType;
      if (kind === 3) addText(copied, node.nodeValue);
      else if (kind === 1 && depth < deepest && elements.length < mostElements) {
        const child = node as Element;
        const name = child.tagName;
        if (!unseen.test(name)) copied.push(copy(child, name, depth + 1));
      }
    }
    return copied;
  };
  const copied = copy(root, root.tagName, 0);
  return { text: JSON.stringify(copied), elements, parts };
}

function addText(copied: CopiedElement, text: string | null): void {
  if (text?.trim()) copied.push(text.slice(0, longestText));
}
