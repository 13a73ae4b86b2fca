import { describe, expect, it } from 'vitest';
import { occurrence } from '@/lib/calls/recurrence';
import type { RecurrenceRule } from '@/lib/messenger/types';
import { wallMinutesOf } from '@/lib/time';

const krasnoyarsk = 'Asia/Krasnoyarsk';
const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';
const minute = 60_000;

function next(rule: RecurrenceRule, start: string, now: string, zone: string, until: string | null = null) {
  const found = occurrence(
    {
      start: Date.parse(start),
      duration: 40 * minute,
      recurrence: rule,
      until: until === null ? null : Date.parse(until),
    },
    Date.parse(now),
    zone,
  );
  return found && new Date(found.start).toISOString().slice(0, 16);
}

describe('the occurrence that is on or comes next', () => {
  it.each<[string, RecurrenceRule, string, string, string, string | null]>([
    ['not yet', 'never', '2026-11-23T03:20Z', '2026-11-20T00:00Z', krasnoyarsk, '2026-11-23T03:20'],
    ['on', 'never', '2026-11-23T03:20Z', '2026-11-23T03:59Z', krasnoyarsk, '2026-11-23T03:20'],
    ['over', 'never', '2026-11-23T03:20Z', '2026-11-23T04:00Z', krasnoyarsk, null],
    ['before the first', 'daily', '2026-11-23T03:20Z', '2026-11-20T00:00Z', krasnoyarsk, '2026-11-23T03:20'],
    ['on now', 'daily', '2026-09-01T03:20Z', '2026-11-23T03:30Z', krasnoyarsk, '2026-11-23T03:20'],
    ['tomorrow', 'daily', '2026-09-01T03:20Z', '2026-11-23T04:00Z', krasnoyarsk, '2026-11-24T03:20'],
    ['over midnight, on', 'daily', '2026-09-01T16:40Z', '2026-11-22T17:10Z', krasnoyarsk, '2026-11-22T16:40'],
    ['years later', 'daily', '2016-09-01T03:20Z', '2026-11-23T04:00Z', krasnoyarsk, '2026-11-24T03:20'],
    ['in a week', 'weekly', '2026-09-07T03:20Z', '2026-11-23T04:00Z', krasnoyarsk, '2026-11-30T03:20'],
    ['over the turn of the year', 'weekly', '2026-09-07T03:20Z', '2026-12-29T00:00Z', krasnoyarsk, '2027-01-04T03:20'],
    [
      'the first and the next alike',
      'weekly',
      '2026-11-30T03:20Z',
      '2026-11-23T04:00Z',
      krasnoyarsk,
      '2026-11-30T03:20',
    ],
    ['into winter, 10:00 on the wall', 'weekly', '2026-10-19T08:00Z', '2026-10-20T00:00Z', berlin, '2026-10-26T09:00'],
    ['into summer, 10:00 on the wall', 'weekly', '2026-03-23T09:00Z', '2026-03-24T00:00Z', berlin, '2026-03-30T08:00'],
    ['into winter, west', 'weekly', '2026-10-26T14:00Z', '2026-10-27T00:00Z', newYork, '2026-11-02T15:00'],
    ['in the hour that is skipped', 'daily', '2026-03-28T01:30Z', '2026-03-28T12:00Z', berlin, '2026-03-29T01:30'],
    ['given in the hour shown twice', 'daily', '2026-10-25T01:30Z', '2026-10-25T00:00Z', berlin, '2026-10-25T01:30'],
    ['Friday to Monday', 'weekdays', '2026-09-01T01:00Z', '2026-11-27T02:00Z', krasnoyarsk, '2026-11-30T01:00'],
    [
      'on a weekday of the region, not of UTC',
      'weekdays',
      '2026-09-01T20:00Z',
      '2026-11-20T19:00Z',
      krasnoyarsk,
      '2026-11-22T20:00',
    ],
    ['begun on a Saturday', 'weekdays', '2026-11-21T03:20Z', '2026-11-20T00:00Z', krasnoyarsk, '2026-11-23T03:20'],
    ['Monday to Saturday', 'weekend', '2026-09-05T03:20Z', '2026-11-23T04:00Z', krasnoyarsk, '2026-11-28T03:20'],
    ['Saturday to Sunday', 'weekend', '2026-09-05T03:20Z', '2026-11-28T04:00Z', krasnoyarsk, '2026-11-29T03:20'],
    ['next month', 'monthly', '2026-01-23T03:20Z', '2026-11-23T04:00Z', krasnoyarsk, '2026-12-23T03:20'],
    [
      'the 31st is not in November',
      'monthly',
      '2026-01-31T03:20Z',
      '2026-11-01T00:00Z',
      krasnoyarsk,
      '2026-12-31T03:20',
    ],
    ['the 31st after January', 'monthly', '2026-01-31T03:20Z', '2027-02-01T00:00Z', krasnoyarsk, '2027-03-31T03:20'],
    [
      'on now, begun in the month before',
      'monthly',
      '2026-01-31T16:40Z',
      '2026-10-31T17:10Z',
      krasnoyarsk,
      '2026-10-31T16:40',
    ],
    ['next year', 'yearly', '2020-09-01T03:20Z', '2026-11-23T04:00Z', krasnoyarsk, '2027-09-01T03:20'],
    ['29 February', 'yearly', '2024-02-29T03:20Z', '2026-11-23T04:00Z', krasnoyarsk, '2028-02-29T03:20'],
    ['29 February over 2100', 'yearly', '2096-02-29T03:20Z', '2097-01-01T00:00Z', krasnoyarsk, '2104-02-29T03:20'],
  ])('%s: %s', (_, rule, start, now, zone, expected) => {
    expect(next(rule, start, now, zone)).toBe(expected);
  });

  it.each([
    ['2026-11-30T03:20Z', '2026-11-30T03:20'],
    ['2026-11-30T03:19Z', null],
    ['2026-01-01T00:00Z', null],
  ])('is none that begins after %s', (until, expected) => {
    expect(next('weekly', '2026-09-07T03:20Z', '2026-11-23T04:00Z', krasnoyarsk, until)).toBe(expected);
  });

  it('takes an hour where no duration is known, and nothing where no time is', () => {
    const call = { start: 0, duration: 0, recurrence: 'never', until: null } as const;
    expect(occurrence(call, 0, krasnoyarsk)).toEqual({ start: 0, end: 60 * minute });
    expect(occurrence({ ...call, start: Number.NaN }, 0, krasnoyarsk)).toBeNull();
  });

  it('keeps the wall clock and comes again, through three years, in any zone', () => {
    for (const zone of [krasnoyarsk, berlin, newYork]) {
      for (const recurrence of ['daily', 'weekly', 'weekdays', 'weekend', 'monthly', 'yearly'] as const) {
        const call = { start: Date.parse('2026-09-05T07:00:00Z'), duration: 40 * minute, recurrence, until: null };
        let last = 0;
        for (let now = call.start; now < Date.parse('2029-09-01T00:00Z'); now += 171 * 60 * minute) {
          const found = occurrence(call, now, zone);
          expect(found && found.end > now && found.start >= last).toBe(true);
          last = found?.start ?? 0;
          expect(wallMinutesOf(last, zone)).toBe(wallMinutesOf(call.start, zone));
        }
      }
    }
  });
});
