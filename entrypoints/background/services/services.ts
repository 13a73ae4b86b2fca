import * as z from 'zod/mini';
import { isPermitted } from '@/entrypoints/background/browser/permissions';
import { announce, refreshDiaries } from '@/entrypoints/background/diary/diaryTabs';
import { createVkId, type VkId } from '@/entrypoints/background/linking/vkid';
import { type Clock, createClock } from '@/lib/clock';
import type { HttpDependencies } from '@/lib/http';
import type { PeopleHere } from '@/lib/linking/steps';
import { readProfiles } from '@/lib/messenger/answers/webToken';
import { createApi } from '@/lib/messenger/client/api';
import { createRequests } from '@/lib/messenger/client/requests';
import type { TokenSource } from '@/lib/messenger/client/withToken';
import { createHoldings, type Holdings } from '@/lib/messenger/keepers/holdings';
import { createPresence, type Presence } from '@/lib/messenger/keepers/presence';
import { createProfiles, type Profiles } from '@/lib/messenger/keepers/profiles';
import { problem } from '@/lib/problem';
import { fail, succeed } from '@/lib/result';
import { defineItem } from '@/lib/storage/item';

/** What the API client learned outlives the background: above all the pauses that VK asked for. */
const apiMemory = defineItem<unknown>({ area: 'session', key: 'apiMemory', schema: z.unknown(), fallback: null });

/** Everything the background keeps for all tabs and windows of its half of the browser. */
export interface Services {
  clock: Clock;
  presence: Presence;
  profiles: Profiles;
  holdings: Holdings;
  vkid: VkId;
  /** Who is signed in to VK Мессенджер now, with names and roles, for linking. */
  readPeople(): Promise<PeopleHere>;
  /** Deletes everything held of anybody: the session changed, and nothing is linked whose profile would be looked for. */
  forgetEverybody(): Promise<void>;
  /** Deletes everything held of a profile that nothing is linked to any more. */
  forgetProfile(profileId: number): Promise<void>;
}

/** Makes the services of one background. */
export function createServices(): Services {
  const clock = createClock();
  const dependencies: HttpDependencies = { fetch: (...request) => fetch(...request), clock, isPermitted };
  const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

  const presence = createPresence({
    clock,
    read: () => readProfiles(dependencies),
    async onChange(present) {
      await Promise.all([holdings.keepOnly(present), profiles.keepOnly(present)]);
      announce('session');
      void refreshDiaries();
    },
  });

  const api = createApi({ ...dependencies, wait, onMemory: (memory) => void apiMemory.set(memory) });
  const restored = apiMemory.get().then((memory) => api.restore(memory));
  const requests = createRequests(api);

  // Every request to the API begins with a token: none is sent before the pauses of an earlier run are known.
  const tokenOf =
    (profileId: number): TokenSource =>
    async ({ fresh }) => {
      await restored;
      const tokens = await presence.read(fresh ? 0 : undefined);
      if (!tokens.ok) return tokens;
      const token = tokens.value.find((candidate) => candidate.profileId === profileId);
      return token ? succeed(token) : fail(problem('messenger', 'signedOut', 'profile is not signed in'));
    };

  const holdings = createHoldings({ requests, clock, tokenOf, onChange: announce });
  const profiles = createProfiles({ requests, clock, tokenOf });
  const vkid = createVkId(dependencies);

  return {
    clock,
    presence,
    profiles,
    holdings,
    vkid,
    async forgetEverybody() {
      const nobody: ReadonlySet<number> = new Set();
      await Promise.all([holdings.keepOnly(nobody), profiles.keepOnly(nobody)]);
    },
    forgetProfile: (profileId) => holdings.forget(profileId),
    async readPeople() {
      const tokens = await presence.read(0);
      if (!tokens.ok)
        return tokens.problem.kind === 'signedOut'
          ? { kind: 'signedOut' }
          : { kind: 'problem', problem: tokens.problem };
      if (tokens.value.length === 0) return { kind: 'noProfile' };
      const read = await Promise.all(tokens.value.map(({ profileId }) => profiles.read(profileId)));
      const found = read.flatMap((profile) => (profile.ok ? [profile.value] : []));
      const failures = read.flatMap((profile) => (profile.ok ? [] : [profile.problem]));
      // A deleted or blocked profile stands in nobody's way; one that could not be read might be somebody's.
      const failure =
        failures.find(({ kind }) => kind !== 'noAccess') ?? (found.length === 0 ? failures[0] : undefined);
      return failure ? { kind: 'problem', problem: failure } : { kind: 'profiles', profiles: found };
    },
  };
}
