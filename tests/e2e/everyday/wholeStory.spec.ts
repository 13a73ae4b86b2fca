import { moveToMax } from '../../stand/shortcuts.ts';
import type { Page, Surface } from '../driver/types.ts';
import { waitUntil } from '../driver/wait.ts';
import { expect, test } from '../fixture.ts';
import { setTime, waitForMarks } from '../lessons.ts';
import { link, maria, type Person, signInToDiary } from '../people.ts';
import { forgetHeld, reopen } from '../section.ts';
import { openPopupWith } from '../toolbar.ts';

const own = 'https://diary.gorod-example.ru';
const mariaThere: Person = { ...maria, host: own };
const site = 'https://school-site.example.ru';
const readOnly = /Чаты только для чтения\. Возможно, школа перешла в MAX/;

/** Another region's page: no diary of ours. */
const sitePage = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Дневник</title><body>
<h1>Вторник</h1><p>Алгебра, 10:00: <a href="https://telemost.yandex.ru/j/12345678901234">войти</a></p>
<p>География, 11:20: https://dion.vc/event/geography</p></body></html>`;

test.use({
  welcome: 'open',
  zone: 'Asia/Krasnoyarsk',
  agreesTo: [`${own}/*`, `${site}/*`, 'notifications'],
});

test('from installing to a joined lesson with no VK at all; then linked; then in MAX; then at another diary @full', async ({
  browser,
  stand,
  picture,
}, testInfo) => {
  test.setTimeout(180_000);
  setTime(stand, '08:27');
  const look = (surface: Surface, name: string) => picture(surface, `story-${name}`);
  let diary: Page;
  let section: Surface;

  await test.step('welcome, a diary at its own address', async () => {
    const welcome = await browser.waitForPage(/welcome\.html$/);
    await look(welcome, '1-welcome');
    await welcome.field('Ваш регион').choose('Другой регион');
    await look(welcome, '2-other-region');
    const field = welcome.field('Адрес дневника');
    if (!(await field.isVisible())) await welcome.text('Другой адрес дневника').click();
    await field.fill(`${own}/personal-area/#diary`);
    await welcome.role('button', 'Подключить дневник').click();
    await welcome.text(/Войдите в дневник на сайте diary\.gorod-example\.ru/).waitFor();
    diary = await signInToDiary(browser, mariaThere);
    await welcome.bringToFront();
    await welcome.text('Дневник diary.gorod-example.ru подключён.').waitFor();
    await look(welcome, '3-connected');
    await welcome.close();
  });

  await test.step('«Подключиться» in it, the popup, a reminder, joining: VK is not there', async () => {
    for (const name of [
      'host.api.vk.me',
      'host.api.vk.com',
      'host.api.vk.ru',
      'messenger.webToken',
      'messenger.page',
    ] as const)
      stand.faults.set(name, { kind: 'reset' });
    await diary.bringToFront();
    await waitForMarks(diary, (marks) => marks.some((mark) => /^Алгебра.*: .*Подключиться/.test(mark)));
    await look(diary, '4-diary');
    const popup = await openPopupWith(browser, diary, /Алгебра в 08:30, через \d минут.*Подключиться/);
    expect(await popup.text()).toMatch(/Открыть дневник/);
    await popup.screenshot(testInfo.outputPath('5-popup.png'));
    await popup.close();

    const settings = await browser.extensionPage('options.html#reminders');
    await settings.role('button', 'Включить напоминания').click();
    await settings.text('Напоминания включены.').waitFor();
    await look(settings, '6-reminders');
    const [reminder = ''] = await waitUntil(
      async () => {
        const shown = await browser.notifications();
        return shown.length === 1 && shown;
      },
      { what: 'the reminder' },
    );
    await settings.close();
    await browser.clickNotification(reminder);
    await (await browser.waitForPage(/call_link/)).close();
    expect(await browser.notifications()).toEqual([]);
    expect(stand.requests.filter(({ host }) => host.startsWith('api.vk'))).toEqual([]);
  });

  await test.step('linked: chats, unread and a call of VK', async () => {
    stand.faults.clear();
    await diary.bringToFront();
    await diary.reload();
    section = await link(browser, diary, mariaThere);
    await section.text('Алгебра 8 Б').waitFor();
    await look(diary, '7-linked');
    const popup = await openPopupWith(browser, diary, /Открыть Сферум ?\d/);
    await popup.screenshot(testInfo.outputPath('8-popup-linked.png'));
    await popup.close();
    await section.role('tab', 'Видеоконференции').click();
    await section.role('button', 'Перейти').first().click();
    await (await browser.waitForPage(/web\.vk\.me\/call\/join|call_link/)).close();
  });

  await test.step('the school has moved to MAX', async () => {
    moveToMax(stand.world);
    await forgetHeld(browser);
    await diary.bringToFront();
    section = await reopen(diary);
    await section.text(readOnly).waitFor();
    await look(diary, '9-max');
    const popup = await openPopupWith(browser, diary, readOnly);
    await popup.screenshot(testInfo.outputPath('10-popup-max.png'));
    await popup.close();
    const guide = await browser.extensionPage('guide.html');
    await guide.text('Школа перешла в MAX').first().waitFor();
    await guide.close();
    await waitForMarks(diary, () => true);
  });

  await test.step('a page of another diary', async () => {
    stand.world.sites.set('school-site.example.ru', sitePage);
    const page = await browser.open(`${site}/diary`);
    const popup = await openPopupWith(
      browser,
      page,
      /Ссылки на звонки на этой странице.*Сайт: school-site\.example\.ru/,
    );
    await popup.screenshot(testInfo.outputPath('11-popup-links.png'));
    await popup.click('Всегда показывать «Подключиться» на этом сайте');
    const permission = await browser.waitForPage(/permission\.html/);
    await look(permission, '12-permission');
    await permission.role('button', 'Разрешить').click();
    await permission.text(/Готово: за ссылками на звонки появится/).waitFor();
    await permission.close();
    await page.bringToFront();
    await expect.poll(() => page.role('button', 'Подключиться').count()).toBe(2);
    await look(page, '13-links');
    await page.role('button', 'Подключиться').first().click();
    await (await browser.waitForPage(/telemost\.yandex\.ru/)).close();
    const again = await openPopupWith(browser, page, /Больше не показывать кнопки на этом сайте/);
    await again.click('Больше не показывать кнопки на этом сайте');
    await expect.poll(() => page.role('button', 'Подключиться').count()).toBe(0);
  });

  expect(await browser.consoleErrors()).toEqual([]);
});
