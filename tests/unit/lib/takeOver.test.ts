// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takeOver } from '@/lib/takeOver';

it('a later copy of a content script ends the earlier one, and no other', () => {
  const first = takeOver('diary');
  const other = takeOver('invitation');
  const second = takeOver('diary');
  expect([first, other, second].map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
});

it('another extension of the same kind leaves the page to the one that is there, until that has ended', () => {
  const ids = (id: string | undefined) =>
    Object.defineProperty(fakeBrowser.runtime, 'id', { value: id, configurable: true });
  ids('from the store');
  const first = takeOver('links');
  ids('from a folder');
  expect(takeOver('links').signal.aborted).toBe(true);
  expect(first.signal.aborted).toBe(false);
  // Its own later copy is no stranger.
  ids('from the store');
  const later = takeOver('links');
  expect([first, later].map(({ signal }) => signal.aborted)).toEqual([true, false]);
  later.abort();
  ids('from a folder');
  expect(takeOver('links').signal.aborted).toBe(false);
});
