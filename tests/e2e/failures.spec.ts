import { diarySession, messengerSession } from '../stand/shortcuts.ts';
import type { Browser } from './driver/types.ts';
import { expect, test } from './fixture.ts';
import { link, maria, openSection, signInToDiary } from './people.ts';
import { look } from './section.ts';

/** Each failure of the diary with what the section says. */
const diaryFailures = [
  { name: '403', signedOut: 'forbidden' as const },
  { name: 'a fault', signedOut: 'fault' as const },
  { name: 'the sign-in page', signedOut: 'html' as const },
  { name: 'a redirect', signedOut: 'redirect' as const },
];

test('the diary’s session is over, said in its four ways', async ({ browser, stand, picture }) => {
  const diary = await signInToDiary(browser, maria);
  let section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  for (const { name, signedOut } of diaryFailures) {
    await test.step(name, async () => {
      stand.world.diaryApi.signedOut = signedOut;
      stand.world.diarySessions.clear();
      await section.role('button', 'Привязать аккаунт к Сферум').click();
      await section.role('heading', 'Дневник просит войти снова').waitFor();
      await section.role('link', 'Войти в дневник').waitFor();
      if (signedOut === 'forbidden') await look(diary, section, picture, 'diary-signed-out');
      await signInAgain();
    });
  }

  async function signInAgain(): Promise<void> {
    const value = diarySession(stand.world, 'school.r-19.ru', 700101);
    await keepCookie(browser, 'https://school.r-19.ru/', 'sessionid', value);
    await diary.reload();
    section = await openSection(diary, 'Авторизация в Сферум');
    await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  }
});

/** Sets a cookie as a sign-in elsewhere in this browser would. */
async function keepCookie(browser: Browser, url: string, name: string, value: string): Promise<void> {
  await browser.inExtension(
    (cookie) =>
      (globalThis as unknown as { chrome: { cookies: { set(details: object): Promise<unknown> } } }).chrome.cookies.set(
        {
          ...cookie,
          secure: true,
          sameSite: 'no_restriction',
          path: '/',
        },
      ),
    { url, name, value },
  );
}

async function dropCookie(browser: Browser, url: string, name: string): Promise<void> {
  await browser.inExtension(
    async (cookie) => {
      const { chrome } = globalThis as unknown as {
        chrome: { cookies: { remove(cookie: { url: string; name: string }): Promise<unknown> } };
      };
      await chrome.cookies.remove(cookie);
    },
    { url, name },
  );
}

test('broken answers of the diary leave the page alone and are told in the section', async ({ browser, stand }) => {
  stand.faults.set('diary.GetDiary', { kind: 'body', body: '{"days": [null, {"date": 5}, {"lessons": "x"}]}' });
  stand.faults.set('diary.GetPersonData', { kind: 'html' });
  const diary = await signInToDiary(browser, maria);
  await diary.role('link', 'Оценки').waitFor();
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('heading', 'Дневник просит войти снова').waitFor();
  expect(await diary.role('button', 'Подключиться').count()).toBe(0);
});

test('VK Мессенджер’s troubles each have a sentence, and the link stays', async ({ browser, stand, picture }) => {
  const diary = await signInToDiary(browser, maria);
  const section = await link(browser, diary, maria);
  await section.role('listitem').first().waitFor();

  const troubles = [
    { name: 'captcha', fault: { kind: 'vkError', code: 14 } as const, words: /не робот/ },
    { name: 'dead-token', fault: { kind: 'vkError', code: 5 } as const, words: /просит войти снова/ },
    { name: 'limit', fault: { kind: 'vkError', code: 6 } as const, words: /подождать|запросов/ },
  ];
  for (const { name, fault, words } of troubles) {
    await test.step(name, async () => {
      stand.faults.set('api.execute', fault);
      stand.faults.set('api.messages.getConversations', fault);
      await section.role('button', 'Обновить').first().click();
      await section.text(words).first().waitFor('visible', { timeout: 20_000 });
      await picture(diary, `chats-${name}`);
    });
  }
  stand.faults.clear();

  for (const signedOut of ['object', 'html', 'redirect'] as const) {
    await test.step(`signed out: ${signedOut}`, async () => {
      stand.world.messenger.signedOut = signedOut;
      stand.world.messenger.sessions.clear();
      // A page or a redirect says «nobody» only where the session's cookie is gone as well.
      if (signedOut === 'object') await keepCookie(browser, 'https://web.vk.me/', 'remixdsid', 'gone');
      else await dropCookie(browser, 'https://web.vk.me/', 'remixdsid');
      await section.role('button', 'Войти снова').waitFor('visible', { timeout: 20_000 });
      await diary.role('button', 'Сферум').waitFor();
      if (signedOut === 'object') await picture(diary, 'signed-out');
      await keepCookie(browser, 'https://web.vk.me/', 'remixdsid', messengerSession(stand.world, 'maria'));
      await section.role('tab', 'Чаты').waitFor('visible', { timeout: 20_000 });
    });
  }
});

test('closing the sign-in window is no disaster @full', async ({ browser, picture }) => {
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  const window = await browser.waitForPage(/^https:\/\/id\.vk\.ru\//);
  await window.field('Телефон или почта').waitFor();
  await picture(diary, 'vkid-open');
  await window.close();
  await section.text(/Окно входа в VK ID закрыто/).waitFor();
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  await picture(diary, 'vkid-closed');
});

test('«Отмена» at VK ID is said as calmly @full', async ({ browser }) => {
  const diary = await signInToDiary(browser, maria);
  const section = await openSection(diary, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').click();
  const window = await browser.waitForPage(/^https:\/\/id\.vk\.ru\//);
  await window.role('button', 'Отмена').click();
  await section.text(/Окно входа в VK ID закрыто/).waitFor();
});
