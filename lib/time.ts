/**
 * Wall-clock and calendar arithmetic in an IANA zone, through `Intl` alone: part of the content script, so no library,
 * and no `Temporal`, which not every supported browser has. Instants are unix milliseconds; civil dates are
 * `YYYY-MM-DD`. A zone that `Intl` does not know makes it throw `RangeError`.
 */
import type { CivilDate, Lesson, WallMinutes } from '@/lib/diary/types';

const minute = 60_000;
const day = 1440 * minute;

/** A stretch of time, unix milliseconds; `end` is not part of it. */
export interface Interval {
  start: number;
  end: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a `DateTimeFormat` costs a hundred times what using it does: one is kept for each zone. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The zone of this computer, IANA. */
export function computerTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The wall clock of the zone at an instant, as the unix milliseconds at which UTC's clock shows the same. */
function wallClock(instant: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const part of formatOf(timeZone).formatToParts(instant)) parts[part.type] = Number(part.value);
  return Date.UTC(
    parts.year ?? 0,
    (parts.month ?? 1) - 1,
    parts.day ?? 1,
    parts.hour ?? 0,
    parts.minute ?? 0,
    parts.second ?? 0,
  );
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(instant: number, timeZone: string): number {
  return wallClock(instant, timeZone) - Math.floor(instant / 1000) * 1000;
}

/** Offsets around a date, so that the 56 lessons of a week ask `Intl` a dozen times and not two hundred. */
const offsets = new Map<string, readonly [before: number, after: number]>();

function offsetsAround(date: CivilDate, timeZone: string): readonly [number, number] {
  const key = timeZone + date;
  let pair = offsets.get(key);
  if (!pair) {
    if (offsets.size > 500) offsets.clear();
    const midnight = dayNumber(date) * day;
    pair = [offsetAt(midnight - day, timeZone), offsetAt(midnight + 3 * day, timeZone)];
    offsets.set(key, pair);
  }
  return pair;
}

/**
 * The instant at which the wall clock of a zone shows a time.
 *
 * Where clocks go forward and skip the time, the later instant: as much after the change as the time is after the skipped
 * hour's beginning. Where they go back and show it twice, the first.
 *
 * @param date a civil date in the zone
 * @param minutes minutes since midnight; 1440 and more are on the days after
 * @returns unix milliseconds; `NaN` when the date is none
 */
export function toInstant(date: CivilDate, minutes: number, timeZone: string): number {
  const wall = dayNumber(date) * day + minutes * minute;
  if (Number.isNaN(wall)) return Number.NaN;
  const [before, after] = offsetsAround(addDays(date, Math.floor(minutes / 1440)), timeZone);
  if (before === after) return wall - before;
  const candidates = [wall - before, wall - after].sort((one, other) => one - other);
  const valid = candidates.filter((instant) => offsetAt(instant, timeZone) === wall - instant);
  return valid[0] ?? candidates[1] ?? Number.NaN;
}

/** The civil date that a zone's calendar shows at an instant. */
export function civilDateOf(instant: number, timeZone: string): CivilDate {
  return civilDate(wallClock(instant, timeZone) / day);
}

/** Minutes since midnight that a zone's wall clock shows at an instant. */
export function wallMinutesOf(instant: number, timeZone: string): WallMinutes {
  const wall = wallClock(instant, timeZone);
  return Math.floor((((wall % day) + day) % day) / minute);
}

/** Days since 1 January 1970; `NaN` when the text is no date that exists. */
export function dayNumber(date: CivilDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return Number.NaN;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return civilDate(time / day) === date ? time / day : Number.NaN;
}

/** The civil date that lies so many days after 1 January 1970. */
export function civilDate(days: number): CivilDate {
  return new Date(Math.floor(days) * day).toISOString().slice(0, 10);
}

/** The civil date `count` days after another (before it, when negative). */
export function addDays(date: CivilDate, count: number): CivilDate {
  return civilDate(dayNumber(date) + count);
}

/** Weekday of a civil date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Minutes since midnight of «8:30», «08:30» or «08:30:00»; `null` for anything else. */
export function parseWallTime(text: string | null | undefined): WallMinutes | null {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec((text ?? '').replace(/[\s\p{Cf}]/gu, ''));
  const hours = Number(match?.[1]);
  const minutes = Number(match?.[2]);
  return match && hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/**
 * The date of a day head, which has no year: in the year nearest to today that makes the weekday right.
 *
 * @param head `day` 1–31, `month` 1–12, `weekday` 1 (Monday) – 7 (Sunday)
 * @param today the civil date in the diary's zone
 * @returns `null` when no year has such a day
 */
export function nearestYear(head: { day: number; month: number; weekday: number }, today: CivilDate): CivilDate | null {
  const thisYear = Number(today.slice(0, 4));
  const now = dayNumber(today);
  let nearest: CivilDate | null = null;
  let found = 28;
  // Weekdays of the Gregorian calendar come back after 28 years at most, 29 February included. Mostly it is this year: a year
  // further away than one that fits can only be nearer by being the next one.
  for (let distance = 0; distance <= Math.min(28, found + 1); distance++) {
    for (const year of new Set([thisYear - distance, thisYear + distance])) {
      const date = `${year}-${pad(head.month)}-${pad(head.day)}`;
      const days = dayNumber(date);
      if (Number.isNaN(days) || weekdayOf(date) !== head.weekday) continue;
      if (nearest === null || Math.abs(days - now) < Math.abs(dayNumber(nearest) - now)) nearest = date;
      found = Math.min(found, distance);
    }
  }
  return nearest;
}

/**
 * When a lesson is, as instants. One that ends before it begins ends on the next day.
 *
 * @param timeZone the diary's zone
 * @returns `null` when the diary gives no times or no date
 */
export function lessonInterval(lesson: Pick<Lesson, 'date' | 'begin' | 'end'>, timeZone: string): Interval | null {
  if (lesson.begin === null || lesson.end === null || lesson.begin === lesson.end) return null;
  const start = toInstant(lesson.date, lesson.begin, timeZone);
  const end = toInstant(lesson.date, lesson.end < lesson.begin ? lesson.end + 1440 : lesson.end, timeZone);
  return start < end ? { start, end } : null;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** «14:05» for minutes since midnight. */
export function formatMinutes(minutes: WallMinutes): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** «14:05»: what the wall clock of the zone shows at an instant. */
export function formatTime(instant: number, timeZone: string): string {
  return formatMinutes(wallMinutesOf(instant, timeZone));
}

/** Made when first needed: the content script needs none of them. */
let dates: Intl.DateTimeFormat | undefined;
let datesWithYear: Intl.DateTimeFormat | undefined;
let relative: Intl.RelativeTimeFormat | undefined;

/** «21 нояб.», with the year when it is another than that of `today`: «21 нояб. 2025 г.». */
export function formatDate(date: CivilDate, today: CivilDate): string {
  const parts = { timeZone: 'UTC', day: 'numeric', month: 'short' } as const;
  dates ??= new Intl.DateTimeFormat('ru', parts);
  datesWithYear ??= new Intl.DateTimeFormat('ru', { ...parts, year: 'numeric' });
  return (date.slice(0, 4) === today.slice(0, 4) ? dates : datesWithYear).format(dayNumber(date) * day);
}

/** «сегодня», «вчера», «завтра», «21 нояб.» or «21 нояб. 2025 г.»: the day of an instant as seen now, in a zone. */
export function formatRelativeDay(instant: number, now: number, timeZone: string): string {
  const date = civilDateOf(instant, timeZone);
  const today = civilDateOf(now, timeZone);
  const distance = dayNumber(date) - dayNumber(today);
  if (Math.abs(distance) > 1) return formatDate(date, today);
  relative ??= new Intl.RelativeTimeFormat('ru', { numeric: 'auto' });
  return relative.format(distance, 'day');
}

/** When something was, as short as it can be said: «14:05» today, otherwise as `formatRelativeDay`. */
export function formatMoment(instant: number, now: number, timeZone: string): string {
  return civilDateOf(instant, timeZone) === civilDateOf(now, timeZone)
    ? formatTime(instant, timeZone)
    : formatRelativeDay(instant, now, timeZone);
}

/** «Через 8 минут»: when something begins, in whole minutes. */
export function formatAhead(minutes: number): string {
  relative ??= new Intl.RelativeTimeFormat('ru', { numeric: 'auto' });
  const said = relative.format(minutes, 'minute');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
