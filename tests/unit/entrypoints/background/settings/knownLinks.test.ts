import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Sender } from '@/entrypoints/background/sender';
import { readKnownLinks } from '@/entrypoints/background/settings/knownLinks';
import { createClock } from '@/lib/clock';
import { links } from '@/lib/linking/links';
import { link } from '@/tests/unit/lib/linking/samples';

const page = (foreignJar: 'private' | null = null): Sender => ({
  kind: 'page',
  origin: '',
  tab: { id: 1, windowId: 1, index: 0, foreignJar },
});

beforeEach(async () => {
  fakeBrowser.reset();
  await links.set({ a: link({ accountKey: 'a', accountName: 'Тайный Человек' }) });
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
});

it('of whoever is at no open diary there is no name', async () => {
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  const told = await readKnownLinks(page(), { clock: createClock() });
  expect(told).toMatchObject([{ accountKey: 'a', names: null }]);
  expect(JSON.stringify(told)).not.toContain('Тайный');
});

it('a page in a private window of Firefox is told no names, and asks no diary', async () => {
  const looked = vi.spyOn(fakeBrowser.tabs, 'query');
  expect(await readKnownLinks(page('private'), { clock: createClock() })).toMatchObject([{ names: null }]);
  expect(looked).not.toHaveBeenCalled();
});
