import { longestHead } from '@/lib/diary/page/dayHeads';
import type { CivilDate } from '@/lib/diary/types';
import { shapeOfHead } from './headShape';
import type { PageAttribute, PageElement, PageNode, PageText, PageTree } from './pageTree';
import { shapeOfAddress, shapeOfName, shapeOfText } from './shapes';

const standalone = /^(?:area|br|col|hr|img|input|source|track|wbr)$/;
/** These begin a line: nothing that is read depends on space between them. */
const blocks =
  /^(?:div|ul|ol|li|table|thead|tbody|tfoot|tr|section|article|main|header|footer|nav|aside|h[1-6]|form|p)$/;

/** Elements of any page; others may be called anything. */
const usual =
  /^(?:a|abbr|article|aside|b|blockquote|body|br|button|caption|code|col|colgroup|dd|details|div|dl|dt|em|fieldset|figure|font|footer|form|h[1-6]|header|hr|i|img|input|label|legend|li|main|nav|ol|optgroup|option|p|pre|s|section|select|small|span|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|u|ul)$/;

/** What becomes of an attribute. */
const shapesOf: Readonly<Record<PageAttribute, (value: string) => string>> = {
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

/**
 * The shape of a page as HTML: its elements with their classes and texts in shapes, with no address, value or word of the page.
 *
 * @param today the civil date now: heads of days near it keep their weekdays
 */
export function shapeOfPage({ root }: PageTree, today: CivilDate): string {
  /** Texts whose shape is known: those of day heads. */
  const known = new Map<PageText, string>();
  let html = '';

  function noteHead(element: PageElement): void {
    const texts = textsIn(element);
    const length = texts.reduce((sum, { text }) => sum + text.length, 0);
    if (!texts[0] || known.has(texts[0]) || length > longestHead * 2) return;
    const shapes = shapeOfHead(
      texts.map(({ text }) => text),
      today,
      shapeOfText,
    );
    for (const [at, text] of texts.entries()) if (shapes) known.set(text, shapes[at] ?? '');
  }

  function write(element: PageElement, depth: number): void {
    const tag = usual.test(element.name)
      ? element.name
      : `x-${shapeOfName(element.name)
          .replace(/[^a-z-]/gi, 'x')
          .toLowerCase()}`;
    if (blocks.test(tag)) html += `\n${' '.repeat(depth)}`;
    html += `<${tag}${attributesOf(element)}>`;
    if (standalone.test(tag)) return;
    noteHead(element);
    for (const node of element.children) writeNode(node, depth);
    html += `</${tag}>`;
  }

  function writeNode(node: PageNode, depth: number): void {
    if (!('text' in node)) write(node, depth + 1);
    // The source's own lines say nothing.
    else if (node.text.trim() === '') html += node.text.includes('\n') ? '' : ' ';
    else html += escaped(known.get(node) ?? shapeOfText(node.text));
  }

  write(root, 0);
  return html.trim();
}

function attributesOf({ attributes }: PageElement): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${shapesOf[name as PageAttribute](value)}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function textsIn(element: PageElement): PageText[] {
  return element.children.flatMap((node) => ('text' in node ? [node] : textsIn(node)));
}
