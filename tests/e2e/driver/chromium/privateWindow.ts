import type { BrowserContext, Page } from '@playwright/test';
import { waitUntil } from '../wait.ts';

/** The part of `chrome` that is used in a page of the extension. */
declare const chrome: { windows: { create(options: { incognito: boolean; url: string }): Promise<unknown> } };

/**
 * Opens a private window.
 *
 * @param helper a page of the extension
 */
export async function openPrivateWindow(context: BrowserContext, helper: Page, address: string): Promise<Page> {
  const before = new Set(context.pages());
  await helper.evaluate((url) => {
    // Not waited for: in a split extension it never resolves with a window.
    void chrome.windows.create({ incognito: true, url });
  }, address);
  const page = await waitUntil(async () => context.pages().find((one) => !before.has(one)), {
    what: 'the private window',
  });
  await page.waitForURL((url) => url.href !== 'about:blank');
  await page.waitForLoadState();
  return page;
}
