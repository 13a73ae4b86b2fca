import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { readableHost } from '@/lib/diary/origin';
import { frameLinks, type PageLinksView } from '@/lib/messages/pageLinks';
import type { FrameLinks, ListedLink } from '@/lib/pageLinks/listLinks';
import { readSite } from '@/lib/pageLinks/site';

/** More frames of a page than this are not looked into. */
const mostFrames = 20;

/**
 * The links to calls of a page, each call once.
 *
 * @param url the page's address, as the browser says it
 * @param frames what the script in each frame answered, unproven
 * @param allowed the sites that the person allowed
 */
export function readFrames(
  url: string,
  frames: readonly unknown[],
  allowed: readonly string[],
): Omit<PageLinksView, 'links'> & FrameLinks {
  const read = frames.slice(0, mostFrames).flatMap((frame) => readFrame(frame) ?? []);
  const byKey = new Map<string, ListedLink>();
  for (const link of read.flatMap(({ links }) => links)) if (!byKey.has(link.callKey)) byKey.set(link.callKey, link);
  const site = readSite(url);
  return {
    host: URL.canParse(url) ? readableHost(new URL(url).origin) : '',
    links: [...byKey.values()],
    isCut: read.some(({ isCut }) => isCut) || frames.length > mostFrames,
    closedFrames: read.reduce((sum, { closedFrames }) => sum + closedFrames, 0),
    isInsecure: url.startsWith('http:'),
    site,
    isAllowed: site !== null && allowed.includes(site),
  };
}

/** What a frame gave, each address recognised anew; `null` for anything else. */
function readFrame(answer: unknown): FrameLinks | null {
  const read = frameLinks.safeParse(answer);
  if (!read.success) return null;
  const links = read.data.links.flatMap(({ address, words, isDoubtful }) => {
    const link = recognizeJoinLink(address);
    return link ? { address: link.address, service: link.service, callKey: link.callKey, words, isDoubtful } : [];
  });
  return { ...read.data, links };
}
