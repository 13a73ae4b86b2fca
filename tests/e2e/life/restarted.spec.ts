import { waitUntil } from '../driver/wait.ts';
import { expect, test } from '../fixture.ts';
import { openDiary, setTime } from '../lessons.ts';
import { maria, type Person, signInToDiary } from '../people.ts';

const own = 'https://diary.gorod-example.ru';
const site = 'https://school-site.example.ru';
const mariaThere: Person = { ...maria, host: own };
/** Of the diary that is added. */
const zone = 'Asia/Novosibirsk';

test.describe('the browser is ended and begun again', () => {
  test.use({ agreesTo: [`${own}/*`, `${site}/*`, 'notifications'], zone });

  // Chromium is given an unpacked extension anew after each start, without the rights that the person had given.
  test('an added diary, an allowed site and reminders work as before; «Добро пожаловать» does not come again @full @firefox', async ({
    browser,
    stand,
  }) => {
    test.setTimeout(180_000);
    setTime(stand, '08:10', 1, zone);
    stand.world.sites.set(
      'school-site.example.ru',
      '<!doctype html><meta charset="utf-8"><title>Школа</title><p>Алгебра: https://telemost.yandex.ru/j/12345678901234',
    );
    await test.step('a diary, a site and reminders', async () => {
      const diary = await signInToDiary(browser, mariaThere);
      const welcome = await browser.extensionPage('welcome.html');
      await welcome.text('Другой адрес дневника').click();
      await welcome.field('Адрес дневника').fill(own);
      await welcome.role('button', 'Подключить дневник').click();
      await welcome.text('Дневник diary.gorod-example.ru подключён.').waitFor();
      await welcome.close();
      const permission = await browser.extensionPage(`permission.html?site=${encodeURIComponent(site)}`);
      await permission.role('button', 'Разрешить').click();
      await permission.text(/^Готово/).waitFor();
      const settings = await browser.extensionPage('options.html#reminders');
      await settings.role('button', 'Включить напоминания').click();
      await settings.text('Напоминания включены.').waitFor();
      await diary.bringToFront();
      await diary.role('button', 'Авторизация в Сферум').waitFor();
      expect(await browser.notifications()).toEqual([]);
    });

    await browser.restart();

    const page = await browser.open(`${site}/`);
    await page.role('button', 'Подключиться').waitFor();
    const diary = await openDiary(browser, stand, mariaThere);
    await diary.role('button', 'Авторизация в Сферум').waitFor();
    expect(await browser.notifications()).toEqual([]);
    stand.clock.shift(17 * 60_000);
    await diary.reload();
    await waitUntil(async () => (await browser.notifications()).length === 1, { what: 'the reminder' });
    const open = await Promise.all((await browser.pages()).map((one) => one.url()));
    expect(open.filter((address) => address.includes('welcome'))).toEqual([]);
    expect(await browser.consoleErrors()).toEqual([]);
  });
});
