import type { Page } from '../../driver/types.ts';
import { lessonNow, openDiary, planToday, setTime, sferumLink, waitForMarks } from '../../lessons.ts';
import { maria, openSection, signInToDiary } from '../../people.ts';
import type { Journey, Seen, Tools } from '../journey.ts';

function seeAt(page: Page, name: string, more: Partial<Seen> = {}): Seen {
  return { name: `diary-${name}`, place: 'diary', page, ...more };
}

/** Menu item and lesson buttons: one that is on, one with several links, one before its time; the hint after the first call. */
async function* lessons({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '08:40');
  planToday(stand, [
    lessonNow(stand, 'Алгебра', { homework: `${sferumLink('one')} https://telemost.yandex.ru/j/12345678901234` }),
    lessonNow(stand, 'Физика', { materials: [{ name: '', url: sferumLink('two') }] }),
  ]);
  const page = await openDiary(browser, stand);
  await waitForMarks(page, (marks) => marks.length > 1);
  yield seeAt(page, 'lessons');
  const [first] = [
    page
      .css('.content tr')
      .having(/Алгебра/)
      .role('button', 'Подключиться'),
  ];
  await first?.click();
  yield seeAt(page, 'lesson-menu');
  await page.press('Escape');
  await page
    .css('.content tr')
    .having(/Физика/)
    .role('button', 'Подключиться')
    .click();
  await (await browser.waitForPage(/call_link/)).close();
  await page.bringToFront();
  await page.role('group', 'Первый звонок').waitFor();
  yield seeAt(page, 'hint');
}

/** Where there is no menu: the button in the corner; where the content is not known: over the page. */
async function* corner({ browser, stand }: Tools): AsyncGenerator<Seen> {
  stand.world.page.menu = 'none';
  const page = await signInToDiary(browser, maria);
  await page.css('sferum-corner').role('button', 'Сферум').waitFor('visible', { timeout: 20_000 });
  yield seeAt(page, 'corner');
  stand.world.page.menu = 'normal';
  stand.world.page.layout = 'unknown';
  await page.reload();
  const section = await openSection(page, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  yield seeAt(page, 'over');
}

export const diaryJourneys: readonly Journey[] = [
  { name: 'lessons in the diary', isBoth: true, play: lessons },
  { name: 'the corner, and over the page', play: corner },
];
