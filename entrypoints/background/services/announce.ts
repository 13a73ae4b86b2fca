import { browser } from 'wxt/browser';
import { diaryPatterns } from '@/entrypoints/background/diaries/addedDiaries';
import type { News } from '@/lib/messages/news';
import { sferumPatterns } from '@/lib/sites/sferum';

const listeners: ((news: News) => void)[] = [];

/** Hears the same within the background. */
export function hearNews(listener: (news: News) => void): void {
  listeners.push(listener);
}

/** Tells the extension's open pages that there is something to read again. Nobody listening is fine. */
export function announce(news: News): void {
  for (const hear of listeners) hear(news);
  browser.runtime.sendMessage({ news }).catch(() => undefined);
  if (import.meta.env.FIREFOX) void announceToFrames(news);
}

/**
 * Firefox counts our pages inside a web page's tab as part of that tab: what goes to all extension pages passes them by.
 * Besides the diaries a page of Сферум may hold a frame of ours.
 */
async function announceToFrames(news: News): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...(await diaryPatterns()), ...sferumPatterns] });
  for (const { id } of tabs) {
    if (id !== undefined) browser.tabs.sendMessage(id, { news }).catch(() => undefined);
  }
}
