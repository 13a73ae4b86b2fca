import type { Page } from '../../driver/types.ts';
import { openDiary, setTime } from '../../lessons.ts';
import { maria, signInToDiary } from '../../people.ts';
import type { Journey, Seen, Tools } from '../journey.ts';

const own = 'https://diary.gorod-example.ru';
const site = 'https://school-site.example.ru';

function seeAt(page: Page, name: string, more: Partial<Seen> = {}): Seen {
  return { name, place: 'page', page, ...more };
}

/** «Добро пожаловать». */
async function* welcome({ browser }: Tools): AsyncGenerator<Seen> {
  const page = await browser.extensionPage('welcome.html');
  yield seeAt(page, 'welcome');
  await page.field('Ваш регион').choose('Республика Хакасия');
  await page.role('link', 'Перейти в дневник').waitFor();
  yield seeAt(page, 'welcome-region');
  await page.field('Ваш регион').choose('Другой регион');
  await page.text(/ссылки на звонки работают и там/).waitFor();
  yield seeAt(page, 'welcome-other');

  const add = async (address: string) => {
    await page.field('Адрес дневника').fill(address);
    await page.role('button', 'Подключить дневник').click();
  };
  await add('http://diary.gorod-example.ru');
  await page.text(/Адрес должен начинаться с https/).waitFor();
  yield seeAt(page, 'welcome-refused', { isActed: true });
  await add(own);
  await page.text(/Войдите в дневник на сайте/).waitFor();
  yield seeAt(page, 'welcome-sign-in', { isActed: true });
  await signInToDiary(browser, { ...maria, host: own });
  await page.bringToFront();
  await page.text('Дневник diary.gorod-example.ru подключён.').waitFor();
  yield seeAt(page, 'welcome-added');
}

/** The browser keeps the extension away from the diaries. */
async function* missing({ browser }: Tools): AsyncGenerator<Seen> {
  const page = await browser.extensionPage('welcome.html');
  await page.role('heading', 'Добро пожаловать').waitFor();
  await browser.revokeOrigin('https://school.r-19.ru/*');
  await page.text(/Браузер пока не пускает расширение/).waitFor();
  yield seeAt(page, 'welcome-missing');
}

/** What the browser has to allow. */
async function* permission({ browser }: Tools): AsyncGenerator<Seen> {
  const page = await browser.extensionPage(`permission.html?site=${encodeURIComponent(site)}`);
  await page.role('button', 'Разрешить').waitFor();
  yield seeAt(page, 'permission-site');
  await page.role('button', 'Разрешить').click();
  await page.text(/^Готово: за ссылками на звонки/).waitFor();
  yield seeAt(page, 'permission-site-done', { isActed: true });
  await browser.revokeOrigin('https://*.vk.me/*');
  const own = await browser.extensionPage('permission.html');
  await own.text('vk.me').waitFor();
  yield seeAt(own, 'permission');
}

/** «Помощь», with the reasons for an open page, and «Конфиденциальность». */
async function* guide({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '08:40');
  await openDiary(browser, stand);
  const page = await browser.extensionPage('guide.html#noButton');
  await page.role('heading', 'Нет кнопки «Подключиться»').waitFor();
  yield seeAt(page, 'guide');
  await page.field('Поиск по ответам').fill('помощник');
  await page.text(/^Найдено ответов/).waitFor();
  yield seeAt(page, 'guide-found', { isActed: true });
  await page.field('Поиск по ответам').fill('единорог');
  await page.text(/^Ничего не нашлось/).waitFor();
  yield seeAt(page, 'guide-nothing', { isActed: true });
  const privacy = await browser.extensionPage('privacy.html');
  await privacy.role('heading', 'Что хранится и как долго').waitFor();
  yield seeAt(privacy, 'privacy');
}

/** «⋯» at a lesson. */
async function* lesson({ browser, stand }: Tools): AsyncGenerator<Seen> {
  setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  await diary.role('button', 'Ещё действия').first().click();
  const page = await browser.waitForPage(/lesson\.html#\d+\/\d+\//);
  await page.role('img', 'QR-код ссылки для телефона или планшета').waitFor();
  yield seeAt(page, 'lesson');
  await page.role('button', 'Скопировать ссылку').click();
  await page.text('Ссылка скопирована').waitFor();
  yield seeAt(page, 'lesson-copied', { isActed: true });
  const gone = await browser.extensionPage('lesson.html#1/2/3');
  await gone.role('heading', 'Этого урока здесь больше нет').waitFor();
  yield seeAt(gone, 'lesson-gone');
}

export const pageJourneys: readonly Journey[] = [
  { name: '«Добро пожаловать»', options: { agreesTo: [`${own}/*`] }, play: welcome },
  { name: 'a right that is missing', isBoth: true, play: missing },
  { name: 'the page of permissions', options: { agreesTo: [`${site}/*`] }, play: permission },
  { name: 'help and privacy', play: guide },
  { name: 'the page of a lesson', play: lesson },
];
