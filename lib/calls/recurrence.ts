/** Occurrences of scheduled calls. */
import type { CivilDate } from '@/lib/diary/types';
import type { RecurrenceRule, ScheduledCall } from '@/lib/messenger/types';
import { addDays, civilDateOf, dayNumber, type Interval, toInstant, wallMinutesOf, weekdayOf } from '@/lib/time';

const hour = 3_600_000;

/** On which weekdays (1 is Monday) a call that repeats by days is held, given that of its first time. */
const weekdays: Partial<Record<RecurrenceRule, (weekday: number, first: number) => boolean>> = {
  daily: () => true,
  weekly: (weekday, first) => weekday === first,
  weekdays: (weekday) => weekday <= 5,
  weekend: (weekday) => weekday >= 6,
};

/**
 * The occurrence of a call that is on or comes next.
 *
 * Repeating calls keep their wall-clock time in the diary's zone, whatever its clocks do. `start` may be the first occurrence
 * or the next: no occurrence is assumed before it, because which of the two it is cannot be told, and a call shown too early
 * would be wrong. A monthly call of the 31st and a yearly one of 29 February are not held where there is no such day, as
 * calendars have it (RFC 5545). A call for weekdays or weekends whose `start` is on another day begins with the next
 * day that fits.
 *
 * @param now unix milliseconds; the occurrence ends later than this
 * @param timeZone the diary's zone
 * @returns `null` when none is left
 */
export function occurrence(
  call: Pick<ScheduledCall, 'start' | 'duration' | 'recurrence' | 'until'>,
  now: number,
  timeZone: string,
): Interval | null {
  if (!Number.isFinite(call.start)) return null;
  // VK gives no duration or 0 where it knows none: an hour.
  const duration = call.duration > 0 ? call.duration : hour;
  const first = civilDateOf(call.start, timeZone);
  const minutes = wallMinutesOf(call.start, timeZone);
  for (const date of candidates(call.recurrence, first, civilDateOf(now - duration, timeZone))) {
    // The first is taken as given: its wall time may be one that the clocks show twice.
    const start = date === first ? call.start : toInstant(date, minutes, timeZone) + (call.start % 60_000);
    if (call.recurrence !== 'never' && call.until !== null && start > call.until) return null;
    if (start + duration > now) return { start, end: start + duration };
  }
  return null;
}

/** The dates on which a call may be held, a few of them, in order, beginning no later than its first after `from`. */
function candidates(rule: RecurrenceRule, first: CivilDate, from: CivilDate): CivilDate[] {
  if (rule === 'never') return [first];
  const held = weekdays[rule];
  if (held) {
    // Nine days from the eve of the later date hold every weekday after it, whatever clocks do.
    const begin = Math.max(dayNumber(first), dayNumber(from) - 1);
    const days = Array.from({ length: 10 }, (_, index) => addDays(first, begin - dayNumber(first) + index));
    return days.filter((date) => held(weekdayOf(date), weekdayOf(first)));
  }
  // Leap days are up to eight years apart (1896–1904, 2096–2104); no two months in a row lack a day.
  const step = rule === 'monthly' ? 1 : 12;
  const months = monthNumber(from) - monthNumber(first);
  const begin = Math.max(0, Math.floor(months / step) - 1);
  return Array.from({ length: 11 }, (_, index) => {
    const month = monthNumber(first) + (begin + index) * step;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${first.slice(8)}`;
  }).filter((date) => !Number.isNaN(dayNumber(date)));
}

function monthNumber(date: CivilDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
