import { describe, expect, it } from 'vitest';
import { matchRules } from '@/lib/calls/matching/rules';
import type { Lesson } from '@/lib/diary/types';
import type { LiveCall, ScheduledCall } from '@/lib/messenger/types';
import { addressOf, at, lesson, liveCall, scheduledCall } from '../samples';
import { match, week } from './match';

describe('competition: none is taken', () => {
  const one = lesson('Алгебра', '08:30-09:10');
  const two = lesson('Алгебра', '09:20-10:00');
  const taken = (lessons: Lesson[], scheduled: ScheduledCall[], live: LiveCall[] = [], now = '08:40') =>
    Object.keys(match(lessons, { scheduled, live, now: at(now) }).byLesson);

  it('two calls for one lesson', () => {
    expect(taken([one], [scheduledCall('Алгебра', '08:30'), scheduledCall('Алг. 8 Б', '08:35')])).toEqual([]);
  });

  it('groups of one class, where the diary does not say which', () => {
    const groups = [scheduledCall('Англ. 1 гр', '08:30'), scheduledCall('Англ. 2 гр', '08:30')];
    expect(taken([lesson('Английский язык', '08:30-09:10')], groups)).toEqual([]);
    const mine = lesson('Английский язык (2 группа)', '08:30-09:10');
    expect(match([mine], { scheduled: groups }).byLesson[mine.id]?.callId).toBe(groups[1]?.id);
  });

  it('one call over two lessons', () => {
    expect(taken([one, two], [scheduledCall('Алгебра', '08:30', { duration: 90 * 60_000 })])).toEqual([]);
  });

  it('two lessons at one time', () => {
    const groups = [lesson('Труд', '08:30-09:10', { id: 'boys' }), lesson('Труд', '08:30-09:10', { id: 'girls' })];
    expect(taken(groups, [scheduledCall('Труд', '08:30')])).toEqual([]);
  });

  it('but a double lesson with a call for each is no competition', () => {
    expect(taken([one, two], [scheduledCall('Алгебра', '08:30'), scheduledCall('Алгебра', '09:20')])).toEqual([
      one.id,
      two.id,
    ]);
  });

  it('nor is one call given twice', () => {
    const address = addressOf('the same');
    expect(
      taken([one], [scheduledCall('Алгебра', '08:30', { address }), scheduledCall('Алгебра', '08:30', { address })]),
    ).toEqual([one.id]);
  });

  it('nor the weeks of a weekly call', () => {
    const lessons = ['2026-11-23', '2026-11-30', '2026-12-07'].map((date) =>
      lesson('Алгебра', '08:30-09:10', { date }),
    );
    expect(taken(lessons, [scheduledCall('Алгебра', '08:30', week)])).toEqual(lessons.map(({ id }) => id));
  });

  it('nor a call of another class', () => {
    expect(taken([one], [scheduledCall('Алгебра', '08:30'), scheduledCall('Алгебра 9 А', '08:30')])).toEqual([one.id]);
  });

  it('and no live call settles it', () => {
    const calls = [scheduledCall('Алгебра', '08:30'), scheduledCall('Алг. 8 Б', '08:35')];
    expect(taken([one], calls, [liveCall('Алгебра 8 Б')])).toEqual([]);
    expect(match([one], { scheduled: calls }).reasons.map(({ rule }) => rule)).toEqual([
      'one call for a lesson',
      'one call for a lesson',
    ]);
  });
});

describe('the rules', () => {
  it('are named once and say why', () => {
    expect(new Set(matchRules.map(({ name }) => name)).size).toBe(matchRules.length);
    for (const { why } of matchRules) expect(why.length).toBeGreaterThan(20);
  });

  it('take none where ten times 56 lessons compete for 100 calls', () => {
    const disciplines = ['Алгебра', 'География', 'Русский язык', 'Английский язык', 'История', 'Физика', 'Химия'];
    const lessons = Array.from({ length: 560 }, (_, index) =>
      lesson(disciplines[index % 7] ?? '', '10:20-11:00', { date: '2026-11-23', id: String(index) }),
    );
    const scheduled = Array.from({ length: 100 }, (_, index) =>
      scheduledCall(`${disciplines[index % 7]} 8 Б`, '10:20', week),
    );
    expect(match(lessons, { scheduled }).byLesson).toEqual({});
  });
});
