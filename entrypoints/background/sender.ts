import { type Browser, browser } from 'wxt/browser';
import { readSferumAddress } from '@/lib/conflict/invitation';
import { personalAreaPath } from '@/lib/diary/origin';
import type { SenderKind } from '@/lib/messages/message';
import { sferumHosts } from '@/lib/sites/sferum';

/** Where a message came from, as the browser says. */
export interface Sender {
  kind: SenderKind;
  /** The tab it came from; `null` for extension pages without a tab, such as the toolbar popup. */
  tab: Tab | null;
  /** Origin of the diary, for `diary` and `section`; else empty. */
  origin: string;
}

export interface Tab {
  id: number;
  windowId: number;
  index: number;
  /** Firefox's private window or container: the background's requests would carry other cookies. */
  foreignJar: 'private' | 'container' | null;
}

function originOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).origin : '';
}

/** Firefox alone says in which cookie jar a tab lives. */
type TabWithJar = Browser.tabs.Tab & { cookieStoreId?: string };

/** What is needed of a tab; `null` for one that has no place among tabs. */
export function tabOf(tab: TabWithJar | undefined): Tab | null {
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  const container = tab.cookieStoreId;
  const inDefaultJar = container === undefined || container === 'firefox-default' || !container.startsWith('firefox-');
  const ofOtherHalf = tab.incognito && !browser.extension.inIncognitoContext;
  return {
    id: tab.id,
    windowId: tab.windowId,
    index: tab.index,
    foreignJar: ofOtherHalf ? 'private' : inDefaultJar ? null : 'container',
  };
}

/** The origins at which the extension works. */
export interface KnownPlaces {
  isDiary(origin: string): Promise<boolean>;
  /** Whether the person wants buttons behind the links of a site. */
  isAllowedSite(origin: string): Promise<boolean>;
}

/** The path of a page of the extension; `null` for any other address. */
function ownPage(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  // Chrome's frames of ours are loaded from an address that changes (`use_dynamic_url`), but call themselves by the lasting one.
  const own = import.meta.env.FIREFOX ? new URL(browser.runtime.getURL('/')).host : browser.runtime.id;
  return /^(?:chrome|moz)-extension:$/.test(protocol) && host === own ? pathname : null;
}

/**
 * Who sent a message; `null` for anybody who may not send any.
 */
export async function senderOf(
  sender: Browser.runtime.MessageSender,
  { isDiary, isAllowedSite }: KnownPlaces,
): Promise<Sender | null> {
  if (sender.id !== browser.runtime.id || !sender.url) return null;
  const tab = tabOf(sender.tab);

  const page = ownPage(sender.url);
  if (page !== null) {
    const framed = sender.frameId !== undefined && sender.frameId !== 0;
    if (!framed) return { kind: 'page', tab, origin: '' };
    const origin = originOf(sender.tab?.url);
    if (!tab) return null;
    if (await isDiary(origin)) return { kind: 'section', tab, origin };
    return page === '/notice.html' && readSferumAddress(sender.tab?.url ?? '')
      ? { kind: 'notice', tab, origin: '' }
      : null;
  }

  if (!tab) return null;
  const { origin, hostname, pathname } = new URL(sender.url);
  if (await isAllowedSite(origin)) return { kind: 'site', tab, origin: '' };
  if (sender.frameId !== 0) return null;
  if ((await isDiary(origin)) && pathname.startsWith(personalAreaPath)) return { kind: 'diary', tab, origin };
  if (sferumHosts.includes(hostname)) return { kind: 'invitation', tab, origin: '' };
  return null;
}
