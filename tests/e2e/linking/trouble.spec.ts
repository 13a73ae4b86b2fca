import { signInToSferum } from '../conflict.ts';
import type { Browser } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { link, maria, openSection, signInToDiary, walkSignIn } from '../people.ts';

const begin = 'Привязать аккаунт к Сферум';
const vkidPage = /^https:\/\/id\.vk\.ru\//;
const messengerPage = /^https:\/\/web\.vk\.me\//;

async function isOpen(browser: Browser, address: RegExp): Promise<boolean> {
  const addresses = await Promise.all((await browser.pages()).map((page) => page.url()));
  return addresses.some((one) => address.test(one));
}

test('VK ID refuses extensions: linking goes on through VK Мессенджер and says so, no retry begins with VK ID @full', async ({
  browser,
  stand,
  picture,
}) => {
  stand.world.vkidSignsInMessenger = false;
  stand.world.vkid.oddities = { ...stand.world.vkid.oddities, refusesExtensions: true };
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', begin).click();
  await walkSignIn(await browser.waitForPage(vkidPage), maria);
  await section.role('heading', 'Войдите в Сферум').waitFor();
  await section.text(/Вход через VK ID не получился/).waitFor();
  await picture(diary, 'without-vkid');

  const first = await browser.waitForPage(messengerPage);
  await section.role('button', 'Отменить').click();
  await first.waitForClose();
  await section.role('button', begin).click();
  await walkSignIn(await browser.waitForPage(messengerPage), maria);
  expect(await isOpen(browser, vkidPage)).toBe(false);
  await section.role('button', 'Связать').click({ timeout: 20_000 });
  await section.role('tab', 'Чаты').waitFor();

  // Nothing came of what she allowed at VK ID, and it may stand there all the same.
  await section.role('button', 'Отвязать учетную запись').click();
  await section.role('dialog').role('button', 'Да').click();
  await section.text(/странице VK ID/).waitFor();
});

test('the background dies over its question: the check, VK ID’s window and «Связать» never stand for ever @full', async ({
  browser,
  stand,
}) => {
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  const slow = () => stand.faults.set('messenger.webToken', { kind: 'slow', ms: 9000, times: 1 });

  slow();
  await section.role('button', begin).click();
  await section.role('heading', 'Проверяем, кто вошёл в Сферум').waitFor();
  await browser.killBackground();
  const lost = await browser.waitForPage(vkidPage);
  await lost.field('Телефон или почта').waitFor();

  await browser.killBackground();
  await section.role('heading', 'Вход прервался').waitFor('visible', { timeout: 20_000 });
  await section.role('button', 'Начать снова').click();
  await expect.poll(() => lost.isClosed()).toBe(true);
  await walkSignIn(await browser.waitForPage(vkidPage), maria);

  await section.role('button', 'Связать').waitFor();
  slow();
  await section.role('button', 'Связать').click();
  await section.role('heading', 'Проверяем, кто вошёл в Сферум').waitFor();
  await browser.killBackground();
  await section.role('tab', 'Чаты').waitFor('visible', { timeout: 20_000 });
});

test('access to VK Мессенджер that was taken back is given again from the beginning of linking @full @both', async ({
  browser,
  picture,
}) => {
  await browser.revokeOrigin('https://*.vk.me/*');
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', begin).click();
  expect(await section.role('link', 'Разрешить доступ').attribute('href')).toMatch(/\/permission\.html$/);
  await picture(diary, 'linking-barred');
});

test('another site’s sign-in at VK ID is neither closed nor taken for ours @full', async ({ browser }) => {
  const diary = await signInToDiary(browser, maria);
  await browser.inExtension((url) => {
    interface Windows {
      windows: { create(options: object): Promise<unknown> };
    }
    return (globalThis as unknown as { chrome: Windows }).chrome.windows
      .create({ type: 'popup', url })
      .then(() => null);
  }, 'https://id.vk.ru/account/');
  const others = await browser.waitForPage(/^https:\/\/id\.vk\.ru\/account/);
  await diary.bringToFront();
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', begin).click();
  const ours = await browser.waitForPage(/^https:\/\/id\.vk\.ru\/authorize/);
  await ours.field('Телефон или почта').waitFor();
  await section.role('button', 'Отменить').click();
  await ours.waitForClose();
  expect(await others.isClosed()).toBe(false);
});

test('after unlinking neither name, photo, school nor token is anywhere @full', async ({ browser }) => {
  const diary = await signInToDiary(browser, maria);
  const section = await link(browser, diary, maria);
  await section.role('button', /8 Б — родители/).waitFor();
  await section.role('button', 'Отвязать учетную запись').click();
  await section.role('dialog').role('button', 'Да').click();
  await section.role('button', begin).waitFor();
  const read = () =>
    browser.inExtension(async () => {
      interface Storage {
        storage: Record<'local' | 'session', { get(key: null): Promise<object> }>;
      }
      const { storage } = (globalThis as unknown as { chrome: Storage }).chrome;
      // Whoever is signed in to the diary is so as before: what is the diary's stays.
      const { today: _, peopleSeen: __, ...ofVk } = (await storage.session.get(null)) as Record<string, unknown>;
      return JSON.stringify([await storage.local.get(null), ofVk]);
    });
  // Also what was asked for just before, and is answered once VK ID has heard of it.
  await expect.poll(read).not.toMatch(/Мария|Соколова|СОШ|vk1\.|vk2\.|userapi|родители/);
});

test.describe('Firefox isolates sites', () => {
  test.use({ build: 'without VK ID', isolatesSites: true });

  test('after the second look in vain linking says what the browser may be hiding @full @firefox', async ({
    browser,
    stand,
    picture,
  }) => {
    await signInToSferum(browser, stand, 'maria');
    const diary = await signInToDiary(browser, maria);
    const section = await openSection(diary, 'Авторизация в Сферум');
    await section.role('button', begin).click();
    await section.role('heading', 'Войдите в Сферум').waitFor();
    await diary.bringToFront();
    const hint = section.text(/браузер может скрывать вход от расширений/);
    await section.role('button', 'Вход выполнен').click();
    await section.text(/профиля пока не видно/).waitFor();
    expect(await hint.count()).toBe(0);
    await section.role('button', 'Вход выполнен').click();
    await hint.waitFor();
    await picture(diary, 'isolated');
  });
});
