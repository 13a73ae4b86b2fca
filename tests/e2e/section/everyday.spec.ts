import { lesson } from '../../stand/scenarios/lessons.ts';
import { signInToSferum, signOutOfSferum } from '../conflict.ts';
import { expect, test } from '../fixture.ts';
import { linkMaria, openDiary, setTime, sferumLink } from '../lessons.ts';
import { link, maria, signInToDiary } from '../people.ts';
import { look, lookAtAll, resize } from '../section.ts';

test('unread chats are counted at the tab and shown alone; calls are searched, past ones folded, a QR code stands behind «⋯»', async ({
  browser,
  stand,
  picture,
}) => {
  setTime(stand, '10:25', 3);
  const [timetable] = stand.world.timetable.filter(
    ({ host, classyear }) => host.includes('r-19') && classyear === '8 Б',
  );
  for (const weekday of [1, 2, 3, 4, 5]) {
    const lessons = ['08:30-09:10', '09:20-10:00', '10:20-11:00', '13:20-14:00'].map((time, at) => {
      const [time_begin = '', time_end = ''] = time.split('-');
      const name = at === 3 ? 'Основы духовно-нравственной культуры народов России' : `Предмет ${weekday}-${at + 1}`;
      return lesson(at + 1, name, {
        time_begin,
        time_end,
        materials: [{ name: '', url: sferumLink(`${weekday}-${at}`) }],
      });
    });
    if (timetable) timetable.weekly[weekday] = { lessons };
  }
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('8 Б — родители').waitFor();
  await section.role('button', 'Скрыть').click();

  await test.step('unread', async () => {
    const chats = section.role('list', 'Чаты');
    const all = await chats.role('listitem').count();
    const tab = section.role('tab', 'Чаты');
    expect(await tab.textContent()).toMatch(/^Чаты\s*2$/);
    expect(await tab.attribute('aria-description')).toBe('Непрочитанных чатов: 2');
    await section.role('button', 'Только непрочитанные').click();
    await expect.poll(() => chats.role('listitem').count()).toBeLessThan(all);
    await section.text('8 Б — ученики и учитель').waitFor();
    await lookAtAll(page, section, picture, 'section-unread');
    await resize(page, section, 360);
    await look(page, section, picture, 'section-unread-360');
    for (const chat of stand.world.chats) chat.unread = {};
    await section.role('button', 'Обновить').click();
    await section.text('Непрочитанных чатов нет').waitFor();
    expect(await tab.attribute('aria-description')).toBeNull();
    await look(page, section, picture, 'section-none-unread-360');
    await section.role('button', 'Показать все чаты').click();
    await section.text('Алгебра 8 Б').waitFor();
    await resize(page, section, 1020);
  });

  await test.step('past and searched', async () => {
    await section.role('tab', 'Видеоконференции').click();
    const past = section.text(/^Прошли: \d+$/);
    await past.waitFor();
    expect(await section.text('Предмет 1-1').count()).toBe(0);
    await past.click();
    await section.text('Предмет 1-1').waitFor();
    await look(page, section, picture, 'section-calls-past');
    await section.role('searchbox', 'Поиск по звонкам').fill('предмет 5');
    await expect.poll(() => section.text(/^Предмет/).count()).toBe(3);
    await look(page, section, picture, 'section-calls-found');
    await section.role('searchbox', 'Поиск по звонкам').fill('нет такого');
    await section.text('Ничего не нашлось').waitFor();
    await section.role('button', 'Очистить поиск').click();
  });

  await test.step('QR code', async () => {
    const row = section.role('row').having('Предмет 3-3').first();
    await row.role('button', 'Ещё действия').click();
    await row.role('button', 'QR-код').click();
    await row.role('img', 'QR-код ссылки для телефона или планшета').waitFor();
    // What lies over other rows leaves them little room while it is there: no state for axe's rule of sizes.
    await picture(page, 'section-call-code');
    await resize(page, section, 360);
    await picture(page, 'section-call-code-360');
  });
});

test('«Сферум» in the menu carries the number of unread chats while its person is here, and the page cannot read it', async ({
  browser,
  stand,
  picture,
}) => {
  await linkMaria(browser);
  await signInToSferum(browser, stand, 'maria');
  const page = await signInToDiary(browser, maria);
  const pill = page.css('[part=unread]');
  const isShown = () => pill.evaluate((one) => getComputedStyle(one).visibility === 'visible');
  await expect.poll(isShown).toBe(true);
  const width = (await page.role('button', 'Сферум').box()).width;
  await picture(page, 'menu-unread');
  expect(await pill.evaluate((one) => [one.shadowRoot, one.outerHTML.replace(/<[^>]*>/g, '')])).toEqual([null, '']);

  await signOutOfSferum(browser);
  await page.bringToFront();
  await expect.poll(isShown).toBe(false);
  expect((await page.role('button', 'Сферум').box()).width).toBe(width);

  await signInToSferum(browser, stand, 'maria');
  await page.bringToFront();
  // VK is asked three times in ten seconds at most, however often the session changes.
  await expect.poll(isShown, { timeout: 25_000 }).toBe(true);
  // Another person's diary in the same browser.
  await (await browser.open(`${maria.host}/auth/force-logout`)).close();
  await page.reload();
  await page.role('button', 'Сферум').waitFor('hidden');
});

test('«⋯» at a lesson: its link to copy, as a QR code and for the calendar, on a page of its own, with no linking @full', async ({
  browser,
  stand,
  picture,
}) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  await page.role('button', 'Ещё действия').first().click();
  const lesson = await browser.waitForPage(/lesson\.html#\d+\/\d+\//);
  await lesson.role('heading', 'Алгебра').waitFor();
  await lesson.role('img', 'QR-код ссылки для телефона или планшета').waitFor();
  await lesson.text('Сегодня, 08:30–09:10').waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await lesson.setColorScheme(scheme);
    await picture(lesson, `lesson-page-${scheme}`);
    expect(await lesson.axe()).toEqual([]);
  }
  await lesson.role('button', 'Скопировать ссылку').click();
  await lesson.text('Ссылка скопирована').waitFor();
  expect(await browser.clipboard(lesson)).toMatch(/^https:\/\/sferum\.ru\/\?call_link=/);
  await lesson.role('button', 'В календарь').click();
  await browser.waitForDownload(/^Алгебра .*\.ics$/);
  // No title stands in the address, which the browser keeps.
  expect(await lesson.url()).toMatch(/#[\d/]+$/);
  // A background that was killed meanwhile finds it again.
  await browser.killBackground();
  await lesson.reload();
  await lesson.role('heading', 'Алгебра').waitFor();
  await lesson.close();
  await page.role('link', 'Расписание').click();
  await page.text('Сегодня').first().waitFor();
  await page.role('button', 'Ещё действия').first().click();
  await (await browser.waitForPage(/lesson\.html#/)).role('heading', 'Алгебра').waitFor();
  expect(stand.requests.filter(({ host }) => host.endsWith('vk.me'))).toEqual([]);
});
