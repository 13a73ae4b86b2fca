import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { defineItem } from '@/lib/storage/item';

/** A browser that loads the extension from a folder says «installed» at every start: the flag tells. */
const greetedItem = defineItem<boolean>({ area: 'disk', key: 'greeted', schema: z.boolean(), fallback: false });

/** The page «Добро пожаловать», also «Подключить дневник». */
export const welcomePage = '/welcome.html';

/** Opens «Добро пожаловать» once, after installing; never after an update. */
export async function greet(reason: string): Promise<void> {
  if (reason !== 'install' || browser.extension.inIncognitoContext || (await greetedItem.get())) return;
  await greetedItem.set(true).catch(() => undefined);
  await browser.tabs.create({ url: browser.runtime.getURL(welcomePage) });
}
