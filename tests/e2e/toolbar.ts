import type { Browser, Page, ToolbarPopup } from './driver/types.ts';

/** The popup as the toolbar button opens it while a page is in front, once it says so. */
export async function openPopupWith(browser: Browser, page: Page, text: RegExp): Promise<ToolbarPopup> {
  const popup = await browser.openPopup(page);
  await popup.waitForText(text);
  return popup;
}
