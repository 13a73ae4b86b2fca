import type { WallMinutes } from '@/lib/diary/types';
import { type CalendarDay, readCalendar } from './calendarMonth';
import { kindOfColumn, kindsOfCells } from './cellKinds';
import { longestHead, readHead, type ShownDate } from './dayHeads';
import {
  hasLetters,
  isVendorButton,
  isWritten,
  makeBlockRow,
  makeRow,
  type ShownCell,
  type ShownRow,
  type Signs,
} from './lessonRow';
import { readTime } from './lessonTimes';
import type { CellKind, LessonMarkup } from './markup';
import { holds, type ShownElement, shownText } from './shownElement';

/*
 * Reads the shown lessons out of «Дневник», «Расписание» or another version of them, in one pass over a copy of the page.
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

export interface ShownView {
  /** Every day head, also of folded days, in the page's order. */
  heads: ShownDate[];
  rows: ShownRow[];
}

/** What is known of an element once its inside has been read. */
interface Part extends Signs {
  element: ShownElement;
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
}

function emptyPart(element: ShownElement): Part {
  return {
    element,
    text: '',
    heads: [],
    pending: [],
    settled: [],
    times: [],
    starts: [],
    vendorButton: false,
  };
}

/**
 * Reads the lessons and day heads shown under an element; never throws, unknown markup gives empty lists.
 *
 * @param dateDays gives the days of a calendar their dates; where it is not given, or gives `null`, no month is read
 */
export function readShown(
  root: ShownElement,
  markup: LessonMarkup,
  dateDays?: (days: readonly CalendarDay[]) => readonly ShownDate[] | null,
): ShownView {
  let columns: CellKind[] = [];
  let columnsText = '';

  function readChildren(element: ShownElement): { part: Part; children: Part[] } {
    const part = emptyPart(element);
    const children: Part[] = [];
    for (const node of element.nodes) {
      if (typeof node === 'string') {
        part.text += node;
        const time = readTime(node, false);
        if (time) (time.labelled ? part.starts : part.times).push(time.begin);
        continue;
      }
      const child = read(node);
      children.push(child);
      part.text += ` ${child.text} `;
      part.times.push(...child.times);
      part.starts.push(...child.starts);
      part.vendorButton ||= child.vendorButton;
    }
    return { part, children };
  }

  function read(element: ShownElement): Part {
    const plain = element.tagName === 'TR' ? readPlainRow(element, columns, markup) : null;
    if (plain) return plain;
    const month = dateDays && element.tagName === 'TABLE' ? readMonth(element, dateDays) : null;
    if (month) return month;
    const { part, children } = readChildren(element);
    if (isVendorButton(element, part.text, markup)) part.vendorButton = true;
    if (element.tagName === 'TR' && readTableRow(part, children)) return part;
    gather(part, children, markup);
    // Nothing in it yet: it may be a day head or a time.
    const bare = part.heads.length + part.pending.length + part.settled.length === 0;
    if (bare && part.text.length <= longestHead + 20 && countLessons(part) === 0) {
      const head = readHead(part.text);
      // «08:30» and «09:10» may stand in elements of their own.
      const time = head ? null : readTime(part.text, true);
      if (head) part.heads = [{ ...head, element: element.index }];
      if (time) part.times = [time.begin];
    }
    return part;
  }

  function readMonth(
    table: ShownElement,
    dateDays: (days: readonly CalendarDay[]) => readonly ShownDate[] | null,
  ): Part | null {
    const days = readCalendar(table);
    const dates = days && dateDays(days);
    if (!days || !dates) return null;
    const part = emptyPart(table);
    part.heads = dates.map((date, at) => ({ ...date, element: days[at]?.cell.index ?? table.index }));
    for (const [at, { cell }] of days.entries()) {
      for (const child of readChildren(cell).children) {
        const rows = countLessons(child) === 1 ? [makeBlockRow(child.element, child, markup)] : child.pending;
        for (const row of rows) if (row) part.settled.push(Object.assign(row, { date: part.heads[at] ?? null }));
      }
    }
    return part;
  }

  /** A `tr` that is a lesson or the head of the columns: then whatever looks like a day head in it is not one. */
  function readTableRow(part: Part, children: Part[]): boolean {
    if (children.some((child) => child.pending.length + child.settled.length > 0)) return false;
    if (part.times.length === 0) {
      // Every day has the same head.
      if (columnsText !== '' && part.text === columnsText) return true;
      const kinds = children.map((child) => kindOfColumn(child.text, markup));
      if (kinds.includes('discipline') && kinds.filter((kind) => kind !== 'unknown').length > 1) {
        // A column that nobody knows is no field of the lesson: another program may have put it there.
        columns = kinds.map((kind) => (kind === 'unknown' ? 'ignored' : kind));
        columnsText = part.text;
        return true;
      }
    }
    const kinds = kindsOfCells(
      children.map(({ element }) => element),
      columns,
      markup,
    );
    const cells = children.map((child, at) => ({
      element: child.element,
      text: child.text,
      kind: kinds[at] ?? ('unknown' as const),
    }));
    part.vendorButton = children.some((child, at) => child.vendorButton && !isWritten(cells[at]?.kind));
    const named = cells.some((cell) => cell.kind === 'discipline' && hasLetters(cell.text));
    // Day cards in a table of the page's layout.
    if (!named && (countLessons(part) === 0 || children.some((child) => child.heads.length > 0))) return false;
    const row = makeRow(part.element, cells, part, markup);
    if (!row) return false;
    part.pending = [row];
    forgetTimes(part);
    return true;
  }

  const whole = read(root);
  const last = countLessons(whole) === 1 ? makeBlockRow(root, whole, markup) : null;
  return { heads: whole.heads, rows: [...whole.settled, ...whole.pending, ...(last ? [last] : [])] };
}

/**
 * The ordinary row of «Дневник», whose cells are known by class or column: read without looking at every node, since a week
 * has a thousand of them. `null` for any other row.
 */
function readPlainRow(element: ShownElement, columns: readonly CellKind[], markup: LessonMarkup): Part | null {
  const kinds = kindsOfCells(element.children, columns, markup);
  const part = emptyPart(element);
  const cells: ShownCell[] = [];
  const lookForVendor = (inside: ShownElement, text: string) => {
    part.vendorButton ||= isVendorButton(inside, text, markup);
  };
  let name = '';
  for (const child of element.children) {
    if (child.tagName !== 'TD') return null;
    const kind = kinds[cells.length] ?? 'unknown';
    // What a teacher writes may hold a table, with times in it; any other cell with one is of the page's layout.
    if (!isWritten(kind) && holds(child, 'TABLE', 'TR')) return null;
    const { text } = shownText(child, isWritten(kind) ? undefined : lookForVendor);
    if (kind === 'discipline') name = text;
    cells.push({ element: child, text, kind });
  }
  const row = hasLetters(name) ? makeRow(element, cells, part, markup) : null;
  // «Предмет» again is the head of the next table.
  if (!row || (row.begin === null && kindOfColumn(name, markup) === 'discipline')) return null;
  part.pending.push(row);
  return part;
}

/** Puts together what is in an element: makes rows of its children where they are rows, and gives rows their day. */
function gather(part: Part, children: Part[], markup: LessonMarkup): void {
  const several =
    countLessons(part) > 1 ||
    children.some((child) => child.heads.length + child.pending.length + child.settled.length > 0);
  if (several) {
    for (const child of children) {
      const row = countLessons(child) === 1 ? makeBlockRow(child.element, child, markup) : null;
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
