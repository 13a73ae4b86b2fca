import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDoor } from '@/entrypoints/background/conflict/door';
import { createVendorDoor } from '@/entrypoints/background/conflict/vendor';
import { createActInWizard, createLinkHandlers } from '@/entrypoints/background/linking/handlers';
import { createWizards } from '@/entrypoints/background/linking/wizards';
import { createOpening, type Opening } from '@/entrypoints/background/opening/opening';
import { createSectionHandlers } from '@/entrypoints/background/section/handlers';
import { createLists } from '@/entrypoints/background/section/lists';
import { readSectionView } from '@/entrypoints/background/section/sectionView';
import type { Lists } from '@/entrypoints/background/section/types';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { callId } from '@/lib/calls/callIds';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { links } from '@/lib/linking/links';
import type { SectionView } from '@/lib/messages/section';
import type { ProfileToken } from '@/lib/messenger/types';
import { type Result, succeed } from '@/lib/result';
import { movableClock } from '@/tests/unit/entrypoints/background/fakes';
import { addressOf, scheduledCall } from '@/tests/unit/lib/calls/samples';
import { sentAccount } from '@/tests/unit/lib/diary/sent';
import { account, link, maria, origin, petr } from '@/tests/unit/lib/linking/samples';

/** Each of the services by itself answers within what it is given. */
const slow = 6500;

/** The table of faults gives 10 s. */
const longest = 9500;

const later = <Value>(value: Value) => new Promise<Value>((resolve) => setTimeout(resolve, slow, value));

/** What a tab's page said of its person holds for two seconds: each test has a tab of its own. */
let tabId = 100;

