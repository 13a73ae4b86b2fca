import * as z from 'zod/mini';
import type { Clock } from '@/lib/clock';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

/** How far the right time is ahead of the computer's, milliseconds, as servers have told an earlier background. */
const offsetItem = defineItem<number>({ area: 'session', key: 'remindersClock', schema: z.number(), fallback: 0 });

/** Keeps the corrected time over the ends of the background: with the computer's own a lesson would be over, or hours away. */
export interface KeptOffset {
  /** What an earlier background knew is believed until a server says the time. */
  restore(): Promise<void>;
  keep(): Promise<void>;
}

/** Makes it. */
export function createKeptOffset(clock: Clock): KeptOffset {
  const kept = remember(offsetItem);
  const restored = kept.get().then((offset) => {
    if (clock.offset === 0 && offset !== 0) clock.adopt(offset);
  });
  return {
    restore: () => restored,
    async keep() {
      if ((await kept.get()) !== clock.offset) await kept.set(clock.offset);
    },
  };
}
