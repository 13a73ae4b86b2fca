import { expect, test } from '../fixture.ts';
import {
  host,
  lessonNow,
  linkMaria,
  marksOf,
  openDiary,
  pause,
  planSharedServer,
  planToday,
  setTime,
  sferumLink,
  waitForMarks,
  zone,
} from '../lessons.ts';
import { openSection, type Person, signInToDiary } from '../people.ts';

const on = 'Музыка: Подключиться, Урок уже идёт';
const personalArea = `https://${host}/personal-area/`;

/** Diaries with an account each. */
const diaries: readonly { person: Person; classyear: string; timeZone: string }[] = [
  { person: { host: 'https://school.r-19.ru', login: 'petr', contact: '' }, classyear: '8 Б', timeZone: zone },
  {
    person: { host: 'https://xn--80atdl2c.xn--33-6kcadhwnl3cfdx.xn--p1ai', login: 'maria', contact: '' },
    classyear: '6 В',
    timeZone: 'Europe/Moscow',
  },
  {
    person: { host: 'https://openschool.49gov.ru', login: 'ivan', contact: '' },
    classyear: '10 А',
    timeZone: 'Asia/Magadan',
  },
];

const markups = ['contract', 'wrapped', 'reordered'] as const;

test('the page may be another version of itself; one that cannot be read is left alone', async ({ browser, stand }) => {
  setTime(stand, '12:00');
  planToday(stand, [lessonNow(stand, 'Музыка', { materials: [{ name: 'Урок', url: sferumLink('of-any-page') }] })]);
  const page = await openDiary(browser, stand);
  for (const markup of ['wrapped', 'reordered', 'indented', 'unreadable'] as const) {
    stand.world.page.markup = markup;
    for (const section of ['#diary', '#schedule']) {
      await page.goto(`${personalArea}${section}`);
      await page.reload();
      const wanted = markup === 'unreadable' ? [] : [on];
      if (markup === 'unreadable') await pause(700);
      const marks = await waitForMarks(page, (found) => found.includes(on) === wanted.length > 0);
      expect(
        marks.filter((mark) => mark.startsWith('Музыка')),
        `${markup} ${section}`,
      ).toEqual(wanted);
    }
  }
  expect(await browser.consoleErrors()).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { __errors: string[] }).__errors)).toEqual([]);
});

test.describe('a computer at the other end of the world', () => {
  test.use({ zone: 'America/New_York' });

  test('whose clock is wrong by hours shows each diary’s own time @full', async ({ browser, stand }) => {
    // The stand's time is what the diary says; the computer's is another, in another zone.
    setTime(stand, '08:25');
    const page = await openDiary(browser, stand);
    expect((await marksOf(page)).slice(0, 2)).toEqual([
      'Алгебра: Подключиться, Через 5 минут',
      'Русский язык: Онлайн, вход с 09:10',
    ]);
  });
});

test.describe('a server of many regions', () => {
  test.use({ zone: 'Europe/Moscow' });

  test('where the zone is only assumed and wrong, the link alone is given @full', async ({ browser, stand }) => {
    // A school where it is tomorrow, or still yesterday: the page shows another day than the computer has.
    const far = 'Pacific/Kiritimati';
    setTime(stand, '10:00', 2, far);
    const general = planSharedServer(stand, far);
    const page = await signInToDiary(browser, { host: `https://${general.host}`, login: 'petr', contact: '' });
    expect(await waitForMarks(page, (marks) => marks.length > 0)).toEqual(['Музыка: Подключиться']);
  });

  test('asks for the school’s zone once, and then a lesson is on when it is', async ({ browser, stand }) => {
    const school = 'Asia/Yekaterinburg';
    setTime(stand, '10:00', 2, school);
    const { host: shared } = planSharedServer(stand, school);
    const page = await signInToDiary(browser, { host: `https://${shared}`, login: 'petr', contact: '' });
    expect(await waitForMarks(page, (marks) => marks.length > 0)).toEqual(['Музыка: Подключиться']);
    const section = await openSection(page, 'Авторизация в Сферум');
    await section.field('Часовой пояс школы').choose('Екатеринбург (+2 ч)');
    await section.role('button', 'Сохранить пояс').click();
    await section.text(/^Время указано по часам школы/).waitFor();
    expect(await section.role('button', 'Сохранить пояс').count()).toBe(0);
    await page.role('link', 'Дневник').click();
    expect(await waitForMarks(page, ([mark]) => mark === on)).toEqual([on]);
  });
});

test('without an answer of VK lessons have their own links @full', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  await linkMaria(browser);
  stand.faults.set('messenger.webToken', { kind: 'reset' });
  const page = await openDiary(browser, stand);
  expect((await marksOf(page))[0]).toBe('Алгебра: Подключиться, Урок уже идёт');
  await page.role('button', 'Подключиться').click();
  await browser.waitForPage(/call_link/);
});

test('what another program puts into a row proves nothing against it @full', async ({ browser, stand }) => {
  setTime(stand, '12:00');
  planToday(stand, [
    lessonNow(stand, 'Музыка', {
      theme: 'Хор',
      homework:
        'Спеть &laquo;Весну&raquo; &mdash; 2 раза<!--[if mso]><p>x</p><![endif]--><style>p { margin: 0 }</style>',
      materials: [{ name: 'Урок', url: sferumLink('among-strangers') }],
    }),
  ]);
  stand.world.page.meddlers = ['decorator'];
  const page = await openDiary(browser, stand);
  await page.css('[data-decorated]').first().waitFor();
  const isOn = (mark: string) => mark === 'МузыкаПрослушать: Подключиться, Урок уже идёт';
  expect((await waitForMarks(page, (marks) => marks.some(isOn))).filter(isOn)).toHaveLength(1);
});

