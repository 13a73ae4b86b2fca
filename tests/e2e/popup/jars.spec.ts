import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { openPopupWith } from '../toolbar.ts';

const site = 'https://school-site.example.ru/';
const lesson = 'https://telemost.yandex.ru/j/12345678901234';

interface Tab {
  url?: string;
  cookieStoreId?: string;
}

/** The cookie jar in which a page of this host stands. */
function jarOf(browser: Browser, host: string): Promise<string | undefined> {
  return browser.inExtension(async (asked) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(all: object): Promise<Tab[]> } } }).chrome;
    return (await tabs.query({})).find(({ url }) => url && new URL(url).host === asked)?.cookieStoreId;
  }, host);
}

test.describe('what is opened from a page in a container or a private window', () => {
  test.beforeEach(async ({ browser, stand }) => {
    stand.world.sites.set(
      'school-site.example.ru',
      `<!doctype html><meta charset="utf-8"><title>Школа</title><p>Алгебра: <a href="${lesson}">урок</a></p>`,
    );
    // So that its tab's address can be read.
    await browser.allowOrigin('https://telemost.yandex.ru/*');
  });

  const places: Record<string, [open: (browser: Browser) => Promise<Page>, jar: RegExp]> = {
    'a container': [(browser) => browser.openContainer(site), /^firefox-container-/],
    'a private window': [
      async (browser) => {
        await browser.allowPrivateWindows();
        return browser.openPrivateWindow(site);
      },
      /^firefox-private$/,
    ],
  };

  for (const [name, [open, jar]] of Object.entries(places)) {
    test(`${name}: a link of the page opens there, where its person is signed in @full @firefox`, async ({
      browser,
    }) => {
      const page = await open(browser);
      const popup = await openPopupWith(browser, page, /Алгебра.*Подключиться/);
      await popup.click('Подключиться');
      await browser.waitForPage(/telemost\.yandex\.ru/);
      expect(await jarOf(browser, 'telemost.yandex.ru')).toMatch(jar);
    });

    test(`${name}: a pasted link opens there @full @firefox`, async ({ browser }) => {
      const page = await open(browser);
      const popup = await openPopupWith(browser, page, /Алгебра.*Подключиться/);
      await popup.click('Проверить ссылку-приглашение');
      await popup.fill('Ссылка, которую прислал ребёнок', lesson);
      await popup.click('Проверить');
      await popup.waitForText(/Открыть ссылку/);
      await popup.click('Открыть ссылку');
      await browser.waitForPage(/telemost\.yandex\.ru/);
      expect(await jarOf(browser, 'telemost.yandex.ru')).toMatch(jar);
    });
  }
});
