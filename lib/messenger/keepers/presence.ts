import * as z from 'zod/mini';
import type { Clock } from '@/lib/clock';
import type { SignedInProfiles } from '@/lib/messenger/answers/webToken';
import type { ProfileToken } from '@/lib/messenger/types';
import type { Result } from '@/lib/result';
import { succeed } from '@/lib/result';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

/** How old the answer of `web_token` may be when something of a profile is shown or opened, in milliseconds. */
export const presenceLifetime = 60_000;

interface Known {
  tokens: ProfileToken[];
  /** Unix milliseconds on the computer's clock, which alone measures ages. */
  checkedAt: number;
}

const knownItem = defineItem<Known | null>({
  area: 'session',
  key: 'presence',
  schema: z.nullable(
    z.object({
      tokens: z.array(z.object({ profileId: z.number(), token: z.string(), expiresAt: z.number() })),
      checkedAt: z.number(),
    }),
  ),
  fallback: null,
});

export interface PresenceOptions {
  clock: Clock;
  read: () => Promise<Result<SignedInProfiles>>;
  /** Called when the set of educational profiles changed, before the new answer is given to anybody. */
  onChange: (present: ReadonlySet<number>) => Promise<void>;
}

/** Who is signed in to VK Мессенджер in this browser: one question at a time for all tabs. */
export interface Presence {
  /**
   * Educational profiles with their tokens.
   *
   * @param maximumAge how old the answer may be, milliseconds; 0 asks now
   */
  read(maximumAge?: number): Promise<Result<ProfileToken[]>>;
  /** What `read` answers without asking; `null` where it would ask. */
  fresh(maximumAge?: number): Promise<ProfileToken[] | null>;
  /** What the last answer said, without asking; `null` when there is none or the session has changed since. */
  known(): Promise<ProfileToken[] | null>;
  /** The session changed: what is known is not believed any more. */
  forget(): Promise<void>;
}

/** Makes the one keeper of presence; see `Presence`. */
export function createPresence({ clock, read, onChange }: PresenceOptions): Presence {
  const kept = remember(knownItem);
  let asking: Promise<Result<ProfileToken[]>> | null = null;
  /** Grows with every change of session: an answer that was under way then is too old. */
  let generation = 0;

  async function settle(tokens: ProfileToken[] | null): Promise<void> {
    const before = new Set((await kept.get())?.tokens.map(({ profileId }) => profileId));
    const after = new Set(tokens?.map(({ profileId }) => profileId));
    await kept.set(tokens ? { tokens, checkedAt: clock.computerNow() } : null);
    const same = before.size === after.size && [...after].every((id) => before.has(id));
    if (!same) await onChange(after);
  }

  async function askNow(): Promise<Result<ProfileToken[]>> {
    for (;;) {
      const asked = generation;
      const answer = await read();
      if (asked !== generation) continue;
      if (answer.ok) await settle(answer.value.tokens);
      else if (answer.problem.kind === 'signedOut') await settle(null);
      return answer.ok ? succeed(answer.value.tokens) : answer;
    }
  }

  async function fresh(maximumAge = presenceLifetime): Promise<ProfileToken[] | null> {
    const known = await kept.get();
    if (!known) return null;
    const age = clock.computerNow() - known.checkedAt;
    const alive = known.tokens.every(({ expiresAt }) => expiresAt > clock.now());
    return alive && age >= 0 && age < maximumAge ? known.tokens : null;
  }

  return {
    fresh,
    async read(maximumAge) {
      const tokens = await fresh(maximumAge);
      if (tokens) return succeed(tokens);
      asking ??= askNow().finally(() => {
        asking = null;
      });
      return asking;
    },
    async known() {
      const known = await kept.get();
      return known && known.checkedAt > 0 ? known.tokens : null;
    },
    async forget() {
      generation += 1;
      const known = await kept.get();
      // The ids stay, to see who has gone; a token of somebody who may have gone does not.
      const ids = known?.tokens.map(({ profileId }) => ({ profileId, token: '', expiresAt: 0 }));
      if (ids) await kept.set({ tokens: ids, checkedAt: 0 });
    },
  };
}
