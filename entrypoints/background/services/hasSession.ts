import { browser } from 'wxt/browser';
import { sessionCookies, sessionDomain } from '@/lib/conflict/sessionCookies';

/** Firefox with first-party isolation refuses to look for cookies without this. */
const anyFirstParty = import.meta.env.FIREFOX ? { firstPartyDomain: null, storeId: 'firefox-default' } : {};

/**
 * Whether the browser holds a cookie of VK's session; its value is not looked at. Where the browser does not say, it is taken to be
 * there: then nobody is taken for signed out.
 */
export async function hasSession(): Promise<boolean> {
  try {
    const found = await Promise.all(
      sessionCookies.map((name) => browser.cookies.getAll({ domain: sessionDomain, name, ...anyFirstParty })),
    );
    return found.some((cookies) => cookies.length > 0);
  } catch {
    return true;
  }
}
