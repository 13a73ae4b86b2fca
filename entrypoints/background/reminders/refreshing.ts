import * as z from 'zod/mini';
import type { Clock } from '@/lib/clock';
import { inTime } from '@/lib/inTime';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

/** So often the diary is read again while reminders or the badge are switched on, milliseconds. */
const every = 15 * 60_000;

/** Not sooner than so long after the last time, milliseconds. */
const pauses = { quarter: every, due: 15_000, byPerson: 0 };

/** A reminder does not wait longer for the diary, milliseconds: what is known of the same day will do. */
const patience = 12_000;

/** When the diary was read last, unix milliseconds of the computer's clock: the background lives shorter than the pause is. */
const refreshedItem = defineItem<number>({
  area: 'session',
  key: 'remindersRefreshed',
  schema: z.number(),
  fallback: 0,
});

/** Reads the diary again for reminders, and not oftener than it may. */
export interface Refreshing {
  /**
   * Reads again; whether it did.
   *
   * @param why `quarter`: if it is time for it; `due`: something is to be shown; `byPerson`: a reminder was clicked, which is never too soon
   */
  refresh(why: keyof typeof pauses): Promise<boolean>;
  /** When it will be time again, unix milliseconds of the computer's clock. */
  next(): Promise<number>;
}

/** Makes it. */
export function createRefreshing(clock: Clock, read: () => Promise<void>): Refreshing {
  const refreshed = remember(refreshedItem);

  return {
    async refresh(why) {
      const at = clock.computerNow();
      // A clock that was set makes it time again.
      if (Math.abs(at - (await refreshed.get())) < pauses[why]) return false;
      await refreshed.set(at);
      await inTime(
        read().catch(() => undefined),
        patience,
      );
      return true;
    },
    next: async () => (await refreshed.get()) + every,
  };
}
