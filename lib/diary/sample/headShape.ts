import { longestHead, weekdayOfWord } from '@/lib/diary/page/dayHeads';
import type { CivilDate } from '@/lib/diary/types';
import { weekdayOf } from '@/lib/time';
import { isNearby, shapeOfDate } from './dates';

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
/** Between two texts of a head; stands in none. */
const edge = '\0';
const sign = String.raw`(?:-?(?:е|го))?[\s\0./,·|–—-]+`;
const day = String.raw`(?<day>\d{1,2})`;
const month = String.raw`(?<month>\d{1,2}|[а-я]{3,8})`;
const year = String.raw`(?<year>20\d\d|\d\d)`;
const forms = [
  String.raw`(?<year>20\d\d)${sign}${month}${sign}${day}`,
  `${day}${sign}${month}(?:${sign}${year})?`,
  `${month}${sign}${day}(?:${sign}${year})?`,
].map((form) => new RegExp(String.raw`(?<![\d:а-яё])${form}(?![\d:])(?:\s*(?:года?|г)(?![а-яё]))?`, 'dgi'));

/**
 * The texts of a day head in a sample, «Понедельник », «28/», «12»; `null` where they are no head of a day nearby. A date is known
 * by its weekday and by being near, whatever its form: the sample is there to teach `dayHeads.ts` those that it cannot read yet.
 *
 * @param texts of the head's text nodes, in order
 * @param shape what becomes of everything but the date
 */
export function shapeOfHead(
  texts: readonly string[],
  today: CivilDate,
  shape: (text: string) => string,
): string[] | null {
  const head = texts.join(edge);
  if (!/\d/.test(head) || head.replace(/\s+/g, ' ').length > longestHead) return null;
  for (const match of forms.flatMap((form) => [...head.matchAll(form)])) {
    const { 0: all, index, groups = {}, indices } = match;
    const before = head.slice(0, index);
    const after = head.slice(index + all.length);
    const weekday = weekdayBeside(before, after, groups);
    const date = weekday !== null && dateNearby(groups, weekday, today);
    if (!date) continue;
    const [yearNow = '', monthNow = '', dayNow = ''] = shapeOfDate(date).split('-');
    const becomes: Record<string, (text: string) => string> = {
      year: ({ length }) => yearNow.slice(-length),
      month: (text) => (/\d/.test(text) ? monthNow : genitive(text, Number(monthNow))),
      day: () => dayNow,
    };
    const places = Object.entries(indices?.groups ?? {}).flatMap(([name, place]) => (place ? [{ name, place }] : []));
    let made = '';
    let at = index;
    for (const { name, place } of places.sort((one, other) => one.place[0] - other.place[0])) {
      made += head.slice(at, place[0]) + becomes[name]?.(head.slice(...place));
      at = place[1];
    }
    made += head.slice(at, index + all.length);
    const outside = (text: string) => text.split(edge).map(shape).join(edge);
    return (outside(before) + made + outside(after)).split(edge);
  }
  return null;
}

type Groups = Partial<Record<string, string>>;

/**
 * The weekday that stands beside a date, 0 where «Сегодня» or nothing does; `null`: it is no head. Without a weekday the date
 * stands alone and can be nothing else.
 */
function weekdayBeside(before: string, after: string, { month = '', year }: Groups): number | null {
  const first = wordsOf(before);
  const all = [...first, ...wordsOf(after)];
  const named = all.flatMap((word) => weekdayOfWord(word) ?? []);
  if (named.length === 0 && !all.some(isToday))
    return all.length === 0 && (year?.length === 4 || !/\d/.test(month)) ? 0 : null;
  // «К четвергу 26.11 принести…» is no head.
  return named.length < 2 && first.every((word) => isToday(word) || weekdayOfWord(word)) ? (named[0] ?? 0) : null;
}

function wordsOf(text: string): string[] {
  return text.match(/[а-яё]+|\d+/gi) ?? [];
}

function isToday(word: string): boolean {
  return word.toLowerCase() === 'сегодня';
}

/** The date near today that these words name, on that weekday. */
function dateNearby({ day = '', month = '', year }: Groups, weekday: number, today: CivilDate): CivilDate | undefined {
  const thisYear = Number(today.slice(0, 4));
  const years = year ? [2000 + (Number(year) % 100)] : [thisYear - 1, thisYear, thisYear + 1];
  const monthAndDay = [monthOf(month), Number(day)].map((number) => String(number).padStart(2, '0')).join('-');
  return years
    .map((one) => `${one}-${monthAndDay}`)
    .find((date) => isNearby(date, today) && (!weekday || weekdayOf(date) === weekday));
}

/** 1 to 12 of «11», «ноября», «ноябрь», «нояб»; 0 for any other word. */
function monthOf(word: string): number {
  const text = word.toLowerCase();
  return (
    Number(text) || genitives.findIndex((name) => name.startsWith(text) || name.slice(0, -1) === text.slice(0, -1)) + 1
  );
}

/** The name of another month, as long as the one that stood there. */
function genitive(before: string, month: number): string {
  const name = genitives[month - 1] ?? '';
  const made = before.length <= 3 && before.toLowerCase() !== 'мая' ? name.slice(0, 3) : name;
  return before[0] === before[0]?.toUpperCase() ? made.charAt(0).toUpperCase() + made.slice(1) : made;
}
