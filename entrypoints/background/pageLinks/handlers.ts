import { browser } from 'wxt/browser';
import { openBeside } from '@/entrypoints/background/browser/windows';
import type { Door } from '@/entrypoints/background/conflict/door';
import { placeOf } from '@/entrypoints/background/diary/place';
import { isCautionAhead, isCautionDue } from '@/entrypoints/background/opening/caution';
import type { Sender } from '@/entrypoints/background/sender';
import type { HandlersOf } from '@/entrypoints/background/serve';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { JoinLink } from '@/lib/calls/types';
import { withinPatience } from '@/lib/conflict/patience';
import { links } from '@/lib/linking/links';
import type { PageLink, pageLinkMessages } from '@/lib/messages/pageLinks';
import type { EduProfile } from '@/lib/messenger/types';
import type { ListedLink } from '@/lib/pageLinks/listLinks';
import { readFrames } from './readFrames';
import { addSite, allowedSites, endElsewhere, permittedSites, registerSites, removeSite } from './sites';

/** Links to calls on any page, and the sites on which a button stands behind each. */
export function createPageLinkHandlers(
  door: Door,
  onJoined: (place: Sender, link: JoinLink) => void,
): HandlersOf<typeof pageLinkMessages> {
  browser.permissions.onAdded.addListener(() => void registerSites());
  browser.permissions.onRemoved.addListener(() => void registerSites().then(endElsewhere));
  void registerSites();

  return {
    async 'pageLinks.read'({ url, frames }) {
      const view = readFrames(url, frames, await permittedSites());
      return { ...view, links: await Promise.all(view.links.map(withEntering)) };
    },
    async 'pageLinks.entering'({ tabId }, sender) {
      const { tab } = await placeOf(sender, tabId);
      // Of another cookie jar nothing is known; where nobody linked, VK is not asked because of a page.
      if (tab?.foreignJar || Object.keys(await links.get()).length === 0) return [];
      const people = await withinPatience(door.whoIsHere());
      return people?.kind === 'profiles' && !people.unread ? people.profiles.map(nameWithRole) : [];
    },
    async 'pageLink.open'({ address, tabId }, sender) {
      const link = recognizeJoinLink(address);
      if (!link) return { isOpened: false, caution: false };
      const place = await placeOf(sender, tabId);
      await openBeside(place.tab, link.address);
      onJoined(place, link);
      return { isOpened: true, caution: await isCautionDue(link, !place.tab?.foreignJar) };
    },
    'sites.read': () => allowedSites.get(),
    'sites.add': ({ site }) => addSite(site),
    async 'sites.remove'({ site }) {
      await removeSite(site);
      return allowedSites.get();
    },
  };
}

/** Who would enter by a link: only VK's own host says who is signed in there. */
async function withEntering(listed: ListedLink): Promise<PageLink> {
  const link = recognizeJoinLink(listed.address);
  if (!link || (await isCautionAhead(link))) return { ...listed, enters: 'check' };
  return { ...listed, enters: link.service === 'vk' ? 'vk' : 'known' };
}

function nameWithRole({ firstName, lastName, rolesText }: EduProfile): string {
  return [`${firstName} ${lastName}`.trim(), rolesText.toLocaleLowerCase('ru')].filter(Boolean).join(', ');
}
