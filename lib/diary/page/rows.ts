import { compact } from '../text';
import type { WallMinutes } from '../types';
import { type CellKind, kindOfCell, kindOfColumn } from './columns';
import { longestHead, readHead, type ShownDate } from './heads';
import { isOurs } from './ours';
import { readTime, type ShownTime } from './times';

/*
 * Reads the shown lessons out of «Дневник», «Расписание» or another version of them, in one pass over the nodes and
 * without a single question that would lay the page out (`innerText`, `offsetWidth`).
 *
 * «Дневник» (2026-09, public theme):
 *   <li><div>Понедельник <div class="date">23/<sup>11</sup></div></div>
 *     <table><thead><tr><th>Время</th><th>Предмет</th>…</tr></thead>
 *       <tbody><tr><td class="time">08:30 - 09:10</td><td class="lesson">Алгебра</td>…</tr></tbody></table></li>
 * «Расписание» (2026-09, screenshot): two columns of day cards, one row a lesson; its markup was never seen.
 *
 * So nothing but this is taken for granted: a day head is a short text with a weekday and a date; a lesson is a `tr`, or
 * the largest element with one time range and no day head; a head rules what follows it in the same day.
 */

/** One text of a row and the element that shows it. */
export interface ShownCell {
  element: Element;
  text: string;
  kind: CellKind;
}

/** A lesson as the page shows it. Times are wall-clock, in minutes. */
export interface ShownRow {
  /** The row itself. */
  element: Element;
  /** The cell with the lesson's name, as far as can be told without the answer: where a button goes. */
  cell: Element;
  /** What the head of its day says; `null` where there is none or it is not certain which. */
  date: ShownDate | null;
  begin: WallMinutes | null;
  end: WallMinutes | null;
  /** Everything the row shows but the time, without what this extension put there. */
  cells: ShownCell[];
  /** The vendor's plugin has put its own «Подключиться» there. */
  vendorButton: boolean;
  /** Something of this extension stands in the row already. */
  marked: boolean;
}

export interface ShownView {
  /** Every day head, also of folded days, in the page's order. */
  heads: ShownDate[];
  rows: ShownRow[];
}

/** What is known of an element once its inside has been read. */
interface Part {
  element: Element;
  /** All text, a space at each edge of an element. */
  text: string;
  heads: ShownDate[];
  /** Rows whose day is not known yet. */
  pending: ShownRow[];
  /** Rows whose day is decided. */
  settled: ShownRow[];
  /** Starts of the times that belong to no row yet. */
  times: WallMinutes[];
  /** The same for «Время начала: 10:20», which a row may show beside its time. */
  starts: WallMinutes[];
  vendorButton: boolean;
  marked: boolean;
}

function emptyPart(element: Element): Part {
  return {
    element,
    text: '',
    heads: [],
    pending: [],
    settled: [],
    times: [],
    starts: [],
    vendorButton: false,
    marked: false,
  };
}

const skipped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);

