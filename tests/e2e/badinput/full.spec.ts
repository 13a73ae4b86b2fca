import type { Browser } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { maria, openSection, signInToDiary, walkSignIn } from '../people.ts';

const own = 'https://diary.gorod-example.ru';
const site = 'https://school-site.example.ru';

interface Filled {
  set(items: object): Promise<void>;
  remove(keys: string[]): Promise<void>;
  get(key: null): Promise<object>;
}

/** Fills the browser's storage on the disk up to its last bytes. */
function fill(browser: Browser): Promise<void> {
  return browser.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: Filled } } }).chrome;
    for (let size = 1_000_000, count = 0; size > 0; count += 1) {
      try {
        await storage.local.set({ [`full${count}`]: 'x'.repeat(size) });
      } catch {
        size = Math.floor(size / 4);
      }
    }
  });
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
    await fill(browser);

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
