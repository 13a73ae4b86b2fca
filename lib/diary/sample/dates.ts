/** Dates of a sample: those of the days shown move together, by whole weeks, so that weekdays stay and no number of them does. */
import type { CivilDate } from '@/lib/diary/types';
import { addDays, dayNumber } from '@/lib/time';

/** 28 years, after which the calendar is the same, and five weeks: day, month and year are all other ones then. Days. */
const shift = 1461 * 7 + 35;

/** Only these dates are of days shown; others may be somebody's birthday. Days. */
const nearby = 60;

/** A date of a sample. */
export function shapeOfDate(date: CivilDate): CivilDate {
  return addDays(date, shift);
}

/**
 * The same date as a diary's answer writes it (`2026-11-23`, `23.11.2026`, `23-11-2026`); `null` for anything else and for a date
 * that is not near.
 *
 * @param today the civil date now
 */
export function shapeOfWrittenDate(text: string, today: CivilDate): string | null {
  const found = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})([.-])(\d{2})\5(\d{4}))$/.exec(text);
  if (!found) return null;
  const [, year, month, day, dayFirst, sign = '', monthSecond, yearLast] = found;
  const date = year ? `${year}-${month}-${day}` : `${yearLast}-${monthSecond}-${dayFirst}`;
  if (!isNearby(date, today)) return null;
  const moved = shapeOfDate(date);
  return year ? moved : moved.split('-').reverse().join(sign);
}

/** Whether a date is of days that the page may show; others may be somebody's birthday. */
export function isNearby(date: CivilDate, today: CivilDate): boolean {
  return Math.abs(dayNumber(date) - dayNumber(today)) <= nearby;
}
