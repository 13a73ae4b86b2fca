import { chat } from '../../stand/scenarios/conversations.ts';
import { family } from '../../stand/scenarios/family.ts';
import { expect, test } from '../fixture.ts';
import { link, maria, signInToDiary } from '../people.ts';
import { lookAtAll } from '../section.ts';

const mariaId = 871000002;
const elenaId = 871000010;

const said = (type: string, minutesAgo: number) => ({
  from: elenaId,
  minutesAgo,
  text: '',
  attachments: [{ type, [type]: { id: 1, owner_id: 1 } }],
});

test.use({
  scenario: {
    ...family,
    chats: [
      ...family.chats,
      chat(40, 'Ёлка и берёза', [mariaId], { lastMessage: said('poll', 200) }),
      chat(41, 'Столовая', [mariaId], { muted: true, unread: { [mariaId]: 4 }, lastMessage: said('doc', 300) }),
      chat(42, 'Продлёнка', [mariaId], { lastMessage: said('mystery', 60 * 24 * 40) }),
      chat(43, 'Очень длинное название чата о поездке двух параллелей в музей в последнюю субботу ноября', [mariaId], {
        unread: { [mariaId]: 1200 },
        lastMessage: { from: elenaId, minutesAgo: 60 * 30, text: 'Сбор в 8:45 у входа. '.repeat(12), attachments: [] },
      }),
    ],
  },
});

test('chats: order, last words, search, keyboard, joining and opening', async ({ browser, stand, picture }) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  const rows = section.role('listitem');
  await section.text('Ёлка и берёза').waitFor();

  await test.step('VK’s order, pinned first', async () => {
    const texts = await rows.allTexts();
    const order = ['Объявления школы', '8 Б — ученики', 'Алгебра 8 Б', '8 Б — родители', '3 А — родители', 'Спасибо!'];
    expect(order.map((title) => texts.findIndex((text) => text.includes(title)))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  await test.step('who wrote last and what, unread, muted', async () => {
    const texts = (await rows.allTexts()).join('\n');
    for (const words of ['Голосовое сообщение', 'Фото', 'Опрос', 'Файл', 'Идёт звонок', 'Вложение'])
      expect(texts).toContain(words);
    expect(texts).toContain('Вы: Анна завтра придёт к третьему уроку <b>после врача</b>');
    expect(await rows.having('Столовая').textContent()).toMatch(/Без звука.*Непрочитанных: 4/);
    expect(await rows.having('Объявления школы').textContent()).toMatch(/Канал.*Закреплён/);
    expect(await section.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/Личн|планёрка|Тайный/);
  });

  await lookAtAll(page, section, picture, 'section-chats');

  await test.step('search forgives case and ё', async () => {
    await section.css('body').press('/');
    expect(await section.focused()).toMatch(/Поиск по чатам/);
    await section.role('searchbox').fill('ЕЛКА бере');
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.textContent()).toContain('Ёлка и берёза');
    await section.role('searchbox').fill('такого нет');
    await section.text('Ничего не нашлось').waitFor();
    await picture(page, 'section-chats-not-found');
    expect(await section.axe()).toEqual([]);
    await section.role('searchbox').press('Escape');
    await section.text('Объявления школы').waitFor();
  });

  await test.step('keyboard', async () => {
    await section.role('searchbox').press('ArrowDown');
    expect(await section.focused()).toMatch(/Объявления школы/);
    await section.press('ArrowDown');
    await expect.poll(() => section.focused()).toMatch(/ученики и учитель/);
    await section.press('End');
    await expect.poll(() => section.focused()).toMatch(/Продлёнка|Без названия/);
    await section.press('Home');
    await expect.poll(() => section.focused()).toMatch(/Объявления школы/);
    await section.press('ArrowDown');
    await section.press('Enter');
    const chatPage = await browser.waitForPage(/^https:\/\/web\.vk\.me\/convo\/2000000001$/);
    await chatPage.close();
  });

  await test.step('a middle click opens the chat behind', async () => {
    await section.role('button', /^3 А — родители/).click({ button: 'middle' });
    const chatPage = await browser.waitForPage(/convo\/2000000004$/);
    await chatPage.close();
  });

  await test.step('headphones', async () => {
    const from = stand.requests.length;
    await section.role('button', 'Присоединиться к звонку, участников: 12').click();
    await browser.waitForPage(/call\/join\//);
    expect(stand.requests.slice(from).some(({ path }) => path.includes('/call/join/'))).toBe(true);
  });
});
