import { expect, test } from '../fixture.ts';
import { lessonNow, openDiary, pause, planToday, setTime, sferumLink, waitForMarks } from '../lessons.ts';
import { openPopupWith } from '../toolbar.ts';

const groups = [
  ['Белова Елена Александровна', sferumLink('group-of-belova')],
  ['Чернова Ольга Петровна', sferumLink('group-of-chernova')],
] as const;

test('two groups of a class at one hour: each row leads into the call of its own teacher @full @both', async ({
  browser,
  stand,
}) => {
  setTime(stand, '12:00', 3);
  // «Расписание» tells nothing that teachers write.
  stand.world.diaryApi.schedule = 'described';
  planToday(
    stand,
    groups.map(([teacher, homework]) => lessonNow(stand, 'Английский язык', { teacher, homework, index: 2 })),
  );
  const page = await openDiary(browser, stand);
  for (const section of ['#diary', '#schedule']) {
    await page.goto(`https://school.r-19.ru/personal-area/${section}`);
    await page.reload();
    // The same call opened once more at once would be a double click.
    await pause(1500);
    expect(await waitForMarks(page, (marks) => marks.length > 1)).toHaveLength(2);
    for (const [teacher, link] of groups) {
      const row = page.css('.content tr').having(new RegExp(teacher));
      await row.role('button', 'Подключиться').click();
      const call = await browser.waitForPage(new RegExp(link.slice(-12)));
      await call.close();
      await page.bringToFront();
    }
  }
  const popup = await openPopupWith(browser, page, /Английский язык, Белова/);
  expect(await popup.text()).toMatch(/Английский язык, Белова Елена .*Английский язык, Чернова Ольга /);
});
