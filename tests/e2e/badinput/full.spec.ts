import { invitations, noticeOf, signInToSferum, signOutOf } from '../conflict.ts';
import type { Browser } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { linkMaria, openDiary, setTime } from '../lessons.ts';
import { link, maria, openSection, signInToDiary, walkSignIn } from '../people.ts';
import { openPopupWith } from '../toolbar.ts';

const own = 'https://diary.gorod-example.ru';
const site = 'https://school-site.example.ru';

interface Filled {
  set(items: object): Promise<void>;
  remove(keys: string[]): Promise<void>;
  get(key: null): Promise<object>;
}

/** Fills one of the browser's storages up to its last bytes: on the disk, or in its memory. */
function fill(browser: Browser, name: 'local' | 'session'): Promise<void> {
  return browser.inExtension(async (area) => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<typeof area, Filled> } }).chrome;
    // Of what is in memory Chromium does not count the shortest.
    const shortest = area === 'local' ? 1 : 100;
    for (let size = 1_000_000, count = 0; size >= shortest; count += 1) {
      try {
        await storage[area].set({ [`full${count}`]: 'x'.repeat(size) });
      } catch {
        size = Math.floor(size / 4);
      }
    }
  }, name);
}

function makeRoom(browser: Browser): Promise<void> {
  return browser.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: Filled } } }).chrome;
    await storage.local.remove(Object.keys(await storage.local.get(null)).filter((key) => key.startsWith('full')));
  });
}

const notKept = /^Не получилось сохранить. Возможно, на диске нет места/;

test.describe('the disk is full', () => {
  test.use({ agreesTo: ['notifications', `${own}/*`, `${site}/*`] });

  // Firefox has no such limit of its own.
  test('adding a diary, a site, settings, reminders and linking say so, lose nothing, and work when there is room @full @chromium', async ({
    browser,
    stand,
  }) => {
    stand.world.sites.set('school-site.example.ru', '<!doctype html><title>Школа</title>');
    const diary = await signInToDiary(browser, maria);
    const settings = await browser.extensionPage('options.html');
    await settings.role('button', 'Включить напоминания').waitFor();
    await fill(browser, 'local');

    await test.step('adding a diary', async () => {
      const welcome = await browser.extensionPage('welcome.html');
      await welcome.text('Другой адрес дневника').click();
      for (const _ of ['full', 'full again']) {
        await welcome.field('Адрес дневника').fill(own);
        await welcome.role('button', 'Подключить дневник').click();
        await welcome.text(notKept).waitFor();
      }
      expect(
        await browser.inExtension(
          (pattern) =>
            (
              globalThis as unknown as {
                chrome: { permissions: { contains(asked: { origins: string[] }): Promise<boolean> } };
              }
            ).chrome.permissions.contains({ origins: [pattern] }),
          `${own}/*`,
        ),
      ).toBe(false);
      await welcome.close();
    });

    const permission = await browser.extensionPage(`permission.html?site=${encodeURIComponent(site)}`);
    await permission.role('button', 'Разрешить').click();
    await permission.text(notKept).waitFor();

    await settings.bringToFront();
    await settings.role('button', 'Включить напоминания').click();
    await settings.text(notKept).waitFor();
    expect(await settings.text('Напоминания включены.').count()).toBe(0);
    await settings.role('checkbox', 'Не обращаться к VK').click();
    await expect.poll(() => settings.text(notKept).count()).toBe(2);
    expect(
      await settings.role('checkbox', 'Не обращаться к VK').evaluate((box) => (box as HTMLInputElement).checked),
    ).toBe(false);

    await diary.bringToFront();
    const section = await openSection(diary, 'Авторизация в Сферум');
    await section.role('button', 'Привязать аккаунт к Сферум').click();
    await walkSignIn(await browser.waitForPage(/^https:\/\/id\.vk\.ru\//), maria);
    await section.role('button', 'Связать').click();
    await section.text(notKept).waitFor();

    await makeRoom(browser);
    await section.role('button', 'Привязать аккаунт к Сферум').click();
    await section.role('button', 'Связать').click();
    await section.role('tab', 'Чаты').waitFor();
    await permission.bringToFront();
    await permission.role('button', 'Разрешить').click();
    await permission.text(/^Готово: за ссылками на звонки/).waitFor();
    await settings.bringToFront();
    await settings.role('button', 'Включить напоминания').click();
    await settings.text('Напоминания включены.').waitFor();
  });
});

test('the disk is full: a lesson opens all the same, and nothing says that it did not @full @chromium', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40', 2);
  await linkMaria(browser);
  const diary = await openDiary(browser, stand);
  await fill(browser, 'local');
  await diary.bringToFront();
  await diary.role('button', 'Подключиться').click();
  await browser.waitForPage(/^https:\/\/max\.ru\/joincall\//);
  await diary.text(/Проверьте, под чьим именем вы войдёте/).waitFor();
  expect(await browser.consoleErrors()).toEqual([]);
});

test('the browser’s memory is full: lessons, linking, chats, signing out for a while and unlinking work, and nothing spins @full @both', async ({
  browser,
  stand,
}) => {
  test.setTimeout(180_000);
  await fill(browser, 'session');
  setTime(stand, '08:40');

  await test.step('a pupil signs out for a while', async () => {
    await signInToSferum(browser, stand, 'petr');
    const page = await browser.open(invitations.petr);
    const notice = await noticeOf(page);
    await notice.role('button', 'Открыть VK Мессенджер').click();
    const messenger = await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
    await page.bringToFront();
    await notice.role('heading', 'Ждём, пока Пётр выйдет').waitFor();
    await messenger.bringToFront();
    await signOutOf(messenger);
    await page.role('button', 'Присоединиться').waitFor();
    await messenger.waitForClose();
    await page.close();
  });

  const diary = await openDiary(browser, stand);
  await (await openPopupWith(browser, diary, /Алгебра, до 09:10.*Подключиться/)).close();
  const section = await link(browser, diary, maria);
  await section.text('8 Б — родители').waitFor();
  await diary.bringToFront();
  await (await openPopupWith(browser, diary, /Открыть Сферум ?\d/)).close();

  const from = stand.requests.length;
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(stand.requests.length - from).toBeLessThan(3);

  await section.role('button', 'Отвязать учетную запись').click();
  await section.role('dialog').role('button', 'Да').click();
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  // Its consent was known, though there was no room for it.
  expect(stand.requests.some(({ path }) => path.endsWith('/revoke'))).toBe(true);
  expect(await browser.consoleErrors()).toEqual([]);
});
