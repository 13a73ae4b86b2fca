import { messengerSession } from '../../stand/shortcuts.ts';
import type { Browser, Surface } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import {
  elena,
  ivan,
  link,
  maria,
  olga,
  openSection,
  type Person,
  petr,
  signInToDiary,
  signInToMessenger,
  walkSignIn,
} from '../people.ts';

const begin = 'Привязать аккаунт к Сферум';

/** Signs in to another account of the diary in the same browser. */
async function changeDiary(browser: Browser, person: Person) {
  const page = await browser.open(`${person.host}/auth/force-logout`);
  await page.close();
  return signInToDiary(browser, person);
}

async function throughVkid(browser: Browser, section: Surface, person: Person): Promise<void> {
  await section.role('button', begin).click();
  await walkSignIn(await browser.waitForPage(/^https:\/\/id\.vk\.ru\//), person);
}

test.describe('three ways in', () => {
  test('VK ID and an educational profile, where VK ID does not sign in to VK Мессенджер @full', async ({
    browser,
    stand,
  }) => {
    stand.world.vkidSignsInMessenger = false;
    const diary = await signInToDiary(browser, maria);
    const section = await openSection(diary, 'Авторизация в Сферум');
    await throughVkid(browser, section, maria);
    await section.role('heading', 'Войдите в Сферум').waitFor();
    await walkSignIn(await browser.waitForPage(/^https:\/\/web\.vk\.me\//), maria);
    await section.role('button', 'Связать').click();
    await section.role('tab', 'Чаты').waitFor();
  });

  test('VK ID without an educational profile: it is made in the popup and linking goes on by itself', async ({
    browser,
    picture,
  }) => {
    const diary = await signInToDiary(browser, olga);
    const section = await openSection(diary, 'Авторизация в Сферум');
    await throughVkid(browser, section, { ...olga, password: 'vk-olga' });
    await section.role('heading', 'Нужен учебный профиль').waitFor();
    const window = await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
    await picture(diary, 'create-profile');
    await walkSignIn(window, olga);
    await section.role('heading', 'Проверьте данные').waitFor('visible', { timeout: 20_000 });
    await picture(diary, 'check-data');
    await section.role('button', 'Связать').click();
    await section.role('tab', 'Чаты').waitFor();
  });

  test('no VK ID at all: registration happens inside the popup @full', async ({ browser }) => {
    const diary = await signInToDiary(browser, ivan);
    const section = await openSection(diary, 'Авторизация в Сферум');
    await throughVkid(browser, section, ivan);
    await section.role('heading', /Нужен учебный профиль|Войдите в Сферум/).waitFor();
    await walkSignIn(await browser.waitForPage(/^https:\/\/web\.vk\.me\//), ivan);
    await section.role('button', 'Связать').click({ timeout: 20_000 });
    await section.role('tab', 'Чаты').waitFor();
  });
});

test('several profiles in the browser: the fitting one is marked, none is taken silently @full', async ({
  browser,
  stand,
  picture,
}) => {
  stand.world.vkidSignsInMessenger = false;
  await signInToMessenger(browser, messengerSession(stand.world, 'elena', 'maria'));
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await throughVkid(browser, section, maria);
  await section.role('heading', 'Выбор профиля для связки').waitFor();
  expect(await section.role('radio').count()).toBe(2);
  expect(await section.role('radio', undefined, { checked: true }).count()).toBe(0);
  await picture(diary, 'choice');
  await section.role('radio', /Мария Соколова.*Имя как в дневнике/).click();
  await section.role('button', 'Продолжить').click();
  await section.role('heading', 'Проверьте данные').waitFor();
  await section.role('button', 'Связать').click();
  await section.role('tab', 'Чаты').waitFor();
});

test('a child’s profile is never linked to the parent’s diary', async ({ browser, stand, picture }) => {
  await signInToMessenger(browser, messengerSession(stand.world, 'petr'));
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', begin).click();
  await section.text(/открыт Сферум другого человека: Пётр/).waitFor();
  await picture(diary, 'conflict-linking');
  expect(await section.role('button', 'Связать').count()).toBe(0);
  await section.role('button', 'Отменить').click();
  await section.role('button', begin).waitFor();
  expect(await section.text(/открыт Сферум другого человека/).count()).toBe(0);
});

test('a second click brings the open window forward, a second tab shows the same step, cancel ends both @full', async ({
  browser,
}) => {
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', begin).click();
  const window = await browser.waitForPage(/^https:\/\/id\.vk\.ru\//);
  await window.field('Телефон или почта').waitFor();

  const second = await browser.open(`${maria.host}/personal-area/#schedule`);
  const other = await openSection(second, 'Авторизация в Сферум');
  await other.role('heading', 'Окно входа открыто').waitFor();
  await other.role('button', 'Показать окно').click();
  await other.role('heading', 'Окно входа открыто').waitFor();
  expect((await browser.pages()).length).toBeGreaterThanOrEqual(3);

  await other.role('button', 'Отменить').click();
  await window.waitForClose();
  await section.role('button', begin).waitFor();
});

test('the background dies while VK ID’s window is open @full', async ({ browser, picture }) => {
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', begin).click();
  const window = await browser.waitForPage(/^https:\/\/id\.vk\.ru\//);
  await window.field('Телефон или почта').waitFor();
  await browser.killBackground();
  await diary.reload();
  const again = await openSection(diary, 'Авторизация в Сферум');
  await again.role('heading', 'Вход прервался').waitFor();
  await picture(diary, 'interrupted');
  await again.role('button', 'Начать снова').click();
  await expect.poll(() => window.isClosed()).toBe(true);
  const fresh = await browser.waitForPage(/^https:\/\/id\.vk\.ru\//);
  await walkSignIn(fresh, maria);
  await again.role('button', 'Связать').click();
  await again.role('tab', 'Чаты').waitFor();
});

test('the background dies while a profile is awaited, and at «Проверьте данные» @full', async ({ browser, stand }) => {
  stand.world.vkidSignsInMessenger = false;
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await throughVkid(browser, section, maria);
  await section.role('heading', 'Войдите в Сферум').waitFor();
  await browser.killBackground();
  await walkSignIn(await browser.waitForPage(/^https:\/\/web\.vk\.me\//), maria);
  await section.role('heading', 'Проверьте данные').waitFor('visible', { timeout: 20_000 });
  await browser.killBackground();
  await section.role('button', 'Связать').click();
  await section.role('tab', 'Чаты').waitFor('visible', { timeout: 20_000 });
});

test('linking goes on after the extension was loaded anew @chromium @full', async ({ browser, stand }) => {
  stand.world.vkidSignsInMessenger = false;
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  await walkSignIn(await browser.waitForPage(/^https:\/\/id\.vk\.ru\//), maria);
  await section.role('heading', 'Войдите в Сферум').waitFor();
  await browser.reloadExtension();
  await page.reload();
  const again = await openSection(page, 'Авторизация в Сферум');
  await again.role('heading', 'Войдите в Сферум').waitFor();
  await walkSignIn(await browser.waitForPage(/^https:\/\/web\.vk\.me\//), maria);
  await again.role('button', 'Связать').click({ timeout: 20_000 });
  await again.role('tab', 'Чаты').waitFor();
});

test('one parent in two regions, and another person in the same browser @full', async ({ browser, stand }) => {
  const diary = await signInToDiary(browser, maria);
  await link(browser, diary, maria);
  const vladimir = { ...maria, host: 'https://xn--80atdl2c.xn--33-6kcadhwnl3cfdx.xn--p1ai' };
  const second = await signInToDiary(browser, vladimir);
  const section = await openSection(second, 'Авторизация в Сферум');
  await section.role('button', begin).click();
  const window = await browser.waitForPage(/^https:\/\/id\.vk\.ru\//);
  await walkSignIn(window, maria);
  await section.role('button', 'Связать').click();
  await section.role('tab', 'Чаты').waitFor();

  // Пётр takes his turn at the diary: Мария's link and chats are not his.
  const child = await changeDiary(browser, petr);
  const his = await openSection(child, 'Авторизация в Сферум');
  await his.role('button', begin).waitFor();
  expect(await his.text(/родители/).count()).toBe(0);
  await his.role('button', begin).click();
  await his.text(/открыт Сферум другого человека: Мария/).waitFor();
  expect(stand.world.messenger.sessions.size).toBeGreaterThan(0);
});

test('a teacher who is also a parent links with her one profile @full', async ({ browser }) => {
  const diary = await signInToDiary(browser, elena);
  await link(browser, diary, elena);
});
