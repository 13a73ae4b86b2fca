import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { createExpiry } from '@/entrypoints/background/browser/expiry';
import { focusTab } from '@/entrypoints/background/browser/windows';
import { announce } from '@/entrypoints/background/services/announce';
import type { Services } from '@/entrypoints/background/services/services';
import { type Goal, pendingLifetime, watchPhase } from '@/lib/conflict/ways';
import { goalSchema } from '@/lib/messages/goal';
import type { SignInAgainView, WaysView } from '@/lib/messages/ways';
import { messengerAddress } from '@/lib/sites/messenger';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

/** Waiting for somebody to sign out, and what is done then. */
export interface SignOut {
  goal: Goal;
  address: string;
  /** Where the person was; `null` for the toolbar popup. */
  tabId: number | null;
  /** Whether the page of that tab is the goal itself, to be loaded again, or a diary, to be come back to. */
  from: 'notice' | 'section' | 'popup';
  profileId: number;
  /** Given name of the one who signs out: shown to people, kept until the browser is closed at most. */
  name: string;
  since: number;
  /** The tab with VK Мессенджер. */
  openedTabId: number | null;
}

const waitingItem = defineItem<SignOut | null>({
  area: 'session',
  key: 'signOut',
  schema: z.nullable(
    z.object({
      goal: goalSchema,
      address: z.string(),
      tabId: z.nullable(z.number()),
      from: z.enum(['notice', 'section', 'popup']),
      profileId: z.number(),
      name: z.string(),
      since: z.number(),
      openedTabId: z.nullable(z.number()),
    }),
  ),
  fallback: null,
});

/** Who signed out for a while at our asking. */
const absentItem = defineItem<{ profileId: number; name: string } | null>({
  area: 'session',
  key: 'signedOutForAWhile',
  schema: z.nullable(z.object({ profileId: z.number(), name: z.string() })),
  fallback: null,
});

export interface SignOutControl {
  read(address: string): Promise<WaysView['signOut']>;
  /** Opens VK Мессенджер and waits. */
  begin(signOut: Omit<SignOut, 'since' | 'openedTabId'>): Promise<void>;
  /** Shows VK Мессенджер once more. */
  show(): Promise<void>;
  /** Asks VK whether the person has left; goes on if so. */
  look(): Promise<void>;
  cancel(): Promise<void>;
  /** The session or VK Мессенджер's page moved: looks only where somebody is waited for. */
  sessionMoved(): Promise<void>;
  signInAgain(): Promise<SignInAgainView>;
  forgetSignInAgain(): Promise<void>;
}

/**
 * @param goOn does what the person wanted, now that the other one has left
 */
export function createSignOutControl(services: Services, goOn: (done: SignOut) => Promise<void>): SignOutControl {
  const { presence, clock } = services;
  const waiting = remember(waitingItem);
  const absent = remember(absentItem);
  let looking: Promise<void> | null = null;

  async function current(): Promise<SignOut | null> {
    const kept = await waiting.get();
    if (!kept || watchPhase(kept.since, clock.computerNow()) !== 'over') return kept;
    await waiting.remove();
    return null;
  }

  /** Deletes name and address when their time is over. In how many milliseconds that will be; `null`: nobody is waited for. */
  async function deleteDead(): Promise<number | null> {
    const kept = await current();
    return kept && kept.since + pendingLifetime + 1 - clock.computerNow();
  }

  const expiry = createExpiry([{ deleteDead }], 'signOut');
  // The background may have been stopped meanwhile.
  void expiry.look();

  async function lookNow(): Promise<void> {
    const expected = await current();
    if (!expected) return;
    const tokens = await presence.read({ maximumAge: 0 });
    const isGone = tokens.ok
      ? tokens.value.every(({ profileId }) => profileId !== expected.profileId)
      : tokens.problem.kind === 'signedOut';
    if (!isGone || (await waiting.get())?.since !== expected.since) return;
    await waiting.remove();
    await absent.set({ profileId: expected.profileId, name: expected.name });
    await leaveMessenger(expected);
    await goOn(expected);
    announce('ways');
  }

  /** One look at a time: going on twice would open everything twice. */
  function look(): Promise<void> {
    looking ??= lookNow().finally(() => {
      looking = null;
    });
    return looking;
  }

  return {
    async read(address) {
      const kept = await current();
      if (kept?.address !== address) return null;
      return { name: kept.name, tired: watchPhase(kept.since, clock.computerNow()) === 'tired' };
    },
    async begin(signOut) {
      const opened = await browser.tabs.create({ url: messengerAddress });
      await waiting.set({ ...signOut, since: clock.computerNow(), openedTabId: opened.id ?? null });
      await expiry.look();
    },
    async show() {
      const kept = await current();
      if (!kept) return;
      const shown = kept.openedTabId !== null && (await focusTab(kept.openedTabId));
      if (shown) return;
      const opened = await browser.tabs.create({ url: messengerAddress });
      await waiting.set({ ...kept, openedTabId: opened.id ?? null });
    },
    look,
    cancel: () => waiting.remove(),
    async sessionMoved() {
      const kept = await current();
      if (kept && watchPhase(kept.since, clock.computerNow()) === 'watching') await look();
      const away = await absent.get();
      if (!away) return;
      const tokens = await presence.read();
      if (tokens.ok && tokens.value.some(({ profileId }) => profileId === away.profileId)) await absent.remove();
    },
    async signInAgain() {
      const away = await absent.get();
      return away && { name: away.name };
    },
    forgetSignInAgain: () => absent.remove(),
  };
}

/** The page of VK Мессенджер that was opened for signing out is of no more use, unless it is where the person was going. */
async function leaveMessenger({ goal, openedTabId }: SignOut): Promise<void> {
  if (openedTabId === null || goal.kind === 'messenger') return;
  const tab = await browser.tabs.get(openedTabId).catch(() => null);
  if (tab?.url?.startsWith(messengerAddress)) await browser.tabs.remove(openedTabId).catch(() => undefined);
}
