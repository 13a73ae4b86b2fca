import { describe, expect, it } from 'vitest';
import type { Lesson } from '@/lib/diary/types';
import type { LiveCall } from '@/lib/messenger/types';
import { at, lesson, liveCall, scheduledCall } from '../samples';
import { chat, match } from './match';

describe('live calls', () => {
  const one = lesson('Алгебра', '08:30-09:10');
  const two = lesson('Алгебра', '09:15-09:55');
  it.each<[string, string, Lesson[], LiveCall[], string[]]>([
    ['the lesson that is on', '08:40', [one, two], [liveCall('Алгебра 8 Б')], [one.id]],
    ['the next when none is on', '09:12', [one, two], [liveCall('Алгебра 8 Б')], [two.id]],
    ['ten minutes before', '08:20', [one], [liveCall('Алгебра 8 Б')], [one.id]],
    ['not earlier', '08:19', [one], [liveCall('Алгебра 8 Б')], []],
    ['not after', '09:10', [one], [liveCall('Алгебра 8 Б')], []],
    ['not a chat that names nothing', '08:40', [one], [liveCall('8 Б — ученики и учитель')], []],
    ['not of parents', '08:40', [one], [liveCall('Алгебра 8 Б — родители')], []],
    ['not of another class', '08:40', [one], [liveCall('Алгебра 9 А')], []],
    ['not of another subject', '08:40', [one], [liveCall('Физика 8 Б')], []],
    ['not one of two', '08:40', [one], [liveCall('Алгебра 8 Б'), liveCall('Алгебра 8Б')], []],
    ['not without an address', '08:40', [one], [liveCall('Алгебра 8 Б', { address: null })], []],
    ['by its own name', '08:40', [one], [liveCall('8 Б', { title: 'Алгебра' })], [one.id]],
    ['its own name against the chat’s', '08:40', [one], [liveCall('Алгебра 8 Б', { title: 'Физика' })], []],
  ])('%s (at %s)', (_, now, lessons, live, expected) => {
    expect(Object.keys(match(lessons, { live, now: at(now) }).byLesson)).toEqual(expected);
  });

  it('come after scheduled ones', () => {
    const call = scheduledCall('Алгебра', '08:30');
    expect(
      match([one], { scheduled: [call], live: [liveCall('Алгебра 8 Б')], now: at('08:40') }).byLesson,
    ).toMatchObject({
      [one.id]: { callId: call.id, kind: 'scheduled' },
    });
  });

  it('that are scheduled for another class at another time are not taken by their chat’s name', () => {
    const call = scheduledCall('Алгебра 9 А', '12:00', { chat: chat('Алгебра') });
    const live = liveCall('Алгебра', { id: call.id });
    expect(match([one], { scheduled: [call], live: [live], now: at('08:40') }).byLesson).toEqual({});
  });

  it('that are scheduled for another time and on now are taken', () => {
    const call = scheduledCall('Алгебра 8 Б', '12:00');
    const live = liveCall('8 Б', { id: call.id });
    expect(match([one], { scheduled: [call], live: [live], now: at('08:40') }).byLesson).toMatchObject({
      [one.id]: { callId: call.id, kind: 'live', live: true },
    });
  });
});