/** What markup cannot write and scripts can; what is written otherwise than other things; what is not shown. */
function addOddMarkup(): void {
  const odd = document.createElement('div');
  odd.innerHTML = `<template><table><tr><td>08:30</td></tr></table></template><noscript><b>08:30</b></noscript>
    <style>td > b::before { content: "<b>" }</style><svg width="0"><title>Знак</title><path d="M0 0"/></svg>
    <textarea hidden><td>08:30</textarea><iframe hidden srcdoc="<b>08:30</b>"></iframe><!-- <td> --><i title="a > b"></i>
    <select hidden><option>1</select><br><wbr><xmp hidden><b></xmp>`;
  const inner = document.createElement('p');
  const outer = document.createElement('p');
  const row = document.createElement('td');
  inner.append(row, '"<&nbsp;>"');
  outer.append(inner, document.createElement('x-unknown'));
  odd.append(outer, '\u00a0');
  document.querySelector('.content')?.prepend(odd);
}

test('a page with odd markup before its lessons is read as the browser has it @full', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  const before = await marksOf(page);
  expect(before[0]).toBe('Алгебра: Подключиться, Урок уже идёт');
  await page.evaluate(addOddMarkup);
  await pause(1500);
  expect(await marksOf(page)).toEqual(before);
  // Rendered anew, none of the buttons is there but by what was read of this very page.
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('sferum-lesson')) button.remove();
    const content = document.querySelector('.content');
    content?.replaceChildren(...(content.cloneNode(true) as Element).childNodes);
  });
  expect(await waitForMarks(page, (marks) => marks.length === before.length)).toEqual(before);
});

test('a page that Firefox translates in place keeps its buttons @full', async ({ browser, stand }) => {
  setTime(stand, '12:00');
  planToday(stand, [
    lessonNow(stand, 'Музыка', { theme: 'Хор', materials: [{ name: 'Урок', url: sferumLink('among-strangers') }] }),
  ]);
  const page = await openDiary(browser, stand);
  await waitForMarks(page, (marks) => marks.includes(on));
  await page.evaluate(() => {
    document.documentElement.lang = 'en';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      node.nodeValue = (node.nodeValue ?? '').replaceAll('Музыка', 'Music').replace(/[а-яё]{2,}/gi, 'word');
  });
  const translated = 'Music: Подключиться, Урок уже идёт';
  expect(await waitForMarks(page, (marks) => marks.includes(translated))).toContain(translated);
  // Longer than it takes to read a page anew.
  await pause(2000);
  expect(await marksOf(page)).toContain(translated);
});

test('«Расписание» as clients describe it: no homework, dates day-month-year, a month of weeks @full', async ({
  browser,
  stand,
}) => {
  setTime(stand, '12:00');
  stand.world.diaryApi.schedule = 'described';
  planToday(stand, [
    lessonNow(stand, 'Музыка', { office: null, homework: `Заходите: ${sferumLink('of-the-homework')}` }),
  ]);
  const page = await openDiary(browser, stand, undefined, '#schedule');
  expect(await waitForMarks(page, (found) => found.includes(on))).toContain(on);
  await page.text('Показать месяц').click();
  const isOfMonth = (mark: string) => /^\d.*Музыка: Подключиться, Урок уже идёт$/.test(mark);
  expect((await waitForMarks(page, (found) => found.some(isOfMonth))).filter(isOfMonth)).toHaveLength(1);
});

test('a first answer that fails is asked for again @full', async ({ browser, stand }) => {
  setTime(stand, '12:00');
  planToday(stand, [lessonNow(stand, 'Музыка', { materials: [{ name: 'Урок', url: sferumLink('at-last') }] })]);
  // The page asks first, and shows its days all the same.
  const page = await signInToDiary(browser, { host: `https://${host}`, login: 'maria', contact: '' });
  stand.faults.set('diary.GetHomeworkFromRange', { kind: 'slow', ms: 10_500 });
  await page.reload();
  expect(await waitForMarks(page, (found) => found.includes(on), 25_000), 'an answer after ten seconds').toContain(on);
  stand.faults.clear();
  stand.faults.set('diary.GetPersonData', { kind: 'html', times: 2 });
  await page.reload();
  await page.css('.content table').first().waitFor();
  await pause(3000);
  expect(await marksOf(page)).toEqual([]);
  expect(await waitForMarks(page, (found) => found.includes(on), 20_000), 'a sign-in page for an answer').toContain(on);
});

for (const { person, classyear, timeZone } of diaries) {
  test(`every markup at ${new URL(person.host).host} @full`, async ({ browser, stand }) => {
    const at = new URL(person.host).host;
    setTime(stand, '12:00', 3, timeZone);
    planToday(
      stand,
      [lessonNow(stand, 'Музыка', { materials: [{ name: 'Урок', url: sferumLink('everywhere') }] }, timeZone)],
      classyear,
      at,
      timeZone,
    );
    const page = await openDiary(browser, stand, person);
    for (const markup of markups) {
      stand.world.page.markup = markup;
      for (const section of ['#diary', '#schedule']) {
        await page.goto(`${person.host}/personal-area/${section}`);
        await page.reload();
        expect(await waitForMarks(page, (found) => found.includes(on)), `${markup} ${section}`).toContain(on);
      }
    }
  });
}
