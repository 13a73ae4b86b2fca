import type { EndpointName } from '../../stand/faults.ts';
import type { Stand } from '../../stand/stand.ts';
import { invitations, isCovered, signInToSferum } from '../conflict.ts';
import type { Browser, Page } from '../driver/types.ts';
import { forgetRun, openLinkedDiary } from '../faults/scenes/common.ts';
import { expect } from '../fixture.ts';
import { openDiary, openedCalls, setTime, waitForMarks } from '../lessons.ts';
import { link, maria, openSection, signInToDiary, walkSignIn } from '../people.ts';

export interface Tools {
  browser: Browser;
  stand: Stand;
}

/** A point at which the background waits for somebody: it dies there. */
export interface WaitingPoint {
  /** Whose answer it waits for. */
  waitsFor: EndpointName;
  /** The request by which the stand knows that it waits. */
  asked: RegExp;
  /** Brings the person there. @returns what they do, and how it looks once the state has healed or says its sentence with a way on */
  come(tools: Tools): Promise<{ act: () => Promise<unknown>; heals: () => Promise<unknown> }>;
}

const own = 'https://diary.gorod-example.ru';
/** The diary added at an address of its own asks the person for this right. */
export const agreed = [`${own}/*`];

const token = { waitsFor: 'messenger.webToken', asked: /act=web_token/ } as const;
const person = { waitsFor: 'diary.GetPersonData', asked: /GetPersonData/ } as const;

