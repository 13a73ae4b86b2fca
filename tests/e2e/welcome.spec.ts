import type { Browser, Page } from './driver/types.ts';
import { expect, test } from './fixture.ts';
import { lookAtPage } from './lookAtPage.ts';
import { maria, type Person, signInToDiary } from './people.ts';

const own = 'https://diary.gorod-example.ru';
const mariaThere: Person = { ...maria, host: own };

test.use({ welcome: 'open' });

/** The page that opened by itself after the installation. */
function welcomeOf(browser: Browser): Promise<Page> {
  return browser.waitForPage(/welcome\.html$/);
}

async function addAddress(page: Page, address: string): Promise<void> {
  const field = page.field('Адрес дневника');
  if (!(await field.isVisible())) await page.text('Другой адрес дневника').click();
  await field.fill(address);
  await page.role('button', 'Подключить дневник').click();
}

test('installing opens the welcome page once; a region leads to its diary', async ({ browser, picture }) => {
  const page = await welcomeOf(browser);
  await page.role('heading', 'Добро пожаловать').waitFor();
  await page.field('Ваш регион').choose('Республика Хакасия');
  expect(await page.role('link', 'Перейти в дневник').attribute('href')).toBe(
    'https://school.r-19.ru/personal-area/#diary',
  );
  expect(await page.axe()).toEqual([]);
  for (const scheme of ['light', 'dark'] as const) {
    await page.setColorScheme(scheme);
    await picture(page, `welcome-${scheme}`);
  }
  await page.setViewport({ width: 320, height: 700 });
  await picture(page, 'welcome-narrow');
  await page.close();
  await browser.reloadExtension();
  await browser.killBackground();
  expect((await browser.pages()).length).toBeLessThan(2);
  const open = await Promise.all((await browser.pages()).map((one) => one.url()));
  expect(open.filter((address) => address.includes('welcome'))).toEqual([]);
});

test.describe('another address', () => {
  test.use({ agreesTo: [`${own}/*`, 'https://news.example.ru/*'] });

  test('a diary that asks to sign in first is added by itself afterwards, and works', async ({ browser, picture }) => {
    const page = await welcomeOf(browser);
    await addAddress(page, 'http://diary.gorod-example.ru');
    await page.text(/Адрес должен начинаться с https/).waitFor();
    await addAddress(page, 'https://web.vk.me/');
    await page.text(/Это сайт VK/).waitFor();
    await addAddress(page, 'diary.gorod-example.ru/personal-area/');
    await page.text(/Войдите в дневник на сайте diary\.gorod-example\.ru/).waitFor();
    await picture(page, 'welcome-sign-in');

    const diary = await signInToDiary(browser, mariaThere);
    await page.bringToFront();
    await page.text('Дневник diary.gorod-example.ru подключён.').waitFor();
    await diary.bringToFront();
    await diary.role('button', 'Авторизация в Сферум').waitFor();
    await diary.reload();
    await diary.role('button', 'Авторизация в Сферум').waitFor();
  });
});

test.describe('a diary of the region that is not among the shipped ones', () => {
  test.use({ agreesTo: ['https://es.ciur.ru/*'] });

  test('its own button tells how it went, with the form for other addresses folded', async ({ browser, picture }) => {
    const page = await welcomeOf(browser);
    await page.field('Ваш регион').choose('Удмуртская Республика');
    await page.role('button', 'Подключить дневник').click();
    await page.text(/Войдите в дневник на сайте es\.ciur\.ru/).waitFor();
    expect(await page.field('Адрес дневника').isVisible()).toBe(false);
    await lookAtPage(page, picture, 'welcome-known');
    await signInToDiary(browser, { ...maria, host: 'https://es.ciur.ru', login: 'alyona' });
    await page.bringToFront();
    await page.text('Дневник es.ciur.ru подключён.').waitFor();
    expect(await page.role('link', 'Перейти в дневник').attribute('href')).toMatch(/^https:\/\/es\.ciur\.ru\//);
  });
});

test('Firefox keeps the extension away from the diaries: said, and mended by one button @firefox @full', async ({
  browser,
  picture,
}) => {
  const page = await welcomeOf(browser);
  await page.role('heading', 'Добро пожаловать').waitFor();
  expect(await page.role('button', 'Разрешить').count()).toBe(0);
  await browser.revokeOrigin('https://school.r-19.ru/*');
  await page.text(/Браузер пока не пускает расширение на сайты дневника/).waitFor();
  await picture(page, 'welcome-missing');
  expect(await page.axe()).toEqual([]);
  await page.role('button', 'Разрешить').click();
  await page.role('button', 'Разрешить').waitFor('hidden');
});

test('welcome is clean in both themes, narrow, with large text and in forced colours; another region is told what works @full', async ({
  browser,
  picture,
}) => {
  const page = await welcomeOf(browser);
  await page.field('Ваш регион').choose('Другой регион');
  await page.text(/ссылки на звонки работают и там/).waitFor();
  await lookAtPage(page, picture, 'welcome-other-region');
});
