import * as z from 'zod/mini';
import type { Perishable } from '@/entrypoints/background/browser/expiry';
import type { Clock } from '@/lib/clock';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';
import type { VkIdTokens } from '@/lib/vkid/vkidClient';

/** What a person allowed at VK ID, for one diary account. */
interface Consent {
  /** `null`: allowed, but its token could not be had or is dead. */
  tokens: VkIdTokens | null;
  /** Name at VK ID, for «Проверьте данные»; `null` when it could not be asked. It goes with the token. */
  name: string | null;
}

/** Consents by the key of the diary account: session storage alone, and no token longer than it lives. */
const consentsItem = defineItem<Record<string, Consent>>({
  area: 'session',
  key: 'vkid',
  schema: z.record(
    z.string(),
    z.object({
      tokens: z.nullable(
        z.object({
          accessToken: z.string(),
          expiresAt: z.number(),
          userId: z.string(),
          deviceId: z.string(),
        }),
      ),
      name: z.nullable(z.string()),
    }),
  ),
  fallback: {},
});

export interface Consents extends Perishable {
  keep(accountKey: string, consent: Consent): Promise<void>;
  /** What is kept of it, a living token at most; `null`: nothing was allowed since the browser was started. */
  read(accountKey: string): Promise<Consent | null>;
  /** The accounts for which something was allowed since the browser was started. */
  accounts(): Promise<string[]>;
  /** Deletes all tokens and names; that something was allowed stays known. */
  forgetTokens(): Promise<void>;
  /** Deletes it, token and name. */
  drop(accountKey: string): Promise<void>;
}

/** Makes the keeper of consents. */
export function createConsents(clock: Clock): Consents {
  const kept = remember(consentsItem);
  const isDead = ({ tokens }: Consent) => tokens !== null && tokens.expiresAt <= clock.now();
  const withoutToken: Consent = { tokens: null, name: null };

  return {
    async keep(accountKey, consent) {
      await kept.update((all) => ({ ...all, [accountKey]: consent }));
    },
    async read(accountKey) {
      const consent = (await kept.get())[accountKey];
      if (!consent) return null;
      return isDead(consent) ? withoutToken : consent;
    },
    async accounts() {
      return Object.keys(await kept.get());
    },
    async forgetTokens() {
      await kept.update((all) => Object.fromEntries(Object.keys(all).map((key) => [key, withoutToken])));
    },
    async drop(accountKey) {
      await kept.update(({ [accountKey]: _, ...others }) => others);
    },
    async deleteDead() {
      const before = await kept.get();
      if (!Object.values(before).some(isDead)) return soonest(before);
      const after = await kept.update((all) =>
        Object.fromEntries(
          Object.entries(all).map(([key, consent]) => [key, isDead(consent) ? withoutToken : consent]),
        ),
      );
      return soonest(after);
    },
  };

  function soonest(all: Record<string, Consent>): number | null {
    const ends = Object.values(all).flatMap(({ tokens }) => tokens?.expiresAt ?? []);
    return ends.length > 0 ? Math.min(...ends) - clock.now() : null;
  }
}
