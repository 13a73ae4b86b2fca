import type { Browser, Page, ToolbarPopup } from './driver/types.ts';

/** In a popup that lists a page's links: «Подключиться» behind each of them from now on, with the page in front again. */
export async function alwaysShow(browser: Browser, page: Page, popup: ToolbarPopup): Promise<void> {
  await popup.click('Всегда показывать «Подключиться» на этом сайте');
  const permission = await browser.waitForPage(/permission\.html/);
  await permission.role('button', 'Разрешить').click();
  await permission.text(/Готово: за ссылками на звонки появится/).waitFor();
  await permission.close();
  await page.bringToFront();
}

/** The popup as the toolbar button opens it while a page is in front, once it says so. */
export async function openPopupWith(browser: Browser, page: Page, text: RegExp): Promise<ToolbarPopup> {
  const popup = await browser.openPopup(page);
  await popup.waitForText(text);
  return popup;
}
