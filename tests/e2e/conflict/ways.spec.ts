import { encode } from 'uqr';
import { invitations, isCovered, noticeOf, signInToSferum, signOutOf } from '../conflict.ts';
import type { Browser, Page, Surface } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';

/** Пётр is signed in and his invitation is open: the notice is shown. */
test.beforeEach(async ({ browser, stand }) => {
  await signInToSferum(browser, stand, 'petr');
  await browser.open(invitations.petr);
});

async function opened(browser: Browser): Promise<{ page: Page; notice: Surface }> {
  const page = await browser.waitForPage(/^https:\/\/sferum\.ru\/\?p=invite_parent/);
  const notice = await noticeOf(page);
  await notice.role('list', 'Способы').waitFor();
  return { page, notice };
}

/** Another tab or window with the invitation than this one. */
async function second(browser: Browser, first: Page): Promise<Page> {
  await expect
    .poll(async () => (await invitationPages(browser)).length, { message: 'the invitation is open twice' })
    .toBe(2);
  for (const page of await invitationPages(browser)) {
    if (page !== first && !(await isCovered(page))) return page;
  }
  throw new Error('Both are covered');
}

async function invitationPages(browser: Browser): Promise<Page[]> {
  const pages = await browser.pages();
  const addresses = await Promise.all(pages.map((page) => page.url()));
  return pages.filter((_, index) => addresses[index]?.startsWith(invitations.petr));
}

test('another device: a code for the camera, and the link to copy', async ({ browser }) => {
  const { page, notice } = await opened(browser);

  const drawn = await notice.role('img', 'QR-код этой ссылки').evaluate((code) => ({
    path: code.querySelector('path')?.getAttribute('d') ?? '',
    side: Number(code.getAttribute('viewBox')?.split(' ')[2]),
  }));
  const { data, size } = encode(invitations.petr, { ecc: 'M', border: 0 });
  const modules = [...drawn.path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`);
  expect(modules).toEqual(data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${x + 4} ${y + 4}`] : []))));
  expect(drawn.side).toBe(size + 8);

  await notice.role('button', 'Скопировать ссылку').click();
  await notice.text('Ссылка скопирована').waitFor();
  expect(await browser.clipboard(page)).toBe(invitations.petr);
});

// Firefox forbids it at first: see the next test.
test('a private window opens by one button, with nobody signed in there @chromium', async ({ browser }) => {
  const { page, notice } = await opened(browser);
  expect(await notice.text(/Расширения в нём обычно выключены/).isVisible()).toBe(true);

  await notice.role('button', 'Открыть окно в режиме инкогнито').click();

  await (await second(browser, page)).role('button', 'Присоединиться').waitFor();
  await page.bringToFront();
  await notice.text('Окно открыто. Продолжайте в нём.').waitFor();
});

test('Firefox forbids private windows: the steps are shown, and after allowing it goes on by itself @firefox', async ({
  browser,
  picture,
}) => {
  const { page, notice } = await opened(browser);

  await notice.role('button', 'Открыть приватное окно').click();
  await notice.text(/^Firefox \d+ сначала просит разрешения/).waitFor();
  expect(await notice.text(/«Запуск в приватных окнах» выберите «Разрешить»/).isVisible()).toBe(true);
  await picture(notice, 'private-steps');
  expect(await notice.axe()).toEqual([]);

  // Allowing loads the extension again; the page and its notice come back by themselves.
  await browser.allowPrivateWindows();
  await page.bringToFront();
  await (await second(browser, page)).role('button', 'Присоединиться').waitFor();
});

test('the pupil signs out for a while: it is shown where, noticed, gone on with, and reminded of', async ({
  browser,
  stand,
  picture,
}) => {
  const { page, notice } = await opened(browser);

  await notice.role('button', 'Открыть VK Мессенджер').click();
  const messenger = await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
  await page.bringToFront();
  await notice.role('heading', 'Ждём, пока Пётр выйдет').waitFor();
  await picture(notice, 'waiting');
  expect(await notice.axe()).toEqual([]);
  await notice.role('button', 'Выход выполнен').click();
  await notice.text('Пётр пока в Сферуме. Проверьте, что вы нажали «Выйти».').waitFor();

  await messenger.bringToFront();
  await signOutOf(messenger);
  await page.role('button', 'Присоединиться').waitFor();
  await messenger.waitForClose();

  const popup = await browser.extensionPage('popup.html');
  await popup.role('heading', 'Пётр может войти снова').waitFor();
  await signInToSferum(browser, stand, 'petr');
  await popup.reload();
  await popup.text('Проверить ссылку-приглашение').waitFor();
  await popup.role('heading', 'Пётр может войти снова').waitFor('hidden');
});

test('waiting survives the background, and another way may be chosen @full', async ({ browser }) => {
  const { page, notice } = await opened(browser);
  await notice.role('button', 'Открыть VK Мессенджер').click();
  const messenger = await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
  await page.bringToFront();
  await notice.role('heading', 'Ждём, пока Пётр выйдет').waitFor();

  await browser.killBackground();
  await notice.role('button', 'Выбрать другой способ').click();
  await notice.role('list', 'Способы').waitFor();
  await notice.role('button', 'Открыть VK Мессенджер').click();
  await page.bringToFront();
  await notice.role('heading', 'Ждём, пока Пётр выйдет').waitFor();

  await browser.killBackground();
  await messenger.bringToFront();
  await signOutOf(messenger);
  await page.role('button', 'Присоединиться').waitFor();
});

test('Firefox: a container tab, with a sign-in of its own @firefox', async ({ browser }) => {
  const { page, notice } = await opened(browser);

  await notice.role('button', 'Открыть вкладку-контейнер').click();
  await (await second(browser, page)).role('button', 'Присоединиться').waitFor();

  // The next one is the same container, not one more.
  await page.bringToFront();
  await notice.role('button', 'Открыть вкладку-контейнер').click();
  await expect.poll(async () => (await invitationPages(browser)).length).toBe(3);
  expect(
    await browser.inExtension(async () => {
      const api = (
        globalThis as unknown as {
          browser: { contextualIdentities: { query(by: object): Promise<{ name: string }[]> } };
        }
      ).browser;
      return (await api.contextualIdentities.query({}))
        .filter(({ name }) => name.startsWith('Сферум'))
        .map(({ name }) => name);
    }),
  ).toEqual(['Сферум: родитель']);
});
