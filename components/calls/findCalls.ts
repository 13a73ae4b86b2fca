import { joinState } from '@/lib/calls/joinTime';
import type { CallRow } from '@/lib/messages/calls';
import { finder, searchable } from '@/lib/searching';

/** So many rows are worth a search field. */
export const searchedFrom = 15;

/** Rows whose name, organiser or chat the query finds, in their order. */
export function findCalls(rows: readonly CallRow[], query: string): CallRow[] {
  const finds = finder(query);
  return rows.filter(({ name, caller, chat }) => finds(searchable(`${name} ${caller} ${chat?.title ?? ''}`)));
}

/**
 * Rows that are on or to come, in their order, and those that are over, the latest first: what ends while it is looked at goes
 * there by itself.
 *
 * @param now unix milliseconds on the corrected clock
 */
export function partCalls(rows: readonly CallRow[], now: number): { ahead: CallRow[]; past: CallRow[] } {
  const isOver = (row: CallRow) => joinState(row, now).kind === 'over';
  const past = rows.filter(isOver).sort((one, other) => (other.start ?? 0) - (one.start ?? 0));
  return { ahead: rows.filter((row) => !isOver(row)), past };
}
