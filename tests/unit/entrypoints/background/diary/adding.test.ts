import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAdding } from '@/entrypoints/background/diary/adding';

const origin = 'https://diary.gorod-example.ru';
const remove = vi.fn(async () => true);

beforeEach(() => {
  vi.restoreAllMocks();
  remove.mockClear();
  fakeBrowser.reset();
  browser.permissions.contains = (async () => true) as typeof browser.permissions.contains;
  browser.permissions.remove = remove as unknown as typeof browser.permissions.remove;
  browser.alarms.create = (async () => undefined) as typeof browser.alarms.create;
  vi.stubGlobal('fetch', async () => new Response('', { status: 403 }));
});

it('a diary that asks to sign in keeps its right', async () => {
  const adding = createAdding(() => undefined);
  expect(await adding.add(origin, 'Asia/Omsk')).toBe('signIn');
  expect(remove).not.toHaveBeenCalled();
  expect((await adding.read()).waiting).toEqual({ origin, timeZone: 'Asia/Omsk' });
});

it('where the disk is full that is said, and the right is given back', async () => {
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('Resource::kQuotaBytes quota exceeded'));
  const adding = createAdding(() => undefined);
  expect(await adding.add(origin, 'Asia/Omsk')).toBe('notKept');
  expect(remove).toHaveBeenCalledWith({ origins: [`${origin}/*`] });
  expect((await adding.read()).waiting).toBeNull();
});
