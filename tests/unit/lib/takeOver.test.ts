// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { takeOver } from '@/lib/takeOver';

it('a later copy of a content script ends the earlier one, and no other', () => {
  const first = takeOver('diary');
  const other = takeOver('invitation');
  const second = takeOver('diary');
  expect([first, other, second].map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
});
