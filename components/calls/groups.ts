import { joinState } from '@/lib/calls/joinTime';
import type { CallRow } from '@/lib/messages/calls';
import { civilDateOf, dayNumber } from '@/lib/time';
import { words } from '@/lib/words';

/** Calls that stand under one heading. */
export interface CallGroup {
  key: string;
  heading: string;
  rows: CallRow[];
}

/** «Сегодня», «Завтра», «26 ноября, четверг», with the year where it is another one. */
export function dayHeading(instant: number, now: number, timeZone: string): string {
  const date = civilDateOf(instant, timeZone);
  const today = civilDateOf(now, timeZone);
  const distance = dayNumber(date) - dayNumber(today);
  if (distance === 0) return words('groupToday');
  if (distance === 1) return words('groupTomorrow');
  const noon = dayNumber(date) * 86_400_000;
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('ru', { timeZone: 'UTC', ...options }).format(noon);
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return `${format({ day: 'numeric', month: 'long', ...year })}, ${format({ weekday: 'long' })}`;
}

/**
 * Calls under their headings: those that are on, then by day, in the order they came.
 *
 * @param now unix milliseconds on the corrected clock
 * @param timeZone the diary's zone
 */
export function groupCalls(rows: readonly CallRow[], now: number, timeZone: string): CallGroup[] {
  const groups = new Map<string, CallGroup>();
  for (const row of rows) {
    const state = joinState(row, now);
    const isOn = state.kind === 'open' && state.live;
    const key = isOn ? 'now' : row.start === null ? 'unknown' : civilDateOf(row.start, timeZone);
    const group = groups.get(key);
    if (group) {
      group.rows.push(row);
      continue;
    }
    const heading = isOn
      ? words('groupNow')
      : row.start === null
        ? words('groupUnknown')
        : dayHeading(row.start, now, timeZone);
    groups.set(key, { key, heading, rows: [row] });
  }
  // A call that has just begun goes up before the background is asked again.
  const first = groups.get('now');
  return first ? [first, ...[...groups.values()].filter((group) => group !== first)] : [...groups.values()];
}
