import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Wizards } from '@/entrypoints/background/linking/wizards';
import { isCautionDue } from '@/entrypoints/background/opening/caution';
import { isLinksOnly } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { createLinksOnlySwitch } from '@/entrypoints/background/settings/switching';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { JoinLink } from '@/lib/calls/types';
import { callId } from '@/tests/unit/lib/calls/samples';

const done: string[] = [];
const note = (what: string) => async () => void done.push(what);

beforeEach(() => {
  fakeBrowser.reset();
  done.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
});

function start() {
  const services = {
    forgetEverybody: note('everybody'),
    presence: { drop: note('tokens'), forgetFailure: () => done.push('failure') },
    vkid: { forgetTokens: note('tokens of VK ID') },
  };
  return createLinksOnlySwitch(services as unknown as Services, { cancelAll: note('linkings') } as unknown as Wizards);
}

it('switched on, everything of VK goes before it is answered; switched off, VK is asked again at once', async () => {
  await fakeBrowser.storage.session.set({ 'held:1': 1, presence: 1, pendings: 1, today: 1 });
  await fakeBrowser.storage.local.set({ links: 1 });
  const linksOnly = start();
  expect(await isLinksOnly()).toBe(false);
  await linksOnly.set(true);
  expect(await isLinksOnly()).toBe(true);
  expect(done).toEqual(['linkings', 'everybody', 'tokens', 'tokens of VK ID']);
  expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['today']);
  expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(['links', 'linksOnly']);
  await linksOnly.set(false);
  expect([await linksOnly.read(), done.at(-1)]).toEqual([false, 'failure']);
});

it('in doubt VK is not asked', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('no storage'));
  expect(await isLinksOnly()).toBe(true);
});

it('a full disk is said, and nothing is thrown away', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
  await expect(start().set(true)).rejects.toThrow('full');
  expect(done).toEqual([]);
});

it('nobody looks into VK’s session then: its first call is joined with a word of caution', async () => {
  const link = recognizeJoinLink(`https://vk.com/call/join/${callId}`) as JoinLink;
  expect(await isCautionDue(link)).toBe(false);
  await start().set(true);
  expect([await isCautionDue(link), await isCautionDue(link)]).toEqual([true, false]);
});
