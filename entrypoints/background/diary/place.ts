import { browser } from 'wxt/browser';
import { findDiary } from '@/entrypoints/background/diaries/addedDiaries';
import { type Sender, tabOf } from '@/entrypoints/background/sender';

/**
 * Where the person is. A frame stands in its tab; the toolbar popup stands in none and names the tab it concerns, of which only
 * what the browser itself says is believed.
 */
export async function placeOf(sender: Sender, tabId: number | null): Promise<Sender> {
  if (sender.kind !== 'page' || tabId === null) return sender;
  const found = await browser.tabs.get(tabId).catch(() => undefined);
  const tab = tabOf(found);
  const origin = found?.url && URL.canParse(found.url) ? new URL(found.url).origin : '';
  return { kind: 'page', tab, origin: (await findDiary(origin)) ? origin : '' };
}
