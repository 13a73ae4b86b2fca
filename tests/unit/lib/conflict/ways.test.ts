import { describe, expect, test } from 'vitest';
import { pendingLifetime, watchLimit, watchPhase, waysFor } from '@/lib/conflict/ways';

describe('the ways out', () => {
  test.each([
    ['Chrome', false, false, ['privateWindow', 'elsewhere', 'signOut']],
    ['Firefox', false, true, ['container', 'privateWindow', 'elsewhere', 'signOut']],
    // A private window has one set of cookies: another one would be the same.
    ['a private window', true, false, ['elsewhere', 'signOut']],
    ['a private window of Firefox', true, true, ['elsewhere', 'signOut']],
  ] as const)('%s', (_, inPrivate, containers, expected) => {
    expect(waysFor({ inPrivate, containers })).toEqual(expected);
  });
});

describe('waiting for somebody to leave', () => {
  const since = Date.UTC(2026, 10, 23);
  test.each([
    ['at once', 0, 'watching'],
    ['to the last millisecond of ten minutes', watchLimit, 'watching'],
    ['then only when asked', watchLimit + 1, 'tired'],
    ['up to half an hour', pendingLifetime, 'tired'],
    ['then no more', pendingLifetime + 1, 'over'],
    ['nor when the clock was set back', -1, 'over'],
  ] as const)('%s', (_, passed, expected) => {
    expect(watchPhase(since, since + passed)).toBe(expected);
  });
});
