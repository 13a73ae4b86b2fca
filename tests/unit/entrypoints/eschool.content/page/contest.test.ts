// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createContest } from '@/entrypoints/eschool.content/page/contest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const anchor = document.createElement('li');

/**
 * How often the element is put when another script answers each time at once, for two minutes.
 *
 * @param answer gives the element that ours stands by, after each of our moves
 */
function fight(answer: () => Element, isLeft = false): number {
  let puts = 0;
  let neighbour = answer();
  const look = () => {
    while (puts < 1000 && contest.mayPut(neighbour, isLeft)) {
      puts += 1;
      neighbour = answer();
    }
  };
  const contest = createContest(look, () => Date.now());
  look();
  vi.advanceTimersByTime(120_000);
  return puts;
}

describe('whoever moves us five times within a second has won', () => {
  it('for good, where we are left in the page', () => {
    expect(fight(() => anchor, true)).toBe(5);
  });

  it('after five more rounds, where we are taken away', () => {
    expect(fight(() => anchor)).toBe(30);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('also where it makes all around us anew in answer', () => {
    expect(fight(() => document.createElement('li'))).toBe(6 * 20);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('a page that renders slowly takes nothing from us', () => {
    const contest = createContest(
      () => undefined,
      () => Date.now(),
    );
    for (let round = 0; round < 100; round += 1) {
      expect(contest.mayPut(document.createElement('li'))).toBe(true);
      vi.advanceTimersByTime(100);
    }
  });

  it('another rendering of the page begins anew', () => {
    const contest = createContest(
      () => undefined,
      () => Date.now(),
    );
    for (let move = 0; move < 5; move += 1) expect(contest.mayPut(anchor, true)).toBe(true);
    expect(contest.mayPut(anchor, true)).toBe(false);
    expect(contest.isLost).toBe(true);
    expect(contest.mayPut(document.createElement('li'), true)).toBe(true);
  });

  it('one whose element is taken down looks at nothing any more', () => {
    const again = vi.fn();
    const contest = createContest(again, () => Date.now());
    while (contest.mayPut(anchor));
    expect(vi.getTimerCount()).toBe(1);
    contest.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(120_000);
    expect(again).not.toHaveBeenCalled();
  });
});
