// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readMonths } from '@/lib/diary/page/calendarMonth';
import { markupOf } from '@/lib/diary/page/markup';
import { readShownDays, readShownView } from '@/lib/diary/page/shownDays';
import { copied } from './copied';

/** A calendar that begins in a column (0 Monday) and has so many days, each with these lessons. */
function calendar(
  column: number,
  length: number,
  lessons = '<div>08:30 - 09:10 Алгебра</div><div>09:20 - 10:00 Физика</div>',
) {
  const cells = [
    ...Array.from({ length: column }, () => '<td></td>'),
    ...Array.from({ length }, (_, at) => `<td><b>${at + 1}</b>${lessons}</td>`),
  ];
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += 7) rows.push(`<tr>${cells.slice(at, at + 7).join('')}</tr>`);
  return `<table class="month"><tbody>${rows.join('\n')}</tbody></table>`;
}

function read(top: string, table: string, today = '2026-11-23') {
  document.body.innerHTML = `<div class="right"><div class="top">${top}</div><div class="content">${table}</div></div>`;
  const content = document.querySelector('.content');
  if (!content) throw new Error('no content');
  const shown = readShownView(copied(content), top, today, markupOf('personalArea'));
  return { shown, days: readShownDays(shown, '#schedule', today, markupOf('personalArea')) };
}

describe('the month of «Расписание»', () => {
  it('is the one that the bar above it names and that begins on its weekday', () => {
    const { shown, days } = read('<small>23 11 ПН</small> – <small>29 11 ВС</small>', calendar(6, 30));
    expect(days).toEqual({ view: 'schedule', span: 'month', date: '2026-11-01' });
    expect(shown.rows).toHaveLength(60);
    expect(shown.rows[0]).toMatchObject({ begin: 510, end: 550, date: { day: 1, month: 11, year: 2026, weekday: 7 } });
  });

  it.each([
    ['Октябрь 2026', 3, 31, '2026-10-01'],
    ['Январь 2026', 3, 31, '2026-01-01'],
    ['28 12 ПН – 03 01 ВС', 4, 31, '2027-01-01'],
    ['30 11 ПН – 06 12 ВС', 1, 31, '2026-12-01'],
    ['26 февраля', 0, 28, '2027-02-01'],
  ])('%s', (top, column, length, date) => {
    expect(read(top, calendar(column, length)).days?.date).toBe(date);
  });

  it.each([
    ['nothing says which month it is', '', 6, 30],
    ['the named one begins on another weekday', 'Ноябрь 2026', 5, 30],
    ['the named one is longer', 'Октябрь 2026', 3, 30],
  ])('is not read where %s', (_, top, column, length) => {
    expect(read(top, calendar(column, length))).toMatchObject({ days: null });
  });

  it('reads a day with one lesson', () => {
    const { shown } = read('Ноябрь 2026', calendar(6, 30, '<div>08:30 - 09:10 Алгебра</div>'));
    expect(shown.rows).toHaveLength(30);
  });

  it.each([
    ['23 11 ПН – 29 11 ВС', [11, 11]],
    ['Май, марта, августе', [5, 3, 8]],
    ['Маша и мартышка', []],
  ])('finds the months of «%s»', (text, months) => {
    expect(readMonths(text).map(({ month }) => month)).toEqual(months);
  });
});
