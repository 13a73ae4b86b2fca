import { manyChats } from '../stand/scenarios/conversations.ts';
import { family } from '../stand/scenarios/family.ts';
import { signInToSferum } from './conflict.ts';
import { expect, test } from './fixture.ts';
import { link, maria, openSection, signInToDiary } from './people.ts';
import { requestsSince } from './section.ts';

const mariaId = 871000002;
const elenaId = 871000010;

test('VK is asked little: cold, again, in two tabs, and while calls come and go @chromium', async ({
  browser,
  stand,
}) => {
  const page = await signInToDiary(browser, maria);
  await link(browser, page, maria);
  await browser.killBackground();
  await browser.inExtension(() =>
    (
      globalThis as unknown as { chrome: { storage: { session: { clear(): Promise<void> } } } }
    ).chrome.storage.session.clear(),
  );

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

  await test.step('calls appear and end within 30 s while it is seen', async () => {
    const section = await page.frame('section.html');
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
});

test.describe('hundreds of chats', () => {
  test.use({ scenario: { ...family, chats: [...family.chats, ...manyChats(700, mariaId, elenaId)] } });

  test('the rest comes when it is searched, with a line of progress; a pause of VK ends by itself @chromium', async ({
    browser,
    stand,
  }) => {
    const page = await signInToDiary(browser, maria);
    const section = await link(browser, page, maria);
    await section.role('listitem').first().waitFor();
    stand.faults.set('api.execute', { kind: 'slow', ms: 1500 });
    await section.role('searchbox').fill('699');
    await section.role('progressbar', /Загружено чатов: \d+ из \d+/).waitFor();
    stand.faults.clear();
    await section.role('button', /699/).first().waitFor('visible', { timeout: 20_000 });

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
    await expect.poll(() => section.focused()).not.toMatch(/Объявления школы/);
    expect(await section.evaluate(() => window.scrollY)).toBeGreaterThan(10_000);
    await section.press('Enter');
    const { y } = await section.role('button', 'Да, открыть').box();
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(await section.evaluate(() => window.innerHeight));
    expect(await section.evaluate(() => window.scrollY)).toBeGreaterThan(10_000);
  });
});

test('a hidden section asks nothing @full @firefox', async ({ browser, stand }) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.role('listitem').first().waitFor();
  await browser.open('https://school.r-19.ru/auth/login-page');
  expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
  const before = stand.requests.filter(({ host }) => host.endsWith('vk.me')).length;
  await new Promise((resolve) => setTimeout(resolve, 40_000));
  expect(stand.requests.filter(({ host }) => host.endsWith('vk.me')).length).toBe(before);
});
