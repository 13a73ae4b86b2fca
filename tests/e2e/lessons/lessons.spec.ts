import { weekdayOf } from '../../stand/time/dates.ts';
import { expect, test } from '../fixture.ts';
import {
  countRequests,
  host,
  lessonNow,
  marksOf,
  openDiary,
  pause,
  planToday,
  setTime,
  sferumLink,
  waitForMarks,
  weekIsRead,
} from '../lessons.ts';

const join = 'Подключиться';

test('one click joins in a tab next to the diary; what a call asks for is said once, after it, and covers nothing', async ({
  browser,
  stand,
  picture,
}) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);

  expect(await marksOf(page)).toContain('Алгебра: Подключиться, Урок уже идёт');
  const hint = page.role('group', 'Первый звонок');
  await pause(300);
  expect(await hint.count()).toBe(0);
  await page.role('button', join).click();
  const call = await browser.waitForPage(/call_link/);
  expect(await call.url()).toBe('https://sferum.ru/?call_link=Zm9yLXRlc3RzLW9ubHktYWxnZWJyYS0wMQ');

  // It is there when the person comes back, below the button and above the next row.
  await page.bringToFront();
  await hint.waitFor();
  await picture(page, 'lesson-hint');
  expect(await hint.role('link', 'Приложение VK Мессенджера для компьютера').attribute('href')).toBe(
    'https://sferum.ru/?p=download_app',
  );
  expect(await page.evaluate(coveredTexts)).toEqual([]);
  await hint.role('button', 'Понятно').click();
  await hint.waitFor('hidden');
  await page.reload();
  await page.role('button', join).click();
  await browser.waitForPage(/call_link/);
  await page.bringToFront();
  await pause(300);
  expect(await hint.count()).toBe(0);
  // Nothing of VK was asked: the diary is not linked.
  expect(await browser.consoleErrors()).toEqual([]);

  /** Homework and themes that something of ours lies over. */
  function coveredTexts(): string[] {
    return [...document.querySelectorAll('.content td.homework span, .content td.lesson')].flatMap((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const above = document.elementFromPoint(left + Math.min(width, 20) / 2, top + Math.min(height, 10) / 2);
      return above?.tagName.startsWith('SFERUM-') ? [one.textContent ?? ''] : [];
    });
  }
});

test('a lesson opens ten minutes before it begins and closes at its end, without another request @full', async ({
  browser,
  stand,
  picture,
}) => {
  const date = setTime(stand, '08:05');
  const page = await openDiary(browser, stand);
  expect((await marksOf(page))[0]).toBe('Алгебра: Онлайн, вход с 08:20');
  await picture(page, 'lesson-before');

  const moments = [
    ['08:20', 'Алгебра: Подключиться, Через 10 минут'],
    ['08:30', 'Алгебра: Подключиться, Урок уже идёт'],
    ['09:10', 'Русский язык: Подключиться, Через 10 минут'],
  ] as const;
  for (const [time, mark] of moments) {
    // The page comes to the moment by itself: it was loaded shortly before it.
    stand.clock.set(Date.parse(`${date}T${time}:00+07:00`) - 3000);
    stand.requests.length = 0;
    await page.reload();
    await waitForMarks(page, (marks) => marks.length > 0);
    await weekIsRead(stand);
    const asked = stand.requests.length;
    expect((await waitForMarks(page, ([first]) => first === mark, 20_000))[0]).toBe(mark);
    expect(stand.requests.length).toBe(asked);
  }
});

test('several links open a small list that the keyboard walks through @full', async ({ browser, stand, picture }) => {
  setTime(stand, '12:00');
  planToday(stand, [
    lessonNow(stand, 'Алгебра', {
      materials: [{ name: 'Группа 1', url: sferumLink('group-1') }],
      comment: `${sferumLink('group-2')} или https://telemost.yandex.ru/j/12345678901234`,
    }),
  ]);
  const page = await openDiary(browser, stand);
  const button = page.role('button', join);
  await button.waitFor();
  const list = page.role('group', 'Куда подключиться');

  expect(await button.attribute('aria-expanded')).toBe('false');
  await button.click();
  expect(await list.role('button').allTexts()).toEqual([
    'Группа 1, из материалов урока',
    'Сферум, из комментария к уроку',
    'Яндекс Телемост, из комментария к уроку',
  ]);
  expect(await button.attribute('aria-expanded')).toBe('true');
  await picture(page, 'lesson-list');
  expect(await page.focused()).toContain('Группа 1');
  await page.press('ArrowDown');
  expect(await page.focused()).toContain('Сферум');
  await page.press('End');
  expect(await page.focused()).toContain('Яндекс Телемост');
  await page.press('Escape');
  expect(await list.count()).toBe(0);
  expect(await page.focused()).toContain(join);

  await button.click();
  await page.css('.header').click();
  expect(await list.count()).toBe(0);
  await button.click();
  await list.role('button', /^Группа 1/).press('Tab');
  await page.press('Tab');
  await page.press('Tab');
  expect(await list.count()).toBe(0);

  await button.click();
  await list.role('button', /^Яндекс Телемост/).click();
  await browser.waitForPage(/^https:\/\/telemost\.yandex\.ru\/j\/12345678901234$/);
  expect((await page.axe()).filter(({ nodes }) => nodes.some((node) => node.includes('sferum-')))).toEqual([]);
});

