import * as z from 'zod/mini';
import type { Sender } from '@/entrypoints/background/sender';
import { withinPatience } from '@/lib/conflict/patience';
import type { ConflictView } from '@/lib/messages/conflict';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';
import { type Door, type Looking, noticeOf } from './door';

/** The diary's tabs whose vendor's button was stopped. It outlives the background, not the browser. */
const stoppedItem = defineItem<number[]>({
  area: 'session',
  key: 'stoppedVendorTabs',
  schema: z.array(z.number()),
  fallback: [],
});

/** The vendor's own linking button in the diary. */
export interface VendorDoor {
  /** It was clicked: whether it must stop, because another person's profile would be linked. Not knowing stops nothing. */
  stops(place: Sender): Promise<boolean>;
  /** Who is in the way of a button that was stopped; `null`: none was, or nobody is any more. */
  notice(place: Sender, looking: Looking): Promise<ConflictView | null>;
  /** «Всё равно продолжить», or nobody is in the way any more. */
  release(tabId: number): Promise<void>;
}

export function createVendorDoor(door: Door): VendorDoor {
  const stoppedTabs = remember(stoppedItem);

  async function obstacle(place: Sender, looking?: Looking): Promise<ConflictView | null> {
    const { verdict } = await door.ask({ kind: 'diary' }, place, looking);
    return verdict.kind === 'conflict' ? noticeOf(verdict) : null;
  }

  async function release(tabId: number): Promise<void> {
    await stoppedTabs.update((tabs) => tabs.filter((id) => id !== tabId));
  }

  return {
    release,
    async stops(place) {
      const { tab } = place;
      // The click is repeated when it may go on: a browser that was kept waiting would not open its window any more.
      if (!tab || !(await withinPatience(obstacle(place)))) return false;
      await stoppedTabs.update((tabs) => [...tabs.filter((id) => id !== tab.id), tab.id]);
      return true;
    },
    async notice(place, looking) {
      const { tab } = place;
      if (!tab || !(await stoppedTabs.get()).includes(tab.id)) return null;
      const found = await obstacle(place, looking);
      if (!found) await release(tab.id);
      return found;
    },
  };
}
