import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { maria, type Person, signInToDiary } from '../people.ts';

const own = 'https://diary.gorod-example.ru';
const news = 'https://news.example.ru';
const mariaThere: Person = { ...maria, host: own };

/** What a person may paste instead of their diary's address, with the beginning of what is said. */
const refused: readonly (readonly [address: string, sentence: RegExp])[] = [
  ['', /^Вставьте адрес дневника/],
  ['https://мария:пароль@diary.gorod-example.ru/', /^В адресе стоят логин или пароль/],
  ['maria@diary.gorod-example.ru', /^В адресе стоят логин или пароль/],
  ['https://192.168.0.1/personal-area/', /^Нужен обычный адрес сайта/],
  ['https://[::1]/', /^Нужен обычный адрес сайта/],
  ['https://0x7f.1/', /^Нужен обычный адрес сайта/],
  ['2130706433', /^Нужен обычный адрес сайта/],
  ['https://diary.gorod-example.ru:8443/', /^Нужен обычный адрес сайта/],
  ['localhost', /^Нужен обычный адрес сайта/],
  ['http://diary.gorod-example.ru/', /^Адрес должен начинаться с https/],
  ['ftp://diary.gorod-example.ru/', /^Это не похоже на адрес сайта/],
  ['javascript:alert(1)', /^Это не похоже на адрес сайта/],
  ['Электронный дневник', /^Это не похоже на адрес сайта/],
  [`https://${'a'.repeat(3000)}.ru/`, /^Это не похоже на адрес сайта/],
  ['https://id.vk.ru/', /^Это сайт VK, Сферума или MAX/],
  ['https://VK.COM./im', /^Это сайт VK, Сферума или MAX/],
  ['https://me.sferum.ru/', /^Это сайт VK, Сферума или MAX/],
  ['https://web.max.ru/', /^Это сайт VK, Сферума или MAX/],
  ['https://e.mail.ru/inbox/', /^Это почта, а не дневник/],
  ['https://mail.yandex.ru/', /^Это почта, а не дневник/],
  ['https://school.r-19.ru/personal-area/', /^Этот дневник уже подключён/],
];

async function openForm(browser: Browser): Promise<Page> {
  const page = await browser.extensionPage('welcome.html');
  await page.text('Другой адрес дневника').click();
  return page;
}

async function add(page: Page, address: string): Promise<void> {
  await page.field('Адрес дневника').fill(address);
  await page.role('button', 'Подключить дневник').click();
}

const isPermitted = (browser: Browser, origin: string): Promise<boolean> =>
  browser.inExtension(
    (pattern) =>
      (
        globalThis as unknown as {
          chrome: { permissions: { contains(asked: { origins: string[] }): Promise<boolean> } };
        }
      ).chrome.permissions.contains({ origins: [pattern] }),
    `${origin}/*`,
  );

test('every address that is no diary’s has its sentence, and nothing is asked of it @full @both', async ({
  browser,
  stand,
}) => {
  test.setTimeout(180_000);
  const page = await openForm(browser);
  const from = stand.requests.length;
  for (const [address, sentence] of refused) {
    await add(page, address);
    await page.text(sentence).waitFor();
    expect(await page.text(sentence).count(), address).toBe(1);
  }
  expect(stand.requests.slice(from)).toEqual([]);
  expect(await browser.consoleErrors()).toEqual([]);
});

test('a person who says no is told how to go on @full @firefox', async ({ browser }) => {
  const page = await openForm(browser);
  await browser.sayNo?.(() => add(page, own));
  await page.text(/^Браузер не дал расширению доступ к этому сайту/).waitFor();
  expect(await isPermitted(browser, own)).toBe(false);
});

test.describe('a site that the browser lets the extension into', () => {
  test.use({ agreesTo: [`${own}/*`, `${news}/*`] });

  test('one that is no ЭШ, one that does not answer, one that wants to be signed in to: the right is given back, or kept for 30 minutes @full @both', async ({
    browser,
    stand,
  }) => {
    stand.world.sites.set('news.example.ru', '<!doctype html><title>Новости</title><p>Сегодня солнечно</p>');
    const page = await openForm(browser);
    await add(page, news);
    await page.text(/^На сайте news\.example\.ru нет дневника «Электронная школа»/).waitFor();
    expect(await isPermitted(browser, news)).toBe(false);

    stand.faults.set('diary.GetPersonData', { kind: 'status', status: 502 });
    await add(page, own);
    await page.text(/^Сайт diary\.gorod-example\.ru не ответил/).waitFor();
    expect(await isPermitted(browser, own)).toBe(false);
    stand.faults.clear();

    await add(page, own);
    await page.text(/^Войдите в дневник на сайте diary\.gorod-example\.ru/).waitFor();
    expect(await isPermitted(browser, own)).toBe(true);
    // Asked once more while it waits, by the person and by a background that was started anew: the half hour does not begin again.
    const began = await trial(browser);
    await browser.killBackground();
    await add(page, own);
    await page.text(/^Войдите в дневник на сайте diary\.gorod-example\.ru/).waitFor();
    expect(await trial(browser)).toEqual(began);

    await test.step('nobody signed in for half an hour: given back', async () => {
      await ageTrial(browser);
      await browser.killBackground();
      await page.reload();
      await expect.poll(() => isPermitted(browser, own)).toBe(false);
      expect(await trial(browser)).toBeUndefined();
    });

    await test.step('somebody signs in: added by itself', async () => {
      await page.text('Другой адрес дневника').click();
      await add(page, own);
      await page.text(/^Войдите в дневник на сайте diary\.gorod-example\.ru/).waitFor();
      await signInToDiary(browser, mariaThere);
      await page.text('Дневник diary.gorod-example.ru подключён.').waitFor();
      expect(await trial(browser)).toBeUndefined();
    });
  });
});

interface Kept {
  diaryTrial?: { version: number; value: { startedAt: number } };
}

interface Local {
  get(key: string): Promise<Kept>;
  set(items: Kept): Promise<void>;
}

function trial(browser: Browser): Promise<number | undefined> {
  return browser.inExtension(async () => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome.storage;
    return (await local.get('diaryTrial')).diaryTrial?.value.startedAt;
  });
}

/** The trial began half an hour ago. */
function ageTrial(browser: Browser): Promise<void> {
  return browser.inExtension(async () => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: Local } } }).chrome.storage;
    const kept = await local.get('diaryTrial');
    if (kept.diaryTrial) kept.diaryTrial.value.startedAt -= 31 * 60_000;
    await local.set(kept);
  });
}
