import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixture.ts';
import { lessonNow, openDiary, planToday, setTime, sferumLink, waitForMarks } from '../lessons.ts';

/** Whatever of the family, the school and its server may stand in a page or an answer. */
const personal =
  /Соколов|Мари|Пётр|Игоревн|Белов|Елен|СОШ|Алгебр|Географ|700101|810233|school\.r-19|r-19|sferum\.ru|call_link|Zm9y|Хакас/i;

test('a report and a sample are read in full before they are saved, and hold nothing of anybody', async ({
  browser,
  stand,
  picture,
}) => {
  setTime(stand, '08:40');
  await openDiary(browser, stand);
  const settings = await browser.extensionPage('options.html');

  await settings.role('button', 'Показать сообщение').click();
  const report = await settings.field('Сообщение о проблеме').value();
  expect(report).toContain('Страница дневника, shipped personalArea:');
  expect(report).toMatch(/меню: 1, пунктов: 9/);
  expect(report).toMatch(/кто вошёл: read/);
  expect(report).toMatch(/показано: diary week/);
  expect(report).toMatch(/совпало с ответом дневника: [1-9]/);
  expect(report).not.toMatch(personal);
  await settings.role('button', 'Сохранить').click();
  expect(await readFile((await browser.waitForDownload(/sferum-report\.txt/)).path, 'utf8')).toBe(report);

  await settings.role('button', 'Показать образец').click();
  const sample = await settings.field('Образец страницы').value();
  expect(sample).toContain('<a class="active" href="#diary">');
  expect(sample).toContain('Доска объявлений');
  expect(sample).toContain('"time_begin": "07:31"');
  expect(sample).not.toMatch(personal);
  await settings.role('button', 'Сохранить образец страницы').click();
  expect(await readFile((await browser.waitForDownload(/diary-sample\.html/)).path, 'utf8')).toBe(sample);
  for (const theme of ['light', 'dark'] as const) {
    await settings.setColorScheme(theme);
    await settings.setViewport({ width: theme === 'dark' ? 320 : 1000, height: 900 });
    await picture(settings, `support-${theme}`);
    expect(await settings.axe()).toEqual([]);
  }
  expect(await browser.consoleErrors()).toEqual([]);
});

test('a page of another kind has its sample: heads that nobody reads yet move as the days of the answers do @full', async ({
  browser,
  stand,
}) => {
  const today = setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  const weekday = ['вск', 'пнд', 'втр', 'срд', 'чтв', 'птн', 'сбт'][new Date(today).getUTCDay()];
  await diary.evaluate(
    (head) => {
      document.body.innerHTML = `<ol><li><a href="#/day">Занятия</a></li></ol><main><h3>${head}</h3></main>`;
    },
    `${weekday} <small>${today.split('-').reverse().join('-')}</small>`,
  );
  const settings = await browser.extensionPage('options.html');
  await settings.role('button', 'Показать образец').click();
  const sample = await settings.field('Образец страницы').value();
  const [, moved = ''] = /"today": "([\d-]+)"/.exec(sample) ?? [];
  expect(sample).toContain(`<h3>${weekday} <small>${moved.split('-').reverse().join('-')}</small></h3>`);
  expect(sample).toContain('"time_begin": "07:31"');
  expect(sample).not.toMatch(personal);
});

test('help says why lessons of the open page have no button @full', async ({ browser, stand, picture }) => {
  setTime(stand, '08:40');
  planToday(stand, [
    lessonNow(stand, 'Алгебра', { homework: sferumLink('algebra') }),
    lessonNow(stand, 'География'),
    lessonNow(stand, 'Физика', { homework: 'https://school-video.example/room' }),
  ]);
  const diary = await openDiary(browser, stand);
  await waitForMarks(diary, (marks) => marks.length > 0);
  const guide = await browser.extensionPage('guide.html#noButton');
  await guide.text(/Учитель не оставил ссылку на звонок/).waitFor();
  await guide.text(/не на знакомый сервис звонков/).waitFor();
  await guide.text(/из них с кнопкой или временем входа/).waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await guide.setColorScheme(theme);
    await guide.setViewport({ width: theme === 'dark' ? 320 : 1000, height: 900 });
    await picture(guide, `reasons-${theme}`);
    expect(await guide.axe()).toEqual([]);
  }
});
