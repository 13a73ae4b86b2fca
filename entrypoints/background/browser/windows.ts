import { browser } from 'wxt/browser';
import type { Tab } from '@/entrypoints/background/sender';

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
