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