/** Reads the lessons and day heads shown under an element; never throws, unknown markup gives empty lists. */
export function readShown(root: Element): ShownView {
  let columns: CellKind[] = [];
  let columnsText = '';

  function readChildren(element: Element): { part: Part; children: Part[] } {
    const part = emptyPart(element);
    const children: Part[] = [];
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const text = node.nodeValue ?? '';
        part.text += text;
        const time = readTime(text, false);
        if (time) (time.labelled ? part.starts : part.times).push(time.begin);
      } else if (node.nodeType === 1 && !skipped.has((node as Element).tagName)) {
        if (isOurs(node as Element)) {
          part.marked = true;
          continue;
        }
        const child = read(node as Element);
        children.push(child);
        part.text += ` ${child.text} `;
        part.times.push(...child.times);
        part.starts.push(...child.starts);
        part.vendorButton ||= child.vendorButton;
        part.marked ||= child.marked;
      }
    }
    return { part, children };
  }

  function read(element: Element): Part {
    const plain = element.tagName === 'TR' ? readPlainRow(element, columns) : null;
    if (plain) return plain;
    const { part, children } = readChildren(element);
    if (isVendorButton(element, part.text)) part.vendorButton = true;
    if (element.tagName === 'TR' && readTableRow(part, children)) return part;
    gather(part, children);
    // Nothing in it yet: it may be a day head or a time.
    const bare = part.heads.length + part.pending.length + part.settled.length === 0;
    if (bare && part.text.length <= longestHead + 20 && countLessons(part) === 0) {
      const head = readHead(part.text);
      // «08:30» and «09:10» may stand in elements of their own.
      const time = head ? null : readTime(part.text, true);
      if (head) part.heads = [head];
      if (time) part.times = [time.begin];
    }
    return part;
  }

  /** A `tr` that is a lesson or the head of the columns: then whatever looks like a day head in it is not one. */
  function readTableRow(part: Part, children: Part[]): boolean {
    if (children.some((child) => child.pending.length + child.settled.length > 0)) return false;
    if (part.times.length === 0) {
      // Every day has the same head.
      if (columnsText !== '' && part.text === columnsText) return true;
      const kinds = children.map((child) => kindOfColumn(child.text));
      if (kinds.includes('discipline') && kinds.filter((kind) => kind !== 'unknown').length > 1) {
        columns = kinds;
        columnsText = part.text;
        return true;
      }
    }
    const fitting = columns.length === children.length ? columns : [];
    const cells = children.map((child, position) => ({
      element: child.element,
      text: child.text,
      kind: kindOfCell(child.element) ?? fitting[position] ?? 'unknown',
    }));
    const named = cells.some((cell) => cell.kind === 'discipline' && hasLetters(cell.text));
    // Day cards in a table of the page's layout.
    if (!named && (countLessons(part) === 0 || children.some((child) => child.heads.length > 0))) return false;
    const row = makeRow(part, cells);
    if (!row) return false;
    part.pending = [row];
    forgetTimes(part);
    return true;
  }

  const whole = read(root);
  const last = countLessons(whole) === 1 ? makeBlockRow(whole) : null;
  return { heads: whole.heads, rows: [...whole.settled, ...whole.pending, ...(last ? [last] : [])] };
}

/**
 * The ordinary row of «Дневник», whose cells are known by class or column: read without looking at every node, since a week
 * has a thousand of them. `null` for any other row.
 */
function readPlainRow(element: Element, columns: readonly CellKind[]): Part | null {
  const fitting = columns.length === element.childElementCount ? columns : [];
  const part = emptyPart(element);
  const cells: ShownCell[] = [];
  let name = '';
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (child.tagName !== 'TD') return null;
    const kind = kindOfCell(child) ?? fitting[cells.length] ?? 'unknown';
    const inner = child.firstElementChild;
    // A table in a cell, or more markup than a homework's.
    if (inner && child.querySelector('table, tr')) return null;
    const text = inner ? shownText(child, part).text : (child.textContent ?? '');
    if (kind === 'discipline') name = text;
    cells.push({ element: child, text, kind });
  }
  const row = hasLetters(name) ? makeRow(part, cells) : null;
  // «Предмет» again is the head of the next table.
  if (!row || (row.begin === null && kindOfColumn(name) === 'discipline')) return null;
  part.pending.push(row);
  return part;
}

/** Puts together what is in an element: makes rows of its children where they are rows, and gives rows their day. */
function gather(part: Part, children: Part[]): void {
  const several =
    countLessons(part) > 1 ||
    children.some((child) => child.heads.length + child.pending.length + child.settled.length > 0);
  if (several) {
    for (const child of children) {
      const row = countLessons(child) === 1 ? makeBlockRow(child) : null;
      if (row) child.pending.push(row);
    }
    forgetTimes(part);
  }
  // Where days are elements of their own, a head alone is a folded day and rules nothing after it.
  const nested = children.some((child) => child.heads.length > 0 && child.settled.length > 0);
  let head: ShownDate | null | undefined;
  for (const child of children) {
    part.settled.push(...child.settled);
    if (child.heads.length > 0) {
      // Several heads without rows are the heads of columns: which is whose is not known.
      head = nested || child.heads.length > 1 ? null : child.heads[0];
      part.heads.push(...child.heads);
    }
    if (head === undefined) part.pending.push(...child.pending);
    else for (const row of child.pending) part.settled.push(Object.assign(row, { date: head }));
  }
  // Rows above the first head belong to no day, and to none outside either.
  if (part.heads.length > 0) part.settled.push(...part.pending.splice(0));
}

