import { expect, test } from '../fixture.ts';
import { openDiary, pause, setTime } from '../lessons.ts';
import { alwaysShow } from '../toolbar.ts';

const crowded = 'https://crowded.example.ru';
const join = 'Подключиться';

/** So many links to calls, in so much text; all in one paragraph. */
function crowdedPage(links: number, characters: number, isOneParagraph = false): string {
  const words = 'Онлайн-урок в расписании школы, '.repeat(Math.ceil(characters / Math.max(links, 1) / 32));
  const rows = Array.from({ length: Math.max(links, 1) }, (_, at) =>
    links > 0
      ? `<p>${words}${at}: <a href="https://telemost.yandex.ru/j/${10_000_000_000_000 + at}">войти</a></p>`
      : `<p>${words.repeat(100)}</p>`,
  );
  const all = isOneParagraph ? `<p>${rows.join('').replace(/<\/?p>/g, ' ')}</p>` : rows.join('');
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Много</title><body>${all}</body></html>`;
}

test.describe('crowded pages', () => {
  test.use({ agreesTo: [`${crowded}/*`] });

  for (const [name, links, characters, isOneParagraph] of [
    ['10,000 links', 10_000, 400_000, false],
    ['5 MB of text around 300 links', 300, 5_000_000, false],
    ['5 MB of text around 300 links in one paragraph', 300, 5_000_000, true],
  ] as const) {
    // Chromium itself may need longer for such a paragraph than the driver waits for any page.
    const where = isOneParagraph ? ' @firefox' : '';
    test(`${name}: the popup lists a bounded number and says so, buttons are bounded, and the page goes on @full${where}`, async ({
      browser,
      stand,
    }, testInfo) => {
      stand.world.sites.set('crowded.example.ru', crowdedPage(links, characters, isOneParagraph));
      const page = await browser.open(`${crowded}/`);
      const popup = await browser.openPopup(page);
      await popup.waitForText(/Ссылки на звонки на этой странице.*Сайт: crowded\.example\.ru/);
      await popup.waitForText(/Страница очень большая, показаны не все ссылки/);
      const text = await popup.text();
      expect(text.match(/Яндекс Телемост/g)?.length).toBeLessThanOrEqual(100);
      await popup.screenshot(testInfo.outputPath('crowded.png'));
      await alwaysShow(browser, page, popup);
      await expect.poll(() => page.css('sferum-call-link').count()).toBeGreaterThan(50);
      await pause(1500);
      const buttons = await page.css('sferum-call-link').count();
      expect(buttons).toBeLessThanOrEqual(1000);
      // It moves nothing by itself afterwards.
      await pause(1000);
      expect(await page.css('sferum-call-link').count()).toBe(buttons);

      // The site's right is taken back in the browser: its buttons go with it.
      await browser.revokeOrigin(`${crowded}/*`);
      await page.reload();
      await pause(1000);
      expect(await page.css('sferum-call-link').count()).toBe(0);
      const after = await browser.openPopup(page);
      await after.waitForText(/Всегда показывать «Подключиться» на этом сайте/);
    });
  }
});

test('a page full of strangers’ calls lends no trust: its host stands above, no lesson is named, and nothing opens by itself @full', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40');
  await openDiary(browser, stand);
  stand.world.sites.set(
    'win-a-prize.example.ru',
    `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Школа № 4, Республика Хакасия</title><body>
    <h1>school.r-19.ru Дневник: Алгебра, 8 Б, Белова Е. А.</h1>
    ${Array.from({ length: 150 }, (_, at) => `<p>Алгебра сейчас! https://dion.vc/event/prize${at}</p>`).join('')}
    <a href="https://web.vk.me/call/join/${'a'.repeat(32)}">school.r-19.ru/lesson</a>
    <script>addEventListener('click', (event) => event.preventDefault());for (const a of document.querySelectorAll('a')) a.click();</script></body></html>`,
  );
  const page = await browser.open('https://win-a-prize.example.ru/');
  const tabs = (await browser.pages()).length;
  const popup = await browser.openPopup(page);
  await popup.waitForText(/Сайт: win-a-prize\.example\.ru/);
  const text = await popup.text();
  const [today = '', links = ''] = text.split('Ссылки на звонки на этой странице');
  expect(today).toMatch(/Алгебра, до 09:10/);
  expect(links).toMatch(/Проверьте, под чьим именем вы войдёте/);
  expect(links).not.toMatch(/Онлайн-урок|до 09:10/);
  expect((await browser.pages()).length).toBe(tabs);
});

test('two windows with two popups, and a clock that was put back: each shows what is on by then @full', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  const one = await browser.extensionPage('popup.html');
  const other = await browser.extensionPage('popup.html');
  for (const popup of [one, other]) await popup.text(/Алгебра, до 09:10/).waitFor();
  stand.clock.shift(-35 * 60_000);
  await diary.bringToFront();
  await diary.reload();
  await diary
    .text(/Онлайн, вход с 08:20/)
    .first()
    .waitFor();
  await other.reload();
  await other.text(/Алгебра в 08:30, через 25 минут/).waitFor();
  expect(await other.role('button', join).count()).toBe(0);
  expect(await browser.consoleErrors()).toEqual([]);
});