beforeEach(() => {
  fakeBrowser.reset();
  tabId += 1;
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('');
  Object.assign(fakeBrowser.runtime, { getBrowserInfo: async () => ({ name: 'Firefox', version: '150.0' }) });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0' } as never);
  vi.spyOn(fakeBrowser.extension, 'isAllowedIncognitoAccess').mockResolvedValue(false as never);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
  const tab = { id: tabId, windowId: 1, index: 0, url: `${origin}/personal-area/#diary`, active: true };
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([tab] as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(tab as never);
  // The diary is as slow as the others; a page that is told to look again never answers.
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (_: number, { name }: { name: string }) => {
    if (name === 'diary.refresh') return new Promise(() => undefined);
    if (name === 'diary.account' || name === 'diary.answers')
      return later({ answer: sentAccount(account()), origin, clockDifference: null });
    return null;
  }) as never);
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** A background whose services are all slow; who is signed in to VK. */
function start(present = petr) {
  const place: Sender = { kind: 'section', tab: { id: tabId, windowId: 1, index: 0, foreignJar: null }, origin };
  const call = scheduledCall('Классный час');
  let answer: Promise<Result<ProfileToken[]>> | undefined;
  const services = {
    clock: movableClock().clock,
    presence: {
      read: () => {
        answer ??= later(succeed([{ profileId: present.id, token: 't', expiresAt: Number.POSITIVE_INFINITY }]));
        return answer;
      },
      fresh: async () => null,
      hasNoProfile: async () => false,
      isInDoubt: async () => false,
      forgetFailure: () => undefined,
      looksInVain: () => 0,
      drop: async () => undefined,
    },
    profiles: {
      known: async () => null,
      read: () => later(succeed(maria)),
      keepOnly: async () => undefined,
    },
    holdings: { get: async () => ({ scheduled: [call], chats: [], current: [] }) },
    vkid: {
      isWorthTrying: async () => false,
      hasConsent: async () => true,
      nameOf: async () => null,
      withdraw: () => later('withdrawn'),
      perishable: { deleteDead: async () => null },
    },
    forgetProfile: async () => undefined,
  } as unknown as Services;
  const door = createDoor(services);
  const wizards = createWizards(services, door);
  const vendor = createVendorDoor(door);
  const opening = createOpening(services, door, () => undefined);
  const idle = { pending: async () => null } as unknown as Opening;
  const section = createSectionHandlers(
    {} as Lists,
    (sender, byPerson, wait) =>
      readSectionView(sender, services, { door, wizards, opening: idle, vendor }, byPerson, wait),
    createActInWizard(services, wizards),
  );
  return { services, place, call, door, wizards, vendor, opening, section };
}

/** Some say at once what the browser is called: they are loaded when it can tell. */
const loadWays = () => import('@/entrypoints/background/ways/waysGoing');
const loadSupport = () => import('@/entrypoints/background/support/handlers');

/** What has come by then. */
async function inTime<Value>(work: Promise<Value>): Promise<Value | 'late'> {
  let come: Value | 'late' = 'late';
  void work.then((value) => {
    come = value;
  });
  await vi.advanceTimersByTimeAsync(longest);
  return come;
}

it('«Привязать аккаунт»: the diary’s person, then who is signed in', async () => {
  const { section, place, wizards } = start();
  void section['linking.act']({ action: 'beginWithoutVkid' }, place);
  await vi.advanceTimersByTimeAsync(longest);
  expect((await wizards.current(account().key))?.step).toMatchObject({
    name: 'waiting',
    purpose: 'answer',
    problem: { service: 'messenger', kind: 'slow' },
  });
});

it('«Да» to unlinking: the diary’s person, then VK ID, and pages that do not answer', async () => {
  await links.set({ [account().key]: link() });
  const { services, place, wizards } = start();
  const handlers = createLinkHandlers(services, wizards);
  expect(await inTime(Promise.resolve(handlers['link.remove']({}, place)))).toEqual({ consent: 'byHand' });
  expect(await links.get()).toEqual({});
});

it('the section of a diary that is slow: who is signed in is asked meanwhile', async () => {
  await links.set({ [account().key]: link() });
  const { place, section } = start(maria);
  const read = Promise.resolve(section['section.read']({ byPerson: false }, place));
  // One after the other would be too late to be told with the first picture.
  expect(await inTime(read)).toMatchObject({ kind: 'linked', presence: { kind: 'here' } });
});

it('the section after the vendor’s own button was stopped: the diary’s person, then who is signed in', async () => {
  const { place, section } = start();
  await fakeBrowser.storage.session.set({ stoppedVendorTabs: { version: 1, value: [tabId] } });
  const read = section['section.read']({ byPerson: false }, place) as Promise<SectionView>;
  // Not knowing stops nothing.
  expect(await inTime(read)).toMatchObject({ kind: 'unlinked' });
});

it.each(['beginSignOut', 'openContainer'] as const)(
  'a way out of two people, %s: the call, then who is signed in',
  async (act) => {
    await links.set({ [account().key]: link() });
    const { services, place, call, door, wizards, opening } = start();
    const { createWays } = await loadWays();
    const ways = createWays(services, door, wizards, opening);
    const goal = { kind: 'call', id: callId(call.id) } as const;
    expect(await inTime(ways.act(place, goal, act))).toMatchObject({
      address: recognizeJoinLink(call.address ?? '')?.address,
    });
  },
);

it('«Выход выполнен»: who is signed in, then what is done next', async () => {
  await links.set({ [account().key]: link() });
  const { services, place, door, wizards, opening } = start();
  const address = addressOf('an invitation');
  await fakeBrowser.storage.session.set({
    signOut: {
      version: 1,
      value: {
        goal: { kind: 'chat', peerId: 1 },
        address,
        tabId,
        from: 'section',
        profileId: maria.id,
        name: maria.firstName,
        since: services.clock.computerNow(),
        openedTabId: null,
      },
    },
  });
  const { createWays } = await loadWays();
  const ways = createWays(services, door, wizards, opening);
  expect(await inTime(ways.act(place, { kind: 'chat', peerId: 1 }, 'saySignedOut'))).not.toBe('late');
});

it.each(['support.reasons', 'support.report', 'support.sample'] as const)(
  '%s: the diary’s person, then its week, then who is signed in',
  async (name) => {
    Object.assign(fakeBrowser, { scripting: { executeScript: async () => [] } });
    vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
    const { createSupportHandlers } = await loadSupport();
    const { services } = start();
    await links.set({ [account().key]: link() });
    const handlers = createSupportHandlers(services, createLists(services));
    expect(await inTime(Promise.resolve(handlers[name]({}, {} as Sender)))).not.toBe('late');
  },
);
