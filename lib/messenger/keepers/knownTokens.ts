import * as z from 'zod/mini';
import type { Clock } from '@/lib/clock';
import type { ProfileToken } from '@/lib/messenger/types';
import { defineItem, type Item } from '@/lib/storage/item';

/** What the last answer of `web_token` said. */
export interface Known {
  tokens: ProfileToken[];
  /** VK said that nobody at all is signed in. */
  signedOut: boolean;
  /** Unix milliseconds on the computer's clock, which alone measures ages; 0: the session has changed since. */
  checkedAt: number;
}

/** It is kept in session storage alone. */
export const knownItem = defineItem<Known | null>({
  area: 'session',
  key: 'presence',
  schema: z.nullable(
    z.object({
      tokens: z.array(z.object({ profileId: z.number(), token: z.string(), expiresAt: z.number() })),
      signedOut: z.boolean(),
      checkedAt: z.number(),
    }),
  ),
  fallback: null,
});

/** How old the answer of `web_token` may be when something of a profile is shown or opened, in milliseconds. */
export const presenceLifetime = 60_000;

/** «Nobody», and «nobody with an educational profile», change by the person's next step: they are believed for a shorter time. */
const nobodyLifetime = 15_000;

/** Whether what was said last is believed still. */
export function isBelieved({ tokens, checkedAt }: Known, maximumAge: number, clock: Clock): boolean {
  if (checkedAt === 0) return false;
  const lifetime = tokens.length === 0 ? Math.min(maximumAge, nobodyLifetime) : maximumAge;
  const age = clock.computerNow() - checkedAt;
  return age >= 0 && age < lifetime && tokens.every(({ expiresAt }) => expiresAt > clock.now());
}

/** Who was here stays, to see who has gone; the token does not. */
export const withoutToken = ({ profileId }: ProfileToken): ProfileToken => ({ profileId, token: '', expiresAt: 0 });

/**
 * Deletes the tokens that live no more.
 *
 * @param now unix milliseconds
 * @returns in how many milliseconds the next one dies; `null`: none is kept
 */
export async function deleteDeadTokens(kept: Item<Known | null>, now: number): Promise<number | null> {
  const isDead = ({ token, expiresAt }: ProfileToken) => token !== '' && expiresAt <= now;
  let known = await kept.get();
  if (known?.tokens.some(isDead))
    known = await kept.update(
      (before) => before && { ...before, tokens: before.tokens.map((one) => (isDead(one) ? withoutToken(one) : one)) },
    );
  const ends = known?.tokens.filter(({ token }) => token !== '').map(({ expiresAt }) => expiresAt) ?? [];
  return ends.length > 0 ? Math.min(...ends) - now : null;
}
