import { compact, longestText } from '@/lib/diary/text';
import type { CivilDate, LessonProof } from '@/lib/diary/types';
import { dateOfHead, type ShownDate } from './dayHeads';
import { fieldAgrees, isExplained, isTeacher, isTranslated, letters } from './fieldAgreement';
import type { ShownCell, ShownRow } from './lessonRow';
import type { LessonMarkup } from './markup';
import type { ShownElement } from './shownElement';

/** What the diary told of the days shown. */
export interface ToldDays<Lesson extends LessonProof> {
  /** Every day of the answer, also those without a lesson. */
  dates: readonly CivilDate[];
  lessons: readonly Lesson[];
}

/**
 * Finds the lesson of every shown row. `GetDiary` names no pupil and another tab may have chosen another child, so a row
 * gets a lesson only if time, subject and each other field it shows agree with the answer; and nobody gets one where
 *
 * - a head's date cannot be found or is not in the answer, or
 * - as many rows contradict the answer as agree with it: then it is somebody else's, and what agrees does so by chance.
 *
 * Two lessons that a row could be are told apart by their order alone, where the whole day agrees in order.
 *
 * @param rows all rows shown: they bear witness
 * @param told the answer for the same days
 * @param today the civil date now, in the diary's zone
 */
export function agree<Lesson extends LessonProof>(
  rows: readonly ShownRow[],
  told: ToldDays<Lesson>,
  today: CivilDate,
  markup: LessonMarkup,
): Map<ShownRow, Lesson> {
  const none = new Map<ShownRow, Lesson>();
  const lessonsOf = new Map<CivilDate, Lesson[]>(told.dates.map((date) => [date, []]));
  for (const lesson of told.lessons) lessonsOf.get(lesson.date)?.push(lesson);
  const days = rowsByDate(rows, today);
  if (!days || [...days.keys()].some((date) => !lessonsOf.has(date))) return none;

  const found = new Map<ShownRow, Lesson>();
  let balance = 0;
  for (const [date, shown] of days) {
    const lessons = lessonsOf.get(date) ?? [];
    const candidates = shown.map((row) => lessons.filter((lesson) => fits(row, lesson, markup)));
    for (const [at, possible] of candidates.entries()) {
      if (possible.length > 0) balance += 1;
      else if (!shown[at]?.cells.some(({ text }) => text.length > longestText)) balance -= 1;
    }
    for (const [row, lesson] of choose(shown, lessons, candidates)) found.set(row, lesson);
  }
  return balance > 0 ? found : none;
}

/** `null` when a head says a day that cannot be. Rows without a head are left out. */
function rowsByDate(rows: readonly ShownRow[], today: CivilDate): Map<CivilDate, ShownRow[]> | null {
  const dates = new Map<ShownDate, CivilDate | null>();
  const days = new Map<CivilDate, ShownRow[]>();
  for (const row of rows) {
    if (!row.date) continue;
    const date = dates.get(row.date) ?? dateOfHead(row.date, today);
    if (date === null) return null;
    dates.set(row.date, date);
    const day = days.get(date);
    if (day) day.push(row);
    else days.set(date, [row]);
  }
  return days;
}

/** Gives each row of a day its lesson, where there is no doubt which. */
function choose<Lesson extends LessonProof>(
  rows: ShownRow[],
  lessons: Lesson[],
  candidates: Lesson[][],
): [ShownRow, Lesson][] {
  const inOrder = rows.length === lessons.length && lessons.every((lesson, at) => candidates[at]?.includes(lesson));
  const wanted = new Map<Lesson, number>();
  for (const lesson of candidates.flat()) wanted.set(lesson, (wanted.get(lesson) ?? 0) + 1);

  return rows.flatMap((row, at): [ShownRow, Lesson][] => {
    const possible = candidates[at] ?? [];
    const [only] = possible;
    if (!only || (!inOrder && row.cells.some((cell) => cell.kind === 'discipline' && isTranslated(cell)))) return [];
    if (possible.length === 1 && wanted.get(only) === 1 && (row.begin !== null || inOrder || showsIndex(row, only))) {
      return [[row, only]];
    }
    const indices = new Set(possible.map((lesson) => lesson.index));
    const inTurn = lessons[at];
    // Lessons without numbers of their own, e.g. of two groups at one hour, have no certain order.
    return inOrder && inTurn && !indices.has(null) && indices.size === possible.length ? [[row, inTurn]] : [];
  });
}

