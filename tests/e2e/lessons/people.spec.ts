import { signInToSferum, signOutOf } from '../conflict.ts';
import { expect, test } from '../fixture.ts';
import {
  host,
  lessonNow,
  linkMaria,
  marksOf,
  openDiary,
  openedCalls,
  pause,
  planToday,
  setTime,
  sferumLink,
  waitForMarks,
  weekIsRead,
} from '../lessons.ts';
import { petr, signInToDiary } from '../people.ts';

const join = 'Подключиться';
const personalArea = `https://${host}/personal-area/#diary`;

/** Both children have lessons that look alike and differ in their link alone. */
function planAlike(stand: Parameters<typeof planToday>[0]): void {
  for (const [classyear, name] of [
    ['8 Б', 'petr'],
    ['3 А', 'anna'],
  ] as const) {
    planToday(
      stand,
      [lessonNow(stand, 'Музыка', { materials: [{ name: 'Урок', url: sferumLink(`call-of-${name}`) }] })],
      classyear,
    );
  }
}

test('a child chosen in another tab never lends its call to a row of the first', async ({ browser, stand }) => {
  setTime(stand, '12:00');
  planAlike(stand);
  const page = await openDiary(browser, stand);
  await page.role('button', join).waitFor();

  // The other tab chooses Анна; this one goes on showing Пётр, and renders his rows anew from what it has read before.
  const other = await browser.open(personalArea);
  await other.role('button', join).waitFor();
  await other.css('.user').click();
  await other.text(/Соколова Анна/).click();
  expect(await waitForMarks(page, (marks) => marks.length === 0)).toEqual([]);
  await page.bringToFront();
  await page.css('.content li > div[data-do]').nth(1).click();
  await pause(600);
  expect(await marksOf(page)).toEqual([]);

  // In the tab where she was chosen, and here once the page has read her days, the button is hers.
  await page.css('[title="Следующая неделя"]').click();
  await pause(300);
  await page.css('[title="Предыдущая неделя"]').click();
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await tab.role('button', join).click();
    const call = await browser.waitForPage(/call_link/);
    expect(await call.url()).toBe(sferumLink('call-of-anna'));
    await call.close();
  }
});

test('a button does not open when the diary has another child by then @full', async ({ browser, stand }) => {
  setTime(stand, '12:00');
  planAlike(stand);
  const page = await openDiary(browser, stand);
  await page.role('button', join).waitFor();
  // On a phone, say: no tab of this browser knows.
  for (const session of stand.world.diarySessions.values()) session.pupil = 810234;

  await page.role('button', join).click();
  await page.text('В дневнике уже выбран другой ученик. Обновите страницу.').waitFor();
  expect(await openedCalls(browser)).toEqual([]);
  await page.reload();
  await page.role('button', join).click();
  expect(await (await browser.waitForPage(/call_link/)).url()).toBe(sferumLink('call-of-anna'));
});

test('lessons stay when the diary’s session ends, and another account takes them down', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  const before = await waitForMarks(page, (marks) => marks.length > 0);
  stand.world.diarySessions.clear();
  await page.css('.content li > div[data-do]').first().click();
  await page.css('.content li > div[data-do]').first().click();
  expect(await waitForMarks(page, (marks) => marks.length === before.length)).toEqual(before);
  // A diary that does not say who is there keeps nobody from a lesson.
  await page.role('button', join).click();
  await (await browser.waitForPage(/call_link/)).close();
  const asked = stand.requests.length;
  await page.css('.content li > div[data-do]').first().click();
  await page.css('.content li > div[data-do]').first().click();
  await pause(500);
  expect(stand.requests.length).toBe(asked);

  await signInToDiary(browser, { host: `https://${host}`, login: 'elena', contact: '' });
  // The first tab hears of it without being looked at.
  expect(await waitForMarks(page, (marks) => marks.length === 0)).toEqual([]);
});

test('who is signed in to Сферум is looked at before a call of VK, and of no other service', async ({
  browser,
  stand,
}) => {
  setTime(stand, '12:00');
  planToday(stand, [
    lessonNow(stand, 'Алгебра', { materials: [{ name: '', url: sferumLink('of-vk-itself') }] }),
    { ...lessonNow(stand, 'Физика', { comment: 'https://telemost.yandex.ru/j/12345678901234' }), index: 2 },
  ]);
  await signInToSferum(browser, stand, 'petr');
  await linkMaria(browser);
  const page = await openDiary(browser, stand);
  await page.role('button', join).nth(1).waitFor();
  await page.role('button', join).nth(1).click();
  await (await browser.waitForPage(/telemost/)).close();

  await page.bringToFront();
  await page.role('button', join).first().click();
  const section = await page.frame('section.html');
  await section.text(/Пётр/).first().waitFor();
  await section.text('Вы хотели открыть: Алгебра.').waitFor();
  expect(await openedCalls(browser)).toEqual([]);
  // Nothing of who that is stands in the page.
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('Пётр'))).toBe(false);
});

