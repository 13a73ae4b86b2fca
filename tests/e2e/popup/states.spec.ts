import { rightNow } from '../../stand/scenarios/right-now.ts';
import { hopTo, requestsToVk, signInToSferum } from '../conflict.ts';
import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { keepLink, linkMaria, linkOfMaria, openDiary, setTime } from '../lessons.ts';
import { lookAtPage } from '../lookAtPage.ts';
import { link, maria, signInToDiary } from '../people.ts';
import { openPopupWith } from '../toolbar.ts';

/** The popup as a page: for what the toolbar's own window does not let a driver do. */
async function openAsPage(browser: Browser, text: RegExp): Promise<Page> {
  const page = await browser.extensionPage('popup.html');
  await page.text(text).first().waitFor();
  return page;
}

/** Somebody linked another diary here: who is signed in to VK may be asked. */
function linkSomebody(browser: Browser): Promise<void> {
  return keepLink(browser, {
    ...linkOfMaria,
    accountKey: 'https://openschool.49gov.ru#1',
    origin: 'https://openschool.49gov.ru',
    accountName: 'Петров Иван Иванович',
    profileId: 871999999,
    profileName: 'Иван Петров',
  });
}

test.describe('a linked family, lessons around this very minute', () => {
  test.use({ scenario: rightNow });

  test('VK’s calls are in «Сегодня», with the lesson they belong to as one row, and unread chats @full', async ({
    browser,
    picture,
  }) => {
    const diary = await signInToDiary(browser, maria);
    await link(browser, diary, maria);
    const popup = await openPopupWith(browser, diary, /Алгебра, до \d\d:\d\d/);
    await popup.waitForText(/Открыть дневник Открыть Сферум ?2/);
    const text = await popup.text();
    expect(text).toMatch(/Родительское собрание 8 Б в \d\d:\d\d, через \d+ минут/);
    // The planned call is the lesson's: named once.
    expect(text).not.toMatch(/География 8 Б/);
    await popup.close();
    const page = await openAsPage(browser, /Алгебра, до/);
    await lookAtPage(page, picture, 'popup-linked', 340);
    await page.close();
  });
});

test('«Войдёте как Пётр» stands at a call of VK before it is joined @full', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  await linkSomebody(browser);
  await signInToSferum(browser, stand, 'petr');
  const diary = await openDiary(browser, stand);
  const popup = await openPopupWith(browser, diary, /Алгебра, до 09:10.*Подключиться Войдёте как Пётр/);
  expect(await popup.text()).not.toMatch(/Войдёте как Пётр.*Войдёте как Пётр/);
  await popup.click('Подключиться');
  await browser.waitForPage(/call_link/);
});

test('of two who are signed in it is asked which is active, and whoever says no is led to the ways @full @both', async ({
  browser,
  stand,
  picture,
}) => {
  setTime(stand, '08:40');
  await linkMaria(browser);
  await signInToSferum(browser, stand, 'maria');
  await signInToSferum(browser, stand, 'petr');
  await openDiary(browser, stand);
  const page = await openAsPage(browser, /Алгебра, до 09:10/);
  await page.role('button', 'Подключиться').first().click();
  await page.text(/Это Мария/).waitFor();
  await lookAtPage(page, picture, 'popup-ask', 340);
  await page.role('button', 'Нет, сменить профиль').click();
  await page.role('list', 'Способы').waitFor();
  await lookAtPage(page, picture, 'popup-ask-ways', 340);
  await page.role('button', 'Скрыть').click();
  expect(await page.role('list', 'Способы').count()).toBe(0);
  await page.role('button', 'Подключиться').first().waitFor();
});

test('a private window shows nothing of the ordinary ones, and says so @full', async ({ browser, stand }, testInfo) => {
  setTime(stand, '08:40');
  await browser.allowPrivateWindows();
  const diary = await openDiary(browser, stand);
  await (await openPopupWith(browser, diary, /Алгебра, до 09:10/)).close();
  const page = await browser.openPrivateWindow('https://school-site.example.ru/');
  const popup = await openPopupWith(browser, page, /Здесь видны уроки только того дневника/);
  expect(await popup.text()).not.toMatch(/Алгебра|Пётр/);
  await popup.screenshot(testInfo.outputPath('private.png'));
  await popup.close();
  await page.close();
});

test('a conflict is one line, unfolded to the ways by the keyboard @full', async ({ browser, stand, picture }) => {
  setTime(stand, '08:40');
  await linkMaria(browser);
  await signInToSferum(browser, stand, 'petr');
  await openDiary(browser, stand);
  const page = await openAsPage(browser, /Открыт Сферум: Пётр/);
  await lookAtPage(page, picture, 'popup-one-line', 340);
  await page.css('.popup-conflict > summary').press('Enter');
  await page.text(/Сейчас в этом браузере открыт Сферум другого человека/).waitFor();
  await page.role('list', 'Способы').waitFor();
  expect(await page.role('button', 'Скопировать ссылку').count()).toBe(0);
  await lookAtPage(page, picture, 'popup-ways', 340);
});

test('every state of «Сегодня» has its sentence and is clean @full', async ({ browser, stand, picture }) => {
  await test.step('no diary', async () => {
    const page = await openAsPage(browser, /Дневник пока не подключён/);
    await lookAtPage(page, picture, 'popup-no-diary', 340);
    await page.close();
  });
  setTime(stand, '20:00');
  const diary = await openDiary(browser, stand, maria);
  await test.step('over for today', async () => {
    const page = await openAsPage(browser, /Онлайн-уроки на сегодня закончились/);
    await lookAtPage(page, picture, 'popup-over', 340);
    await page.close();
  });
  await test.step('no network', async () => {
    stand.faults.set('diary.GetPersonData', { kind: 'reset' });
    await diary.close();
    await browser.killBackground();
    const page = await openAsPage(browser, /интернет/i);
    await lookAtPage(page, picture, 'popup-offline', 340);
    await page.close();
  });
});

test('who would enter is said at a call of VK on any page, and asked only where somebody linked @full', async ({
  browser,
  stand,
}, testInfo) => {
  stand.world.sites.set(
    'school-site.example.ru',
    `<!doctype html><meta charset="utf-8"><title>Школа</title><p>Алгебра: <a href="https://vk.com/call/join/AAAAbbbbCCCCdddd">звонок</a></p>`,
  );
  await signInToSferum(browser, stand, 'petr');
  const site = await browser.open('https://school-site.example.ru/');
  const before = await openPopupWith(browser, site, /Проверьте, под чьим именем вы войдёте.*Алгебра Подключиться/);
  await before.close();
  expect(requestsToVk(stand)).toEqual([]);
  await linkSomebody(browser);
  const popup = await openPopupWith(browser, site, /Алгебра.*Подключиться.*Войдёте как Пётр Соколов, ученик/);
  await popup.screenshot(testInfo.outputPath('who-enters.png'));
  await popup.close();
  // Several people: it is said who they are.
  const both = await browser.open(hopTo(stand, 'maria'));
  await both.waitForAddress(/^https:\/\/web\.vk\.me\/$/);
  await both.close();
  await site.bringToFront();
  await openPopupWith(browser, site, /Войдёт тот, кто сейчас активен в VK Мессенджере: .*Мария Соколова, родитель/);
});
