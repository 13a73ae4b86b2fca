import { readFile } from 'node:fs/promises';
import { addDays } from '../../stand/time/dates.ts';
import type { Role } from '../driver/roles.ts';
import { expect, test } from '../fixture.ts';
import { setTime } from '../lessons.ts';
import { link, maria, signInToDiary } from '../people.ts';
import { lookAtAll } from '../section.ts';

const mariaId = 871000002;
const elenaId = 871000010;

test.use({ zone: 'Europe/Moscow' });

test('videoconferences: columns, order, times, link, calendar, a call without a link', async ({
  browser,
  stand,
  picture,
}) => {
  // Monday, 10:25 at school, during the third lesson.
  const tomorrow = addDays(setTime(stand, '10:25'), 1);
  stand.reset();
  stand.world.calls.live.push({
    id: '0f1e2d3c-0000-4000-8000-000000000077',
    caller: elenaId,
    participants: [elenaId],
    participantsCount: 3,
    members: [mariaId],
    joinLink: '',
    vkJoinLink: null,
    chat: 2_000_000_003,
  });
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.role('tab', 'Видеоконференции').click();
  const row = (text: string) => section.role('row').having(text);
  await row('География').first().waitFor();

  await test.step('columns and order', async () => {
    const columns = ['№', 'Название', 'Тип', 'Время начала', 'Время окончания', 'Ссылка'];
    for (const column of columns) await section.role('columnheader', column).waitFor();
    const texts = await section.role('row').allTexts();
    const at = (text: string) => texts.findIndex((one) => one.includes(text));
    const order = ['Сейчас', 'География', 'Сегодня', 'Родительское собрание', 'Завтра', 'Классный час'];
    expect(order.map(at)).toEqual([...order.map(at)].sort((one, other) => one - other));
    expect(order.map(at)).not.toContain(-1);
    await row('Онлайн-урок').first().waitFor();
    await row('Видеозвонок').first().waitFor();
  });

  await test.step('times of the school, with the computer’s beneath', async () => {
    expect(await row('География').first().textContent()).toMatch(/10:20\s*у вас 06:20/);
    await section.text(/Время указано по часам школы/).waitFor();
  });

  await test.step('repeating, caller, chat, before it opens', async () => {
    const classHour = await row('Классный час').first().textContent();
    expect(classHour).toMatch(/Каждую неделю/);
    expect(classHour).toMatch(/Войти можно завтра с 15:50/);
    expect(classHour).toMatch(/Организатор: .*Белова/);
    expect(classHour).toMatch(/8 Б — родители/);
    expect(await row('Зарядка').first().textContent()).toMatch(/По будням/);
  });

  await lookAtAll(page, section, picture, 'section-calls');

  await test.step('«Копировать ссылку», behind «⋯»', async () => {
    expect(await section.role('button', 'Копировать ссылку').count()).toBe(0);
    await row('География').first().role('button', 'Ещё действия').click();
    await row('География')
      .first()
      .role('button' satisfies Role, 'Копировать ссылку')
      .click();
    await row('География').first().role('button', 'Ссылка скопирована').waitFor();
    expect(await browser.clipboard(page)).toMatch(/^https:\/\/web\.vk\.me\/call\/join\/[\w-]+$/);
  });

  await test.step('«В календарь»', async () => {
    await row('Классный час').first().role('button', 'Ещё действия').click();
    await row('Классный час').first().role('button', 'В календарь').click();
    const { path } = await browser.waitForDownload(new RegExp(`^Классный час ${tomorrow}\\.ics$`));
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(text).toContain(`DTSTART;TZID=Asia/Krasnoyarsk:${tomorrow.replaceAll('-', '')}T160000`);
    expect(text).toContain('RRULE:FREQ=WEEKLY');
    expect(text.replaceAll('\r\n ', '')).toMatch(/URL:https:\/\/web\.vk\.me\/call\/join\//);
    expect(text).toMatch(/END:VCALENDAR\r\n$/);
  });

  await test.step('a call without a link is joined from its chat', async () => {
    await section.role('button', 'Войти из чата').click();
    const chatPage = await browser.waitForPage(/^https:\/\/web\.vk\.me\/convo\/2000000003$/);
    await chatPage.close();
  });

  await test.step('a call that is on opens with a middle click, behind', async () => {
    await row('География').first().role('button', 'Перейти').click({ button: 'middle' });
    await browser.waitForPage(/call\/join\//);
  });
});