test('a lesson that waited for somebody to leave opens, and nobody is said to stand in its way any more', async ({
  browser,
  stand,
}) => {
  setTime(stand, '12:00');
  planToday(stand, [lessonNow(stand, 'Алгебра', { materials: [{ name: '', url: sferumLink('when-she-has-left') }] })]);
  await signInToSferum(browser, stand, 'maria');
  const page = await signInToDiary(browser, petr);
  await page.role('button', join).click();
  const section = await page.frame('section.html');
  await section.text('Вы хотели открыть: Алгебра.').waitFor();
  await section.role('button', 'Открыть VK Мессенджер').click();
  const messenger = await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
  await messenger.bringToFront();
  await signOutOf(messenger);
  await browser.waitForPage(/call_link/);
  await page.bringToFront();
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  await section.text('Вы хотели открыть: Алгебра.').waitFor('hidden');
  await section.role('list', 'Способы').waitFor('hidden');
});

test('the call opens when VK does not say within a second who is signed in @full', async ({ browser, stand }) => {
  setTime(stand, '12:00');
  planToday(stand, [lessonNow(stand, 'Алгебра', { materials: [{ name: '', url: sferumLink('slow-vk-call') }] })]);
  // Nobody may look before: what was seen within a minute would be believed.
  stand.faults.set('messenger.webToken', { kind: 'slow', ms: 20_000 });
  await signInToSferum(browser, stand, 'petr');
  await linkMaria(browser);
  const page = await openDiary(browser, stand);
  await page.role('button', join).waitFor();
  stand.faults.set('diary.GetPersonData', { kind: 'slow', ms: 20_000 });
  await page.role('button', join).click();
  expect(await (await browser.waitForPage(/call_link/, { timeout: 6000 })).url()).toBe(sferumLink('slow-vk-call'));
});

test('a slow diary does not switch the guard off: who is signed in is known already @full', async ({
  browser,
  stand,
}) => {
  setTime(stand, '12:00');
  planToday(stand, [lessonNow(stand, 'Алгебра', { materials: [{ name: '', url: sferumLink('slow-diary-call') }] })]);
  await signInToSferum(browser, stand, 'petr');
  await linkMaria(browser);
  const page = await openDiary(browser, stand);
  await page.role('button', join).waitFor();
  stand.faults.set('diary.GetPersonData', { kind: 'slow', ms: 1500 });
  await page.role('button', join).click();
  await (await page.frame('section.html')).text(/Пётр/).first().waitFor();
  expect(await openedCalls(browser)).toEqual([]);
});

test('a pupil joins as no adult, though nobody ever linked', async ({ browser, stand }) => {
  setTime(stand, '12:00');
  planToday(stand, [lessonNow(stand, 'Алгебра', { materials: [{ name: '', url: sferumLink('not-linked-call') }] })]);
  await signInToSferum(browser, stand, 'maria');
  const page = await signInToDiary(browser, petr);
  await page.role('button', join).click();
  await (await page.frame('section.html')).text(/Мария/).first().waitFor();
  expect(await openedCalls(browser)).toEqual([]);
  expect(stand.requests.filter(({ query }) => query.act === 'web_token').length).toBeLessThanOrEqual(2);
});

test('a scheduled call and a live one are found for lessons without a link', async ({ browser, stand }) => {
  setTime(stand, '10:15', 2);
  await signInToSferum(browser, stand, 'maria');
  await linkMaria(browser);
  const page = await openDiary(browser, stand);
  expect(await waitForMarks(page, (marks) => marks.includes('География: Подключиться, Через 5 минут'))).toContain(
    'География: Подключиться, Через 5 минут',
  );
  // Its address does not stand in the page.
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('c2NoZWQ'))).toBe(false);
  await page.role('button', join).click();
  await browser.waitForPage(/^https:\/\/web\.vk\.me\/call\/join\/Zm9yLXRlc3RzLW9ubHktc2NoZWQtMDAw1$/);
});

test('the keyboard shortcuts: one joins what is on, or shows the section where nothing is, the other opens it', async ({
  browser,
  stand,
}) => {
  setTime(stand, '13:30');
  const later = await openDiary(browser, stand);
  await weekIsRead(stand);
  await browser.dispatchCommand('join-now');
  await later.frame('section.html');

  // VK has not been asked yet: its clock, which does not jump like this one, would be believed.
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  await page.role('button', join).waitFor();
  await browser.open('https://telemost.yandex.ru/j/1');
  await browser.dispatchCommand('join-now');
  await (await browser.waitForPage(/call_link/)).close();
  await browser.dispatchCommand('open-section');
  await page.frame('section.html');
});

test('an update under the open page doubles nothing, and what is left of the old one says so @full', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  await page.role('button', join).waitFor();
  const before = await marksOf(page);
  stand.requests.length = 0;
  await browser.reloadExtension();
  await weekIsRead(stand);
  expect(await waitForMarks(page, (marks) => marks.length === before.length)).toEqual(before);
  expect(await page.css('sferum-menu-item').count()).toBe(1);
  await page.role('button', join).click();
  await browser.waitForPage(/call_link/);
});
