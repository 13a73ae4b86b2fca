import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openBeside } from '@/entrypoints/background/browser/windows';

const diary = { id: 7, windowId: 1, index: 0, foreignJar: null };
const second = 1000;

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubEnv('FIREFOX', '');
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 7, windowId: 1, index: 0 } as never);
});

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['a background that was just started finds what the one before it has opened', second, 7, second, 0],
  ['one that has lived for long opens it', 60 * second, 7, second, 1],
  ['what was opened earlier is another', second, 7, 10 * second, 1],
  ['so is what another page has opened', second, 8, second, 1],
])('%s', async (_, lived, openerTabId, age, opened) => {
  vi.spyOn(performance, 'now').mockReturnValue(lived);
  const tab = { id: 9, openerTabId, lastAccessed: Date.now() - age };
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }, tab] as never);
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  await openBeside(diary, 'https://sferum.ru/?call_link=x');
  expect(create).toHaveBeenCalledTimes(opened);
});
