import { browser } from 'wxt/browser';
import type { Tab } from '@/entrypoints/background/sender';
import { messengerAddress, messengerPattern } from '@/lib/sites/messenger';
import { vkIdPattern } from '@/lib/sites/vkid';

const popupPatterns = [vkIdPattern, messengerPattern];
const popupSize = { width: 520, height: 720 };

/** Opens VK Мессенджер in a window of its own; its id, or `null` when the browser refuses. */
export async function openMessengerWindow(): Promise<number | null> {
  try {
    const opened = await browser.windows.create({
      type: 'popup',
      url: messengerAddress,
      incognito: browser.extension.inIncognitoContext,
      ...popupSize,
    });
    return opened?.id ?? null;
  } catch {
    return null;
  }
}

/** Popup windows that show VK ID or VK Мессенджер: those of a sign-in, whoever opened them. */
async function signInWindows(): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: popupPatterns, windowType: 'popup' });
  return [...new Set(tabs.flatMap(({ windowId }) => (windowId === undefined ? [] : [windowId])))];
}

/** Brings an open sign-in window to the front; its id, or `null` when there is none. */
export async function focusSignInWindow(): Promise<number | null> {
  const [windowId] = await signInWindows();
  if (windowId === undefined) return null;
  await browser.windows.update(windowId, { focused: true });
  return windowId;
}

/** Closes sign-in windows that are still open. */
export async function closeSignInWindows(): Promise<void> {
  for (const windowId of await signInWindows()) await browser.windows.remove(windowId).catch(() => undefined);
}

/**
 * Opens an address next to a tab, in its window. The opener makes Firefox keep the container and the private window;
 * Chrome needs the index besides.
 */
export async function openBeside(tab: Tab | null, url: string, active = true): Promise<void> {
  if (!tab) {
    await browser.tabs.create({ url, active });
    return;
  }
  const { index, windowId } = await browser.tabs.get(tab.id).catch(() => tab);
  await browser.tabs.create({ url, active, openerTabId: tab.id, index: index + 1, windowId: windowId ?? tab.windowId });
}
