import { expect, test } from '../fixture.ts';
import {
  lessonNow,
  marksOf,
  openDiary,
  openedCalls,
  pause,
  planToday,
  setTime,
  sferumLink,
  waitForMarks,
} from '../lessons.ts';
import { meddled, menuOf, sectionsOf } from '../mounted.ts';
import { maria, openSection, signInToDiary } from '../people.ts';

const label = 'Авторизация в Сферум';

test('another script that keeps its own item before «Доска объявлений» does not hang the page; a sorted menu stays sorted @full', async ({
  browser,
  stand,
}) => {
  stand.world.page.meddlers = ['rival'];
  const page = await signInToDiary(browser, maria);
  await page.role('button', label).waitFor();
  await pause(500);
  expect((await menuOf(page)).slice(6, 10)).toEqual(['Портфолио', 'Сферум', 'Чужое', 'Доска объявлений']);
  expect(await meddled(page, 'rival')).toBeLessThan(10);

  stand.world.page.meddlers = ['sorter'];
  await page.reload();
  await page.role('button', label).waitFor();
  await pause(2500);
  const sorted = await meddled(page, 'sorter');
  expect(sorted).toBeLessThan(30);
  await pause(1000);
  expect(await meddled(page, 'sorter')).toBe(sorted);
  await openSection(page, label);
  expect(await sectionsOf(page)).toEqual(['inside']);

  stand.world.page.meddlers = ['thrower'];
  await page.reload();
  await page.role('link', 'Оценки').click();
  await page.text('Оценки: раздел дневника').waitFor();
  await pause(2500);
  // Each of ours a few times a round, and then no more.
  await expect.poll(() => meddled(page, 'thrower')).toBeGreaterThan(4);
  await page.role('link', 'Дневник').click();
  await pause(2000);
  const thrown = await meddled(page, 'thrower');
  await pause(1000);
  expect((await meddled(page, 'thrower')) - thrown).toBeLessThan(40);
});

test('a page that writes its own `innerHTML` back has one item, one section and live buttons @full', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40');
  stand.world.page.meddlers = ['rewriter'];
  const page = await openDiary(browser, stand);
  await expect.poll(() => meddled(page, 'rewriter')).toBeGreaterThan(2);
  expect((await menuOf(page)).filter((one) => one === 'Сферум')).toHaveLength(1);
  const dead = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('sferum-lesson, sferum-menu-item, sferum-section')].filter(
          (one) => !one.shadowRoot,
        ).length,
    );
  expect(await dead()).toBe(0);
  expect((await marksOf(page)).filter((mark) => mark.startsWith('Алгебра'))).toEqual([
    'Алгебра: Подключиться, Урок уже идёт',
  ]);
  await openSection(page, label);
  await pause(1200);
  expect(await sectionsOf(page)).toHaveLength(1);

  stand.world.page.meddlers = ['bodyWriter'];
  await page.reload();
  await openSection(page, label);
  await expect.poll(() => meddled(page, 'bodyWriter')).toBe(3);
  await pause(300);
  expect(await sectionsOf(page)).toHaveLength(1);
  expect(await dead()).toBe(0);
  expect((await menuOf(page)).filter((one) => one === 'Сферум')).toHaveLength(1);
  // And there is a way back.
  await page.role('link', 'Расписание').click();
  expect(await sectionsOf(page)).toEqual([]);
  expect(await page.css('.right').isVisible()).toBe(true);
});

test('whoever takes the menu item, the frame or a button away: it comes back, and no empty page is left', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  const take = (selector: string) =>
    page.evaluate((one) => {
      const found = document.querySelector(one);
      (found?.closest('ul.menu > li') ?? found)?.remove();
    }, selector);
  await take('sferum-menu-item');
  await page.role('button', label).waitFor();
  await take('sferum-lesson');
  await waitForMarks(page, ([first]) => first?.startsWith('Алгебра') ?? false);
  expect((await marksOf(page))[0]).toBe('Алгебра: Подключиться, Урок уже идёт');

  // A row whose text changes in place is another lesson.
  await page.evaluate(() => {
    const text = document.querySelector('.content td.lesson')?.firstChild;
    if (text) text.nodeValue = 'Химия';
  });
  await waitForMarks(page, ([first]) => first !== undefined && !first.startsWith('Химия'));
  expect((await marksOf(page))[0]).not.toContain('Химия');

  await openSection(page, label);
  await take('sferum-section');
  await page.frame('section.html');
  expect(await sectionsOf(page)).toEqual(['beside']);
  expect(await page.css('.content').isVisible()).toBe(false);
});

test('a script of the page that clicks our buttons opens nothing; a double click opens one tab', async ({
  browser,
  stand,
}) => {
  setTime(stand, '12:00');
  planToday(stand, [
    lessonNow(stand, 'Алгебра', { materials: [{ name: 'Урок', url: sferumLink('once') }] }),
    lessonNow(stand, 'Химия', {
      materials: [{ name: '', url: sferumLink('one') }],
      comment: 'https://telemost.yandex.ru/j/12345678901234',
    }),
  ]);
  stand.world.page.meddlers = ['clicker'];
  const page = await openDiary(browser, stand);
  await expect.poll(() => meddled(page, 'clicker'), { timeout: 20_000 }).toBeGreaterThan(30);
  expect(await sectionsOf(page)).toEqual([]);
  expect(await page.role('group', 'Куда подключиться').count()).toBe(0);
  expect(await openedCalls(browser)).toHaveLength(0);

  stand.world.page.meddlers = [];
  await page.reload();
  await waitForMarks(page, (marks) => marks.length > 1);
  const button = page.role('button', 'Подключиться').first();
  await button.click();
  await button.click();
  await browser.waitForPage(/call_link/);
  await pause(500);
  expect(await openedCalls(browser)).toHaveLength(1);
});
