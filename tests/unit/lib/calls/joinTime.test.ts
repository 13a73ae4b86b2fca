import { describe, expect, it } from 'vitest';
import { joinState, nextBoundary, nextMinute, type TimeOfCall } from '@/lib/calls/joinTime';
import { at } from './samples';

const lesson: TimeOfCall = { start: at('10:20'), end: at('11:00') };

describe('when a call can be joined', () => {
  it.each([
    ['a day before', '2026-11-22T10:20:00+07:00', lesson, 'before'],
    ['a moment before it opens', '2026-11-23T10:09:59.999+07:00', lesson, 'before'],
    ['10 minutes before', '10:10', lesson, 'open'],
    ['a minute before', '10:19', lesson, 'open'],
    ['at its start', '10:20', lesson, 'open, live'],
    ['in its last moment', '2026-11-23T10:59:59.999+07:00', lesson, 'open, live'],
    ['at its end', '11:00', lesson, 'over'],
    ['at its end, known to be live', '11:00', { ...lesson, live: true }, 'open, live'],
    ['an hour before, known to be live', '09:20', { ...lesson, live: true }, 'open, live'],
    ['without times', '10:20', { start: null, end: null }, 'timeless'],
    ['without an end', '10:20', { start: at('10:20'), end: null }, 'timeless'],
    ['without times, known to be live', '10:20', { start: null, end: null, live: true }, 'open, live'],
  ])('%s', (_, now, window, expected) => {
    const state = joinState(window, at(now));
    expect(state.kind === 'open' && state.live ? 'open, live' : state.kind).toBe(expected);
  });

  it('says when it starts and opens', () => {
    expect(joinState(lesson, at('08:00'))).toEqual({ kind: 'before', startsAt: at('10:20'), opensAt: at('10:10') });
  });
});

describe('the minutes to the start', () => {
  it.each([
    ['10:10', 10],
    ['2026-11-23T10:10:00.001+07:00', 10],
    ['2026-11-23T10:11:01+07:00', 9],
    ['10:12', 8],
    ['10:19', 1],
    ['2026-11-23T10:19:59.999+07:00', 1],
  ])('at %s are %i', (now, minutes) => {
    expect(joinState(lesson, at(now))).toEqual({ kind: 'open', live: false, minutes });
  });

  it('are none once it is known to be on', () => {
    expect(joinState({ ...lesson, live: true }, at('10:12'))).toEqual({ kind: 'open', live: true });
  });
});

describe('the next minute of a countdown', () => {
  const next: TimeOfCall = { start: at('11:05'), end: at('11:45') };
  it.each([
    ['10:09', null],
    ['10:10', '10:11'],
    ['2026-11-23T10:10:00.001+07:00', '10:11'],
    ['2026-11-23T10:18:59.999+07:00', '10:19'],
    ['10:19', '10:20'],
    ['10:20', null],
    ['10:55', '10:56'],
    ['2026-11-23T11:04:01+07:00', '11:05'],
    ['11:05', null],
  ])('after %s is %s', (now, expected) => {
    expect(nextMinute([lesson, next], at(now))).toBe(expected && at(expected));
  });
});

describe('the next moment at which something changes', () => {
  const next: TimeOfCall = { start: at('11:05'), end: at('11:45') };
  it.each([
    ['08:00', '10:10'],
    ['10:10', '10:20'],
    ['10:20', '10:55'],
    ['10:55', '11:00'],
    ['11:00', '11:05'],
    ['11:05', '11:45'],
    ['11:45', null],
  ])('after %s is %s', (now, expected) => {
    expect(nextBoundary([lesson, next], at(now))).toBe(expected && at(expected));
  });

  it('is none for what does not depend on time', () => {
    expect(nextBoundary([], at('08:00'))).toBeNull();
    expect(nextBoundary([{ ...lesson, live: true }], at('08:00'))).toBeNull();
    expect(nextBoundary([{ start: null, end: null }], at('08:00'))).toBeNull();
  });
});
