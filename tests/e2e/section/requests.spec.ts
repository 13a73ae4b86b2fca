import { manyChats } from '../../stand/scenarios/conversations.ts';
import { family } from '../../stand/scenarios/family.ts';
import { signInToSferum } from '../conflict.ts';
import { forgetRun } from '../faults/scenes/common.ts';
import { expect, test } from '../fixture.ts';
import { pause } from '../lessons.ts';
import { link, maria, openSection, signInToDiary } from '../people.ts';
import { requestsSince } from '../section.ts';

const mariaId = 871000002;
const elenaId = 871000010;

test('VK is asked little: cold, again, in two tabs @chromium', async ({ browser, stand }) => {
  const page = await signInToDiary(browser, maria);
  await link(browser, page, maria);
  // An open section would ask at once, and what it got be known already.
  await page.role('link', 'Дневник').click();
  await expect.poll(async () => (await page.frames()).filter((address) => address.includes('section'))).toEqual([]);
  await forgetRun(browser);

  await test.step('a cold visit: three at most, whatever the number of tabs', async () => {
    const from = stand.requests.length;
    await page.reload();
    const second = await browser.open(`${maria.host}/personal-area/#diary`);
    const [section, other] = [await openSection(page, 'Сферум'), await openSection(second, 'Сферум')];
    await section.text('Алгебра 8 Б').waitFor();
    await other.text('Алгебра 8 Б').waitFor();
    expect(requestsSince(stand, from).length).toBeLessThanOrEqual(3);
    expect(requestsSince(stand, from)).toContain('web_token');
    await second.close();
  });

  await test.step('closed: nothing; opened again within the minute: nothing', async () => {
    await page.role('link', 'Дневник').click();
    const from = stand.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const section = await openSection(page, 'Сферум');
    await section.text('Алгебра 8 Б').waitFor();
    expect(requestsSince(stand, from)).toEqual([]);
  });
});

test('calls appear and end within 30 s while they are seen @full @chromium', async ({ browser, stand }) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.role('button', 'Присоединиться к звонку, участников: 12').waitFor();
  stand.world.calls.live = [
    {
      id: '0f1e2d3c-0000-4000-8000-000000000055',
      caller: elenaId,
      participants: [elenaId],
      participantsCount: 5,
      members: [mariaId],
      joinLink: 'https://vk.com/call/join/AbCdEfGhIjKlMnOpQrSt',
      vkJoinLink: null,
      chat: 2_000_000_003,
    },
  ];
  for (const chat of stand.world.chats) if (chat.lastMessage) chat.lastMessage.attachments = [];
  const from = stand.requests.length;
  await section.role('button', 'Присоединиться к звонку, участников: 5').waitFor('visible', { timeout: 32_000 });
  await section.role('button', 'Присоединиться к звонку, участников: 12').waitFor('hidden', { timeout: 3000 });
  expect(requestsSince(stand, from).filter((name) => name !== 'web_token').length).toBe(1);
});

test.describe('more than a thousand chats', () => {
  test.use({ scenario: { ...family, chats: [...family.chats, ...manyChats(1300, mariaId, elenaId)] } });

  test('pages come when they are scrolled to, a thousand at most; VK searches the rest; a pause of VK ends by itself @chromium @full', async ({
    browser,
    stand,
  }) => {
    const page = await signInToDiary(browser, maria);
    const section = await link(browser, page, maria);
    await section.role('button', /Кружок № 1 /).waitFor();
    const from = stand.requests.length;
    await section.role('searchbox').press('ArrowDown');
    await section.press('End');
    await section.role('button', /Кружок № 994 /).waitFor('visible', { timeout: 20_000 });
    await section.text('Здесь последние чаты: 1000. Остальные найдёт поиск.').waitFor();
    expect(requestsSince(stand, from).filter((name) => name !== 'web_token')).toEqual(
      Array(4).fill('messages.getConversations'),
    );

    await section.role('searchbox').fill('1299');
    await section.role('button', /Кружок № 1299/).waitFor('visible', { timeout: 20_000 });
    stand.faults.set('api.messages.searchConversations', { kind: 'unknownMethod' });
    await section.role('searchbox').fill('1298');
    await section.text(/не дал поискать среди всех чатов/).waitFor();

    await section.role('searchbox').fill('');
    stand.faults.set('api.execute', { kind: 'vkError', code: 6 });
    await section.role('button', 'Обновить').click();
    await section.text(/Повторим сами через/).waitFor('visible', { timeout: 20_000 });
    stand.faults.clear();
    await section.text(/Повторим сами через/).waitFor('hidden', { timeout: 30_000 });
    await section.role('button', /Объявления школы/).waitFor();

    // What is asked before opening is in sight from the list's very end.
    await signInToSferum(browser, stand, 'petr');
    await page.bringToFront();
    await section.role('button', /Объявления школы/).waitFor();
    await section.role('searchbox').press('ArrowDown');
    await section.press('End');
    await expect.poll(() => section.focused(), { timeout: 20_000 }).toMatch(/Кружок № 994 /);
    expect(await section.evaluate(() => window.scrollY)).toBeGreaterThan(10_000);
    await section.press('Enter');
    const { y } = await section.role('button', 'Да, открыть').box();
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(await section.evaluate(() => window.innerHeight));
    expect(await section.evaluate(() => window.scrollY)).toBeGreaterThan(10_000);
  });
});

test('a server that refuses what comes from an extension is asked by GET, which says no origin @full', async ({
  browser,
  stand,
}) => {
  stand.world.messenger.foreignPosts = 'forbidden';
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.role('button', /^Алгебра 8 Б/).waitFor();
  const asked = stand.requests.filter(({ path }) => path.startsWith('/method/'));
  expect(asked.filter(({ method }) => method === 'POST').map(({ status }) => status)).toEqual([403]);
  expect(asked.filter(({ method }) => method === 'GET').map(({ headers }) => headers.origin)).toEqual(
    asked.slice(1).map(() => undefined),
  );
});

test('a hidden section asks nothing @full @firefox', async ({ browser, stand }) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.role('button', /^Алгебра 8 Б/).waitFor();
  await browser.open('https://school.r-19.ru/auth/login-page');
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
  // What her sign-in has set off is over.
  await pause(2000);
  const before = stand.requests.length;
  await pause(40_000);
  expect(requestsSince(stand, before)).toEqual([]);
});
