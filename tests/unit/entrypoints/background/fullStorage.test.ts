import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Door } from '@/entrypoints/background/conflict/door';
import { createVendorDoor } from '@/entrypoints/background/conflict/vendor';
import { createLinkingWindows } from '@/entrypoints/background/linking/signInWindows';
import { isCautionDue } from '@/entrypoints/background/opening/caution';
import { answerOffer, isOfferDue, makeOfferDue } from '@/entrypoints/background/reminders/offer';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { createPeopleSeen } from '@/entrypoints/background/today/peopleSeen';
import { createConsents } from '@/entrypoints/background/vkid/consents';
import { createSignOutControl } from '@/entrypoints/background/ways/signOut';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { JoinLink } from '@/lib/calls/types';
import { links, noteUse } from '@/lib/linking/links';
import { movableClock } from '@/tests/unit/entrypoints/background/fakes';
import { account } from '@/tests/unit/lib/linking/samples';

const { clock } = movableClock();
const page: Sender = {
  kind: 'diary',
  tab: { id: 7, windowId: 1, index: 0, foreignJar: null },
  origin: 'https://school.r-19.ru',
};
const inTheWay = {
  kind: 'conflict',
  reason: 'parentDiary',
  present: { id: 5, firstName: 'Пётр', lastName: 'Соколов', roles: ['pupil'], rolesText: '' },
  wanted: 'Мария',
};
const door = { ask: async () => ({ verdict: inTheWay }) } as unknown as Door;

const quotaExceeded = () => new Error('quota exceeded');

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue({ id: 40 } as never);
  vi.spyOn(fakeBrowser.windows, 'update').mockResolvedValue({} as never);
});

/** What each has to keep in the browser's memory, and what of it must be known afterwards. */
const keepers: Record<string, () => Promise<unknown>> = {
  'a consent, so that it can be withdrawn': async () => {
    const consents = createConsents(clock);
    const tokens = { accessToken: 'vk2.a', expiresAt: clock.now() + 60_000, userId: '1', deviceId: 'dev' };
    await consents.keep('one', { tokens, name: 'Мария' });
    return (await consents.read('one'))?.name === 'Мария' && (await consents.accounts()).length === 1;
  },
  'a window of a linking, so that no second one comes': async () => {
    const windows = createLinkingWindows();
    await windows.showMessenger('one');
    return (await windows.ownerOf(40))?.accountKey === 'one';
  },
  'a stopped button, so that its section says why': async () => {
    const vendor = createVendorDoor(door);
    return (await vendor.stops(page)) && (await vendor.notice(page, {})) !== null;
  },
  'whoever signs out for a while': async () => {
    const signOut = createSignOutControl({ clock } as Services, async () => undefined);
    const goal = { kind: 'messenger' } as const;
    await signOut.begin({ goal, address: 'https://web.vk.me/', tabId: 7, from: 'section', profileId: 5, name: 'Пётр' });
    return (await signOut.read('https://web.vk.me/'))?.name === 'Пётр';
  },
  'who was seen at a diary': async () => {
    const people = createPeopleSeen(clock);
    await people.note(page.origin, { ...account(), origin: page.origin });
    return (await people.all()).length === 1;
  },
};

it.each(Object.entries(keepers))('the browser has no room in its memory: known all the same is %s', async (_, keep) => {
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(quotaExceeded());
  expect(await keep()).toBe(true);
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
});

it('the disk is full: a call is joined all the same, and what would be noted of it is left', async () => {
  await fakeBrowser.storage.local.set({ links: { version: 1, value: { one: {} } } });
  const before = await links.get();
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(quotaExceeded());
  const link = recognizeJoinLink('https://telemost.yandex.ru/j/12345678901234') as JoinLink;
  await noteUse('one', clock.now());
  expect([await isCautionDue(link), await isCautionDue(link)]).toEqual([true, true]);
  await makeOfferDue();
  await answerOffer();
  expect([await isOfferDue(), await links.get()]).toEqual([false, before]);
});
