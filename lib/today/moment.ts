import { joinState, type TimeOfCall } from '@/lib/calls/joinTime';

/** Rows as they stand at a moment. Every row is in one of these. */
export interface Moment<Row> {
  /** On now. */
  now: Row[];
  /** What begins next: several rows where they begin at the same time. */
  next: Row[];
  later: Row[];
  /** No time is known: the link alone is given. */
  timeless: Row[];
  over: Row[];
}

/**
 * Sorts the rows of a day by how they stand.
 *
 * @param rows by time
 * @param now unix milliseconds on the corrected clock
 */
export function standAt<Row extends TimeOfCall>(rows: readonly Row[], now: number): Moment<Row> {
  const stand: Moment<Row> = { now: [], next: [], later: [], timeless: [], over: [] };
  for (const row of rows) {
    const state = joinState(row, now);
    if (state.kind === 'timeless') stand.timeless.push(row);
    else if (state.kind === 'over') stand.over.push(row);
    else if (state.kind === 'open' && state.live) stand.now.push(row);
    else if (stand.next.length === 0 || stand.next[0]?.start === row.start) stand.next.push(row);
    else stand.later.push(row);
  }
  return stand;
}

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
