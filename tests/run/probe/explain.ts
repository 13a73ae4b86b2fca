import { readPerson } from '@/lib/diary/answers/reading';
import { kindOfColumn } from '@/lib/diary/page/cellKinds';
import { readHead, weekdayOfWord } from '@/lib/diary/page/dayHeads';
import type { ShownRow } from '@/lib/diary/page/lessonRow';
import type { Markup } from '@/lib/diary/page/markup';
import { findMenuPlace, readMenu } from '@/lib/diary/page/places';
import { type ShownElement, shownText } from '@/lib/diary/page/shownElement';
import type { ShownView } from '@/lib/diary/page/shownLessons';
import type { RowReason } from '@/lib/diary/recognition/rowVerdicts';
import { formatMinutes } from '@/lib/time';
import { cellsOf, type Recognised } from './recognised.ts';
import type { SavedPage } from './savedPage.ts';

/** Why a row is no lesson, for whoever writes a markup. */
const reasons: Record<RowReason, string> = {
  noDay: 'it stands under no day head that can be read (lib/diary/page/dayHeads.ts)',
  otherDays: 'the answer has no such day: was it saved with the page?',
  otherTime: 'the answer has no lesson at its time',
  otherSubject: 'the answer has another subject at its time',
  otherWords: 'a cell differs from the answer: is it of that column (cellClasses, columnHeads)?',
  unsure: 'it could be one of several lessons',
  outvoted: 'it agrees, but most other rows do not',
};

/** What is recognised of a saved page and what is not: lines for people, `!` before what is missing. */
export function explain(saved: SavedPage, found: Recognised, markup: Markup): string[] {
  return [
    ...menuLines(saved.document, found, markup),
    ...contentLines(found),
    ...dayLines(found),
    ...columnLines(found, markup),
    ...rowLines(found),
    ...answerLines(saved, found),
  ];
}

function menuLines(document: Document, { menu, parts }: Recognised, markup: Markup): string[] {
  if (!menu) {
    const lists = [...document.querySelectorAll('ul, ol, nav')].filter((list) => list.querySelectorAll('a').length > 3);
    return [
      '! menu: no list is found by its class (menus), its links (menuLinks) or its labels (sections)',
      ...lists.slice(0, 5).map((list) => `    perhaps ${pathOf(list)}: ${linksIn(list)}`),
    ];
  }
  const missing = Object.entries(markup.sections).filter(([name]) => !parts.sections.some((one) => one === name));
  const { before } = findMenuPlace(readMenu(menu), markup);
  return [
    `  menu: ${pathOf(menu)}, ${parts.menuItems} items${parts.menus > 1 ? `, the likeliest of ${parts.menus}` : ''}`,
    ...(markup.menus.some((selector) => menu.matches(selector))
      ? []
      : ['! menu: found by its links alone: add its class to menus']),
    ...missing.map(
      ([name, { hash, label }]) => `! menu: section ${name} has neither the address …${hash} nor the label «${label}»`,
    ),
    before
      ? `  our item goes before «${oneLine(before.textContent)}»`
      : '! our item goes to the end: neither board nor mail is found',
    ...(parts.vendorItem ? ['  the vendor’s own item is there: ours is left out'] : []),
  ];
}

function contentLines({ content, parts, view, shown }: Recognised): string[] {
  if (content)
    return [`  content: ${pathOf(content)}${parts.contentParent ? '' : ', its parent is not found (contentParents)'}`];
  const place = commonParent([...view.rows.map(({ element }) => element), ...headsAlike(view, shown)]);
  return [
    '! content: not found (contents); the whole page is read instead',
    ...(place && place !== shown ? [`    the lessons stand in ${pathOfShown(place)}`] : []),
  ];
}

function dayLines({ view, days, shown }: Recognised): string[] {
  const unread = shortTexts(shown).filter(
    (text) => /\d/.test(text) && text.split(/[\s,]+/).some(weekdayOfWord) && !readHead(text),
  );
  return [
    `${view.heads.length > 0 ? ' ' : '!'} day heads: ${view.heads.length}`,
    ...[...new Set(unread)].slice(0, 5).map((text) => `! looks like a day head and is not read: «${text}»`),
    days
      ? `  shown: ${days.view}, ${days.span} of ${days.date}`
      : '! which days are shown cannot be told: no head can be dated',
  ];
}

function columnLines({ shown }: Recognised, markup: Markup): string[] {
  const heads = [
    ...new Set(
      everyElement(shown)
        .filter(({ tagName }) => tagName === 'TH')
        .map((head) => oneLine(shownText(head).text)),
    ),
  ].filter(Boolean);
  if (heads.length === 0)
    return ['  columns: no table has heads; cells are known by their classes, or by what they say'];
  return heads.map((head) => {
    const kind = kindOfColumn(head, markup);
    return `${kind === 'unknown' ? '!' : ' '} column «${head}»: ${kind === 'unknown' ? 'not known (columnHeads)' : kind}`;
  });
}

