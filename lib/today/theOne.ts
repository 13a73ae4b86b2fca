import { joinState, type TimeOfCall } from '@/lib/calls/joinTime';

/**
 * The one thing that is meant by «join what is on»: a lesson comes before a call, what has begun before what is about to; of several
 * nobody knows which is meant.
 */
export function theOne<Row extends TimeOfCall & { isLesson: boolean }>(rows: readonly Row[], now: number): Row | null {
  const open = rows.flatMap((row) => {
    const state = joinState(row, now);
    return state.kind === 'open' ? [{ row, live: state.live }] : [];
  });
  const lessons = open.filter(({ row }) => row.isLesson);
  const meant = lessons.length > 0 ? lessons : open;
  const begun = meant.filter(({ live }) => live);
  const [only, another] = begun.length > 0 ? begun : meant;
  return only && !another ? only.row : null;
}
