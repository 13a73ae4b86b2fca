import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { link, maria, type Person, signInToDiary } from '../people.ts';

const own = 'https://diary.gorod-example.ru';
const site = 'https://school-site.example.ru';
const mariaThere: Person = { ...maria, host: own };

test.use({ agreesTo: [`${own}/*`, `${site}/*`] });

interface Left {
  disk: Record<string, unknown>;
  session: Record<string, unknown>;
  origins: string[];
  scripts: number;
  alarms: string[];
}

/** What the browser holds of the extension. */
function leftIn(browser: Browser): Promise<Left> {
  return browser.inExtension(async () => {
    interface Area {
      get(key: null): Promise<Record<string, unknown>>;
    }
    const { storage, permissions, scripting, alarms } = (
      globalThis as unknown as {
        chrome: {
          storage: Record<'local' | 'session', Area>;
          permissions: { getAll(): Promise<{ origins: string[] }> };
          scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
          alarms: { getAll(): Promise<{ name: string }[]> };
        };
      }
    ).chrome;
    return {
      disk: await storage.local.get(null),
      session: await storage.session.get(null),
      origins: (await permissions.getAll()).origins,
      scripts: (await scripting.getRegisteredContentScripts()).length,
      alarms: (await alarms.getAll()).map(({ name }) => name),
    };
  });
}

async function allowSite(browser: Browser): Promise<Page> {
  const page = await browser.open(`${site}/`);
  const permission = await browser.extensionPage(`permission.html?site=${encodeURIComponent(site)}`);
  await permission.role('button', 'Разрешить').click();
  await permission.text(/^Готово/).waitFor();
  await permission.close();
  return page;
}

async function addDiary(browser: Browser): Promise<Page> {
  const diary = await signInToDiary(browser, mariaThere);
  const welcome = await browser.extensionPage('welcome.html');
  await welcome.text('Другой адрес дневника').click();
  await welcome.field('Адрес дневника').fill(own);
  await welcome.role('button', 'Подключить дневник').click();
  await welcome.text(/подключён/).waitFor();
  await welcome.close();
  await diary.bringToFront();
  await diary.role('button', 'Авторизация в Сферум').waitFor();
  return diary;
}

test('«Удалить всё» asks first, and leaves the extension as it was installed', async ({ browser, picture, stand }) => {
  stand.world.sites.set(
    'school-site.example.ru',
    '<!doctype html><meta charset="utf-8"><a href="https://telemost.yandex.ru/j/12345678901234">Алгебра</a>',
  );
  const page = await signInToDiary(browser, maria);
  await link(browser, page, maria);
  const added = await addDiary(browser);
  const allowed = await allowSite(browser);
  await allowed.bringToFront();
  await allowed.role('button', 'Подключиться').waitFor();

  const settings = await browser.extensionPage('options.html#delete');
  await settings.role('button', 'Удалить всё').click();
  await settings.role('dialog', 'Удалить всё, что хранит расширение?').waitFor();
  await expect.poll(() => settings.focused()).toContain('Не удалять');
  await picture(settings, 'delete-question');
  expect(await settings.axe()).toEqual([]);
  await settings.press('Escape');
  await settings.role('dialog').waitFor('hidden');
  expect((await leftIn(browser)).disk).toHaveProperty('links');

  await settings.role('button', 'Удалить всё').click();
  await settings.role('button', 'Удалить').click();
  await settings.text('Всё удалено.').waitFor();
  await settings.text('Доступ расширения к VK ID тоже закрыт.').waitFor();
  await picture(settings, 'deleted');
  expect(stand.requests.filter(({ path }) => path === '/oauth2/revoke').length).toBe(1);

  const left = await leftIn(browser);
  expect(left.origins.filter((origin) => origin.includes('gorod-example') || origin.includes('school-site'))).toEqual(
    [],
  );
  expect(left.scripts).toBe(0);
  // The diary that is still open tells of itself again, as after an installation, which dies in its time: nobody is linked there.
  expect(left.alarms.filter((name) => name !== 'deleteToday')).toEqual([]);
  expect(Object.keys(left.disk).filter((key) => !/^(?:greeted|menuLabel:.*)$/.test(key))).toEqual([]);
  expect(JSON.stringify(left)).not.toMatch(/Соколова|accessToken/);

  await allowed.bringToFront();
  await expect.poll(() => allowed.role('button', 'Подключиться').count()).toBe(0);
  await added.bringToFront();
  await expect.poll(() => added.role('button', /Сферум/).count()).toBe(0);
  await page.bringToFront();
  await page.role('button', 'Авторизация в Сферум').waitFor();
  const open = await Promise.all((await browser.pages()).map((one) => one.url()));
  expect(open.filter((address) => address.includes('welcome'))).toEqual([]);
  expect(await browser.consoleErrors()).toEqual([]);
});

test('what a background that dies leaves undeleted goes when the next one starts @full', async ({ browser }) => {
  const page = await signInToDiary(browser, maria);
  await link(browser, page, maria);
  await browser.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { set(items: object): unknown } } } })
      .chrome;
    await storage.local.set({ deleting: { version: 1, value: true } });
  });
  await browser.killBackground();
  await page.reload();
  await page.role('button', 'Авторизация в Сферум').waitFor();
  await expect.poll(async () => Object.keys((await leftIn(browser)).disk)).not.toContain('deleting');
  expect((await leftIn(browser)).disk).not.toHaveProperty('links');
});
