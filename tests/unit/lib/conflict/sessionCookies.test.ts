import { describe, expect, it } from 'vitest';
import { type CookieEvent, createSessionCookies, pauseBeforeFollowing } from '@/lib/conflict/sessionCookies';

const cookie = (changes: Partial<CookieEvent> = {}): CookieEvent => ({
  name: 'remixdsid',
  domain: 'web.vk.me',
  value: 'one',
  removed: false,
  overwritten: false,
  ...changes,
});

describe('of all cookies only the session’s own, set to another value or removed, are a change of session', () => {
  it.each<[string, CookieEvent[], boolean[]]>([
    ['another value', [cookie(), cookie({ value: 'two' })], [true, true]],
    ['the same value again', [cookie(), cookie(), cookie()], [true, false, false]],
    ['the whole domain’s', [cookie({ domain: '.vk.me' })], [true]],
    ['the name of 2026', [cookie({ name: 'remixsid', domain: 'vk.me' })], [true]],
    ['removed', [cookie(), cookie({ removed: true })], [true, true]],
    ['set again after it was removed', [cookie(), cookie({ removed: true }), cookie()], [true, true, true]],
    [
      'written over by the same value: the browser tells a removal first',
      [cookie(), cookie({ removed: true, overwritten: true }), cookie()],
      [true, false, false],
    ],
    ['the language', [cookie({ name: 'remixlang' }), cookie({ name: 'remixlang', value: 'two' })], [false, false]],
    ['any other name', [cookie({ name: 'a' }), cookie({ name: 'remixdsid2' })], [false, false]],
    ['another site', [cookie({ domain: 'vk.com' }), cookie({ domain: 'evilvk.me' })], [false, false]],
    ['two hosts are two', [cookie(), cookie({ domain: 'api.vk.me' }), cookie()], [true, true, false]],
  ])('%s', (_, events, expected) => {
    const isChange = createSessionCookies();
    expect(events.map(isChange)).toEqual(expected);
  });
});

describe('changes of session are followed three times in 10 s at most', () => {
  it.each<[number[], number, number]>([
    [[], 0, 0],
    [[0, 100], 200, 0],
    [[0, 100, 200], 300, 9700],
    [[0, 100, 200], 10_000, 0],
    [[0, 5000, 9000], 9500, 500],
    [[50_000, 50_100, 50_200], 300, 0],
  ])('after %j, at %i: %i ms', (followed, now, pause) => {
    expect(pauseBeforeFollowing(followed, now)).toBe(pause);
  });

  it('a page that writes its session every half second for a minute', () => {
    let followed: number[] = [];
    for (let now = 0; now < 60_000; now += 500) {
      if (pauseBeforeFollowing(followed, now) === 0) followed = [...followed, now];
    }
    expect(followed.length).toBeLessThanOrEqual(18);
  });
});
