import { browser } from 'wxt/browser';
import { openBeside } from '@/entrypoints/background/browser/windows';
import type { HandlersOf } from '@/entrypoints/background/serve';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { pageLinkMessages } from '@/lib/messages/pageLinks';
import { readFrames } from './readFrames';
import { addSite, allowedSites, registerSites, removeSite } from './sites';

/** Links to calls on any page, and the sites on which a button stands behind each. */
export function createPageLinkHandlers(): HandlersOf<typeof pageLinkMessages> {
  browser.permissions.onAdded.addListener(() => void registerSites());
  browser.permissions.onRemoved.addListener(() => void registerSites());
  void registerSites();

  return {
    'pageLinks.read': async ({ url, frames }) => readFrames(url, frames, await allowedSites.get()),
    async 'pageLink.open'({ address }, { tab }) {
      const link = recognizeJoinLink(address);
      if (!link) return false;
      await openBeside(tab, link.address);
      return true;
    },
    'sites.read': () => allowedSites.get(),
    'sites.add': ({ site }) => addSite(site),
    async 'sites.remove'({ site }) {
      await removeSite(site);
      return allowedSites.get();
    },
  };
}
