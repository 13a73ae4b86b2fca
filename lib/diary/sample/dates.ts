/** Dates of a sample: those of the days shown move together, by whole weeks, so that weekdays stay and no number of them does. */
import { dateOfHead, readHead } from '@/lib/diary/page/dayHeads';
import type { CivilDate } from '@/lib/diary/types';
import { addDays, dayNumber } from '@/lib/time';

/** 28 years, after which the calendar is the same, and five weeks: day, month and year are all other ones then. Days. */
const shift = 1461 * 7 + 35;

/** Only these dates are of days shown; others may be somebody's birthday. Days. */
const nearby = 60;

const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const genitives = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

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

/**
 * The texts of a day head in a sample, «Понедельник », «23/», «11»; `null` where they are no head of a day nearby.
 *
 * @param texts of the head's text nodes, in order
 * @param shape what becomes of everything but the date
 */
export function shapeOfHead(
  texts: readonly string[],
  today: CivilDate,
  shape: (text: string) => string,
): string[] | null {
  const head = readHead(texts.join(' '));
  const date = head && dateOfHead(head, today);
  if (!head || !date || !isNearby(date, today)) return null;
  const [year = '', month = '', day = ''] = shapeOfDate(date).split('-');
  const wanted = [
    { isIt: (text: string) => Number(text) === head.day, becomes: () => String(Number(day)).padStart(2, '0') },
    { isIt: isMonth(head.month), becomes: (text: string) => (/\d/.test(text) ? month : genitive(text, Number(month))) },
    {
      isIt: (text: string) => head.year !== null && [head.year, head.year % 100].includes(Number(text)),
      becomes: (text: string) => year.slice(-text.length),
    },
  ];
  return texts.map((text) => {
    let made = '';
    let at = 0;
    for (const match of text.matchAll(/\d+|[а-яё]+/gi)) {
      const [next] = wanted;
      if (!next?.isIt(match[0])) continue;
      wanted.shift();
      made += shape(text.slice(at, match.index)) + next.becomes(match[0]);
      at = match.index + match[0].length;
    }
    return made + shape(text.slice(at));
  });
}

function isNearby(date: CivilDate, today: CivilDate): boolean {
  return Math.abs(dayNumber(date) - dayNumber(today)) <= nearby;
}

function isMonth(month: number) {
  return (text: string) =>
    /\d/.test(text) ? Number(text) === month : text.toLowerCase().startsWith(months[month - 1] ?? '-');
}

/** The name of another month, as long as the one that stood there. */
function genitive(before: string, month: number): string {
  const name = genitives[month - 1] ?? '';
  const made = before.length <= 3 && before.toLowerCase() !== 'мая' ? name.slice(0, 3) : name;
  return before[0] === before[0]?.toUpperCase() ? made.charAt(0).toUpperCase() + made.slice(1) : made;
}
