import * as z from 'zod/mini';
import { defineItem } from '@/lib/storage/item';
import { recordOf } from '@/lib/storage/recordOf';
import { remember } from '@/lib/storage/remember';

const hour = 3_600_000;

/** So long after its last use by hand a diary is asked by the background: a session must not be kept alive on a shared computer. */
export const askedFor = 12 * hour;

/** So long an account is remembered that nobody used since. */
const rememberedFor = 180 * 24 * hour;

/** More often than this it is not written down. */
const precision = 60_000;

/** When each diary account was last used by hand, unix milliseconds of the computer's clock; keys alone, no names. */
const usedItem = defineItem<Record<string, number>>({
  area: 'disk',
  key: 'usedByHand',
  schema: recordOf(z.number()),
  fallback: {},
});

export interface UseByHand {
  note(accountKey: string, now: number): Promise<void>;
  /** The account used last at each diary, by origin. */
  last(now: number): Promise<Map<string, { accountKey: string; at: number }>>;
}

/** Makes what remembers when diaries were used. */
export function createUseByHand(): UseByHand {
  const used = remember(usedItem);
  const isKept = (at: number, now: number) => at <= now && now - at < rememberedFor;

  return {
    async note(accountKey, now) {
      if (Math.abs(now - ((await used.get())[accountKey] ?? 0)) < precision) return;
      await used.update((all) => ({
        ...Object.fromEntries(Object.entries(all).filter(([, at]) => isKept(at, now))),
        [accountKey]: now,
      }));
    },
    async last(now) {
      const found = new Map<string, { accountKey: string; at: number }>();
      for (const [accountKey, at] of Object.entries(await used.get())) {
        const origin = accountKey.split('#')[0] ?? '';
        // What lies in the future was written by a clock that was wrong.
        if (isKept(at, now) && at > (found.get(origin)?.at ?? 0)) found.set(origin, { accountKey, at });
      }
      return found;
    },
  };
}
