// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyPage, elementOf } from '@/lib/diary/page/pageCopy';
import { type ReadCopy, readCopy, type ShownElement } from '@/lib/diary/page/shownElement';

/** What the background reads of an element, and what the page has. */
function both(root: Element) {
  const copy = copyPage(root);
  const read = readCopy(copy.text) as ReadCopy;
  const page = Array.from({ length: copy.inside.length + 1 }, (_, at) => elementOf(copy, at) as Element);
  return { copy, read, page };
}

function flat(element: ShownElement): ShownElement[] {
  return [element, ...element.children.flatMap(flat)];
}

function made(html: string): Element {
  const root = document.createElement('div');
  root.innerHTML = html;
  return root;
}

interface Tree {
  tag: string;
  text: string;
  inside: Tree[];
}

function wrapped(element: Element): Element {
  const root = made('');
  root.append(element);
  return root;
}

/** As a script may nest elements, which no markup could. */
function grow({ tag, text, inside }: Tree): Element {
  const element = document.createElement(tag);
  element.setAttribute('class', text);
  if (['br', 'img', 'input'].includes(tag)) return element;
  const place = element instanceof HTMLTemplateElement ? element.content : element;
  place.append(text, ...inside.map(grow), document.createComment(text.replace(/[->]/g, '')), text);
  return element;
}

const tags = 'p a b table tr td li option button form template br img input h1 x-y'.split(' ');

const trees: fc.Memo<Tree> = fc.memo((depth) =>
  fc.record({
    tag: fc.constantFrom(...tags),
    text: fc.constantFrom('', 'Алгебра', '08:30 - 09:10', '<b>№ 5</b>', '&amp;nbsp; "&"', "'>", '  \n '),
    inside: depth > 1 ? fc.array(trees(), { maxLength: 3 }) : fc.constant([]),
  }),
);

describe('the copy of a page', () => {
  it('numbers elements as the page has them, and tells their text, however a script has nested them', () => {
    fc.assert(
      fc.property(trees(5), (tree) => {
        const { read, page } = both(wrapped(grow(tree)));
        expect(read.count).toBe(page.length);
        for (const { index, tagName, className } of flat(read.root)) {
          expect(tagName).toBe(page[index]?.tagName);
          if (index > 0) expect(className).toBe(page[index]?.className);
        }
        for (const [at, element] of page.entries())
          if (!element.querySelector('template') && element.tagName !== 'TEMPLATE')
            expect(read.textOf(at)).toBe(element.textContent);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a script', '<script>if (a < b) "<td></td>";</script>'],
    ['a style', '<style>td > b { content: "<b>" }</style>'],
    ['a template', '<template><td><template><b></b></template></td></template>'],
    ['a drawing', '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><text>1</text></g></svg>'],
    ['comments', '<!-- <td> --><!---->'],
    ['a field', '<textarea><td>08:30</textarea><input value="1 > 0"><select><option>1</select>'],
    ['odd attributes', '<i title="a > b" data-x=\'"<b>"\'></i>'],
    ['lines and rules', 'a<br>b<hr><img alt="<td>"><wbr>'],
  ])('counts what stands behind %s as the page does', (_name, html) => {
    const { read, page } = both(made(`${html}<p class="end">08:30</p>`));
    const end = flat(read.root).find(({ className }) => className === 'end');
    expect(end && page[end.index]).toBe(page.find(({ className }) => className === 'end'));
    expect(read.count).toBe(page.length);
  });

  it('is the same with ours in it and without', () => {
    const root = made('<p>Алгебра</p>');
    const before = copyPage(root);
    const host = document.createElement('sferum-lesson');
    host.attachShadow({ mode: 'open' }).append('Подключиться');
    host.style.display = 'none';
    root.firstElementChild?.append(host);
    const { text, inside } = copyPage(root);
    expect(text).toBe(before.text);
    expect([...Array.from(inside)]).toEqual([...Array.from(before.inside)]);
  });

  it('is made in one go, whatever stands in it', () => {
    const text = `${'x'.repeat(10_000)}"`.repeat(320);
    expect(copyPage(made(`<p>${text}</p>`)).text).toHaveLength(0);
  });

  it('holds no more of a text, or of a picture in an address, than tells that it is long', () => {
    const long = 'x'.repeat(2_000_000);
    const { copy, read, page } = both(made(`<p>${long}</p><img src="data:image/png;base64,${long}"><p>08:30</p>`));
    expect(copy.text.length).toBeLessThan(30_000);
    expect(read.count).toBe(page.length);
    expect(read.textOf(3)).toBe('08:30');
    // Nothing could be left out of it.
    expect(copyPage(made('"'.repeat(3_000_000))).text).toHaveLength(0);
  });
});
