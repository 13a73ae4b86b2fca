import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Sender } from '@/entrypoints/background/sender';
import { viewOf } from '@/lib/diary/answers/account';
import type { DiaryAccount } from '@/lib/diary/types';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

/** Ids, no names. */
interface Seen {
  account: string | null;
  view: string | null;
}

/** By the diary's origin: the background may end between two looks. */
const keptItem = defineItem<Record<string, Seen>>({
  area: 'session',
  key: 'lastSeen',
  schema: z.record(z.string(), z.object({ account: z.nullable(z.string()), view: z.nullable(z.string()) })),
  fallback: {},
});

/** Who was last seen at each diary, in each jar of cookies: what one tab sees concerns the others. */
export interface LastSeen {
  /** Notes who is there; what is another than before. The first look tells nothing. */
  note(sender: Sender, account: DiaryAccount | null): Promise<{ account: boolean; view: boolean }>;
}

export function createLastSeen(): LastSeen {
  const kept = remember(keptItem);
  /** Of private windows and containers nothing is kept. */
  const foreign = new Map<string, Seen>();

  return {
    async note({ origin, tab }, account) {
      const seen: Seen = { account: account?.key ?? null, view: account && viewOf(account) };
      const isForeign = tab !== null && tab.foreignJar !== null;
      const key = isForeign ? `${await jarOf(tab.id)} ${origin}` : origin;
      const before = isForeign ? foreign.get(key) : (await kept.get())[origin];
      if (before?.account === seen.account && before.view === seen.view) return { account: false, view: false };
      if (isForeign) foreign.set(key, seen);
      else await kept.update((all) => ({ ...all, [origin]: seen }));
      return before
        ? { account: before.account !== seen.account, view: before.view !== seen.view }
        : { account: false, view: false };
    },
  };
}

/** Which cookies the pages of a tab live with, as far as the browser tells: tabs with the same share a session. */
export async function jarOf(tabId: number): Promise<string> {
  const tab = (await browser.tabs.get(tabId).catch(() => null)) as {
    incognito?: boolean;
    cookieStoreId?: string;
  } | null;
  return tab?.cookieStoreId ?? String(tab?.incognito ?? false);
}
