import { expect, test } from '../fixture.ts';
import { countRequests, openDiary, setTime } from '../lessons.ts';
import { openPopupWith } from '../toolbar.ts';

const elsewhere = 'https://school-site.example.ru/';

test.beforeEach(({ stand }) => {
  stand.world.sites.set('school-site.example.ru', '<!doctype html><title>Школа</title><body>Новости');
});

const asked = (stand: Parameters<typeof countRequests>[0]) =>
  ['GetPersonData', 'GetDiary'].map((method) => countRequests(stand, method)).join(' ');

test('«Сегодня» in the popup: what is on, what is next, and one click joins, with no VK at all', async ({
  browser,
  picture,
  stand,
}, testInfo) => {
  setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  const before = asked(stand);
  const popup = await openPopupWith(browser, diary, /Алгебра, до 09:10/);
  const text = await popup.text();
  expect(text).toMatch(/Сегодня Алгебра, до 09:10 .*Подключиться/);
  expect(text).toMatch(/Открыть дневник/);
  // The page has read it all a moment ago.
  expect(asked(stand)).toBe(before);
  // Of its 320 pixels at least, a scroll bar may take its part.
  expect((await popup.size()).width).toBeGreaterThanOrEqual(300);
  expect((await popup.size()).width).toBeLessThanOrEqual(360);
  await popup.screenshot(testInfo.outputPath('today.png'));
  await popup.close();

  const page = await browser.extensionPage('popup.html');
  await page.setViewport({ width: 360, height: 700 });
  await page.text(/Алгебра, до 09:10/).waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await page.setColorScheme(scheme);
    await picture(page, `today-${scheme}`);
    expect(await page.axe()).toEqual([]);
  }
  await page.close();

  const again = await openPopupWith(browser, diary, /Алгебра, до 09:10/);
  await again.click('Подключиться');
  await browser.waitForPage(/call_link/);
  expect(stand.requests.filter(({ host }) => host === 'web.vk.me').length).toBeLessThanOrEqual(1);
});

test('its height is there before «Сегодня» is known, and stays @full @both', async ({ browser, stand }, testInfo) => {
  setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  const site = await browser.open(elsewhere);
  await diary.close();
  await browser.killBackground();
  stand.clock.shift(11 * 60_000);
  stand.faults.set('diary.GetPersonData', { kind: 'slow', ms: 3000 });
  const popup = await openPopupWith(browser, site, /Сегодня/);
  expect(await popup.text()).not.toMatch(/Алгебра/);
  const { height } = await popup.size();
  expect(height).toBeGreaterThan(400);
  await popup.waitForText(/Алгебра, до 09:10/);
  await popup.screenshot(testInfo.outputPath('known.png'));
  expect((await popup.size()).height).toBe(height);
});

test('where no page of the diary is open the background asks it, and a dead session is said and not asked again', async ({
  browser,
  stand,
}, testInfo) => {
  setTime(stand, '10:00');
  const diary = await openDiary(browser, stand);
  const site = await browser.open(elsewhere);
  await diary.close();
  await browser.killBackground();
  stand.requests.length = 0;
  const popup = await openPopupWith(browser, site, /Онлайн-уроки на сегодня|в \d\d:\d\d|до \d\d:\d\d/);
  await popup.screenshot(testInfo.outputPath('no-page.png'));
  expect(countRequests(stand, 'GetPersonData')).toBeGreaterThan(0);
  await popup.click('Авторизация в Сферум');
  const opened = await browser.waitForPage(/personal-area/);
  await (await opened.frame('section.html')).role('button', 'Привязать аккаунт к Сферум').waitFor();
  await opened.close();
  await browser.dispatchCommand('open-section');
  const byKeys = await browser.waitForPage(/personal-area/);
  await (await byKeys.frame('section.html')).role('button', 'Привязать аккаунт к Сферум').waitFor();
  await byKeys.close();

  stand.world.diarySessions.clear();
  await browser.killBackground();
  stand.requests.length = 0;
  const dead = await openPopupWith(browser, site, /Дневник просит войти/);
  expect(await dead.text()).not.toMatch(/Алгебра|География/);
  await dead.screenshot(testInfo.outputPath('signed-out.png'));
  await dead.close();
  const said = asked(stand);
  await openPopupWith(browser, site, /Дневник просит войти/);
  expect(asked(stand)).toBe(said);
});

test('another person at the same diary sees nothing of the first @full', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  await (await openPopupWith(browser, diary, /Алгебра, до 09:10/)).close();
  stand.world.diarySessions.clear();
  await diary.reload();
  await diary.waitForAddress(/login-page/);
  const popup = await openPopupWith(browser, diary, /Дневник просит войти/);
  expect(await popup.text()).not.toMatch(/Алгебра/);
  const kept = await browser.inExtension(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: Record<string, { get(): Promise<object> }> } };
    const read = async (name: string) => JSON.stringify(await chrome.storage[name]?.get());
    return { session: await read('session'), disk: await read('local') };
  });
  expect(kept.session).not.toMatch(/Алгебра/);
  expect(kept.disk).not.toMatch(/Алгебра|Соколов/);
});

test('no diary yet: the popup leads to «Подключить дневник» @full', async ({ browser }, testInfo) => {
  const site = await browser.open(elsewhere);
  const popup = await openPopupWith(browser, site, /Дневник пока не подключён/);
  await popup.screenshot(testInfo.outputPath('no-diary.png'));
  await popup.click('Подключить дневник');
  await browser.waitForPage(/welcome\.html/);
});
