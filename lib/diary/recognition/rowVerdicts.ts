import { dateOfHead } from '@/lib/diary/page/dayHeads';
import type { ShownRow } from '@/lib/diary/page/lessonRow';
import type { CellKind, LessonMarkup } from '@/lib/diary/page/markup';
import { agree, agreesInTime, cellFits, fits, namesSubjectOf, type ToldDays } from '@/lib/diary/page/rowAgreement';
import type { CivilDate, LessonProof } from '@/lib/diary/types';

/** Why a row that the page shows is taken for no lesson. */
export const rowReasons = [
  /** It stands under no head of a day that can be read. */
  'noDay',
  /** The answer is of other days. */
  'otherDays',
  /** The answer has no lesson then. */
  'otherTime',
  /** It has one, of another subject. */
  'otherSubject',
  /** A column says something else than the answer: which, is said beside. */
  'otherWords',
  /** It could be one of several lessons. */
  'unsure',
  /** It agrees, and so many others contradict that this may be by chance. */
  'outvoted',
] as const;

export type RowReason = (typeof rowReasons)[number];

/** What became of one row. */
export interface RowVerdict<Lesson extends LessonProof> {
  row: ShownRow;
  /** The lesson it is; else `reason` says why it is none. */
  lesson: Lesson | null;
  reason: RowReason | null;
  /** With `otherWords`: what the cell shows. */
  kind: CellKind | null;
}

/**
 * The lesson of every row as `agree` finds it, and for the others why there is none: for people who look into a page, never for
 * deciding.
 */
export function judgeRows<Lesson extends LessonProof>(
  rows: readonly ShownRow[],
  told: ToldDays<Lesson>,
  today: CivilDate,
  markup: LessonMarkup,
): RowVerdict<Lesson>[] {
  const found = agree(rows, told, today, markup);
  return rows.map((row) => {
    const lesson = found.get(row) ?? null;
    const { reason, kind } = lesson ? { reason: null, kind: null } : why(row, told, today, markup);
    // Single rows agree, and the page as a whole does not.
    return { row, lesson, reason: reason === 'unsure' && found.size === 0 ? 'outvoted' : reason, kind };
  });
}

function why(
  row: ShownRow,
  { dates, lessons }: ToldDays<LessonProof>,
  today: CivilDate,
  markup: LessonMarkup,
): { reason: RowReason; kind: CellKind | null } {
  const date = row.date && dateOfHead(row.date, today);
  if (!date) return { reason: 'noDay', kind: null };
  if (!dates.includes(date)) return { reason: 'otherDays', kind: null };
  const then = lessons.filter((lesson) => lesson.date === date && agreesInTime(row, lesson));
  if (then.length === 0) return { reason: 'otherTime', kind: null };
  const named = then.filter((lesson) => namesSubjectOf(row, lesson));
  if (named.length === 0) return { reason: 'otherSubject', kind: null };
  if (named.some((lesson) => fits(row, lesson, markup))) return { reason: 'unsure', kind: null };
  const [nearest] = named;
  const wrong = nearest && row.cells.find((cell) => !cellFits(cell, row, nearest, markup));
  return { reason: 'otherWords', kind: wrong?.kind ?? 'unknown' };
}
