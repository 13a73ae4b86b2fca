import { describe, expect, it } from 'vitest';
import { standAt } from '@/lib/today/moment';
import { theOne } from '@/lib/today/theOne';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
const row = (name: string, times: string | null, rest: { live?: boolean; isLesson?: boolean } = {}) => {
  const [start, end] = times?.split('-') ?? [];
  return {
    name,
    start: start ? at(start) : null,
    end: end ? at(end) : null,
    live: false,
    isLesson: true,
    ...rest,
  };
};
const algebra = row('Алгебра', '10:00-10:45');
const geography = row('География', '11:20-12:00');
const history = row('История', '12:20-13:00');
const ofBrother = row('Химия', '11:20-12:00');
const untimed = row('Музыка', null);
const day = [algebra, geography, history];

const named = (rows: { name: string }[]) => rows.map(({ name }) => name).join(' ');

describe('a day at a moment', () => {
  it.each([
    ['before the first', day, '08:00', '', 'Алгебра', 'География История', ''],
    ['about to begin', day, '09:55', '', 'Алгебра', 'География История', ''],
    ['on', day, '10:20', 'Алгебра', 'География', 'История', ''],
    ['at its last moment', day, '10:44', 'Алгебра', 'География', 'История', ''],
    ['between two', day, '10:45', '', 'География', 'История', 'Алгебра'],
    [
      'two children at one time',
      [algebra, geography, ofBrother, history],
      '10:20',
      'Алгебра',
      'География Химия',
      'История',
      '',
    ],
    ['all over', day, '13:00', '', '', '', 'Алгебра География История'],
    [
      'over, but on at VK',
      [row('Алгебра', '10:00-10:45', { live: true }), geography],
      '10:50',
      'Алгебра',
      'География',
      '',
      '',
    ],
    ['nothing', [], '10:00', '', '', '', ''],
  ] as const)('%s', (_, rows, time, now, next, later, over) => {
    const stand = standAt(rows, at(time));
    expect([named(stand.now), named(stand.next), named(stand.later), named(stand.over)]).toEqual([
      now,
      next,
      later,
      over,
    ]);
  });

  it('what has no time is told apart, whatever the time is', () => {
    const stand = standAt([untimed], at('10:20'));
    expect([named(stand.timeless), stand.now, stand.next]).toEqual(['Музыка', [], []]);
  });
});

describe('what the shortcut means', () => {
  const call = (name: string, times: string, live = false) => row(name, times, { isLesson: false, live });
  it.each([
    ['what is on', day, '10:20', 'Алгебра'],
    ['what is about to begin', day, '11:12', 'География'],
    ['nothing in between', day, '11:00', undefined],
    ['what has begun comes before what is about to', [algebra, row('Физика', '10:50-11:30')], '10:42', 'Алгебра'],
    ['none of two lessons', [geography, ofBrother], '11:30', undefined],
    ['a lesson comes before a call', [algebra, call('Созвон', '10:00-11:00')], '10:20', 'Алгебра'],
    ['a call where no lesson is', [call('Созвон', '10:00-11:00')], '10:20', 'Созвон'],
    ['nothing without a time', [untimed], '10:20', undefined],
  ] as const)('%s', (_, rows, time, meant) => {
    expect(theOne(rows, at(time))?.name).toBe(meant);
  });
});
