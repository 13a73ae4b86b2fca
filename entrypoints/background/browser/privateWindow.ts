import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { pendingLifetime } from '@/lib/conflict/ways';
import type { WaysView } from '@/lib/messages/ways';
import { defineItem } from '@/lib/storage/item';
import { createExpiry } from './expiry';

/**
 * The private window that the browser refused to open. On disk, because allowing it reloads the extension, which empties session
 * storage; the address alone, nothing of anybody.
 */
const refused = defineItem<{ address: string; since: number } | null>({
  area: 'disk',
  key: 'refusedPrivateWindow',
  schema: z.nullable(z.object({ address: z.string(), since: z.number() })),
  fallback: null,
});

export interface PrivateWindows {
  read(address: string): Promise<WaysView['privateWindow']>;
  /** Opens an address in a private window, or keeps that it was refused. */
  open(address: string): Promise<void>;
  /** The page where the browser lets the person allow it. */
  openSettings(): Promise<void>;
  /** The person chose another way. */
  forget(): Promise<void>;
  /** The address that waits for being allowed and may be opened now; `null`: none. */
  resumable(): Promise<string | null>;
}

/** @param now unix milliseconds on the computer's clock */
export function createPrivateWindows(now: () => number): PrivateWindows {
  const isAllowed = () => browser.extension.isAllowedIncognitoAccess();

  /** Firefox refuses without the right; other browsers open the window all the same, and the extension is off in it. */
  const mayOpen = async () => !import.meta.env.FIREFOX || (await isAllowed());

  /** Deletes the address when its time is over. In how many milliseconds that will be; `null`: none is kept. */
  async function deleteDead(): Promise<number | null> {
    const kept = await refused.get();
    if (!kept) return null;
    const age = now() - kept.since;
    if (age >= 0 && age < pendingLifetime) return pendingLifetime - age;
    await refused.remove();
    return null;
  }

  const expiry = createExpiry([{ deleteDead }], 'refusedPrivateWindow');
  // The browser may have been closed meanwhile.
  void expiry.look();

  async function waiting(): Promise<string | null> {
    return (await deleteDead()) === null ? null : ((await refused.get())?.address ?? null);
  }

  return {
    async read(address) {
      const [allowed, opens, kept] = await Promise.all([isAllowed(), mayOpen(), waiting()]);
      const mine = kept === address;
      return {
        allowed,
        forbidden: mine && !(import.meta.env.FIREFOX && opens),
        resumable: mine && import.meta.env.FIREFOX && opens,
      };
    },
    async open(address) {
      try {
        if (!(await mayOpen())) throw new Error('not allowed in private windows');
        await browser.windows.create({ incognito: true, url: address, focused: true });
        await refused.remove();
      } catch {
        await refused.set({ address, since: now() });
        await expiry.look();
      }
    },
    async openSettings() {
      await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
    },
    forget: () => refused.remove(),
    async resumable() {
      const address = await waiting();
      return address !== null && import.meta.env.FIREFOX && (await mayOpen()) ? address : null;
    },
  };
}
