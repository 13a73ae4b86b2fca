import { invitations, signInToSferum } from '../../conflict.ts';
import type { Browser, Page } from '../../driver/types.ts';
import { letMariaIn } from '../../faults/scenes/common.ts';
import {
  linkMaria,
  moveTo,
  openDiary,
  planSharedServer,
  planToday,
  setTime,
  sferumLink,
  waitForMarks,
  weekIsRead,
} from '../../lessons.ts';
import { maria, petr, signInToDiary } from '../../people.ts';
import type { Journey, Seen, Tools } from '../journey.ts';

const site = 'https://school-site.example.ru';

/** Links of VK, of others, of two calls in one, and one of a length that no line takes. */
const sitePage = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Школа</title><h1>Расписание онлайн-уроков</h1><ul>
  <li>Алгебра, 10:00: <a href="https://vk.com/call/join/AAAAbbbbCCCCdddd">звонок</a></li>
  <li>Физика, 10:50: <a href="${sferumLink('physics')}">звонок</a></li>
  <li>Основы духовно-нравственной культуры народов России: https://salutejazz.ru/calls/abc123?psw=Zm9v</li>
  <li>История: <a href="https://meet.google.com/abc-defg-hij">https://telemost.yandex.ru/j/99999999999999</a></li>
  <li>https://telemost.yandex.ru/j/12345678901234</li>
</ul></html>`;

/** The popup as a page: for what the toolbar's own window does not let a driver do. */
async function openAsPage(browser: Browser, text: RegExp): Promise<Page> {
  const page = await browser.extensionPage('popup.html');
  await page.text(text).first().waitFor('visible', { timeout: 20_000 });
  return page;
}

function seeAt(page: Page) {
  return (name: string, more: Partial<Seen> = {}): Seen => ({ name: `popup-${name}`, place: 'popup', page, ...more });
}

/** «Сегодня» of somebody with no linking. */
async function* today({ browser, stand }: Tools): AsyncGenerator<Seen> {
  let page = await openAsPage(browser, /Дневник пока не подключён/);
  yield seeAt(page)('no-diary');
  await page.close();

  setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  page = await openAsPage(browser, /Алгебра, до/);
  yield seeAt(page)('now');
  await page.role('group').first().click();
  yield seeAt(page)('later', { isActed: true });
  await page.close();

  moveTo(stand, '09:12');
  await diary.reload();
  page = await openAsPage(browser, /через \d+ минут/);
  yield seeAt(page)('next');
  await page.close();

  moveTo(stand, '20:00');
  await diary.reload();
  page = await openAsPage(browser, /Онлайн-уроки на сегодня закончились/);
  yield seeAt(page)('over');
  await page.close();

  planToday(stand, []);
  await browser.killBackground();
  await diary.reload();
  // What was read less than ten minutes ago is shown until the page has read it anew.
  await waitForMarks(diary, (marks) => marks.length > 0);
  page = await openAsPage(browser, /^Сегодня (?:онлайн-)?уроков нет/);
  yield seeAt(page)('nothing');
  await page.close();

  stand.faults.set('diary.GetPersonData', { kind: 'reset' });
  await diary.close();
  await browser.killBackground();
  page = await openAsPage(browser, /интернет/i);
  yield seeAt(page)('offline');
  await page.close();

  stand.faults.clear();
  stand.world.diarySessions.clear();
  await browser.killBackground();
  page = await openAsPage(browser, /Дневник просит войти/);
  yield seeAt(page)('signed-out');
}

/** Пётр is signed in where Мария's diary is open. */
async function* conflict({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '08:40');
  await linkMaria(browser);
  await signInToSferum(browser, stand, 'petr');
  await openDiary(browser, stand);
  const page = await openAsPage(browser, /Открыт Сферум: Пётр/);
  const see = seeAt(page);
  yield see('conflict-folded');
  await page.css('.popup-conflict > summary').press('Enter');
  await page.role('list', 'Способы').waitFor();
  yield see('conflict', { isActed: true });
  await page.role('heading', /инкогнито|приватн/i).click();
  yield see('conflict-way', { isActed: true });
  await page.css('.popup-conflict > summary').press('Enter');

  await page.role('button', 'Подключиться').click();
  await page.role('button', 'Всё равно подключиться').waitFor();
  yield see('refused', { isActed: true });
}

/** «Проверить ссылку-приглашение». */
async function* check({ browser, stand }: Tools): AsyncGenerator<Seen> {
  await signInToSferum(browser, stand, 'petr');
  const page = await openAsPage(browser, /Дневник пока не подключён/);
  const see = seeAt(page);
  await page.text('Проверить ссылку-приглашение').click();
  yield see('check', { isActed: true });
  const verdicts: readonly [string, string, RegExp][] = [
    ['nothing', 'привет', /^Здесь нет ссылки/],
    ['foreign', 'https://sferum.ru.example.com/?p=invite_parent', /на сайт sferum\.ru\.example\.com\. /],
    ['chat', 'https://sferum.ru/?p=messages&join=AbC123', /^Это ссылка на чат/],
    ['conflict', invitations.petr, /открыт Сферум другого человека: Пётр, ученик/],
  ];
  for (const [name, text, verdict] of verdicts) {
    await page.field('Ссылка, которую прислал ребёнок').fill(text);
    await page.role('button', 'Проверить').click();
    await page.text(verdict).waitFor();
    yield see(`check-${name}`, { isActed: true });
  }
}

/** A linked parent's day; the reminders that are offered. */
async function* linked({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '08:40');
  await linkMaria(browser);
  await letMariaIn(browser, stand);
  await openDiary(browser, stand);
  const page = await openAsPage(browser, /Алгебра, до/);
  await page.role('button', /^Открыть Сферум/).waitFor();
  yield seeAt(page)('linked');
}

/** A school of the server of many regions. */
async function* otherZone({ browser, stand }: Tools): AsyncGenerator<Seen> {
  const { host } = planSharedServer(stand, 'Asia/Krasnoyarsk');
  await signInToDiary(browser, { ...petr, host: `https://${host}` });
  const page = await openAsPage(browser, /Часовой пояс школы/);
  yield seeAt(page)('zone');
}

