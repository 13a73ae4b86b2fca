import { browser } from 'wxt/browser';
import type { Tab } from '@/entrypoints/background/sender';

/** A background that died over a click is started anew by the same click; what it has opened is no older than this, milliseconds. */
const newborn = 3000;

/**
 * Opens an address next to a tab, in its window. The opener makes Firefox keep the container and the private window;
 * Chrome needs the index besides. Beside no tab, and where that stands in a small window, an ordinary window is taken.
 */
export async function openBeside(tab: Tab | null, url: string, active = true): Promise<void> {
  const beside = tab && (await browser.tabs.get(tab.id).catch(() => tab));
  const windowId = beside?.windowId ?? tab?.windowId;
  if (!tab || !beside || windowId === undefined || (await isSmall(windowId))) return openInFront(url, active);
  if (await wasJustOpened(tab.id)) return;
  await browser.tabs.create({ url, active, openerTabId: tab.id, index: beside.index + 1, windowId });
}

/**
 * Whether an earlier life of this background has opened it and died before it could say so: two of one call would be an echo. In
 * Firefox, where a tab in front was looked at this very moment, that cannot be told.
 */
async function wasJustOpened(openerTabId: number): Promise<boolean> {
  const tabs = import.meta.env.FIREFOX || performance.now() > newborn ? [] : await browser.tabs.query({});
  return tabs.some((tab) => tab.openerTabId === openerTabId && Date.now() - (tab.lastAccessed ?? 0) < newborn);
}

async function isSmall(windowId: number): Promise<boolean> {
  const window = await browser.windows.get(windowId).catch(() => null);
  return window?.type === 'popup';
}

/** In the ordinary window in front, never in a private one of Firefox; on some systems the browser runs without any window. */
async function openInFront(url: string, active: boolean): Promise<void> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const own = windows.filter(({ incognito }) => incognito === browser.extension.inIncognitoContext);
  const id = (own.find(({ focused }) => focused) ?? own[0])?.id;
  if (id === undefined) {
    await browser.windows.create({ url, focused: active });
    return;
  }
  await browser.tabs.create({ url, active, windowId: id });
  if (active) await focusWindow(id);
}

/** Brings a window to the front, if it is there still. */
export async function focusWindow(windowId: number): Promise<void> {
  await browser.windows.update(windowId, { focused: true }).catch(() => undefined);
}

/** Brings a tab to the front; `false` when it is gone. */
export async function focusTab(tabId: number): Promise<boolean> {
  try {
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}
