import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { endIn } from '@/entrypoints/background/browser/injection';
import { showSign } from '@/entrypoints/background/browser/toolbarSign';
import { addedDiaries } from '@/entrypoints/background/diaries/addedDiaries';
import { refreshDiaries } from '@/entrypoints/background/diary/diaryTabs';
import type { Wizards } from '@/entrypoints/background/linking/wizards';
import { endAtSites } from '@/entrypoints/background/pageLinks/sites';
import { announce } from '@/entrypoints/background/services/announce';
import type { Services } from '@/entrypoints/background/services/services';
import { personalAreaOf } from '@/lib/diary/origin';
import { links } from '@/lib/linking/links';
import type { DeletedView } from '@/lib/messages/settings';
import { deleteKept } from '@/lib/storage/deleteKept';
import { defineItem } from '@/lib/storage/item';
import { giveBackEverything } from './grants';
import { letGo } from './switching';

/** Deleting has begun and is not done: the last of everything that goes. */
const deleting = defineItem<boolean>({ area: 'disk', key: 'deleting', schema: z.boolean(), fallback: false });

/** That «Добро пожаловать» was shown stays: it is not to come again by itself. */
const staying: readonly string[] = ['greeted', 'deleting'];

/** «Удалить всё». */
export interface Deleting {
  everything(): Promise<DeletedView>;
  /** What an earlier background left undone when it ended. */
  resume(): Promise<void>;
}

/** Makes it. Each step may be done twice: whatever remains is found by looking, never by counting. */
export function createDeleting(services: Services, wizards: Wizards): Deleting {
  /** Chrome's incognito half has its own storage and nothing else of its own. */
  const isWhole = !browser.extension.inIncognitoContext;

  async function everything(): Promise<DeletedView> {
    // Where the disk is full it goes without: deleting needs no room.
    await deleting.set(true).catch(() => undefined);
    const all = Object.values(await links.get());
    const consent = await services.vkid.withdrawAll(
      all.filter(({ vkidConsent }) => vkidConsent).map(({ accountKey }) => accountKey),
    );
    const remaining = isWhole ? await leaveBrowser() : [];
    const failed = await leaveStorage().then(
      () => false,
      () => true,
    );
    announce('session');
    announce('diaries');
    // Nobody waits for their pages.
    void refreshDiaries();
    return { consent, remaining, failed };
  }

  /** Out of pages, toolbar and the browser's own lists. */
  async function leaveBrowser(): Promise<string[]> {
    await endIn((await addedDiaries.get()).map(({ origin }) => personalAreaOf(origin)));
    await endAtSites();
    await browser.scripting.unregisterContentScripts().catch(() => undefined);
    await browser.alarms.clearAll();
    await browser.action.setBadgeText({ text: '' });
    return giveBackEverything();
  }

  async function leaveStorage(): Promise<void> {
    await letGo(services, wizards);
    await deleteKept((key) => !staying.includes(key));
    await deleting.remove();
    await showSign();
  }

  return {
    everything,
    async resume() {
      if (await deleting.get()) await everything();
    },
  };
}
