import type { CivilDate } from '@/lib/diary/types';
import { dayNumber, weekdayOf } from '@/lib/time';
import type { ShownDate } from './dayHeads';
import { type ShownElement, shownText } from './shownElement';

/*
 * The month of «Расписание» (2026-09, its markup was never seen): a calendar, a week a row, whose cells begin with the day's
 * number alone. Which month it is stands above it: a name, or dates such as «23 11 ПН – 29 11 ВС».
 */

/** A month named on the page; `year` only where it is shown. */
export interface NamedMonth {
  month: number;
  year: number | null;
}

/** A day of a calendar: its cell, and the element that shows the number and nothing else. */
export interface CalendarDay {
  cell: ShownElement;
  day: number;
}

const names = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];
const name =
  /(?<![а-я])(январ|феврал|март|апрел|ма(?=[йя])|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}(?![а-я])\s*(20\d\d)?/g;
const date = /(?<!\d)\d{1,2}[\s/.]+(\d{1,2})[\s/.]+(?:(20\d\d)|(?:пн|вт|ср|чт|пт|сб|вс)(?![а-я]))/g;

/** Reads the months that a text names, e.g. of the bar above the days. */
export function readMonths(text: string): NamedMonth[] {
  const words = text.toLowerCase();
  const year = (digits: string | undefined) => (digits ? Number(digits) : null);
  return [
    ...[...words.matchAll(name)].map((match) => ({ month: names.indexOf(match[1] ?? '') + 1, year: year(match[2]) })),
    ...[...words.matchAll(date)].map((match) => ({ month: Number(match[1]), year: year(match[2]) })),
  ].filter(({ month }) => month >= 1 && month <= 12);
}

/** The days of a table that is a calendar: 1, 2, 3 and so on to the end of a month, seven a row. `null` for any other. */
export function readCalendar(table: ShownElement): CalendarDay[] | null {
  const days: CalendarDay[] = [];
  let columns = 0;
  for (const row of rowsIn(table)) {
    if (row.children.length > 7) return null;
    for (const cell of row.children) {
      columns += cell.tagName === 'TD' ? 1 : 0;
      const day = cell.tagName === 'TD' ? leadingNumber(cell) : null;
      if (day === null) continue;
      if (day !== days.length + 1) return null;
      days.push({ cell, day });
    }
  }
  return days.length >= 28 && days.length <= 31 && columns >= days.length ? days : null;
}

/**
 * The dates of a calendar's days: the one month among the named ones that begins on the right weekday and is as long. Nobody
 * else can tell January from October.
 *
 * @param near a date: without a year the nearest is meant
 * @returns heads of days with their year, in order; `null` when no month or more than one fits
 */
export function dateCalendar(
  days: readonly CalendarDay[],
  named: readonly NamedMonth[],
  near: CivilDate,
): ShownDate[] | null {
  const [first] = days;
  if (!first) return null;
  const column = (first.cell.parent?.children ?? []).indexOf(first.cell) + 1;
  const thisYear = Number(near.slice(0, 4));
  const fitting = new Set<string>();
  for (const { month, year } of named) {
    for (const candidate of year === null ? [thisYear - 1, thisYear, thisYear + 1] : [year]) {
      const begin = `${candidate}-${String(month).padStart(2, '0')}-01`;
      if (weekdayOf(begin) === column && lengthOf(candidate, month) === days.length) fitting.add(begin);
    }
  }
  const [begin] = fitting;
  if (!begin || fitting.size > 1) return null;
  const [year = 0, month = 0] = begin.split('-').map(Number);
  return days.map(({ day }) => ({ day, month, year, weekday: ((column + day - 2) % 7) + 1, today: false }));
}

function lengthOf(year: number, month: number): number {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return dayNumber(next) - dayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
}

/** The number that stands first in a cell, alone in its element or text. */
function leadingNumber(cell: ShownElement): number | null {
  for (const node of cell.nodes) {
    const text = (typeof node === 'string' ? node : shownText(node).text).trim();
    if (text) return /^\d{1,2}$/.test(text) ? Number(text) : null;
  }
  return null;
}

/** The rows of a table, at any depth. */
function rowsIn(element: ShownElement): ShownElement[] {
  return element.children.flatMap((child) => (child.tagName === 'TR' ? [child, ...rowsIn(child)] : rowsIn(child)));
}
