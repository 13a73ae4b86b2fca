import * as z from 'zod/mini';
import type { Clock } from '@/lib/clock';
import { areaOf } from '@/lib/storage/area';
import { defineItem, type Item } from '@/lib/storage/item';
import { type Held, heldSchema } from './held';

/** Nothing is kept longer, milliseconds. */
export const keptFor = 24 * 60 * 60_000;

const keyPrefix = 'held:';

function itemOf(profileId: number): Item<Held | null> {
  return defineItem<Held | null>({
    area: 'session',
    key: `${keyPrefix}${profileId}`,
    schema: z.nullable(heldSchema),
    fallback: null,
    version: 3,
    // What an earlier version of the extension wrote is read anew.
    migrations: { 3: () => null },
  });
}

/** What is held of profiles, in memory and session storage, a day at most. */
export interface HeldStorage {
  /** What is held, at most a day old; older is deleted. */
  get(profileId: number): Promise<Held | null>;
  /** The same where it is in memory already. */
  now(profileId: number): Held | undefined;
  /** Holds it in memory alone: why something failed need not outlive the background. */
  note(profileId: number, held: Held): void;
  put(profileId: number, held: Held): Promise<void>;
  /** Deletes everything of some profiles, and all that is on its way there. */
  drop(isUnwanted: (profileId: number) => boolean): Promise<void>;
  /** Deletes what is older than a day; in how many milliseconds the next will be, or `null`. */
  deleteDead(): Promise<number | null>;
  /** Grows when profiles are dropped: an answer that was under way then is thrown away. */
  generation(): number;
}

/** Makes the one storage; see `HeldStorage`. */
export function createHeldStorage(clock: Clock): HeldStorage {
  const memory = new Map<number, Held>();
  let generation = 0;

  const age = ({ at }: Held) => Math.abs(clock.computerNow() - at);

  /** Every profile of which anything is kept. */
  async function keptIds(): Promise<Set<number>> {
    const keys = await areaOf('session').keys();
    const kept = keys.filter((key) => key.startsWith(keyPrefix)).map((key) => Number(key.slice(keyPrefix.length)));
    return new Set([...kept, ...memory.keys()]);
  }

  async function remove(profileId: number): Promise<void> {
    memory.delete(profileId);
    await areaOf('session').remove(`${keyPrefix}${profileId}`);
  }

  async function get(profileId: number): Promise<Held | null> {
    const asked = generation;
    const held = memory.get(profileId) ?? (await itemOf(profileId).get());
    if (!held || asked !== generation) return null;
    if (age(held) >= keptFor) {
      await remove(profileId);
      return null;
    }
    // Somebody else may have read anew meanwhile.
    const newest = memory.get(profileId) ?? held;
    memory.set(profileId, newest);
    return newest;
  }

  return {
    get,
    now: (profileId) => memory.get(profileId),
    note: (profileId, held) => memory.set(profileId, held),
    async put(profileId, held) {
      memory.set(profileId, held);
      try {
        await itemOf(profileId).set(held);
      } catch {
        // Session storage is full: memory alone holds it until the background stops.
      }
    },
    async drop(isUnwanted) {
      generation += 1;
      for (const id of memory.keys()) if (isUnwanted(id)) memory.delete(id);
      for (const id of await keptIds()) if (isUnwanted(id)) await remove(id);
    },
    async deleteDead() {
      let next: number | null = null;
      for (const id of await keptIds()) {
        const held = await get(id);
        // A kept value that is none, or an old one, is no use to anybody.
        if (!held) await remove(id);
        else next = Math.min(next ?? Number.POSITIVE_INFINITY, held.at + keptFor - clock.computerNow());
      }
      return next;
    },
    generation: () => generation,
  };
}
