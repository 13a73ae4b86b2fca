import type { Found } from './driver/types.ts';
import { expect, test } from './fixture.ts';
import { setTime } from './lessons.ts';
import { link, maria, openSection, petr, signInToDiary, walkSignIn } from './people.ts';

test('from the menu through VK ID to chats, calls and back @both', async ({ browser, stand, picture }) => {
  // Monday, during the third lesson.
  setTime(stand, '10:25');
  stand.reset();
  const diary = await signInToDiary(browser, maria);
  const item = diary.role('button', 'Авторизация в Сферум');
  await item.waitFor();
  const top = async (found: Found) => (await found.box()).y;
  expect(await top(item)).toBeGreaterThan(await top(diary.role('link', /Портфолио/)));
  expect(await top(item)).toBeLessThan(await top(diary.role('link', /Доска/)));

  const section = await link(browser, diary, maria);
  await section.role('heading', /Мария Соколова/).waitFor();
  await section.role('listitem').first().waitFor();
  await diary.role('button', 'Сферум').waitFor();
  await section.role('button', /Объявления школы/).waitFor();
  await picture(diary, 'linked-chats');

  await section.role('tab', 'Видеоконференции').click();
  await section.role('columnheader', 'Время начала').waitFor();
  await section.role('row').having('Онлайн-урок').first().waitFor();
  await picture(diary, 'linked-calls');

  await section.role('button', 'Отвязать учетную запись').click();
  const dialog = section.role('dialog');
  await dialog.text('Вы действительно хотите отвязать учетную запись?').waitFor();
  await picture(diary, 'unlink-dialog');
  await dialog.role('button', 'Нет').click();
  await section.role('button', 'Отвязать учетную запись').click();
  await dialog.role('button', 'Да').click();
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  await diary.role('button', 'Авторизация в Сферум').waitFor();
  expect(stand.requests.some(({ path }) => path === '/oauth2/revoke')).toBe(true);

  expect(await diary.evaluate(() => (window as unknown as { __errors: string[] }).__errors)).toEqual([]);
  expect(await diary.evaluate(() => (window as unknown as { __unknownHashes: string[] }).__unknownHashes)).toEqual([]);
});

test('the section gives way to any other item, the active one too, and the hash is the page’s own', async ({
  browser,
}) => {
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  expect(await diary.role('cell', 'Алгебра').first().isVisible()).toBe(false);

  await diary.role('link', 'Дневник').click();
  await diary.role('cell', 'Алгебра').first().waitFor();
  expect((await diary.frames()).filter((address) => address.includes('section.html'))).toEqual([]);

  await openSection(diary, 'Авторизация в Сферум');
  await diary.role('link', 'Расписание').click();
  await diary.role('cell', 'Алгебра').first().waitFor();
  expect(await diary.url()).toBe('https://school.r-19.ru/personal-area/#schedule');
});

test('«Перейти» opens the call beside the diary, «Перейти в Сферум» VK Мессенджер @full', async ({
  browser,
  stand,
}) => {
  setTime(stand, '10:25');
  stand.reset();
  const diary = await signInToDiary(browser, maria);
  const section = await link(browser, diary, maria);
  await section.role('tab', 'Видеоконференции').click();
  await section.role('row').having('География').role('button', 'Перейти').first().click();
  const call = await browser.waitForPage(/^https:\/\/[^/]+\/(call\/join\/|\?call_link=|joincall\/)/);
  expect(await call.url()).toMatch(/^https:/);
  await call.close();

  await section.role('link', 'Перейти в Сферум').click();
  await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
});

test('a lesson’s own link works without any linking', async ({ browser, stand }) => {
  setTime(stand, '10:25');
  stand.reset();
  const diary = await signInToDiary(browser, petr);
  await diary.role('row').having('География').role('button', 'Подключиться').first().click();
  await browser.waitForPage(/call\/join\//);
  expect(stand.requests.some(({ host }) => host === 'api.vk.me')).toBe(false);
});

test.describe('without an application at VK ID', () => {
  test.use({ build: 'without VK ID' });

  test('the person signs in at VK Мессенджер in the popup', async ({ browser, stand, picture }) => {
    const diary = await signInToDiary(browser, maria);
    const section = await openSection(diary, 'Авторизация в Сферум');
    await section.role('button', 'Привязать аккаунт к Сферум').click();
    const window = await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
    await section.role('heading', 'Войдите в Сферум').waitFor();
    await picture(diary, 'waiting-sign-in');
    await walkSignIn(window, maria);
    await section.role('button', 'Связать').click();
    await section.role('tab', 'Чаты').waitFor();
    expect(stand.requests.some(({ host }) => host === 'id.vk.ru')).toBe(false);
  });
});

test('a page whose menu cannot be found has one small button, gone when a menu comes @full', async ({
  browser,
  stand,
  picture,
}) => {
  stand.world.page.menu = 'none';
  const page = await signInToDiary(browser, maria);
  const button = page.css('sferum-corner').role('button', 'Сферум');
  await button.waitFor('visible', { timeout: 15_000 });
  await picture(page, 'corner-button');
  await button.click();
  const section = await page.frame('section.html');
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();

  stand.world.page.menu = 'normal';
  await page.reload();
  await page.role('button', 'Авторизация в Сферум').waitFor();
  expect(await page.css('sferum-corner').count()).toBe(0);
});
