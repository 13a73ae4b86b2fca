import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { unlink } from '@/entrypoints/background/linking/unlink';
import type { Wizards } from '@/entrypoints/background/linking/wizards';
import type { Services } from '@/entrypoints/background/services/services';
import { links } from '@/lib/linking/links';
import { account, link } from '@/tests/unit/lib/linking/samples';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
});

it('what somebody who still knew the link asked of VK meanwhile goes, too', async () => {
  await links.set({ [account().key]: link() });
  const kept = new Set(['token']);
  const services = {
    forgetProfile: async () => kept.clear(),
    vkid: {
      async withdraw() {
        kept.add('a token that came late');
        return 'withdrawn';
      },
    },
  } as unknown as Services;
  const wizards = { tell: vi.fn(async () => undefined) } as unknown as Wizards;
  expect(await unlink(link(), services, wizards)).toBe('withdrawn');
  expect([...kept]).toEqual([]);
  expect(await links.get()).toEqual({});
});
