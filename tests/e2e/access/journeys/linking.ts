import { messengerSession } from '../../../stand/shortcuts.ts';
import { signInToSferum } from '../../conflict.ts';
import type { Page, Surface } from '../../driver/types.ts';
import { setTime } from '../../lessons.ts';
import { maria, olga, openSection, signInToDiary, signInToMessenger, walkSignIn } from '../../people.ts';
import type { Journey, Seen, Tools } from '../journey.ts';

const begin = 'Привязать аккаунт к Сферум';
const vkidPage = /^https:\/\/id\.vk\.ru\//;
const messengerPage = /^https:\/\/web\.vk\.me\//;

/** In the section of this page. */
function inSection(page: Page, surface: Surface) {
  return (name: string, more: Partial<Seen> = {}): Seen => ({ name, place: 'section', page, surface, ...more });
}

/** VK ID’s window, and how it may end. */
async function* throughVkid({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '10:25');
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Авторизация в Сферум');
  const see = inSection(page, section);
  await section.role('button', begin).waitFor();
  await section.role('heading', 'Онлайн-уроки').waitFor();
  yield see('unlinked');

  await section.role('button', begin).click();
  await section.role('heading', 'Окно входа открыто').waitFor();
  const lost = await browser.waitForPage(vkidPage);
  await page.bringToFront();
  yield see('linking-window', { isActed: true });

  await browser.killBackground();
  await section.role('heading', 'Вход прервался').waitFor('visible', { timeout: 20_000 });
  yield see('linking-interrupted', { isActed: true });
  await lost.close();

  await section.role('button', 'Начать снова').click();
  await (await browser.waitForPage(vkidPage)).close();
  await section.role('button', begin).waitFor();
  await page.bringToFront();
  yield see('linking-cancelled', { isActed: true });
}

/** Where VK ID does not work, to the choice among several profiles and the check of the data. */
async function* withoutVkid({ browser, stand }: Tools): AsyncGenerator<Seen> {
  stand.world.vkidSignsInMessenger = false;
  stand.world.vkid.oddities = { ...stand.world.vkid.oddities, refusesExtensions: true };
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Авторизация в Сферум');
  const see = inSection(page, section);
  await section.role('button', begin).click();
  await walkSignIn(await browser.waitForPage(vkidPage), maria);
  await section.role('heading', 'Войдите в Сферум').waitFor();
  await section.text(/Вход через VK ID не получился/).waitFor();
  const window = await browser.waitForPage(messengerPage);
  await page.bringToFront();
  yield see('linking-waiting', { isActed: true });

  await window.close();
  await page.bringToFront();
  await section.text(/^Окно закрыто/).waitFor();
  await section.role('button', 'Вход выполнен').click();
  await section.text(/профиля пока не видно/).waitFor();
  yield see('linking-not-yet', { isActed: true });

  await signInToMessenger(browser, messengerSession(stand.world, 'elena', 'maria'));
  await section.role('heading', 'Выбор профиля для связки').waitFor('visible', { timeout: 20_000 });
  yield see('linking-choice', { isActed: true });

  await section.role('button', 'Продолжить').click();
  yield see('linking-choice-missing', { isActed: true });

  await section.role('radio', /Елена|Белова/).click();
  await section.role('button', 'Продолжить').click();
  await section.role('heading', 'Проверьте данные').waitFor();
  yield see('linking-check-differs', { isActed: true });

  await section.role('button', /^Выбрать друго/).click();
  await section.role('radio', /Мария Соколова/).click();
  await section.role('button', 'Продолжить').click();
  await section.role('heading', 'Проверьте данные').waitFor();
  yield see('linking-check', { isActed: true });

  await section.role('button', 'Связать').click();
  await section.role('tab', 'Чаты').waitFor();
  await section.role('button', 'Скрыть').waitFor();
  yield see('just-linked', { isActed: true });
}

/** Somebody else is signed in, and leaves for a while. */
async function* conflict({ browser, stand }: Tools): AsyncGenerator<Seen> {
  await signInToSferum(browser, stand, 'petr');
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Авторизация в Сферум');
  const see = inSection(page, section);
  await section.role('button', begin).click();
  await section.role('list', 'Способы').waitFor();
  yield see('linking-conflict', { isActed: true });

  await section.role('button', 'Открыть VK Мессенджер').click();
  await browser.waitForPage(messengerPage);
  await page.bringToFront();
  await section.role('heading', /^Ждём, пока/).waitFor();
  yield see('linking-sign-out', { isActed: true });
}

/** An educational profile has to be made. */
async function* creation({ browser }: Tools): AsyncGenerator<Seen> {
  const page = await signInToDiary(browser, olga);
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.role('button', begin).click();
  await walkSignIn(await browser.waitForPage(vkidPage), { ...olga, password: 'vk-olga' });
  await section.role('heading', 'Нужен учебный профиль').waitFor();
  await section.role('link', 'Открыть MAX в браузере').waitFor();
  await page.bringToFront();
  yield inSection(page, section)('linking-creation', { isActed: true });
}

/** VK does not answer while it is checked who is here. */
async function* checking({ browser, stand }: Tools): AsyncGenerator<Seen> {
  const page = await signInToDiary(browser, maria);
  const section = await openSection(page, 'Авторизация в Сферум');
  const see = inSection(page, section);
  stand.faults.set('messenger.webToken', { kind: 'slow', ms: 9000 });
  await section.role('button', begin).click();
  await section.role('heading', 'Проверяем, кто вошёл в Сферум').waitFor();
  yield see('linking-checking', { isActed: true, isBrief: true });
}

export const linkingJourneys: readonly Journey[] = [
  { name: 'linking through VK ID', isBoth: true, play: throughVkid },
  { name: 'linking without VK ID', play: withoutVkid },
  { name: 'linking where somebody else is', play: conflict },
  { name: 'linking without a profile', play: creation },
  { name: 'linking is checked', play: checking },
];
