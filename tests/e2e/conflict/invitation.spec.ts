import { invitations, isCovered, noticeOf, requestsToVk, signInToSferum, signOutOf } from '../conflict.ts';
import { expect, test } from '../fixture.ts';
import { pause } from '../lessons.ts';

const sentence =
  'Сейчас в этом браузере открыт Сферум другого человека: Пётр, ученик. Чтобы войти как родитель, выберите способ:';

test('a parent’s invitation opened where the pupil is signed in is covered, and nothing uncovers it', async ({
  browser,
  stand,
  picture,
}) => {
  await signInToSferum(browser, stand, 'petr');
  const page = await browser.open(invitations.petr);
  const notice = await noticeOf(page);

  await notice.text(sentence).waitFor();
  expect(await notice.focused()).toContain('Это приглашение для родителя');
  await notice.role('list', 'Способы').waitFor();
  await picture(notice, 'notice');
  expect(await notice.axe()).toEqual([]);

  await notice.role('link', 'Помощь').click();
  const guide = await browser.waitForPage(/guide\.html#sameBrowser$/);
  await guide.role('heading', 'Приглашение открыто там, где вошёл ребёнок').waitFor();
  await guide.close();
  await page.bringToFront();

  // The page's own error comes late and stays below.
  await expect
    .poll(() => page.evaluate(() => document.querySelector('#late')?.textContent))
    .toContain('Вы не можете стать родителем самому себе');
  expect(await page.text('Вы не можете стать родителем самому себе').isVisible()).toBe(false);
  // The page renders itself anew, opens a dialog, and even throws us out.
  await page.evaluate(() => {
    document.body.replaceChildren(...document.body.children);
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Ошибка';
    document.body.append(dialog);
    dialog.showModal();
    for (const child of [...document.documentElement.children]) if (child.matches('sferum-notice')) child.remove();
    for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name);
  });
  // The frame is a new one: the old one may still be seen for a moment.
  await expect(async () => (await noticeOf(page)).text(sentence).waitFor('visible', { timeout: 1000 })).toPass();
  expect(await isCovered(page)).toBe(true);
  expect(await page.text('Ошибка').isVisible()).toBe(false);
  await page.evaluate(() => document.querySelector('dialog')?.close());

  // Who is signed in stands in our frame alone: the page learns nothing.
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('ученик');

  await (await noticeOf(page)).role('button', 'Всё равно открыть страницу').click();
  await page.text('Вы не можете стать родителем самому себе').waitFor();
  expect(await browser.consoleErrors()).toEqual([]);
});

test('without the pupil an invitation is left alone, and other pages of Сферум cost nothing', async ({
  browser,
  stand,
}) => {
  const page = await browser.open('https://sferum.ru/?p=messages&join=parent-invite');
  expect(requestsToVk(stand)).toEqual([]);

  await page.goto(invitations.petr);
  await page.role('button', 'Присоединиться').waitFor();
  expect(await isCovered(page)).toBe(false);

  await signInToSferum(browser, stand, 'maria');
  await page.reload();
  await page.role('button', 'Подтвердить регистрацию ребёнка').waitFor();
  expect(await page.frames()).toEqual([]);
  expect(await isCovered(page)).toBe(false);
});

test('somebody signs in and out in another tab while the invitation is open @full', async ({ browser, stand }) => {
  const page = await browser.open(invitations.petr);
  await page.role('button', 'Присоединиться').waitFor();

  await signInToSferum(browser, stand, 'petr');
  await (await noticeOf(page)).text(sentence).waitFor();

  const messenger = await browser.open('https://web.vk.me/');
  await signOutOf(messenger);
  // The page under the notice was made for Пётр: it is loaded again.
  await page.role('button', 'Присоединиться').waitFor();
  expect(await isCovered(page)).toBe(false);
});

test('a page that turns into an invitation without loading is guarded too @full', async ({ browser, stand }) => {
  await signInToSferum(browser, stand, 'petr');
  const page = await browser.open('https://me.sferum.ru/');

  await page.evaluate(() => history.pushState({}, '', '/?p=invite_parent&invite=petr-8b-4f2a'));

  await (await noticeOf(page)).text(sentence).waitFor();
});

test('an invitation is covered before its page acts; where nobody answers it can be opened all the same', async ({
  browser,
  stand,
}) => {
  await signInToSferum(browser, stand, 'petr');
  await browser.killBackground();
  stand.faults.set('messenger.webToken', { kind: 'slow', ms: 60_000 });
  const page = await browser.open(invitations.petr);
  expect(await isCovered(page)).toBe(true);
  // «Всё равно открыть страницу» comes after three seconds, is all that can be reached, and has the focus.
  await pause(3500);
  expect(await page.frames()).toEqual([]);
  await page.press('Enter');
  await expect.poll(() => isCovered(page)).toBe(false);
});

test('an invitation that is covered while the extension is updated does not stay behind a dead frame @full', async ({
  browser,
  stand,
}) => {
  await signInToSferum(browser, stand, 'petr');
  const page = await browser.open(invitations.petr);
  await (await noticeOf(page)).text(sentence).waitFor();

  await browser.reloadExtension();

  // The dead frame may be found for a moment still.
  await expect(async () => {
    const notice = await noticeOf(page);
    await notice.text(sentence).waitFor('visible', { timeout: 1000 });
    await notice.role('button', 'Всё равно открыть страницу').click({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect.poll(() => isCovered(page)).toBe(false);
  expect(await page.evaluate(() => document.querySelectorAll('sferum-notice').length)).toBe(0);
  await page.text('Вы не можете стать родителем самому себе').waitFor();
});

test('an address with `#` is uncovered as well, when the pupil has left @full', async ({ browser, stand }) => {
  await signInToSferum(browser, stand, 'petr');
  const page = await browser.open(`${invitations.petr}#again`);
  await (await noticeOf(page)).text(sentence).waitFor();

  // The page moves to its own address: nothing loads, and the cover stays.
  await page.evaluate(() => location.replace(location.href));
  expect(await isCovered(page)).toBe(true);
  const messenger = await browser.open('https://web.vk.me/');
  await signOutOf(messenger);
  await page.role('button', 'Присоединиться').waitFor();
  expect(await isCovered(page)).toBe(false);
});

test('where VK does not say who is there it can be asked again over an invitation @full @both', async ({
  browser,
  stand,
  picture,
}) => {
  await signInToSferum(browser, stand, 'petr');
  stand.faults.set('messenger.webToken', { kind: 'reset' });
  const page = await browser.open(invitations.petr);
  const notice = await noticeOf(page);
  await notice.text(/^Не получилось узнать, кто сейчас вошёл/).waitFor();
  await picture(page, 'invitation-unknown');
  stand.faults.clear();
  await notice.role('button', 'Проверить ещё раз').click();
  await notice.text(sentence).waitFor();
  await picture(page, 'invitation-known');
});
