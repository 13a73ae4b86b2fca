import type { Stand } from '../../stand/stand.ts';
import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { pause } from '../lessons.ts';
import { alwaysShow } from '../toolbar.ts';

const site = 'https://school-site.example.ru';
const lesson = 'https://telemost.yandex.ru/j/12345678901234';
const wrong = 'https://telemost.yandex.ru/j/99999999999999';

const sitePage = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Школа</title><body>
<h1>Расписание онлайн-уроков</h1>
<ul id="list">
  <li>Алгебра, 10:00 — <a href="${lesson}">ссылка</a></li>
  <li>География, 11:20: https://salutejazz.ru/calls/abc123?psw=Zm9v</li>
  <li>История — <a href="https://meet.google.com/abc-defg-hij">${wrong}</a></li>
  <li hidden>Тайный урок: https://dion.vc/event/secret</li>
</ul>
<textarea>https://meet.google.com/xyz-abcd-efg</textarea>
</body></html>`;

const buttons = (page: Page) => page.role('button', 'Подключиться');

async function openSite(browser: Browser): Promise<Page> {
  return browser.open(`${site}/raspisanie`);
}

/** The site's page once the person has asked for buttons there always. */
async function openAllowed(browser: Browser, stand: Stand): Promise<Page> {
  stand.world.sites.set('school-site.example.ru', sitePage);
  const page = await openSite(browser);
  const popup = await browser.openPopup(page);
  await popup.waitForText(/Ссылки на звонки на этой странице/);
  await alwaysShow(browser, page, popup);
  await expect.poll(() => buttons(page).count()).toBe(2);
  return page;
}

test.describe('links of any page', () => {
  test.use({ agreesTo: [`${site}/*`] });

  test('the popup lists them, joins, and puts buttons behind them where the person wants them', async ({
    browser,
    stand,
    picture,
  }, testInfo) => {
    stand.world.sites.set('school-site.example.ru', sitePage);
    const page = await openSite(browser);
    const popup = await browser.openPopup(page);
    await popup.waitForText(/Ссылки на звонки на этой странице/);
    const text = await popup.text();
    expect(text).toMatch(/Сайт: school-site\.example\.ru/);
    // Nobody can say who is signed in there.
    expect(text).toMatch(/Проверьте, под чьим именем вы войдёте\. Яндекс Телемост Алгебра, 10:00 Подключиться ⋯/);
    expect(text).not.toMatch(/Проверьте, под чьим.*Проверьте, под чьим/);
    expect(text).toMatch(/SaluteJazz География, 11:20/);
    expect(text).toMatch(/Google Meet История.*В тексте одна ссылка, а ведёт она на другую/);
    expect(text).not.toMatch(/Тайный|DION/);
    await popup.screenshot(testInfo.outputPath('popup.png'));
    expect(await buttons(page).count()).toBe(0);

    await alwaysShow(browser, page, popup);
    await expect.poll(() => buttons(page).count()).toBe(2);
    await picture(page, 'links-on-a-site');

    await page.evaluate(() => {
      const list = document.getElementById('list');
      for (let round = 0; round < 50; round += 1) list?.append(...list.children);
      const late = document.createElement('p');
      late.textContent = 'Химия: https://dion.vc/event/chemistry';
      document.body.append(late);
    });
    await expect.poll(() => buttons(page).count()).toBe(3);
    await page.evaluate(() => document.querySelector('#list li a')?.setAttribute('href', 'https://example.ru/'));
    await page.evaluate(() => document.querySelector('#list li')?.remove());
    await expect.poll(() => buttons(page).count()).toBe(2);

    await buttons(page).first().click();
    await browser.waitForPage(/salutejazz\.ru|dion\.vc/);

    const again = await browser.openPopup(page);
    await again.waitForText(/Больше не показывать кнопки на этом сайте/);
    await again.click('Больше не показывать кнопки на этом сайте');
    await expect.poll(() => buttons(page).count()).toBe(0);
    await page.reload();
    expect(await buttons(page).count()).toBe(0);
  });

  test('the right to the site is taken back in the browser’s settings: its open pages lose their buttons @full @both', async ({
    browser,
    stand,
  }) => {
    const page = await openAllowed(browser, stand);
    await browser.revokeOrigin(`${site}/*`);
    await page.bringToFront();
    await expect.poll(() => buttons(page).count()).toBe(0);
  });

  test('a page that the browser translates, and then does not any more, has one button behind each link @full @both', async ({
    browser,
    stand,
  }) => {
    const page = await openAllowed(browser, stand);

    // As browsers do it: each text lies in an element of the translator's, addresses stay as they are.
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (text.parentElement?.closest('textarea')) continue;
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.textContent = (text.nodeValue ?? '').replace(/[а-яё]+/gi, 'lesson');
        outer.append(inner);
        text.parentNode?.replaceChild(outer, text);
      }
    });
    await pause(1000);
    expect(await buttons(page).count()).toBe(2);
    const alone = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('li')].map((row) => row.querySelectorAll('sferum-call-link').length),
      );
    expect(await alone()).toEqual([1, 1, 0, 0]);

    await page.evaluate(() => {
      for (const outer of [...document.querySelectorAll('body font:not(font font)')])
        outer.replaceWith(document.createTextNode(outer.textContent ?? ''));
    });
    await pause(1000);
    expect(await alone()).toEqual([1, 1, 0, 0]);
    await buttons(page).first().click();
    await browser.waitForPage(/telemost/);
  });
});
