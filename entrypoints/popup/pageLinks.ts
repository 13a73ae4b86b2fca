import { browser } from 'wxt/browser';
import type { PageLinksView } from '@/lib/messages/pageLinks';
import { ask } from '@/lib/messages/send';

/** More frames than this are not handed over. */
const mostFrames = 21;

/**
 * What the page in front holds: read when the person opens the popup, which alone lets the extension in (`activeTab`).
 *
 * @returns `null` where the browser lets nobody read: its own pages, its store, a tab of another kind
 */
export async function readPageLinks(tabId: number): Promise<PageLinksView | null> {
  const { url = '' } = await browser.tabs.get(tabId).catch(() => ({ url: '' }));
  if (!/^https?:/.test(url)) return null;
  const results = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files: ['/page-links.js'] })
    .catch(() => null);
  if (!results) return null;
  const frames = results.slice(0, mostFrames).map(({ result }) => result ?? null);
  // Of an address of any length its beginning tells the site.
  return ask('pageLinks.read', { url: url.slice(0, 2000), frames }).catch(() => null);
}
