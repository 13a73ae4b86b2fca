import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Wizards } from '@/entrypoints/background/linking/wizards';
import type { Services } from '@/entrypoints/background/services/services';
import { createDeleting } from '@/entrypoints/background/settings/deleting';
import { links } from '@/lib/linking/links';
import { link } from '@/tests/unit/lib/linking/samples';

const item = (value: unknown) => ({ version: 1, value });

/** Origins that the browser lets the extension into; those in `stubborn` it does not take back. */
let granted: Set<string>;
let stubborn: Set<string>;
let removed: string[];
let withdrawn: string[][];

beforeEach(() => {
  fakeBrowser.reset();
  granted = new Set(['https://school.r-19.ru/*', 'https://own.example/*', 'https://site.example/*']);
  stubborn = new Set();
  removed = [];
  withdrawn = [];
  const one = ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
    origins[0] ?? permissions[0] ?? '';
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async () => false,
      getAll: async () => ({ origins: [...granted], permissions: ['storage', 'notifications'] }),
      remove: async (what: object) => {
        const name = one(what);
        if (stubborn.has(name)) return false;
        granted.delete(name);
        removed.push(name);
        return true;
      },
    },
    scripting: { unregisterContentScripts: async () => removed.push('scripts'), executeScript: async () => [] },
    action: { setBadgeText: async () => undefined, setIcon: async () => undefined },
  });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    permissions: ['storage'],
    host_permissions: ['https://school.r-19.ru/*'],
    content_scripts: [{ matches: ['https://school.r-19.ru/personal-area/*'] }],
  } as never);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
});

function start() {
  const services = {
    forgetEverybody: async () => undefined,
    presence: { drop: async () => undefined },
    vkid: {
      forgetTokens: async () => undefined,
      withdrawAll: async (given: string[]) => {
        withdrawn.push(given);
        return given.length > 0 ? 'byHand' : 'none';
      },
    },
  };
  return createDeleting(services as unknown as Services, { cancelAll: async () => undefined } as unknown as Wizards);
}

async function fill(): Promise<void> {
  await fakeBrowser.storage.local.set({ greeted: item(true), sites: item(['https://site.example']), other: 1 });
  await fakeBrowser.storage.session.set({ 'held:1': item({}), vkid: item({ a: {} }) });
  await links.set({
    a: link({ accountKey: 'a', vkidConsent: true }),
    b: link({ accountKey: 'b', vkidConsent: false }),
  });
}

const left = async () => [
  ...Object.keys(await fakeBrowser.storage.local.get(null)),
  ...Object.keys(await fakeBrowser.storage.session.get(null)),
];

it('leaves that the welcome page was shown, and what was asked at the installation', async () => {
  await fill();
  expect(await start().everything()).toEqual({ consent: 'byHand', remaining: [], failed: false });
  expect(await left()).toEqual(['greeted']);
  expect([...granted]).toEqual(['https://school.r-19.ru/*']);
  expect(removed.toSorted()).toEqual(['https://own.example/*', 'https://site.example/*', 'notifications', 'scripts']);
  expect(withdrawn).toEqual([['a']]);
});

it('names what the browser does not take back, and deletes the rest', async () => {
  await fill();
  stubborn.add('https://own.example/*');
  expect((await start().everything()).remaining).toEqual(['https://own.example/*']);
  expect(await left()).toEqual(['greeted']);
});

it('is finished by the next background where one died over it', async () => {
  await fill();
  vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValueOnce(new Error('died'));
  expect((await start().everything()).failed).toBe(true);
  expect(await left()).toContain('deleting');
  await start().resume();
  expect(await left()).toEqual(['greeted']);
  const times = withdrawn.length;
  await start().resume();
  expect(withdrawn.length).toBe(times);
});

it('needs no room on a disk that is full', async () => {
  await fill();
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
  expect((await start().everything()).failed).toBe(false);
  expect(await left()).toEqual(['greeted']);
});
