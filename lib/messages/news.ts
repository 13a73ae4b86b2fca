import { browser } from 'wxt/browser';

const all = ['linking', 'session', 'chats', 'calls', 'ways', 'diaries'] as const;

/** News for the extension's open pages: no content, only what to read again. */
export type News = (typeof all)[number];

/**
 * Hears the background's news in a page of the extension. News hold nothing but what to read again.
 *
 * @returns ends the listening
 */
export function listenToNews(hear: (news: News) => void): () => void {
  const listener = (message: unknown, sender: { id?: string; tab?: unknown }) => {
    if (sender.id !== browser.runtime.id || sender.tab) return;
    const { news } = (message ?? {}) as { news?: News };
    if (news && all.includes(news)) hear(news);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