function rowLines({ view }: Recognised): string[] {
  const { rows } = view;
  const unknown = cellsOf(rows).filter(({ kind }) => kind === 'unknown');
  return [
    `${rows.length > 0 ? ' ' : '!'} rows: ${rows.length}, with a time ${rows.filter(({ begin }) => begin !== null).length}, of a day ${rows.filter(({ date }) => date).length}`,
    ...(unknown.length > 0
      ? [`  cells of which it is not known what they say: ${unknown.length}, e.g. «${oneLine(unknown[0]?.text)}»`]
      : []),
    ...rows.slice(0, 1).map((row) => `  the first row: ${wordsOf(row)}`),
  ];
}

function answerLines({ answers }: SavedPage, { schedule, verdicts }: Recognised): string[] {
  const person = answers.person && readPerson(answers.person, 'https://saved.example');
  const failed = verdicts.filter(({ lesson }) => !lesson);
  const lessons = schedule?.ok ? schedule.value.days.flatMap((day) => day.lessons).length : 0;
  return [
    personLine(person),
    !schedule ? '! lessons: no answer was saved, so rows cannot be compared' : '',
    schedule && !schedule.ok ? `! lessons: ${schedule.problem.kind}, ${schedule.problem.detail}` : '',
    schedule?.ok
      ? `  lessons: ${lessons} on ${schedule.value.days.length} days, dropped ${schedule.value.dropped}`
      : '',
    schedule?.ok
      ? `${failed.length > 0 ? '!' : ' '} rows that agree with the answer: ${verdicts.length - failed.length} of ${verdicts.length}`
      : '',
    ...(schedule?.ok
      ? failed
          .slice(0, 10)
          .map(
            ({ row, reason, kind }) => `!   ${wordsOf(row)}: ${reason && reasons[reason]}${kind ? ` (${kind})` : ''}`,
          )
      : []),
  ].filter(Boolean);
}

function personLine(person: ReturnType<typeof readPerson> | undefined): string {
  if (!person) return '! person: no answer was saved';
  if (!person.ok) return `! person: ${person.problem.kind}, ${person.problem.detail}`;
  const { role, children, selectedPupil } = person.value;
  return `  person: ${role}, children ${children.length}, class ${selectedPupil?.classYear || 'not told'}`;
}

function wordsOf({ begin, end, cells }: ShownRow): string {
  const times = [begin, end].flatMap((minutes) => (minutes === null ? [] : formatMinutes(minutes))).join('–');
  return [times, ...cells.map(({ kind, text }) => `${kind} «${oneLine(text)}»`)].filter(Boolean).join(', ');
}

function linksIn(list: Element): string {
  return [...list.querySelectorAll('a')]
    .slice(0, 12)
    .map((link) => `«${oneLine(link.textContent)}» ${link.getAttribute('href') ?? ''}`.trim())
    .join(', ');
}

function oneLine(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
}

/** The texts of the smallest elements with more than one word or number. */
function shortTexts(element: ShownElement): string[] {
  const own = oneLine(shownText(element).text);
  const inside = element.children.flatMap(shortTexts);
  return own.length > 0 && own.length <= 60 ? [own, ...inside] : inside;
}

/** The heads of days that look as those above lessons do: folded days have one too. */
function headsAlike({ heads, rows }: ShownView, shown: ShownElement): ShownElement[] {
  const all = new Map(everyElement(shown).map((element) => [element.index, element]));
  const elements = heads.flatMap(({ element }) => all.get(element ?? -1) ?? []);
  const nameOfHead = ({ tagName, className }: ShownElement) => `${tagName} ${className}`;
  const above = rows.flatMap(({ date }) => all.get(date?.element ?? -1) ?? []).map(nameOfHead);
  return elements.filter((element) => above.includes(nameOfHead(element)));
}

function everyElement(element: ShownElement): ShownElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

function commonParent(elements: readonly ShownElement[]): ShownElement | null {
  const chains = elements.map(chainOf);
  const [first = []] = chains;
  return first.filter((one) => chains.every((chain) => chain.includes(one))).at(-1) ?? null;
}

/** An element's parents, the outermost first. */
function chainOf(element: ShownElement): ShownElement[] {
  return element.parent ? [...chainOf(element.parent), element.parent] : [];
}

function pathOf(element: Element): string {
  const parents = [element.parentElement, element].filter((one) => one !== null && one.localName !== 'body');
  return parents.map((one) => nameOf(one?.localName ?? '', one?.getAttribute('class') ?? '')).join(' > ');
}

function pathOfShown(element: ShownElement): string {
  const parents = [element.parent, element].filter((one) => one !== null && one.tagName !== 'BODY');
  return parents.map((one) => nameOf(one?.tagName.toLowerCase() ?? '', one?.className ?? '')).join(' > ');
}

function nameOf(tagName: string, className: string): string {
  return [tagName, ...className.split(/\s+/).filter(Boolean)].join('.');
}
