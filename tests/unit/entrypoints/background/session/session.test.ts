import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Services } from '@/entrypoints/background/services/services';
import { followSession } from '@/entrypoints/background/session/session';
import { links } from '@/lib/linking/links';
import { link } from '@/tests/unit/lib/linking/samples';

const done: string[] = [];
let change: (event: object) => void = () => undefined;

beforeEach(() => {
  fakeBrowser.reset();
  done.length = 0;
  vi.useFakeTimers();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    done.push((message as unknown as { news: string }).news);
  });
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { id: 7, windowId: 1, index: 0, url: 'https://school.r-19.ru/personal-area/' },
  ] as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async (_, message) => {
    if (!('news' in (message as object))) done.push('diary');
  });
  vi.spyOn(fakeBrowser.cookies.onChanged, 'addListener').mockImplementation((listener) => {
    change = listener as typeof change;
  });
});

afterEach(() => void vi.useRealTimers());

function start(isChange = true) {
  const services = {
    presence: {
      noteCookie: async () => isChange,
      pauseInDoubt: () => 0,
      // The same person as before: the keeper has no change of persons to tell.
      read: async () => done.push('asked'),
    },
    forgetEverybody: async () => done.push('forgotten'),
  };
  followSession(services as unknown as Services, async () => void done.push('moved'));
}

async function signIn(value: string): Promise<void> {
  const cookie = { name: 'remixdsid', domain: 'web.vk.me', value, storeId: 'firefox-default' };
  change({ cookie, removed: false, cause: 'explicit' });
  await vi.advanceTimersByTimeAsync(1000);
}

it('everything is forgotten at once; then the diaries are told, also when the same person is here', async () => {
  await links.set({ 'https://school.r-19.ru#1': link({ accountKey: 'https://school.r-19.ru#1' }) });
  start();
  await signIn('one');
  expect(done).toEqual(['forgotten', 'session', 'asked', 'session', 'moved', 'diary']);
});

it('where nobody linked VK is asked nothing, and what is no change of session moves nobody', async () => {
  start();
  await signIn('one');
  expect(done).toEqual(['forgotten', 'session', 'moved']);
  done.length = 0;
  start(false);
  await signIn('two');
  expect(done).toEqual([]);
});
