import { invitations, requestsToVk, signInToSferum } from '../conflict.ts';
import { expect, test } from '../fixture.ts';
import { maria, signInToDiary } from '../people.ts';

test('«Проверить ссылку-приглашение» says what a pasted text is', async ({ browser, stand, picture }) => {
  const popup = await browser.extensionPage('popup.html');
  await popup.setViewport({ width: 360, height: 700 });
  await popup.text('Проверить ссылку-приглашение').click();
  await popup.role('button', 'Проверить').waitFor();
  expect(requestsToVk(stand)).toEqual([]);

  const check = async (text: string, verdict: RegExp) => {
    await popup.field('Ссылка, которую прислал ребёнок').fill(text);
    await popup.role('button', 'Проверить').click();
    await popup.text(verdict).waitFor();
  };
  await check('привет', /^Здесь нет ссылки/);
  await check('https://sferum.ru.example.com/?p=invite_parent', /на сайт sferum\.ru\.example\.com\. /);
  await check('https://sferum.ru/?p=messages&join=AbC123', /^Это ссылка на чат/);
  await check('vk.com/call/join/AAAAbbbbCCCCdddd', /^Это ссылка на звонок/);
  expect(requestsToVk(stand)).toEqual([]);
  await check(invitations.petr, /^Это приглашение родителя, и открыть его можно/);

  await signInToSferum(browser, stand, 'petr');
  await check(`Пётр приглашает: ${invitations.petr}`, /открыт Сферум другого человека: Пётр, ученик/);
  await popup.role('list', 'Способы').waitFor();
  await picture(popup, 'popup-conflict');
  expect(await popup.axe()).toEqual([]);
  // Whatever its form, a link of Сферум may be an invitation.
  await check('https://sferum.ru/?p=welcome&code=1', /^Это ссылка Сферума\. Если это приглашение родителя/);

  await check('https://sferum.ru/?p=messages&join=AbC123', /^Это ссылка на чат/);
  await popup.role('button', 'Открыть ссылку').click();
  await browser.waitForPage(/^https:\/\/sferum\.ru\/\?p=messages&join=AbC123$/);
});

test('where the vendor’s plugin is, the wizard is reached from the popup', async ({ browser, stand }) => {
  stand.world.page.vendorPlugin = true;
  await signInToSferum(browser, stand, 'petr');
  const page = await signInToDiary(browser, maria);
  await page.text('Авторизация в Сферум').waitFor();
  expect(await page.role('button', 'Авторизация в Сферум').count()).toBe(0);

  const popup = await browser.extensionPage('popup.html');
  await popup.role('button', 'Авторизация в Сферум').click();
  const section = await page.frame('section.html');
  await page.bringToFront();
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  await section.text(/другого человека: Пётр, ученик\. Чтобы войти как Мария/).waitFor();
});

test('the vendor’s own button asks VK once before its first click, also where nobody ever linked @full', async ({
  browser,
  stand,
}) => {
  stand.world.page.vendorPlugin = true;
  await signInToSferum(browser, stand, 'petr');
  const page = await signInToDiary(browser, maria);
  await page.text('Авторизация в Сферум').waitFor();
  expect(requestsToVk(stand)).toEqual([]);

  await page.text('Авторизация в Сферум').click();
  const notice = await page.frame('section.html');
  await notice.text(/другого человека: Пётр, ученик\. Чтобы войти как Мария/).waitFor();
  expect(await page.url()).not.toContain('#sferum');
  // The page does not learn who it is.
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('Пётр'))).toBe(false);

  // Nor is it forgotten that the button waits when the background dies.
  await browser.killBackground();
  await page.reload();
  await page.text('Авторизация в Сферум').click();
  const again = await page.frame('section.html');
  await again.role('list', 'Способы').waitFor();
  await again.role('button', 'Всё равно продолжить').click();
  await page.waitForAddress(/#sferum$/);
});

test('the vendor’s own button opened in a tab of its own, or by the keyboard, is stopped as well @full', async ({
  browser,
  stand,
}) => {
  stand.world.page.vendorPlugin = true;
  await signInToSferum(browser, stand, 'petr');
  const page = await signInToDiary(browser, maria);
  const button = page.role('link', 'Авторизация в Сферум');
  const tabs = (await browser.pages()).length;
  const ways: (() => Promise<void>)[] = [
    () => button.click({ button: 'middle' }),
    () => button.click({ modifiers: ['Control'] }),
    () => button.press('Enter'),
    () => button.press('Control+Enter'),
  ];
  for (const way of ways) {
    await way();
    const section = await page.frame('section.html');
    await section.text(/другого человека: Пётр, ученик\. Чтобы войти как Мария/).waitFor();
    expect(await browser.pages()).toHaveLength(tabs);
    expect(await page.url()).not.toContain('#sferum');
    await page.reload();
  }
});

test('nobody of another age is there: the vendor’s button goes on by itself @full', async ({ browser, stand }) => {
  stand.world.page.vendorPlugin = true;
  await signInToSferum(browser, stand, 'maria');
  const page = await signInToDiary(browser, maria);
  await page.text('Авторизация в Сферум').click();
  await page.waitForAddress(/#sferum$/);
  expect(requestsToVk(stand).filter((address) => address.startsWith('web.vk.me'))).toHaveLength(1);
});

test('the guide is searched and opened at an entry, without the network @full', async ({ browser, stand, picture }) => {
  const before = stand.requests.length;
  const guide = await browser.extensionPage('guide.html#twoParents');
  expect(await guide.focused()).toContain('У ребёнка уже два родителя');
  await picture(guide, 'guide');
  expect(await guide.axe()).toEqual([]);

  await guide.field('Поиск по ответам').fill('помощник');
  await guide.text('Найдено ответов: 2').waitFor();
  await guide.role('heading', 'Что делать, если у ребёнка указан номер родителя').waitFor();
  expect(await guide.role('link', 'Написать в «Помощник Сферума»').count()).toBe(2);
  await guide.field('Поиск по ответам').fill('единорог');
  await guide.text(/^Ничего не нашлось/).waitFor();
  expect(stand.requests.length).toBe(before);
});
