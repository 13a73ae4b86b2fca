import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { PageLinksView } from '@/components/popup/PageLinks';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { readableHost } from '@/lib/diary/adding/regions';
import { ask } from '@/lib/messages/send';
import type { FrameLinks, ListedLink } from '@/lib/pageLinks/listLinks';
import { readSite } from '@/lib/pageLinks/site';

const listed = z.object({
  address: z.string(),
  callKey: z.string(),
  words: z.string(),
  isDoubtful: z.boolean(),
});

const frameSchema = z.object({ links: z.array(listed), isCut: z.boolean(), closedFrames: z.number() });

/** More frames than this are not looked into. */
const mostFrames = 20;

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
  const frames = results.slice(0, mostFrames).flatMap(({ result }) => readFrame(result) ?? []);
  const byKey = new Map<string, ListedLink>();
  for (const link of frames.flatMap(({ links }) => links)) if (!byKey.has(link.callKey)) byKey.set(link.callKey, link);
  const site = readSite(url);
  const allowed = site ? await ask('sites.read', {}).catch(() => []) : [];
  return {
    host: readableHost(new URL(url).origin),
    links: [...byKey.values()],
    isCut: frames.some(({ isCut }) => isCut) || results.length > mostFrames,
    closedFrames: frames.reduce((sum, { closedFrames }) => sum + closedFrames, 0),
    isInsecure: url.startsWith('http:'),
    site,
    isAllowed: site !== null && allowed.includes(site),
  };
}

/** What a frame gave, each address recognised anew; `null` for anything else. */
function readFrame(result: unknown): FrameLinks | null {
  const read = frameSchema.safeParse(result);
  if (!read.success) return null;
  const links = read.data.links.flatMap(({ address, words, isDoubtful }) => {
    const link = recognizeJoinLink(address);
    return link ? { address: link.address, service: link.service, callKey: link.callKey, words, isDoubtful } : [];
  });
  return { ...read.data, links };
}
