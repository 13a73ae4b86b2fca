import * as z from 'zod/mini';
import { createExpiry } from '@/entrypoints/background/browser/expiry';
import { isPermitted } from '@/entrypoints/background/browser/permissions';
import { createVkId, type VkId } from '@/entrypoints/background/vkid/vkidSignIn';
import { type Clock, createClock } from '@/lib/clock';
import type { HttpDependencies } from '@/lib/http';
import { readProfiles } from '@/lib/messenger/answers/webToken';
import { createApi } from '@/lib/messenger/client/api';
import { createRequests } from '@/lib/messenger/client/requests';
import type { TokenSource } from '@/lib/messenger/client/withToken';
import { keptFor } from '@/lib/messenger/keepers/heldStorage';
import { createHoldings, type Holdings } from '@/lib/messenger/keepers/holdings';
import { createPresence, type PresenceKeeper } from '@/lib/messenger/keepers/presence';
import { createProfiles, type Profiles } from '@/lib/messenger/keepers/profiles';
import { problem } from '@/lib/problem';
import { fail, succeed } from '@/lib/result';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';
import { announce } from './announce';
import { hasSession } from './hasSession';
import { isLinksOnly } from './linksOnly';

/** What the API client learned outlives the background: above all the pauses that VK asked for. */
const apiMemoryItem = defineItem<unknown>({ area: 'session', key: 'apiMemory', schema: z.unknown(), fallback: null });

/** Everything the background keeps for all tabs and windows of its half of the browser. */
export interface Services {
  clock: Clock;
  presence: PresenceKeeper;
  profiles: Profiles;
  holdings: Holdings;
  vkid: VkId;
  /** Something else is held than before, or somebody else is here. */
  onMoved(hear: () => void): void;
  /** Deletes everything held of anybody: the session changed. */
  forgetEverybody(): Promise<void>;
  /** Deletes everything held of a profile that nothing is linked to any more: chats, name, photo, school and tokens. */
  forgetProfile(profileId: number): Promise<void>;
}

/**
 * Makes the services of one background.
 *
 * @param onOthers hears that other people are signed in to VK than before
 */
export function createServices(onOthers: () => void): Services {
  const clock = createClock();
  // The one place where VK is spoken to, or not.
  const dependencies: HttpDependencies = {
    fetch: (...request) => fetch(...request),
    clock,
    isPermitted,
    isSwitchedOff: isLinksOnly,
  };
  const hearers: (() => void)[] = [];
  const moved = () => {
    for (const hear of hearers) hear();
  };
  const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

  const presence = createPresence({
    clock,
    read: () => readProfiles(dependencies),
    hasSession,
    onKept: () => void expiry.look(),
    async onChange(present) {
      await Promise.all([holdings.keepOnly(present), profiles.keepOnly(present)]);
      announce('session');
      moved();
      onOthers();
    },
  });

  const apiMemory = remember(apiMemoryItem);
  const api = createApi({ ...dependencies, wait, onMemory: (memory) => void apiMemory.set(memory) });
  const restored = apiMemory.get().then((memory) => api.restore(memory));
  const requests = createRequests(api);

  // Every request to the API begins with a token: none is sent before the pauses of an earlier run are known.
  const tokenOf =
    (profileId: number): TokenSource =>
    async ({ fresh }) => {
      await restored;
      const tokens = await presence.read(fresh ? { maximumAge: 0 } : {});
      if (!tokens.ok) return tokens;
      const token = tokens.value.find((candidate) => candidate.profileId === profileId);
      return token ? succeed(token) : fail(problem('messenger', 'signedOut', 'profile is not signed in'));
    };

  const holdings = createHoldings({
    requests,
    clock,
    tokenOf,
    onChange(what) {
      announce(what);
      if (what === 'chats') moved();
    },
    onKept() {
      heldExpiry.noteKept(keptFor);
      moved();
    },
  });
  const heldExpiry = createExpiry([holdings], 'deleteHeld');
  const profiles = createProfiles({ requests, clock, tokenOf, onKept: () => void expiry.look() });
  const expiry = createExpiry([presence, profiles], 'messenger.expiry');
  void expiry.look();
  void heldExpiry.look();
  const vkid = createVkId(dependencies);

  return {
    clock,
    presence,
    profiles,
    holdings,
    vkid,
    onMoved: (hear) => hearers.push(hear),
    async forgetEverybody() {
      moved();
      const nobody: ReadonlySet<number> = new Set();
      await Promise.all([holdings.keepOnly(nobody), profiles.keepOnly(nobody)]);
    },
    async forgetProfile(profileId) {
      await Promise.all([holdings.forget(profileId), profiles.forget(profileId), presence.drop()]);
    },
  };
}
