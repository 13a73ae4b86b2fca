import { describe, expect, it } from 'vitest';
import { isExpired, isWatching } from '@/lib/linking/limits';
import type { LinkingStep } from '@/lib/linking/steps';
import { conflict, linkingAt, minute, now, petr } from './samples';

const waiting = { name: 'waiting', since: now, windowClosed: false, timedOut: false, problem: null } as const;

describe('watching ends after ten minutes', () => {
  it.each<[string, LinkingStep, number, boolean]>([
    [
      'somebody else’s Сферум',
      { name: 'start', problem: null, conflict: conflict(petr, 'pupilProfileInParentDiary'), since: now },
      10,
      true,
    ],
    [
      'somebody else’s Сферум',
      { name: 'start', problem: null, conflict: conflict(petr, 'pupilProfileInParentDiary'), since: now },
      10.1,
      false,
    ],
    ['a profile', { ...waiting, purpose: 'creation' }, 9, true],
    ['a profile', { ...waiting, purpose: 'creation' }, 11, false],
    ['an answer', { ...waiting, purpose: 'answer' }, 11, false],
    ['a profile that was not made in time', { ...waiting, purpose: 'signIn', timedOut: true }, 1, false],
    ['nothing', { name: 'start', problem: null, conflict: null, since: now }, 0, false],
    ['VK ID', { name: 'vkid', owner: '' }, 0, false],
  ])('%s: %j after %d minutes: %s', (_, step, minutes, watched) => {
    expect(isWatching(linkingAt(step), now + minutes * minute)).toBe(watched);
  });

  it.each([
    [29, false],
    [31, true],
    [-31, true],
  ])('a linking is over after half an hour: %d minutes, %s', (minutes, over) => {
    expect(isExpired({ startedAt: now }, now + minutes * minute)).toBe(over);
  });
});
