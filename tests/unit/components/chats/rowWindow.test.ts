import { describe, expect, it } from 'vitest';
import { holdsRows, rowOfKey, rowWindow } from '@/components/chats/rowWindow';

describe('the rows that are drawn', () => {
  it.each([
    ['the list begins below', 200, 700, 60, 5000, { start: 0, end: 17 }],
    ['scrolled into the middle', -60_000, 700, 60, 5000, { start: 992, end: 1020 }],
    ['scrolled to the end', -299_300, 700, 60, 5000, { start: 4980, end: 5000 }],
    ['scrolled past the end', -900_000, 700, 60, 5000, { start: 4999, end: 5000 }],
    ['fewer rows than fit', 200, 700, 60, 3, { start: 0, end: 3 }],
    ['nothing', 200, 700, 60, 0, { start: 0, end: 0 }],
    ['not measured yet', 200, 700, 0, 5000, { start: 0, end: 0 }],
  ])('%s', (_, top, height, rowHeight, count, expected) => {
    expect(rowWindow(top, height, rowHeight, count)).toEqual(expected);
  });
});

describe('rows that are drawn already', () => {
  it.each([
    ['are the same', { start: 0, end: 20 }, { start: 0, end: 20 }, 5000, true],
    ['are more', { start: 0, end: 28 }, { start: 8, end: 20 }, 5000, true],
    ['end too early', { start: 0, end: 12 }, { start: 0, end: 20 }, 5000, false],
    ['begin too late', { start: 8, end: 28 }, { start: 0, end: 20 }, 5000, false],
    ['are none', { start: 0, end: 0 }, { start: 0, end: 20 }, 5000, false],
    ['are of a longer list', { start: 0, end: 28 }, { start: 0, end: 3 }, 3, false],
  ])('%s', (_, held, wanted, count, expected) => {
    expect(holdsRows(held, wanted, count)).toBe(expected);
  });
});

describe('keys in the list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 9],
    ['PageUp', 7, 1],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['a', 5, null],
  ])('%s from %i', (key, row, expected) => {
    expect(rowOfKey(key, row, 10, 6)).toBe(expected);
  });

  it('moves nothing in an empty list', () => {
    expect(rowOfKey('End', 0, 0, 6)).toBeNull();
  });
});
