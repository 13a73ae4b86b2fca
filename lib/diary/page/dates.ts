import type { CivilDate } from '@/lib/diary/types';
import { addDays, dayNumber, nearestYear, weekdayOf } from '@/lib/time';
import type { ShownDate } from './heads';

/**
 * The civil date of a day head, which mostly has no year: the year nearest to today that makes the weekday right. `null`
 * where there is none; «Сегодня» without a weekday counts for today and the days beside it, as zones differ.
 *
 * @param today the civil date now, in the diary's zone
 */
export function dateOfHead(shown: ShownDate, today: CivilDate): CivilDate | null {
  const { day, month, weekday, year } = shown;
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year !== null) {
    const date = `${year}-${monthAndDay}`;
    return !Number.isNaN(dayNumber(date)) && (weekday === null || weekdayOf(date) === weekday) ? date : null;
  }
  if (weekday === null)
    return [today, addDays(today, -1), addDays(today, 1)].find((date) => date.slice(5) === monthAndDay) ?? null;
  return nearestYear({ day, month, weekday }, today);
}