test('each lesson has one button in both sections, in a month, when unfolded and when rendered anew', async ({
  browser,
  stand,
  picture,
}) => {
  const at = weekdayOf(setTime(stand, '08:40')) - 1;
  const head = (day: number) => page.css('.content li > div[data-do]').nth(day);
  stand.world.page.unfolded = 'none';
  const page = await openDiaryFolded();
  expect(await marksOf(page)).toEqual([]);
  expect(countRequests(stand, 'GetHomeworkFromRange')).toBe(0);

  await head(at).click();
  const today = [
    'Алгебра: Подключиться, Урок уже идёт',
    'Русский язык: Онлайн, вход с 09:10',
    'География: Онлайн, вход с 10:10',
  ];
  expect(await waitForMarks(page, (marks) => marks.length === 3)).toEqual(today);
  // Thrown away and rendered from scratch, several times: still once each, and nothing is asked again.
  const asked = stand.requests.length;
  for (let round = 0; round < 6; round += 1) await head((at + 6) % 7).click();
  expect(await waitForMarks(page, (marks) => marks.length === 3)).toEqual(today);
  expect(stand.requests.length).toBe(asked);

  await page.role('link', 'Расписание').click();
  await page.css('ul.columns').waitFor();
  const shown = await waitForMarks(page, (marks) => marks.length >= 3);
  expect(shown.slice(0, 3)).toEqual(today);
  for (const later of shown.slice(3)) expect(later).toMatch(/: Онлайн, вход с \d\d:\d\d$/);
  await picture(page, 'lesson-schedule');
  await page.text('Показать месяц').click();
  const month = await waitForMarks(page, (marks) => marks.some((mark) => mark.startsWith('08:30')));
  expect(month.filter((mark) => mark.endsWith('Урок уже идёт'))).toEqual([
    '08:30 - 09:10 Алгебра: Подключиться, Урок уже идёт',
  ]);
  await picture(page, 'lesson-month');

  // Another week and back: a week is asked for once.
  await page.text('Показать неделю').click();
  await page.role('link', 'Дневник').click();
  await page.css('[title="Следующая неделя"]').click();
  await pause(300);
  await head(at).click();
  expect(await waitForMarks(page, (marks) => marks.length === 3)).toEqual([
    'Алгебра: Онлайн, вход с 08:20',
    'Русский язык: Онлайн, вход с 09:10',
    'География: Онлайн, вход с 10:10',
  ]);
  const weeks = stand.requests.length;
  await page.css('[title="Предыдущая неделя"]').click();
  expect(await waitForMarks(page, (marks) => marks[0] === today[0])).toEqual(today);
  expect(stand.requests.slice(weeks).map(({ path }) => path.split('/').pop())).toEqual(['GetDiary']);

  async function openDiaryFolded() {
    const { signInToDiary, maria } = await import('../people.ts');
    const opened = await signInToDiary(browser, maria);
    await opened.css('.content li > div').first().waitFor();
    await pause(800);
    return opened;
  }
});

test('the vendor’s own buttons and menu are not doubled, also when they come later', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  stand.world.page.vendorPlugin = true;
  const page = await openDiary(browser, stand);
  // «Алгебра» has the vendor's; «Русский язык» has none and gets ours.
  expect((await marksOf(page))[0]).toBe('Русский язык: Онлайн, вход с 09:10');
  expect(await page.css('sferum-menu-item').count()).toBe(0);
  await pause(3500);
  expect(await page.css('sferum-corner').count()).toBe(0);

  stand.world.page.vendorPlugin = false;
  await page.reload();
  await waitForMarks(page, ([first]) => first?.startsWith('Алгебра') ?? false);
  expect(await page.css('sferum-menu-item').count()).toBe(1);
  await page.evaluate(() => {
    const own = document.createElement('button');
    own.textContent = 'Подключиться';
    const cells = [...document.querySelectorAll('.content li:has(.today-mark) td.lesson')];
    cells[0]?.append(own);
    const item = document.createElement('li');
    item.innerHTML = '<a href="#sferum">Авторизация в Сферум</a>';
    document.querySelector('ul.menu')?.append(item);
  });
  await waitForMarks(page, ([first]) => first?.startsWith('Русский') ?? false);
  expect((await marksOf(page))[0]).toBe('Русский язык: Онлайн, вход с 09:10');
  expect(await page.css('sferum-menu-item').count()).toBe(0);
});

test('a moved lesson follows its row @full', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  expect((await marksOf(page))[0]).toBe('Алгебра: Подключиться, Урок уже идёт');

  const timetable = stand.world.timetable.find((one) => one.host === host && one.classyear === '8 Б');
  const algebra = timetable?.weekly[1]?.lessons?.[0];
  if (!algebra) throw new Error('no such lesson');
  Object.assign(algebra, { time_begin: '09:00', time_end: '09:40' });
  await page.css('[title="Следующая неделя"]').click();
  await pause(200);
  await page.css('[title="Предыдущая неделя"]').click();
  expect((await waitForMarks(page, ([first]) => first === 'Алгебра: Онлайн, вход с 08:50'))[0]).toBe(
    'Алгебра: Онлайн, вход с 08:50',
  );
});
