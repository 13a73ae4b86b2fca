import type { Browser, Page } from '../driver/types.ts';
import { waitUntil } from '../driver/wait.ts';
import { expect, test } from '../fixture.ts';
import { openDiary, openedCalls, setTime } from '../lessons.ts';
import { maria, signInToDiary } from '../people.ts';

test.use({ agreesTo: ['notifications'] });

/** Switches reminders on as a person does it. */
async function switchOn(browser: Browser): Promise<Page> {
  const settings = await browser.extensionPage('options.html#reminders');
  await settings.role('button', 'Включить напоминания').click();
  await settings.text('Напоминания включены.').waitFor();
  return settings;
}

/** Waits until so many notifications stand on the screen. */
function notifications(browser: Browser, count: number): Promise<string[]> {
  return waitUntil(
    async () => {
      const shown = await browser.notifications();
      return shown.length === count && shown;
    },
    { what: `${count} notifications` },
  );
}

test('reminders are switched on in the settings; one comes before the lesson, once, and its click joins @both', async ({
  browser,
  picture,
  stand,
}) => {
  setTime(stand, '08:27');
  const diary = await openDiary(browser, stand);
  const settings = await switchOn(browser);
  const [id = ''] = await notifications(browser, 1);
  expect(id).not.toMatch(/алгебра|соколов|\d{6}/i);

  await settings.role('checkbox', 'Не беспокоить').click();
  await settings.field('С').waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await settings.setColorScheme(scheme);
    await picture(settings, `reminders-${scheme}`);
    expect(await settings.axe()).toEqual([]);
  }
  await settings.role('checkbox', 'Не беспокоить').click();
  await settings.close();

  await browser.clickNotification(id);
  await browser.waitForPage(/call_link/);
  await notifications(browser, 0);
  // Neither a background that is started anew nor the start of the lesson reminds of what was joined.
  await browser.killBackground();
  stand.clock.shift(4 * 60_000);
  await diary.reload();
  await diary.role('button', 'Подключиться').first().waitFor();
  expect(await browser.notifications()).toEqual([]);
  expect(await openedCalls(browser)).toHaveLength(1);
  expect(await browser.consoleErrors()).toEqual([]);
});

test('with the person go their reminder and the badge; a click opens no call of whoever was there before @full @both', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:27');
  const diary = await openDiary(browser, stand);
  const settings = await switchOn(browser);
  await settings.role('checkbox', /^Минуты до ближайшего звонка/).click();
  await waitUntil(async () => (await browser.badge()) === '3', { what: 'the badge' });
  await notifications(browser, 1);
  stand.world.diarySessions.clear();
  await diary.reload();
  await diary.waitForAddress(/login-page/);
  await notifications(browser, 0);
  expect(await browser.badge()).toBe('');
});

test('the badge counts the minutes to a call, is a dot while one is on, and goes when it is switched off @full @both', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:10');
  const diary = await openDiary(browser, stand);
  expect(await browser.badge()).toBe('');
  const settings = await browser.extensionPage('options.html#reminders');
  const minutes = settings.role('checkbox', /^Минуты до ближайшего звонка/);
  await minutes.click();
  const badgeIs = (text: string) =>
    waitUntil(async () => (await browser.badge()) === text, { what: `«${text}» on the toolbar` });
  await badgeIs('20');
  stand.clock.shift(25 * 60_000);
  await diary.reload();
  await badgeIs('•');
  // A background that was killed finds it again.
  await browser.killBackground();
  await diary.reload();
  await diary.role('button', 'Подключиться').first().waitFor();
  await badgeIs('•');
  await minutes.click();
  await badgeIs('');
});

test('where no page of the diary is open a small window shows what is on, and joins in an ordinary one @full @both', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:27');
  const diary = await openDiary(browser, stand);
  const settings = await switchOn(browser);
  const [id = ''] = await notifications(browser, 1);
  await diary.close();
  await settings.close();
  // Nobody is signed in any more by the time it is clicked.
  stand.world.diarySessions.clear();
  await browser.killBackground();
  // Firefox lets only those clicks start a background that it has listened to from its beginning: not the one that got the right.
  if (browser.name === 'firefox') {
    await waitUntil(() => browser.isBackgroundAlive(), { what: 'a background that listens from its beginning' });
    await browser.killBackground();
  }
  await browser.clickNotification(id);
  const small = await browser.waitForPage(/popup\.html/);
  await small.text(/Дневник просит войти/).waitFor();
  expect(await openedCalls(browser)).toEqual([]);

  const again = await signInToDiary(browser, maria);
  await again.role('button', 'Подключиться').first().waitFor();
  await small.reload();
  await small.role('button', 'Подключиться').first().click();
  await browser.waitForPage(/call_link/);
});

test('a lesson that ended while the computer slept is not reminded of, one that is on still is @full @both', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:20');
  const diary = await openDiary(browser, stand);
  await switchOn(browser);
  expect(await browser.notifications()).toEqual([]);
  await browser.killBackground();
  // «Алгебра» is over at 09:10; the next is due at 09:15, «География» at 10:15.
  stand.clock.shift(52 * 60_000);
  await diary.reload();
  await diary.role('button', 'Подключиться').first().waitFor('hidden');
  expect(await browser.notifications()).toEqual([]);
  await browser.killBackground();
  stand.clock.shift(64 * 60_000);
  await diary.reload();
  await notifications(browser, 1);
});

test('offered once after a first joined call, and never again after an answer @full', async ({ browser, stand }) => {
  setTime(stand, '08:40');
  const diary = await openDiary(browser, stand);
  const before = await browser.openPopup(diary);
  await before.waitForText(/Алгебра, до 09:10/);
  expect(await before.text()).not.toMatch(/Напоминать перед уроками/);
  await before.click('Подключиться');
  await browser.waitForPage(/call_link/);
  await diary.bringToFront();
  const offer = await browser.openPopup(diary);
  await offer.waitForText(/Напоминать перед уроками\?/);
  await offer.click('Да');
  const settings = await browser.waitForPage(/options\.html#reminders/);
  await settings.role('button', 'Включить напоминания').waitFor();
  await diary.bringToFront();
  const after = await browser.openPopup(diary);
  await after.waitForText(/Алгебра, до 09:10/);
  expect(await after.text()).not.toMatch(/Напоминать перед уроками/);
});

test('a right that is taken back while they are on switches reminders off and says so @full @both', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:20');
  await openDiary(browser, stand);
  const settings = await switchOn(browser);
  // As the browser's own settings do it.
  await browser.inExtension(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: { remove(grant: { permissions: string[] }): Promise<boolean> } };
    };
    await chrome.permissions.remove({ permissions: ['notifications'] });
  });
  await settings.text(/Браузер больше не разрешает уведомления/).waitFor();
  await settings.role('button', 'Включить напоминания').waitFor();
});