function showsIndex(row: ShownRow, lesson: LessonProof): boolean {
  return row.cells.some((cell) => cell.kind === 'number' && Number.parseInt(cell.text.trim(), 10) === lesson.index);
}

export function fits(row: ShownRow, lesson: LessonProof, markup: LessonMarkup): boolean {
  return (
    agreesInTime(row, lesson) &&
    namesSubjectOf(row, lesson) &&
    row.cells.every((cell) => cellFits(cell, row, lesson, markup)) &&
    looseFit(row, lesson, markup)
  );
}

export function agreesInTime(row: ShownRow, lesson: LessonProof): boolean {
  if (row.begin !== null && row.begin !== lesson.begin) return false;
  return row.end === null || lesson.end === null || row.end === lesson.end;
}

export function namesSubjectOf(row: ShownRow, lesson: LessonProof): boolean {
  const named = row.cells.filter((cell) => cell.kind === 'discipline');
  return (
    (named.length > 0 ? named : row.cells).some((cell) => isNamedIn(cell, lesson)) ||
    named.some((cell) => isTranslatedLesson(cell, row))
  );
}

/** «1. Алгебра» and «Алгебра (Дистанционный урок)» name it; whether all the rest agrees is asked afterwards. */
function isNamedIn({ text }: ShownCell, { fields }: LessonProof): boolean {
  return fields.discipline.some((value) => compact(text).includes(value));
}

/** Where the button of a row's lesson goes: to its name, also where another text, such as the shift, stands before that. */
export function cellOf(row: ShownRow, lesson: LessonProof): ShownElement {
  const isNamed = row.cells.some(({ element, kind }) => element === row.cell && kind === 'discipline');
  return (!isNamed && row.cells.find((cell) => isNamedIn(cell, lesson))?.element) || row.cell;
}

/** A translated subject names nothing: the times, both of them, have to tell. */
function isTranslatedLesson(cell: ShownCell, row: ShownRow): boolean {
  return row.begin !== null && row.end !== null && isTranslated(cell);
}

/** A cell whose column is known agrees with that field. */
export function cellFits(cell: ShownCell, row: ShownRow, lesson: LessonProof, markup: LessonMarkup): boolean {
  const { kind, text } = cell;
  switch (kind) {
    case 'unknown':
    case 'ignored':
    case 'time':
      return true;
    case 'number':
      return lesson.index === null || Number.parseInt(text.trim(), 10) === lesson.index;
    case 'teacher':
      return isTeacher(text, lesson) || fieldAgrees(cell, kind, lesson, markup);
    case 'attendance':
      return fieldAgrees(cell, kind, lesson, markup) || isShortFor(compact(text), lesson.fields.attendance);
    case 'mark':
      // Of several marks the page says how they are parted.
      return (
        fieldAgrees(cell, kind, lesson, markup) || lesson.fields.mark.some((told) => letters(told) === letters(text))
      );
    case 'discipline':
      return fieldAgrees(cell, kind, lesson, markup) || isTranslatedLesson(cell, row);
    default:
      return fieldAgrees(cell, kind, lesson, markup);
  }
}

/** «Н» for «Неявка», or the other way round. */
function isShortFor(shown: string, told: readonly string[]): boolean {
  return told.some((value) => shown !== '' && value !== '' && (value.startsWith(shown) || shown.startsWith(value)));
}

/** Texts of which nobody says what they are agree when the lesson has them all. */
function looseFit(row: ShownRow, lesson: LessonProof, markup: LessonMarkup): boolean {
  const cells = row.cells.filter((cell) => cell.kind === 'unknown');
  const explained = cells.every(
    (cell) => isTeacher(cell.text, lesson) || isExplained(compact(cell.text), lesson, markup),
  );
  // A homework's own markup may have cut it into several texts.
  return explained || isExplained(compact(cells.map((cell) => cell.text).join(' ')), lesson, markup);
}
