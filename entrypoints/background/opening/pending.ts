import * as z from 'zod/mini';
import { createExpiry } from '@/entrypoints/background/browser/expiry';
import type { Sender } from '@/entrypoints/background/sender';
import type { Clock } from '@/lib/clock';
import { goalSchema } from '@/lib/messages/goal';
import type { PendingView } from '@/lib/messages/opening';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

/** A person who has not decided by then has gone on to something else. Milliseconds. */
const lifetime = 10 * 60_000;

const notice = z.object({
  reason: z.string(),
  present: z.object({ name: z.string(), roles: z.string() }),
  wanted: z.string(),
});

/** By the diary's tab. It outlives the background, which may end while the person reads; not the browser. */
const keptItem = defineItem<Record<string, { at: number; pending: PendingView }>>({
  area: 'session',
  key: 'pendings',
  schema: z.record(
    z.string(),
    z.object({
      at: z.number(),
      pending: z.object({
        goal: goalSchema,
        about: z.string(),
        outcome: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('conflict'), notice }),
          z.object({ kind: z.literal('ask'), wanted: z.string() }),
          z.object({ kind: z.literal('signedOut') }),
        ]),
      }),
    }),
  ) as z.ZodMiniType<Record<string, { at: number; pending: PendingView }>>,
  fallback: {},
});

/** What people wanted to open in the diary's page when something stood in the way: the section goes on with it. */
export interface Pendings {
  keep(sender: Sender, pending: PendingView): Promise<void>;
  read(sender: Sender): Promise<PendingView | null>;
  /** Something was opened from this tab, or the person let it be. */
  forget(sender: Sender): Promise<void>;
}

/** Makes the keeper of them, for all tabs. */
export function createPendings(clock: Clock): Pendings {
  const kept = remember(keptItem);
  const isYoung = ({ at }: { at: number }) => Math.abs(clock.computerNow() - at) < lifetime;

  /** Names of people stand in them: what is too old is deleted. In how many milliseconds the next one is; `null`: none is kept. */
  async function deleteDead(): Promise<number | null> {
    let all = await kept.get();
    if (!Object.values(all).every(isYoung))
      all = await kept.update((before) => Object.fromEntries(Object.entries(before).filter(([, one]) => isYoung(one))));
    const ages = Object.values(all).map(({ at }) => Math.abs(clock.computerNow() - at));
    return ages.length > 0 ? lifetime - Math.max(...ages) : null;
  }

  const expiry = createExpiry([{ deleteDead }], 'pendings');
  void expiry.look();

  return {
    async keep({ tab }, pending) {
      if (!tab) return;
      await kept.update((before) => ({ ...before, [tab.id]: { at: clock.computerNow(), pending } }));
      await expiry.look();
    },
    async read({ tab }) {
      const found = tab ? (await kept.get())[tab.id] : undefined;
      return found && isYoung(found) ? found.pending : null;
    },
    async forget({ tab }) {
      if (tab) await kept.update(({ [tab.id]: _, ...others }) => others);
    },
  };
}