/**
 * How many lessons the times in an element are of. An element with one is a row if its parent holds more, or a day head.
 */
function countLessons({ times, starts }: Part): number {
  if (starts.length === 0) return times.length;
  return times.length + new Set(starts.filter((start) => !times.includes(start))).size;
}

function forgetTimes(part: Part): void {
  part.times = [];
  part.starts = [];
}

/** A row that is no `tr`: its texts are its cells. */
function makeBlockRow(part: Part): ShownRow | null {
  let element = part.element;
  while (element.childElementCount === 1 && element.firstElementChild && !hasOwnText(element)) {
    element = element.firstElementChild;
  }
  const cells: ShownCell[] = [];
  collectTexts(element, cells);
  return makeRow({ ...part, element }, cells);
}

function collectTexts(element: Element, cells: ShownCell[]): void {
  const { text, own } = shownText(element);
  if (!text.trim()) return;
  const plain = own.trim() !== '' && !/\d[:.]\d\d/.test(text);
  if (plain || readTime(text, true)) {
    cells.push({ element, text, kind: 'unknown' });
    return;
  }
  if (own.trim()) cells.push({ element, text: own, kind: 'unknown' });
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (!isOurs(child) && !skipped.has(child.tagName)) collectTexts(child, cells);
  }
}

/**
 * The text of an element without ours; `own` is what stands in the element itself, not in an element inside it.
 *
 * @param part is told of our elements and the vendor's buttons on the way
 */
function shownText(element: Element, part?: Part): { text: string; own: string } {
  let text = '';
  let own = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      text += node.nodeValue;
      own += node.nodeValue;
    } else if (node.nodeType === 1 && !skipped.has((node as Element).tagName)) {
      if (isOurs(node as Element)) {
        if (part) part.marked = true;
        continue;
      }
      const inside = shownText(node as Element, part).text;
      if (part && isVendorButton(node as Element, inside)) part.vendorButton = true;
      text += ` ${inside} `;
      own += ' ';
    }
  }
  return { text, own };
}

function makeRow(part: Part, cells: ShownCell[]): ShownRow | null {
  const timed = findTime(cells);
  const rest = cells.filter((cell) => cell !== timed?.cell && (cell.text.trim() !== '' || isField(cell.kind)));
  const name =
    rest.find((cell) => cell.kind === 'discipline' && hasLetters(cell.text)) ??
    rest.find((cell) => cell.kind === 'unknown' && hasLetters(cell.text) && !/^\s*(каб|ауд|учител)/i.test(cell.text));
  if (!name) return null;
  return {
    element: part.element,
    cell: name.element,
    date: null,
    begin: timed?.time.begin ?? null,
    end: timed?.time.end ?? null,
    cells: rest,
    vendorButton: part.vendorButton,
    marked: part.marked,
  };
}

/** A field that is shown empty says that the lesson has none. */
function isField(kind: CellKind): boolean {
  return kind !== 'unknown' && kind !== 'ignored' && kind !== 'time';
}

/** The row's time, and the cell that shows it where that one shows nothing else. */
function findTime(cells: ShownCell[]): { time: ShownTime; cell: ShownCell | null } | null {
  for (const cell of cells) {
    const time = cell.kind === 'time' ? readTime(cell.text, true) : null;
    if (time) return { time, cell };
  }
  // A homework may speak of other times.
  const possible = cells.filter(({ kind }) => kind === 'unknown' || kind === 'time' || kind === 'discipline');
  for (const cell of possible) {
    const time = readTime(cell.text, true);
    if (time) return { time, cell };
  }
  for (const cell of possible) {
    const time = readTime(cell.text, false);
    if (time) return { time, cell: null };
  }
  return null;
}

function hasOwnText(element: Element): boolean {
  return shownText(element).own.trim() !== '';
}

function hasLetters(text: string): boolean {
  return /[a-zа-яё]{2}/i.test(text);
}

function isVendorButton(element: Element, text: string): boolean {
  if (element.tagName === 'INPUT') return compact(element.getAttribute('value') ?? '') === 'подключиться';
  if (element.tagName !== 'BUTTON' && element.tagName !== 'A') return false;
  return text.length < 40 && compact(text) === 'подключиться';
}
