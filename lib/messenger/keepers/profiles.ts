import * as z from 'zod/mini';
import type { Clock } from '@/lib/clock';
import type { Requests } from '@/lib/messenger/client/requests';
import { type TokenSource, withToken } from '@/lib/messenger/client/withToken';
import type { EduProfile } from '@/lib/messenger/types';
import type { Result } from '@/lib/result';
import { succeed } from '@/lib/result';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

/** A profile is asked for once a day. */
const lifetime = 24 * 60 * 60_000;

const profileSchema: z.ZodMiniType<EduProfile> = z.object({
  id: z.number(),
  firstName: z.string(),
  lastName: z.string(),
  photo: z.nullable(z.string()),
  roles: z.array(z.enum(['pupil', 'parent', 'teacher', 'unknown'])),
  rolesText: z.string(),
  organizations: z.array(z.string()),
});

const keptItem = defineItem<Record<string, { profile: EduProfile; at: number }>>({
  area: 'session',
  key: 'profiles',
  schema: z.record(z.string(), z.object({ profile: profileSchema, at: z.number() })),
  fallback: {},
});

/** Names and roles of the profiles signed in here. */
export interface Profiles {
  read(profileId: number): Promise<Result<EduProfile>>;
  /** What was read within a day, without asking. */
  known(profileId: number): Promise<EduProfile | null>;
  /** Forgets profiles other than these, and answers that are still under way. */
  keepOnly(profileIds: ReadonlySet<number>): Promise<void>;
  /** Forgets one profile. */
  forget(profileId: number): Promise<void>;
  /** Deletes what is a day old. In how many milliseconds the next one will be; `null`: none is kept. */
  deleteDead(): Promise<number | null>;
}

/** Makes the one keeper; see `Profiles`. */
export function createProfiles(options: {
  requests: Requests;
  clock: Clock;
  tokenOf: (profileId: number) => TokenSource;
  /** Called when a profile was kept: it is to be deleted when it is a day old. */
  onKept: () => void;
}): Profiles {
  const { requests, clock, tokenOf, onKept } = options;
  const kept = remember(keptItem);
  const asking = new Map<number, Promise<Result<EduProfile>>>();
  /** Grows when profiles are forgotten: an answer that was under way then is not kept. */
  let generation = 0;

  const ageOf = ({ at }: { at: number }) => Math.abs(clock.computerNow() - at);

  async function young(profileId: number): Promise<EduProfile | null> {
    const known = (await kept.get())[profileId];
    return known && ageOf(known) < lifetime ? known.profile : null;
  }

  async function ask(profileId: number): Promise<Result<EduProfile>> {
    const asked = generation;
    const answer = await withToken(tokenOf(profileId), (token) => requests.readProfile(token));
    if (answer.ok && asked === generation) {
      const entry = { profile: answer.value, at: clock.computerNow() };
      await kept.update((known) => ({ ...known, [profileId]: entry }));
      onKept();
    }
    return answer;
  }

  async function drop(isUnwanted: (profileId: number) => boolean): Promise<void> {
    generation += 1;
    await kept.update((known) => Object.fromEntries(Object.entries(known).filter(([id]) => !isUnwanted(Number(id)))));
  }

  return {
    async read(profileId) {
      const known = await young(profileId);
      if (known) return succeed(known);
      const under = asking.get(profileId);
      if (under) return under;
      const started = ask(profileId).finally(() => asking.delete(profileId));
      asking.set(profileId, started);
      return started;
    },
    known: young,
    keepOnly: (profileIds) => drop((profileId) => !profileIds.has(profileId)),
    forget: (profileId) => drop((other) => other === profileId),
    async deleteDead() {
      const isOld = (one: { at: number }) => ageOf(one) >= lifetime;
      let all = await kept.get();
      if (Object.values(all).some(isOld))
        all = await kept.update((known) => Object.fromEntries(Object.entries(known).filter(([, one]) => !isOld(one))));
      const ages = Object.values(all).map(ageOf);
      return ages.length > 0 ? lifetime - Math.max(...ages) : null;
    },
  };
}
