import { compact } from '@/lib/diary/text';
import type { CivilDate, Lesson, Schedule } from '@/lib/diary/types';
import { dateOfHead } from './dates';
import { agrees, isExplained, isSameTeacher } from './explain';
import type { ShownDate } from './heads';
import type { ShownCell, ShownRow } from './rows';

/**
 * Finds the lesson of every shown row. `GetDiary` names no pupil and another tab may have chosen another child, so a row
 * gets a lesson only if time, subject and each other field it shows agree with the answer; and nobody gets one where
 *
 * - a head's date cannot be found or is not in the answer, or
 * - as many rows contradict the answer as agree with it: then it is somebody else's, and what agrees does so by chance.
 *
 * Two lessons that a row could be are told apart by their order alone, where the whole day agrees in order.
 *
 * @param rows all rows shown, marked ones too: they bear witness
 * @param schedule the answer for the same days
 * @param today the civil date now, in the diary's zone
 */
export function agree(rows: readonly ShownRow[], schedule: Schedule, today: CivilDate): Map<ShownRow, Lesson> {
  const none = new Map<ShownRow, Lesson>();
  const lessonsOf = new Map(schedule.days.map((day) => [day.date, day.lessons]));
  const days = rowsByDate(rows, today);
  if (!days || [...days.keys()].some((date) => !lessonsOf.has(date))) return none;

  const found = new Map<ShownRow, Lesson>();
  let balance = 0;
  for (const [date, shown] of days) {
    const lessons = lessonsOf.get(date) ?? [];
    const candidates = shown.map((row) => lessons.filter((lesson) => fits(row, lesson)));
    for (const possible of candidates) balance += possible.length > 0 ? 1 : -1;
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
function choose(rows: ShownRow[], lessons: Lesson[], candidates: Lesson[][]): [ShownRow, Lesson][] {
  const inOrder = rows.length === lessons.length && lessons.every((lesson, at) => candidates[at]?.includes(lesson));
  const wanted = new Map<Lesson, number>();
  for (const lesson of candidates.flat()) wanted.set(lesson, (wanted.get(lesson) ?? 0) + 1);

  return rows.flatMap((row, at): [ShownRow, Lesson][] => {
    const possible = candidates[at] ?? [];
    const [only] = possible;
    if (!only) return [];
    if (possible.length === 1 && wanted.get(only) === 1 && (row.begin !== null || inOrder || showsIndex(row, only))) {
      return [[row, only]];
    }
    const indices = new Set(possible.map((lesson) => lesson.index));
    const inTurn = lessons[at];
    // Lessons without numbers of their own, e.g. of two groups at one hour, have no certain order.
    return inOrder && inTurn && !indices.has(null) && indices.size === possible.length ? [[row, inTurn]] : [];
  });
}

function showsIndex(row: ShownRow, lesson: Lesson): boolean {
  return row.cells.some((cell) => cell.kind === 'number' && Number.parseInt(cell.text.trim(), 10) === lesson.index);
}

function fits(row: ShownRow, lesson: Lesson): boolean {
  if (row.begin !== null && row.begin !== lesson.begin) return false;
  if (row.end !== null && lesson.end !== null && row.end !== lesson.end) return false;
  return namesDiscipline(row, lesson) && row.cells.every((cell) => cellFits(cell, lesson)) && looseFit(row, lesson);
}

function namesDiscipline(row: ShownRow, lesson: Lesson): boolean {
  const named = row.cells.some((cell) => cell.kind === 'discipline');
  // «1. Алгебра» and «Алгебра (Дистанционный урок)» name it; whether all the rest agrees is asked afterwards.
  return row.cells.some((cell) => (!named || cell.kind === 'discipline') && holds(cell.text, lesson.discipline));
}

function holds(text: string, told: string): boolean {
  return text.trim() === told || compact(text).includes(compact(told));
}

/** A cell whose column is known agrees with that field. */
function cellFits({ kind, text }: ShownCell, lesson: Lesson): boolean {
  switch (kind) {
    case 'unknown':
    case 'ignored':
    case 'time':
      return true;
    case 'number':
      return lesson.index === null || Number.parseInt(text.trim(), 10) === lesson.index;
    case 'teacher':
      return agrees(text, lesson.teacher, lesson) || isSameTeacher(text, lesson.teacher);
    case 'attendance':
      return agrees(text, lesson.attendance, lesson) || isShortFor(compact(text), compact(lesson.attendance));
    default:
      return agrees(text, lesson[kind], lesson);
  }
}

/** «Н» for «Неявка», or the other way round. */
function isShortFor(shown: string, told: string): boolean {
  return shown !== '' && told !== '' && (told.startsWith(shown) || shown.startsWith(told));
}

/** Texts of which nobody says what they are agree when the lesson has them all. */
function looseFit(row: ShownRow, lesson: Lesson): boolean {
  const cells = row.cells.filter((cell) => cell.kind === 'unknown');
  const explained = cells.every(
    ({ text }) =>
      text.trim() === lesson.discipline || isSameTeacher(text, lesson.teacher) || isExplained(compact(text), lesson),
  );
  // A homework's own markup may have cut it into several texts.
  return explained || isExplained(compact(cells.map((cell) => cell.text).join(' ')), lesson);
}

/**
 * Whether an assumed time zone is wrong by what the page shows: it marks another day as today, or shows its lessons at
 * other times than the answer has. Where the zone is known there is no need to ask.
 *
 * @param heads day heads of the page, and its header's date
 * @param today the civil date now, in the assumed zone
 */
export function contradictsZone(
  heads: readonly ShownDate[],
  rows: readonly ShownRow[],
  schedule: Schedule,
  today: CivilDate,
): boolean {
  if (heads.some((head) => head.today && dateOfHead(head, today) !== today)) return true;
  const shifts = new Set<number>();
  let compared = 0;
  for (const [date, shown] of rowsByDate(rows, today) ?? []) {
    const lessons = schedule.days.find((day) => day.date === date)?.lessons ?? [];
    if (shown.length !== lessons.length) continue;
    for (const [at, lesson] of lessons.entries()) {
      const row = shown[at];
      if (
        !row ||
        row.begin === null ||
        lesson.begin === null ||
        !compact(row.cell.textContent ?? '').startsWith(compact(lesson.discipline))
      )
        continue;
      shifts.add(row.begin - lesson.begin);
      compared += 1;
    }
  }
  // One moved lesson is a moved lesson; all of them moved alike are another clock.
  return compared > 1 && shifts.size === 1 && !shifts.has(0);
}
