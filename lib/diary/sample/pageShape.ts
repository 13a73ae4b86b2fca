import { longestHead } from '@/lib/diary/page/dayHeads';
import { isOurs } from '@/lib/diary/page/ownElements';
import type { CivilDate } from '@/lib/diary/types';
import { shapeOfHead } from './dates';
import { shapeOfAddress, shapeOfName, shapeOfText } from './shapes';

/** More is not written down: a page of a diary has a tenth of it. */
const most = { elements: 6000, characters: 250_000, depth: 60 };

/** What is in these says nothing of the markup, or is not shown. */
const emptied = /^(?:svg|iframe|object|embed|video|audio|canvas|textarea|noscript|template|map)$/;
const leftOut = /^(?:script|style|link|meta|base|title|head)$/;
const standalone = /^(?:area|br|col|hr|img|input|source|track|wbr)$/;
/** These begin a line: nothing that is read depends on space between them. */
const blocks =
  /^(?:div|ul|ol|li|table|thead|tbody|tfoot|tr|section|article|main|header|footer|nav|aside|h[1-6]|form|p)$/;

/** Elements of any page; others may be called anything. */
const usual =
  /^(?:a|abbr|article|aside|b|blockquote|body|br|button|caption|code|col|colgroup|dd|details|div|dl|dt|em|fieldset|figure|font|footer|form|h[1-6]|header|hr|i|img|input|label|legend|li|main|nav|ol|optgroup|option|p|pre|s|section|select|small|span|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|u|ul)$/;

/** What becomes of an attribute; all others are left out. */
const attributes: Readonly<Record<string, (value: string) => string>> = {
  class: shapeOfName,
  id: shapeOfName,
  role: shapeOfName,
  type: shapeOfName,
  href: shapeOfAddress,
  hidden: () => '',
  disabled: () => '',
  'aria-hidden': shapeOfName,
  'aria-expanded': shapeOfName,
};

export interface PageShape {
  /** HTML of the element and what is in it, with no script, style, comment, address, value or word of the page. */
  html: string;
  /** The page was longer than a sample may be. */
  isCut: boolean;
}

/**
 * The shape of a page: its elements with their classes, and texts in shapes. The page is read and not touched; what this extension put
 * there is left out.
 *
 * @param today the civil date now: heads of days near it keep their weekdays
 */
export function shapeOfPage(root: Element, today: CivilDate): PageShape {
  /** Texts whose shape is known: those of day heads. */
  const known = new Map<Node, string>();
  let html = '';
  let count = 0;
  let isCut = false;

  function noteHead(element: Element): void {
    if ((element.textContent ?? '').length > longestHead * 2 || known.has(firstText(element) ?? element)) return;
    const nodes = textsIn(element);
    const shapes = shapeOfHead(
      nodes.map(({ nodeValue }) => nodeValue ?? ''),
      today,
      shapeOfText,
    );
    for (const [at, node] of nodes.entries()) if (shapes) known.set(node, shapes[at] ?? '');
  }

  function write(element: Element, depth: number): void {
    const name = element.localName;
    if (leftOut.test(name) || isOurs(element) || isAroundOurs(element)) return;
    if (count >= most.elements || html.length >= most.characters || depth > most.depth) {
      isCut = true;
      return;
    }
    count += 1;
    const tag = usual.test(name)
      ? name
      : `x-${shapeOfName(name)
          .replace(/[^a-z-]/gi, 'x')
          .toLowerCase()}`;
    if (blocks.test(tag)) html += `\n${' '.repeat(depth)}`;
    html += `<${tag}${attributesOf(element)}>`;
    if (standalone.test(tag)) return;
    if (!emptied.test(name)) {
      noteHead(element);
      for (const node of element.childNodes) writeNode(node, depth);
    }
    html += `</${tag}>`;
  }

  function writeNode(node: Node, depth: number): void {
    if (node.nodeType === 1) write(node as Element, depth + 1);
    else if (node.nodeType === 3) writeText(node, node.nodeValue ?? '');
  }

  function writeText(node: Node, text: string): void {
    // The source's own lines say nothing.
    if (text.trim() === '') html += text.includes('\n') ? '' : ' ';
    else html += escaped(known.get(node) ?? shapeOfText(shorter(text)));
  }

  function shorter(text: string): string {
    if (text.length > longestText) isCut = true;
    return text.slice(0, longestText);
  }

  write(root, 0);
  return { html: html.trim(), isCut };
}

const longestText = 2000;

function attributesOf(element: Element): string {
  return Object.entries(attributes)
    .flatMap(([name, shapeOf]) => {
      const value = element.getAttribute(name);
      return value === null ? [] : ` ${name}="${shapeOf(value)}"`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Whether an element is there for ours alone, as the item of the menu is. */
function isAroundOurs({ childNodes, children }: Element): boolean {
  return children.length > 0 && [...childNodes].every((node) => node.nodeType === 1 && isOurs(node as Element));
}

function textsIn(element: Element): Node[] {
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType === 3) return [node];
    return node.nodeType === 1 && !leftOut.test((node as Element).localName) && !isOurs(node as Element)
      ? textsIn(node as Element)
      : [];
  });
}

function firstText(element: Element): Node | undefined {
  return textsIn(element)[0];
}
