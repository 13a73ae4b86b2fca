import { expect, it } from 'vitest';
import { badgeAt } from '@/lib/reminders/badge';
import { half9, minute, occasion } from './samples';

const at = (moment: number, occasions = [occasion()]) => {
  const { text, until } = badgeAt(occasions, half9 + moment * minute);
  return [text, until === null ? null : (until - half9) / minute];
};

it.each<[number, string, number | null]>([
  [-90, '', -60],
  [-60.5, '', -60],
  [-60, '60', -59],
  [-59.5, '60', -59],
  [-1.5, '2', -1],
  [-1, '1', 0],
  [-0.5, '1', 0],
  [0, '•', 40],
  [39.9, '•', 40],
  [40, '', null],
])('%d minutes from the start: «%s»', (moment, text, until) => {
  expect(at(moment)).toEqual([text, until]);
});

it('counts to the next of several, and shows what is on before what comes', () => {
  const next = occasion({ start: half9 + 50 * minute });
  expect(at(-5, [next, occasion()])).toEqual(['5', -4]);
  expect(at(10, [next, occasion()])).toEqual(['•', 40]);
  expect(at(42, [next, occasion()])).toEqual(['8', 43]);
  expect(at(0, [])).toEqual(['', null]);
});