/** Waiting points that die in this suite. */
export const waitingPoints: Readonly<Record<string, WaitingPoint>> = {
  'who is signed in, before a lesson’s call opens': {
    ...token,
    async come(tools) {
      const diary = await openLinkedDiary(tools);
      await forgetRun(tools.browser);
      await diary.bringToFront();
      return {
        act: () =>
          diary
            .css('.content tr')
            .having(/Алгебра/)
            .role('button', 'Подключиться')
            .click(),
        heals: () => tools.browser.waitForPage(/call_link|call\/join/),
      };
    },
  },
  'who is signed in, when the section opens': {
    ...token,
    async come(tools) {
      const diary = await openLinkedDiary(tools);
      await forgetRun(tools.browser);
      return {
        act: () => openSection(diary, 'Сферум'),
        heals: async () => (await diary.frame('section.html')).role('button', /^8 Б — родители/).waitFor(),
      };
    },
  },
  'the chats, when the section opens': {
    waitsFor: 'api.execute',
    asked: /\/method\/execute/,
    async come(tools) {
      const diary = await openLinkedDiary(tools);
      await forgetRun(tools.browser);
      return {
        act: () => openSection(diary, 'Сферум'),
        heals: async () => (await diary.frame('section.html')).role('button', /^8 Б — родители/).waitFor(),
      };
    },
  },
  'the chats, after «Обновить»': {
    waitsFor: 'api.execute',
    asked: /\/method\/execute/,
    async come(tools) {
      const section = await openSection(await openLinkedDiary(tools), 'Сферум');
      await section.role('button', /^8 Б — родители/).waitFor();
      const again = section.role('button', 'Обновить');
      return {
        act: () => again.click(),
        async heals() {
          await section.role('button', /^8 Б — родители/).waitFor();
          await expect.poll(() => again.isEnabled()).toBe(true);
        },
      };
    },
  },
  'who is signed in, before a chat opens': {
    ...token,
    async come(tools) {
      const section = await openSection(await openLinkedDiary(tools), 'Сферум');
      const chat = section.role('button', /^8 Б — родители/);
      await chat.waitFor();
      await forgetRun(tools.browser);
      return { act: () => chat.click(), heals: () => tools.browser.waitForPage(/web\.vk\.me\/convo/) };
    },
  },
  'whose diary it is, when its page loads': {
    ...person,
    async come({ browser, stand }) {
      setTime(stand, '08:40');
      const diary = await openDiary(browser, stand);
      return {
        act: () => diary.reload(),
        heals: () => diary.role('button', 'Авторизация в Сферум').waitFor(),
      };
    },
  },
  'the week, when its page loads': {
    waitsFor: 'diary.GetHomeworkFromRange',
    asked: /GetHomeworkFromRange/,
    async come({ browser, stand }) {
      setTime(stand, '08:40');
      const diary = await openDiary(browser, stand);
      return {
        act: () => diary.reload(),
        heals: async () =>
          expect((await waitForMarks(diary, (marks) => marks.length > 0, 20_000))[0]).toMatch(/Алгебра/),
      };
    },
  },
  'the diary, when the popup opens': {
    ...person,
    async come(tools) {
      const { browser } = tools;
      const diary = await openLinkedDiary(tools);
      await diary.close();
      await forgetRun(browser);
      let popup: Page;
      return {
        async act() {
          popup = await browser.extensionPage('popup.html');
        },
        heals: () => popup.text(/Алгебра, до 09:10|Повторить/).waitFor(),
      };
    },
  },
  'the diary, after the shortcut that joins': {
    ...person,
    async come({ browser, stand }) {
      setTime(stand, '08:40');
      const diary = await openDiary(browser, stand);
      await forgetRun(browser);
      await diary.bringToFront();
      const isJoined = async () => (await openedCalls(browser)).length > 0;
      const isShown = async () => (await diary.frames()).some((address) => address.includes('section.html'));
      return {
        act: () => browser.dispatchCommand('join-now'),
        // The person presses it again: while the diary is still silent «Сферум» comes instead, and the next press joins.
        async heals() {
          await browser.dispatchCommand('join-now');
          await expect.poll(async () => (await isJoined()) || (await isShown()), { timeout: 20_000 }).toBe(true);
          if (!(await isJoined())) await browser.dispatchCommand('join-now');
          await browser.waitForPage(/call_link/);
        },
      };
    },
  },
  'who is signed in, behind an invitation’s cover': {
    ...token,
    async come({ browser, stand }) {
      await signInToSferum(browser, stand, 'petr');
      await forgetRun(browser);
      let page: Page;
      return {
        async act() {
          page = await browser.open(invitations.petr);
        },
        async heals() {
          const notice = await page.frame('notice.html');
          await notice.role('button', 'Всё равно открыть страницу').click();
          await expect.poll(() => isCovered(page)).toBe(false);
        },
      };
    },
  },
  'who is signed in, at the vendor’s own button': {
    ...token,
    async come({ browser, stand }) {
      stand.world.page.vendorPlugin = true;
      await signInToSferum(browser, stand, 'petr');
      const diary = await signInToDiary(browser, maria);
      const item = diary.text('Авторизация в Сферум');
      await item.waitFor();
      await forgetRun(browser);
      return {
        act: () => item.click(),
        heals: async () => (await diary.frame('section.html')).role('button', 'Всё равно продолжить').waitFor(),
      };
    },
  },
  'a diary that is being added': {
    ...person,
    async come({ browser }) {
      await (await signInToDiary(browser, { ...maria, host: own })).close();
      const page = await browser.extensionPage('welcome.html');
      await page.text('Другой адрес дневника').click();
      await page.field('Адрес дневника').fill(own);
      return {
        act: () => page.role('button', 'Подключить дневник').click(),
        heals: () => page.text('Дневник diary.gorod-example.ru подключён.').waitFor(),
      };
    },
  },
  'VK ID’s tokens, once its window has closed': {
    waitsFor: 'vkid.token',
    asked: /oauth2\/auth/,
    async come({ browser }) {
      const diary = await signInToDiary(browser, maria);
      const section = await openSection(diary, 'Авторизация в Сферум');
      return {
        async act() {
          await section.role('button', 'Привязать аккаунт к Сферум').click();
          await walkSignIn(await browser.waitForPage(/^https:\/\/id\.vk\.ru\//), maria);
        },
        heals: () => section.role('button', 'Начать снова').waitFor(),
      };
    },
  },
  'VK ID, when the consent is withdrawn': {
    waitsFor: 'vkid.revoke',
    asked: /oauth2\/revoke/,
    async come({ browser }) {
      const section = await link(browser, await signInToDiary(browser, maria), maria);
      await section.role('button', 'Отвязать учетную запись').click();
      return {
        act: () => section.role('dialog').role('button', 'Да').click(),
        heals: () => section.role('button', 'Привязать аккаунт к Сферум').waitFor(),
      };
    },
  },
};

/** Waiting points that die in other tests, by the test's name. */
export const diesElsewhere: Readonly<Record<string, string>> = {
  'the check before linking, and «Связать»': 'trouble.spec: the background dies over its question',
  'VK ID’s window': 'linking.spec: the background dies while VK ID’s window is open',
  'a profile that is awaited, «Проверьте данные»': 'linking.spec: the background dies while a profile is awaited',
  'somebody who is to sign out': 'ways.spec: waiting survives the background',
  'a reminder on the screen, an alarm':
    'reminders.spec: switched on in the settings; a small window; while the computer slept',
  'everything that is being deleted': 'delete-all.spec: what a background that dies leaves undeleted',
  'a private window that was refused': 'everyday.spec and ways.spec',
};
