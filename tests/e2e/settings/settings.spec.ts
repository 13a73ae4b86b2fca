import type { Browser, Page, Surface } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { linkMaria } from '../lessons.ts';
import { link, maria, openSection, type Person, signInToDiary } from '../people.ts';
import { look } from '../section.ts';

const own = 'https://diary.gorod-example.ru';
const mariaThere: Person = { ...maria, host: own };

/** The page from its top, part by part: what is not in the window is on no picture. */
async function lookAtParts(page: Page, picture: (surface: Surface, name: string) => Promise<void>, name: string) {
  for (const part of ['diaries', 'links', 'vk', 'kept', 'delete']) {
    await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), part);
    await look(page, page, picture, `${name}-${part}`);
  }
}

/** Links as the extension keeps them: Maria's, and one of somebody else at the same diary. */
async function linkTwo(browser: Browser): Promise<void> {
  await linkMaria(browser);
  await browser.inExtension(async () => {
    interface Links {
      links: { version: number; value: Record<string, Record<string, unknown>> };
    }
    const { local } = (
      globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<Links>; set(items: Links): Promise<void> } } };
      }
    ).chrome.storage;
    const { links } = await local.get('links');
    const accountKey = 'https://school.r-19.ru#700999';
    const [first] = Object.values(links.value);
    links.value[accountKey] = {
      ...first,
      accountKey,
      accountName: 'Тайный Человек',
      profileId: 871000099,
      profileName: 'Тайный Профиль',
    };
    await local.set({ links });
  });
}

test('the settings: every part in both themes, narrow, with large text and high contrast, by the keyboard @full', async ({
  browser,
  picture,
}) => {
  const diary = await signInToDiary(browser, maria);
  await link(browser, diary, maria);
  const page = await browser.extensionPage('options.html');
  await page.role('button', 'Показать, что хранится').click();
  await page.role('heading', 'На диске').waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await page.setColorScheme(scheme);
    await lookAtParts(page, picture, `settings-${scheme}`);
  }
  await page.setColorScheme('light');
  await page.setViewport({ width: 320, height: 900 });
  await lookAtParts(page, picture, 'settings-narrow');
  await page.setViewport({ width: 640, height: 900 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await lookAtParts(page, picture, 'settings-large-text');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  await page.setForcedColors(true);
  await lookAtParts(page, picture, 'settings-forced-colors');
  await page.setForcedColors(false);

  await page.role('checkbox', 'Не обращаться к VK').press('Space');
  await page.text(/^Включено: расширение больше не обращается к VK/).waitFor();
  await page.role('button', 'Удалить всё').press('Enter');
  await expect.poll(() => page.focused()).toContain('Не удалять');
  await page.press('Enter');
  await expect.poll(() => page.focused()).toContain('Удалить всё');
});

test('the foot of the section and the popup lead to the settings; an anchor leads to its part @full', async ({
  browser,
}) => {
  const diary = await signInToDiary(browser, maria);
  const popup = await browser.openPopup(diary);
  await popup.waitForText(/Настройки/);
  await popup.click('Настройки');
  await (await browser.waitForPage(/options\.html/)).close();
  await diary.bringToFront();
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('link', 'Настройки').click();
  const settings = await browser.waitForPage(/options\.html$/);
  await settings.role('heading', 'Настройки').waitFor();
  expect(await settings.role('link', 'Настройки').count()).toBe(0);
  await settings.close();
  const part = await browser.extensionPage('options.html#vk');
  await expect.poll(() => part.focused()).toContain('Обращения к VK');
});

test.describe('diaries', () => {
  test.use({ agreesTo: [`${own}/*`] });

  test('an added diary has its zone, is opened again where the browser shut it, and goes from open pages, too @full', async ({
    browser,
  }) => {
    const diary = await signInToDiary(browser, mariaThere);
    const welcome = await browser.extensionPage('welcome.html');
    await welcome.text('Другой адрес дневника').click();
    await welcome.field('Адрес дневника').fill(own);
    await welcome.role('button', 'Подключить дневник').click();
    await welcome.text(/подключён/).waitFor();
    await welcome.close();

    const page = await browser.extensionPage('options.html');
    const zone = page.field('Часовой пояс школы, diary.gorod-example.ru');
    await zone.choose('Омск (+3 ч)');
    await page.text('Часовой пояс сохранён.').waitFor();
    await browser.killBackground();
    await page.reload();
    await zone.waitFor();
    expect(await zone.value()).toBe('Asia/Omsk');

    const shared = page.field('Часовой пояс школы, eduschl-general-1.edu.bars.group');
    expect(await shared.value()).toBe('');
    await shared.choose('Магадан (+8 ч)');
    await page.text('Часовой пояс сохранён.').waitFor();
    expect(await shared.value()).toBe('Asia/Magadan');

    await browser.revokeOrigin(`${own}/*`);
    await page.bringToFront();
    await page.reload();
    await page.text('Браузер больше не пускает расширение на этот сайт.').waitFor();
    await browser.allowOrigin(`${own}/*`);
    await page.role('button', 'Разрешить снова: diary.gorod-example.ru').click();
    await page.text('Доступ к сайту diary.gorod-example.ru есть.').waitFor();

    await diary.reload();
    await diary.role('button', 'Авторизация в Сферум').waitFor();
    await page.bringToFront();
    await page.role('button', 'Убрать дневник diary.gorod-example.ru').click();
    await page.text(/^Дневник diary\.gorod-example\.ru убран/).waitFor();
    expect(await page.focused()).toContain('Добавленные дневники');
    await diary.bringToFront();
    await expect.poll(() => diary.role('button', 'Авторизация в Сферум').count()).toBe(0);
  });
});

test('links: the name of one’s own alone, and only while one is at the diary; of others that they are there @full', async ({
  browser,
}) => {
  await linkTwo(browser);
  const diary = await signInToDiary(browser, maria);
  const page = await browser.extensionPage('options.html#links');
  await page.text('Соколова Мария Игоревна').waitFor();
  expect(await page.outline()).not.toContain('Тайный');
  await page.role('button', 'Отвязать: Другая учётная запись, 2').click();
  await page.role('dialog', 'Вы действительно хотите отвязать учетную запись?').waitFor();
  await page.role('button', 'Да').click();
  await page.text('Учётная запись отвязана.').waitFor();
  await page.text('Соколова Мария Игоревна').waitFor();
  await diary.close();
  await page.reload();
  await page.text('Другая учётная запись').waitFor();
  expect(await page.outline()).not.toContain('Соколова');
});

test('what is kept: a sentence for everything, and no key or token anywhere @full', async ({ browser }) => {
  const diary = await signInToDiary(browser, maria);
  await link(browser, diary, maria);
  const tokens = await browser.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { session: { get(key: null): object } } } })
      .chrome;
    const kept = JSON.stringify(await storage.session.get(null));
    return [...kept.matchAll(/"(?:token|accessToken)":"([^"]+)"/g)].map(([, token = '']) => token);
  });
  expect(tokens.length).toBeGreaterThan(0);
  const page = await browser.extensionPage('options.html#kept');
  await page.role('button', 'Показать, что хранится').click();
  await page.text(/^Ключи доступа к учебным профилям VK\. Сами ключи не показываются/).waitFor();
  const text = await page.outline();
  for (const token of tokens) expect(text).not.toContain(token);
  expect(text).not.toContain('Осталось от прежней версии');
  expect(text).toContain('Доступ к VK ID: ключ и имя.');
});
