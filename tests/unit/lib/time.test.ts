import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDateOf,
  formatMoment,
  formatRelativeDay,
  formatTime,
  lessonInterval,
  nearestYear,
  parseWallTime,
  toInstant,
  wallMinutesOf,
  weekdayOf,
} from '@/lib/time';

const krasnoyarsk = 'Asia/Krasnoyarsk';
const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';

describe('the instant of a wall-clock time', () => {
  it.each([
    ['2026-11-23', 620, krasnoyarsk, '2026-11-23T03:20:00Z', 'Khakassia, no daylight saving'],
    ['2026-11-23', 60, 'Asia/Magadan', '2026-11-22T14:00:00Z', 'the day before in UTC'],
    ['2026-11-23', 510, 'Europe/Samara', '2026-11-23T04:30:00Z', 'Udmurtia'],
    ['2026-07-01', 480, berlin, '2026-07-01T06:00:00Z', 'summer time'],
    ['2026-12-01', 480, berlin, '2026-12-01T07:00:00Z', 'winter time'],
    ['2026-03-29', 119, berlin, '2026-03-29T00:59:00Z', 'the last minute before the gap'],
    ['2026-03-29', 150, berlin, '2026-03-29T01:30:00Z', 'in the gap: the later instant, 03:30'],
    ['2026-03-29', 180, berlin, '2026-03-29T01:00:00Z', 'the first minute after the gap'],
    ['2026-10-25', 150, berlin, '2026-10-25T00:30:00Z', 'shown twice: the first'],
    ['2026-10-25', 180, berlin, '2026-10-25T02:00:00Z', 'after the hour that is shown twice'],
    ['2026-03-08', 150, newYork, '2026-03-08T07:30:00Z', 'in the gap, west of UTC'],
    ['2026-11-01', 90, newYork, '2026-11-01T05:30:00Z', 'shown twice, west of UTC'],
    ['2026-12-31', 1470, 'Europe/Moscow', '2026-12-31T21:30:00Z', 'over midnight and the turn of the year'],
    ['2026-10-24', 1440 + 180, berlin, '2026-10-25T02:00:00Z', 'over midnight into a change'],
    ['2014-10-26', 30, 'Europe/Moscow', '2014-10-25T20:30:00Z', 'the change of 2014'],
  ])('%s %i min, %s → %s: %s', (date, minutes, zone, expected) => {
    expect(new Date(toInstant(date, minutes, zone)).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });

  it('is undone by the date and the minutes of the instant, through a year and a half in four zones', () => {
    for (const zone of [krasnoyarsk, berlin, newYork, 'Australia/Lord_Howe']) {
      for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2027, 6, 1); instant += 2.5 * 3_600_000) {
        const again = toInstant(civilDateOf(instant, zone), wallMinutesOf(instant, zone), zone);
        // In the hour (on Lord Howe the half) that is shown twice the first instant is given.
        expect([0, 3_600_000, 1_800_000]).toContain(instant - again);
      }
    }
  });

  it.each(['2026-13-01', '2026-02-30', '', 'завтра', '26-11-23'])('is none for the date «%s»', (date) => {
    expect(toInstant(date, 600, berlin)).toBeNaN();
  });
});

describe('civil dates', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-11-23', 7, '2026-11-30'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (date, count, expected) => {
    expect(addDays(date, count)).toBe(expected);
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-29', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
  ])('%s has weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });
});

describe('a wall time in the diary', () => {
  it.each([
    ['8:30', 510],
    ['08:30', 510],
    ['08:30:00', 510],
    [' 08:30\u200b ', 510],
    ['0:00', 0],
    ['23:59', 1439],
    ['24:00', null],
    ['08:60', null],
    ['830', null],
    ['мусор', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('«%s» is %s', (text, expected) => {
    expect(parseWallTime(text)).toBe(expected);
  });
});

describe('the year of a day head', () => {
  it.each<[Parameters<typeof nearestYear>[0], string, string | null, string]>([
    [{ day: 23, month: 11, weekday: 1 }, '2026-11-25', '2026-11-23', 'this year'],
    [{ day: 2, month: 1, weekday: 6 }, '2026-12-30', '2027-01-02', 'the next year, from its eve'],
    [{ day: 30, month: 12, weekday: 3 }, '2027-01-03', '2026-12-30', 'the year before, from its first days'],
    [{ day: 1, month: 9, weekday: 1 }, '2026-06-01', '2025-09-01', 'the school year’s beginning'],
    [{ day: 29, month: 2, weekday: 2 }, '2027-01-01', '2028-02-29', 'a leap day'],
    [{ day: 31, month: 4, weekday: 1 }, '2026-11-25', null, 'no such day'],
    [{ day: 23, month: 11, weekday: 9 }, '2026-11-25', null, 'no such weekday'],
  ])('%o seen on %s is %s: %s', (head, today, expected) => {
    expect(nearestYear(head, today)).toBe(expected);
  });
});

describe('the interval of a lesson', () => {
  const lesson = (date: string, begin: number | null, end: number | null) => ({ date, begin, end });
  it.each([
    [lesson('2026-11-23', 510, 550), krasnoyarsk, 40],
    [lesson('2026-11-23', 1420, 20), krasnoyarsk, 40],
    [lesson('2026-12-31', 1420, 20), krasnoyarsk, 40],
    [lesson('2026-03-29', 110, 200), berlin, 30],
    [lesson('2026-11-23', null, 550), krasnoyarsk, null],
    [lesson('2026-11-23', 510, null), krasnoyarsk, null],
    [lesson('2026-11-23', 510, 510), krasnoyarsk, null],
    [lesson('', 510, 550), krasnoyarsk, null],
  ])('%o in %s lasts %s minutes', (given, zone, expected) => {
    const interval = lessonInterval(given, zone);
    expect(interval && (interval.end - interval.start) / 60_000).toBe(expected);
  });
});

describe('times for people', () => {
  const now = Date.parse('2026-11-23T03:20:00Z');
  it('shows the wall clock of the zone', () => {
    expect(formatTime(now, krasnoyarsk)).toBe('10:20');
    expect(formatTime(now, newYork)).toBe('22:20');
  });

  it.each([
    ['2026-11-23T16:59:00Z', 'сегодня', '23:59'],
    ['2026-11-23T17:00:00Z', 'завтра', 'завтра'],
    ['2026-11-22T16:59:00Z', 'вчера', 'вчера'],
    ['2026-11-21T05:00:00Z', '21 нояб.', '21 нояб.'],
    ['2025-11-21T05:00:00Z', '21 нояб. 2025 г.', '21 нояб. 2025 г.'],
  ])('%s is «%s», in a list «%s»', (moment, relative, short) => {
    const plain = (text: string) => text.replace(/\s/g, ' ');
    expect(plain(formatRelativeDay(Date.parse(moment), now, krasnoyarsk))).toBe(relative);
    expect(plain(formatMoment(Date.parse(moment), now, krasnoyarsk))).toBe(short);
  });
});
