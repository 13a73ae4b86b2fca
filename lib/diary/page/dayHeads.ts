import type { CivilDate } from '@/lib/diary/types';
import { addDays, dayNumber, nearestYear, weekdayOf } from '@/lib/time';

/**
 * What a day head says. `weekday`: 1 Monday to 7 Sunday, `null` where the page shows «Сегодня» in its place. `year` only
 * where it is shown.
 */
export interface ShownDate {
  day: number;
  month: number;
  weekday: number | null;
  year: number | null;
  /** The page marks the day as the current one. */
  today: boolean;
  /** The element that shows it, by its number in the page's copy. */
  element?: number;
}

/** What weekdays are called on pages, from Monday on. */
const weekdays = [
  'понедельник|пнд?|пон',
  'вторник|втр?',
  'сред[ау]|срд?',
  'четверг|чтв?',
  'пятниц[ау]|птн?',
  'суббот[ау]|сбт?|суб',
  'воскресенье|вск?',
];
const weekdayNames = weekdays.map((names) => `(${names})`).join('|');
const weekdayPattern = new RegExp(`(?<![а-я])(?:${weekdayNames})(?![а-я])`, 'g');

const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
/** 26/11, 26.11, 26.11.2026 */
const numericDate = /(?<!\d)(\d{1,2})\s*[/.]\s*(\d{1,2})(?:\s*[/.]\s*(20\d\d|\d\d))?(?!\d)/g;
/** 26 ноября, 26 ноября 2026 */
const wordyDate =
  /(?<!\d)(\d{1,2})\s*[/.,]?\s*(янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?(?:,?\s*(20\d\d))?/g;

const beginning = new RegExp(String.raw`^[^а-яё\d]*(?:\d|сегодня|(?:${weekdayNames})(?![а-я]))`);

/** Longer texts are not heads: «Понедельник, 23 ноября 2026 года. Сегодня. Развернуть». */
export const longestHead = 60;

/**
 * Reads a day head: one weekday (or «Сегодня») and one date, e.g. «Понедельник 23/11» of the diary or
 * «Вт, 24 ноября 2026». `null` for anything else, a week's «23 11 ПН – 29 11 ВС» among it.
 *
 * @param text the element's text, spaces as they come
 */
export function readHead(text: string): ShownDate | null {
  // Most texts are sent away here: the patterns below are dear.
  if (text.length > longestHead || !/\d/.test(text)) return null;
  const words = text.trim().toLowerCase();
  // «К четвергу 26.11 принести…» in somebody's homework is no head.
  if (!beginning.test(words)) return null;
  const named = [...words.matchAll(weekdayPattern)];
  const today = /(?<![а-я])сегодня(?![а-я])/.test(words);
  if (named.length > 1 || (named.length === 0 && !today)) return null;
  const [date, second] = [...words.matchAll(wordyDate), ...words.matchAll(numericDate)];
  if (!date || second) return null;

  const month = Number(date[2]) || months.findIndex((name) => date[2]?.startsWith(name)) + 1;
  const day = Number(date[1]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { day, month, weekday: named[0] ? numberOf(named[0]) : null, year: readYear(date[3]), today };
}

/** The weekday that a word names, 1 Monday to 7 Sunday; `null` for any other word. */
export function weekdayOfWord(word: string): number | null {
  const [found] = word.toLowerCase().matchAll(weekdayPattern);
  return found && found[0].length === word.length ? numberOf(found) : null;
}

function numberOf([, ...names]: RegExpExecArray): number {
  return names.findIndex((name) => name !== undefined) + 1;
}

function readYear(digits: string | undefined): number | null {
  if (!digits) return null;
  return Number(digits) < 100 ? 2000 + Number(digits) : Number(digits);
}

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
