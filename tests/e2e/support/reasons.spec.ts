import { messengerSession } from '../../stand/shortcuts.ts';
import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { linkMaria, openDiary, planSharedServer, setTime } from '../lessons.ts';
import { petr, signInToDiary, signInToMessenger } from '../people.ts';

/** What help says of the open page. */
async function openReasons(browser: Browser): Promise<Page> {
  const guide = await browser.extensionPage('guide.html#noButton');
  await guide.role('heading', 'На вашей странице дневника').waitFor();
  return guide;
}

test('without an open diary help asks for it @full', async ({ browser }) => {
  const guide = await openReasons(browser);
  await guide.text(/Откройте дневник в соседней вкладке/).waitFor();
});

test('a session that is over is said, and what was said goes when it is mended @full', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  stand.faults.set('diary.GetPersonData', { kind: 'html' });
  await diary.reload();
  const guide = await openReasons(browser);
  await guide.text(/Дневник просит войти снова/).waitFor();
  stand.faults.clear();
  await diary.bringToFront();
  await diary.reload();
  await diary.role('button', 'Подключиться').waitFor();
  await guide.bringToFront();
  // Playwright keeps every tab in sight: to its pages nobody comes back.
  if (browser.name === 'chromium') await guide.reload();
  await guide.text(/Дневник просит войти снова/).waitFor('hidden');
  await guide.text(/показано уроков/).waitFor();
});

test('another section of the diary shows no lessons @full', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  await signInToDiary(browser, petr, '#marks');
  const guide = await openReasons(browser);
  await guide.text(/Сейчас на странице нет уроков|не нашлось места с уроками/).waitFor();
});

test('a school’s zone that is not known is asked for @full', async ({ browser, stand }) => {
  setTime(stand, '10:00', 2, 'Asia/Yekaterinburg');
  const { host } = planSharedServer(stand, 'Asia/Yekaterinburg');
  const page = await signInToDiary(browser, { host: `https://${host}`, login: 'petr', contact: '' });
  await page.role('button', 'Подключиться').waitFor();
  const guide = await openReasons(browser);
  await guide.text(/Неизвестен часовой пояс школы/).waitFor();
});

test('where a profile is linked help says what is wrong with its calls @full', async ({ browser, stand, picture }) => {
  setTime(stand, '08:40');
  await signInToMessenger(browser, messengerSession(stand.world, 'maria'));
  await linkMaria(browser);
  const diary = await openDiary(browser, stand);
  await diary.role('button', 'Сферум').click();
  await (await diary.frame('section.html')).role('tab', 'Чаты').waitFor();
  const guide = await openReasons(browser);
  await guide
    .text(/Учитель не оставил ссылку, и подходящего звонка в Сферуме нет|Звонок по этому предмету/)
    .first()
    .waitFor();
  expect(await guide.text(/привяжите учебный профиль/).count()).toBe(0);
  await picture(guide, 'reasons-linked');
});
