import { hopTo, invitations, noticeOf, requestsToVk, signInToSferum, signOutOf, signOutOfSferum } from '../conflict.ts';
import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { link, maria, openSection, signInToDiary } from '../people.ts';
import { look } from '../section.ts';
import { keptOf } from './kept.ts';

/** Signs in to the diary in a private window, by its page. */
async function signInPrivately(browser: Browser): Promise<Page> {
  const page = await browser.openPrivateWindow(`${maria.host}/auth/login-page`);
  await page.field('Имя пользователя').fill(maria.login);
  await page.field('Пароль').fill(`diary-${maria.login}`);
  await page.role('button', 'Войти').click();
  await page.waitForAddress(/\/personal-area\//);
  return page;
}

test('a person’s chats, calls, names and tokens are nowhere once another is signed in', async ({ browser, stand }) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('8 Б — родители').waitFor();
  const token = [...stand.world.messenger.tokens.keys()];
  expect(token.length).toBeGreaterThan(0);

  await signOutOfSferum(browser);
  await signInToSferum(browser, stand, 'petr');
  const asked = stand.requests.length;
  await page.bringToFront();
  await section.text(/другого человека: Пётр, ученик/).waitFor();

  // Of the first nothing but her own link is left; of the second nothing but who they are.
  const titles =
    /родители|Завтра контрольная|Анна завтра|Спасибо|Родительское собрание|Тайный чат|Родителям не показывать/;
  expect(await section.evaluate(() => document.documentElement.outerHTML)).not.toMatch(titles);
  expect(await section.evaluate(() => document.documentElement.outerHTML)).not.toContain('sun.example/maria');
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(titles);
  const kept = await keptOf(browser);
  expect(kept).not.toMatch(titles);
  for (const old of token) expect(kept).not.toContain(old);
  expect(
    stand.requests
      .slice(asked)
      .filter(({ form, query }) => token.includes(form.access_token ?? query.access_token ?? '')),
  ).toEqual([]);
  expect(await browser.badge()).toBe('');
});

test('Chrome’s incognito window: linked there for its own person, and nothing of it is left @chromium', async ({
  browser,
  stand,
}) => {
  await browser.allowPrivateWindows();
  await signInToSferum(browser, stand, 'petr');
  const before = await keptOf(browser);
  const page = await signInPrivately(browser);
  const signedIn = await browser.openPrivateWindow(hopTo(stand, 'maria'));
  await signedIn.waitForAddress(/^https:\/\/web\.vk\.me\/$/);

  const section = await openSection(page, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  // VK ID's step is left out: browsers refuse it there.
  await section.role('button', 'Связать').click();
  await section.role('tab', 'Чаты').waitFor();
  await section.text('8 Б — родители').waitFor();
  expect(stand.requests.some(({ host }) => host === 'id.vk.ru')).toBe(false);

  // Her invitation opens there; Пётр's own window knows nothing of her.
  const invitation = await browser.openPrivateWindow(invitations.petr);
  await invitation.role('button', 'Подтвердить регистрацию ребёнка').waitFor();
  const ordinary = await browser.open(invitations.petr);
  await (await noticeOf(ordinary)).text(/Пётр, ученик/).waitFor();
  await ordinary.close();

  for (const window of [invitation, signedIn, page]) await window.close();
  const after = await keptOf(browser);
  for (const trace of ['Мария', 'Соколова', 'родители', '871000002', '700101']) expect(after).not.toContain(trace);
  expect(after).not.toContain('incognito');
  expect(before).not.toContain('Мария');

  // The next private window begins with nothing.
  const next = await signInPrivately(browser);
  await next.role('button', 'Авторизация в Сферум').waitFor();
});

test('the pupil in an incognito window: the invitation is covered there too, and he may leave for a while @chromium @full', async ({
  browser,
  stand,
}) => {
  await browser.allowPrivateWindows();
  const page = await browser.openPrivateWindow(hopTo(stand, 'petr'));
  await page.waitForAddress(/^https:\/\/web\.vk\.me\/$/);
  await page.goto(invitations.petr);
  const notice = await noticeOf(page);
  await notice.text(/Пётр, ученик/).waitFor();
  await notice.role('heading', 'Другое устройство или другой браузер').waitFor();
  // Another private window would be the same one.
  expect(await notice.role('heading', 'Окно в режиме инкогнито').count()).toBe(0);

  await notice.role('button', 'Открыть VK Мессенджер').click();
  const messenger = await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
  await messenger.bringToFront();
  await signOutOf(messenger);
  await page.role('button', 'Присоединиться').waitFor();
  expect(await keptOf(browser)).not.toContain('Пётр');
});

test('Firefox’s private window and container: links only, VK is asked nothing, and it is said why @firefox', async ({
  browser,
  picture,
  stand,
}) => {
  await browser.allowPrivateWindows();
  const page = await signInPrivately(browser);
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.text(/^В приватном окне браузер не даёт расширению узнать, кто вошёл в Сферум/).waitFor();
  await look(page, section, picture, 'section-links-only-private');

  await page.goto(hopTo(stand, 'petr'));
  await page.waitForAddress(/^https:\/\/web\.vk\.me\/$/);
  await page.goto(invitations.petr);
  await page.text('Вы не можете стать родителем самому себе').waitFor();
  expect(await page.frames()).toEqual([]);

  const tab = await browser.openContainer(`${maria.host}/auth/login-page`);
  await tab.field('Имя пользователя').fill(maria.login);
  await tab.field('Пароль').fill(`diary-${maria.login}`);
  await tab.role('button', 'Войти').click();
  await tab.waitForAddress(/\/personal-area\//);
  const other = await openSection(tab, 'Авторизация в Сферум');
  await other.text(/^Во вкладке-контейнере браузер не даёт расширению узнать, кто вошёл в Сферум/).waitFor();
  await look(tab, other, picture, 'section-links-only-container');
  expect(requestsToVk(stand)).toEqual([]);

  for (const window of [page, tab]) await window.close();
  const kept = await keptOf(browser);
  for (const trace of ['Мария', 'Пётр', '871000003', '700101']) expect(kept).not.toContain(trace);
});
