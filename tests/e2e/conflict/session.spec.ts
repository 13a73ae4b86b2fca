import type { Stand } from '../../stand/stand.ts';
import { signInToSferum, signOutOf } from '../conflict.ts';
import type { Browser, Page, Surface } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { linkMaria, pause } from '../lessons.ts';
import { maria, openSection, signInToDiary } from '../people.ts';

const chat = 'Алгебра 8 Б';

const tokensAsked = (stand: Stand) => stand.requests.filter(({ query }) => query.act === 'web_token').length;

/** Мария's section, with her chats. */
async function openLinked(browser: Browser, stand: Stand): Promise<{ page: Page; section: Surface }> {
  await signInToSferum(browser, stand, 'maria');
  await linkMaria(browser);
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Сферум');
  await section.text(chat).waitFor();
  return { page, section };
}

/** Everything that the extension keeps of VK, as text: the lessons are the diary's, where the person is signed in as before. */
function kept(browser: Browser): Promise<string> {
  return browser.inExtension(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(key: null): Promise<object> } } };
    };
    const { today: _, ...ofVk } = (await chrome.storage.session.get(null)) as Record<string, unknown>;
    return JSON.stringify(ofVk);
  });
}

test('the session changes while VK does not answer: whoever was there leaves the screen and what is kept', async ({
  browser,
  stand,
}) => {
  const { page, section } = await openLinked(browser, stand);
  // A page of VK that is open already: the sign-out itself goes through, and then VK is silent.
  const messenger = await browser.open('https://web.vk.me/');
  stand.faults.set('messenger.webToken', { kind: 'slow', ms: 20_000 });
  await signOutOf(messenger);
  await page.bringToFront();
  await section.text(chat).waitFor('hidden');
  await section.role('link', 'Перейти в Сферум').waitFor('hidden');
  expect(await kept(browser)).not.toContain('Алгебра');
});

test('a session’s cookie of the whole domain is seen, too @full', async ({ browser, stand }) => {
  stand.world.messenger.cookieOf = 'vk.me';
  const { page, section } = await openLinked(browser, stand);
  const messenger = await browser.open('https://web.vk.me/');
  await signOutOf(messenger);
  await page.bringToFront();
  await section.role('button', 'Войти снова').waitFor('visible', { timeout: 4000 });
  expect(await section.text(chat).count()).toBe(0);
});

for (const [sets, often] of [
  ['language', ' @full'],
  ['session', ''],
] as const) {
  test(`answers of VK that set cookies (${sets}) are no change of session${often} @full`, async ({
    browser,
    stand,
  }) => {
    stand.world.messenger.tokenSets = sets;
    const { section } = await openLinked(browser, stand);
    await pause(5000);
    expect(await section.text(chat).count()).toBe(1);
    expect(tokensAsked(stand)).toBeLessThanOrEqual(3);
  });
}

test('a page of VK that writes cookies every half a second makes nobody ask @full', async ({ browser, stand }) => {
  const { section } = await openLinked(browser, stand);
  const messenger = await browser.open('https://web.vk.me/');
  await messenger.evaluate(() => {
    let count = 0;
    setInterval(() => {
      count += 1;
      // biome-ignore lint/suspicious/noDocumentCookie: pages of VK do it so
      document.cookie = `remixflash=${count}; path=/; secure`;
      // biome-ignore lint/suspicious/noDocumentCookie: pages of VK do it so
      document.cookie = `tmr_lvid=${count}; path=/; secure; domain=vk.me`;
    }, 500);
  });
  const before = tokensAsked(stand);
  await pause(4000);
  expect(tokensAsked(stand)).toBe(before);
  expect(await section.text(chat).count()).toBe(1);
});

test('a session that is renewed every half a second is asked for three times in 10 s @full', async ({
  browser,
  stand,
}) => {
  await openLinked(browser, stand);
  const messenger = await browser.open('https://web.vk.me/');
  await messenger.evaluate(() => {
    let count = 0;
    setInterval(() => {
      count += 1;
      // biome-ignore lint/suspicious/noDocumentCookie: a page of VK does it so
      document.cookie = `remixsid=${count}; path=/; secure`;
    }, 500);
  });
  const before = tokensAsked(stand);
  await pause(9000);
  // Each of the three may be asked again twice, because the cookie changed while it was out.
  expect(tokensAsked(stand) - before).toBeLessThanOrEqual(9);
});

for (const [name, often, fault] of [
  ['403', ' @full', { kind: 'status', status: 403 }],
  ['a page', ' @full', { kind: 'html' }],
  ['a redirect', '', { kind: 'redirect', to: 'https://login.vk.ru/?act=challenge' }],
] as const) {
  test(`${name} instead of an answer is not «nobody»${often}`, async ({ browser, stand }) => {
    // Before the sign-in, whose cookie may make the background ask before the page does.
    stand.faults.set('messenger.webToken', fault);
    await signInToSferum(browser, stand, 'maria');
    await linkMaria(browser);
    const page = await signInToDiary(browser, maria);
    const section = await openSection(page, 'Сферум');
    await section.text(/^Не получилось узнать, кто сейчас вошёл в Сферум/).waitFor();
    expect(await section.role('button', 'Войти снова').count()).toBe(0);

    stand.faults.clear();
    await section.role('button', 'Повторить').click();
    await section.text(chat).waitFor();
  });
}

test('a first answer without anybody heals with «Я вошёл», and a little later by itself @full', async ({
  browser,
  stand,
}) => {
  stand.faults.set('messenger.webToken', { kind: 'body', body: [] });
  await signInToSferum(browser, stand, 'maria');
  await linkMaria(browser);
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Сферум');
  await section.role('button', 'Войти снова').waitFor();
  // Said a moment before it is so.
  await pause(600);
  await section.role('button', 'Вход выполнен').click();
  await pause(500);
  stand.faults.clear();
  await section.text(chat).waitFor('visible', { timeout: 15_000 });
});

test('a silent VK keeps the lessons away no longer than it must, and is asked once @full', async ({
  browser,
  stand,
}) => {
  stand.faults.set('messenger.webToken', { kind: 'slow', ms: 40_000 });
  await signInToSferum(browser, stand, 'maria');
  await linkMaria(browser);
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Сферум');
  // The link knows the name: nothing of it waits for VK.
  await section
    .text(/Мария Соколова/)
    .first()
    .waitFor('visible', { timeout: 3000 });
  await section.text(/^Не получилось узнать, кто сейчас вошёл в Сферум/).waitFor('visible', { timeout: 16_000 });
  expect(tokensAsked(stand)).toBe(1);
});
