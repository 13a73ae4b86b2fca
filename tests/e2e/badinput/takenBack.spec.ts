import { expect, test } from '../fixture.ts';
import { maria, type Person, signInToDiary } from '../people.ts';

const own = 'https://diary.gorod-example.ru';
const site = 'https://school-site.example.ru';
const lesson = 'https://telemost.yandex.ru/j/12345678901234';
const mariaThere: Person = { ...maria, host: own };

test.describe('rights taken back in the middle', () => {
  test.use({ agreesTo: [`${own}/*`, `${site}/*`] });

  test('an added diary’s and an allowed site’s: noticed where they are shown, and said @full @both', async ({
    browser,
    stand,
  }) => {
    stand.world.sites.set(
      'school-site.example.ru',
      `<!doctype html><meta charset="utf-8"><title>Школа</title><p>Алгебра: <a href="${lesson}">урок</a></p>`,
    );
    await signInToDiary(browser, mariaThere);
    const welcome = await browser.extensionPage('welcome.html');
    await welcome.text('Другой адрес дневника').click();
    await welcome.field('Адрес дневника').fill(own);
    await welcome.role('button', 'Подключить дневник').click();
    await welcome.text('Дневник diary.gorod-example.ru подключён.').waitFor();
    const permission = await browser.extensionPage(`permission.html?site=${encodeURIComponent(site)}`);
    await permission.role('button', 'Разрешить').click();
    await permission.text(/^Готово/).waitFor();
    const page = await browser.open(`${site}/`);
    await page.role('button', 'Подключиться').waitFor();

    await browser.revokeOrigin(`${own}/*`);
    await browser.revokeOrigin(`${site}/*`);

    await test.step('welcome, the settings and the permission page say so', async () => {
      await welcome.bringToFront();
      await welcome.text('Браузер больше не пускает расширение на этот сайт. Подключите дневник ещё раз.').waitFor();
      const settings = await browser.extensionPage('options.html#diaries');
      await settings.role('button', 'Разрешить снова: diary.gorod-example.ru').waitFor();
      await settings.role('button', 'Разрешить снова: school-site.example.ru').waitFor();
      await settings.close();
      await permission.bringToFront();
      await permission.role('button', 'Разрешить').waitFor();
    });

    await test.step('the site has no buttons any more, and its popup offers them anew', async () => {
      await page.bringToFront();
      await page.reload();
      const popup = await browser.openPopup(page);
      await popup.waitForText(/Всегда показывать «Подключиться» на этом сайте/);
      await popup.close();
      expect(await page.role('button', 'Подключиться').count()).toBe(0);
    });

    await test.step('given again in the browser: works again', async () => {
      await permission.bringToFront();
      await browser.allowOrigin(`${site}/*`);
      await permission.bringToFront();
      // By itself: a click would meet the button that closes the tab.
      await permission.text(/^Готово/).waitFor();
      await page.bringToFront();
      await page.reload();
      await page.role('button', 'Подключиться').waitFor();
    });
  });
});
