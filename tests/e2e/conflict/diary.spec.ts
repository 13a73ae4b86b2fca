import { signInToSferum, signOutOf, signOutOfSferum } from '../conflict.ts';
import { expect, test } from '../fixture.ts';
import { elena, link, maria, openSection, petr, signInToDiary } from '../people.ts';

const other = (who: string, wanted: string) =>
  `Сейчас в этом браузере открыт Сферум другого человека: ${who}. Чтобы войти как ${wanted}, выберите способ:`;

test('the child’s profile in the parent’s diary: nothing is linked, and linking goes on when the child has left', async ({
  browser,
  stand,
  picture,
}) => {
  await signInToSferum(browser, stand, 'petr');
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  await section.text(other('Пётр, ученик', 'Мария')).waitFor();
  await section.role('list', 'Способы').waitFor();
  await picture(section, 'linking-conflict');
  expect(await section.axe()).toEqual([]);
  // No window of VK ID was opened: it could only have ended here again.
  expect(stand.requests.some(({ host }) => host === 'id.vk.ru')).toBe(false);
  // Another device opens the diary itself.
  await section.role('button', 'Скопировать ссылку').click();
  await section.text('Ссылка скопирована').waitFor();
  expect(await browser.clipboard(page)).toBe(`${maria.host}/personal-area/`);
  await page.bringToFront();

  await section.role('button', 'Открыть VK Мессенджер').click();
  const messenger = await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
  await messenger.bringToFront();
  await signOutOf(messenger);
  await browser.waitForPage(/^https:\/\/id\.vk\.ru\//);
});

test('the parent’s profile in the pupil’s diary', async ({ browser, stand }) => {
  await signInToSferum(browser, stand, 'maria');
  const page = await signInToDiary(browser, petr);
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  await section.text(other('Мария, родитель', 'Пётр')).waitFor();
});

test('a profile linked to another person’s diary, and one linked whose place another has taken @full', async ({
  browser,
  stand,
}) => {
  const page = await signInToDiary(browser, maria);
  await link(browser, page, maria);
  await page.close();

  // Another parent at the same computer, while Мария is still signed in to Сферум.
  const second = await signInToDiary(browser, elena);
  const section = await openSection(second, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  await section
    .text('Этот учебный профиль (Мария, родитель) уже привязан здесь к дневнику другого человека.')
    .waitFor();
  await section.role('button', 'Это тоже мой дневник').waitFor();
  await second.close();

  await signOutOfSferum(browser);
  await signInToSferum(browser, stand, 'petr');

  const third = await signInToDiary(browser, maria);
  const linked = await openSection(third, 'Сферум');
  await linked.text(other('Пётр, ученик', 'Мария')).waitFor();
  await linked.role('list', 'Способы').waitFor();
  // «Перейти в Сферум» would open Пётр's chats: it is not there.
  expect(await linked.role('link', 'Перейти в Сферум').count()).toBe(0);
});

test('Firefox: allowing private windows interrupts the section too, and it goes on by itself @firefox @full', async ({
  browser,
  stand,
}) => {
  await signInToSferum(browser, stand, 'petr');
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  await section.role('button', 'Открыть приватное окно').click();
  await section.text(/^Firefox \d+ сначала просит разрешения/).waitFor();

  await browser.allowPrivateWindows();
  await page.bringToFront();

  // The diary opens in the private window, where nobody is signed in to it.
  await browser.waitForPage(/^https:\/\/school\.r-19\.ru\/auth\/login-page/);
});
