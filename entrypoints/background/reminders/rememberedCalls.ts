import * as z from 'zod/mini';
import { createExpiry } from '@/entrypoints/background/browser/expiry';
import type { Clock } from '@/lib/clock';
import type { Joined, Reminded } from '@/lib/reminders/types';
import { defineItem } from '@/lib/storage/item';
import { listOf } from '@/lib/storage/recordOf';
import { remember } from '@/lib/storage/remember';

/** Calls that were reminded of and joined, a day long: opaque marks and times, no subject, no name, no address. */
interface Remembered {
  reminded: Reminded[];
  joined: Joined[];
}

const rememberedItem = defineItem<Remembered>({
  area: 'disk',
  key: 'remindedCalls',
  schema: z.object({
    reminded: listOf(
      z.object({
        marks: z.array(z.string()),
        start: z.number(),
        end: z.number(),
        stage: z.enum(['awaited', 'before', 'start']),
      }),
    ),
    joined: listOf(z.object({ mark: z.string(), at: z.number() })),
  }),
  fallback: { reminded: [], joined: [] },
});

const day = 24 * 3_600_000;

/** What was reminded of and joined. */
export interface RememberedCalls {
  get(): Promise<Remembered>;
  noteReminded(reminded: Reminded[]): Promise<void>;
  noteJoined(joined: Joined): Promise<void>;
}

/**
 * Makes the keeper of it, which deletes what is a day old, and what a wrong clock dated. A full disk keeps nobody from being reminded:
 * what cannot be written is known while the background lives.
 */
export function createRememberedCalls(clock: Clock): RememberedCalls {
  const kept = remember(rememberedItem);
  const isYoung = (moment: number) => Math.abs(clock.now() - moment) < day;

  async function change(by: (before: Remembered) => Remembered): Promise<void> {
    const before = await kept.get();
    const after = by(before);
    if (JSON.stringify(after) !== JSON.stringify(before)) await kept.set(after);
  }

  async function deleteDead(): Promise<number | null> {
    await change(({ reminded, joined }) => ({
      reminded: reminded.filter(({ end }) => isYoung(end)),
      joined: joined.filter(({ at }) => isYoung(at)),
    }));
    const { reminded, joined } = await kept.get();
    const moments = [...reminded.map(({ end }) => end), ...joined.map(({ at }) => at)];
    return moments.length > 0 ? Math.min(...moments) + day - clock.now() : null;
  }

  const expiry = createExpiry([{ deleteDead }], 'remindedCalls');
  void expiry.look();

  return {
    get: kept.get,
    async noteReminded(reminded) {
      await change((before) => ({ ...before, reminded }));
      await expiry.look();
    },
    async noteJoined(one) {
      await change((before) => ({ ...before, joined: [...before.joined, one] }));
      await expiry.look();
    },
  };
}