/** No lesson in any week, for no pupil. */
async function* holidays({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '08:40');
  for (const timetable of stand.world.timetable) timetable.weekly = {};
  await signInToDiary(browser, maria);
  await weekIsRead(stand);
  const page = await openAsPage(browser, /^Уроков в расписании нет/);
  yield seeAt(page)('holidays');
}

/** «Ссылки на звонки на этой странице». */
async function* pageLinks({ browser, stand }: Tools): AsyncGenerator<Seen> {
  stand.world.sites.set('school-site.example.ru', sitePage);
  const permission = await browser.extensionPage(`permission.html?site=${encodeURIComponent(site)}`);
  await permission.role('button', 'Разрешить').click();
  await permission.text(/^Готово/).waitFor();
  await permission.close();
  await signInToSferum(browser, stand, 'petr');
  await linkMaria(browser);
  const inFront = await browser.open(`${site}/`);
  const page = await openAsPage(browser, /Дневник пока не подключён/);
  // The popup concerns the tab that is in front when it opens.
  await inFront.bringToFront();
  await page.reload();
  await page.text(/^Войдёте как Пётр/).waitFor();
  await page.bringToFront();
  yield seeAt(page)('links');
  await page
    .role('button', /^Ещё: /)
    .first()
    .click();
  yield seeAt(page)('links-more', { isActed: true });
}

/** In a window in which nothing of the ordinary ones is shown. */
async function* privateWindow({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '08:40');
  await browser.allowPrivateWindows();
  await openDiary(browser, stand);
  const page = await browser.openPrivateWindow(`${browser.extensionOrigin}/popup.html`);
  await page.text(/^Здесь видны уроки только того дневника/).waitFor();
  yield seeAt(page)('private');
}

export const popupJourneys: readonly Journey[] = [
  { name: '«Сегодня»', isBoth: true, play: today },
  { name: '«Сегодня» of a linked parent', play: linked },
  { name: '«Сегодня» in another zone', play: otherZone },
  { name: '«Сегодня» on holidays', play: holidays },
  // In Firefox no driver makes a private window the active one: there no focus is shown.
  { name: '«Сегодня» in a private window', play: privateWindow },
  { name: 'links of a page', options: { agreesTo: [`${site}/*`] }, play: pageLinks },
  { name: 'the popup where somebody else is', play: conflict },
  { name: '«Проверить ссылку-приглашение»', play: check },
];
