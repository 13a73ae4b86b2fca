import { ChromiumPage } from '../driver/chromium/surface.ts';
import type { Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { countRequests, host, openDiary, pause, setTime, waitForMarks } from '../lessons.ts';
import { openSection, signInToDiary } from '../people.ts';

/*
 * Pages that nobody looks at: loaded ahead of a click, asleep. Neither browser keeps a page in its memory while a test looks on: how
 * one comes back is tried by its events (`linking/linked`, unit `sectionFrame`).
 */

// Firefox loads no page ahead.
test('a diary that is loaded ahead asks nothing of ours before somebody sees it @full @chromium', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40');
  // Rules in the page itself.
  stand.world.page.contentSecurityPolicy = null;
  const page = await openDiary(browser, stand);
  const before = countRequests(stand, 'GetHomeworkFromRange');
  await page.evaluate(() => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({
      prerender: [{ source: 'list', urls: ['/personal-area/?ahead'], eagerness: 'immediate' }],
    });
    document.head.append(rules);
  });
  const isAhead = () => stand.requests.some(({ query, headers }) => 'ahead' in query && headers['sec-purpose']);
  await expect.poll(isAhead).toBe(true);
  await pause(3000);
  // The week's homework is asked for by us alone.
  expect(countRequests(stand, 'GetHomeworkFromRange')).toBe(before);
  // Clicked under a test it is loaded anew, so what it does when it is shown is not seen here.
  expect((await browser.consoleErrors()).length).toBeLessThan(5);
});

/** The browser puts a tab to sleep, as it does when the computer sleeps. */
async function sleep(page: Page, isAsleep: boolean): Promise<void> {
  if (!(page instanceof ChromiumPage)) throw new Error('Only Chromium lets a test put a tab to sleep');
  const session = await page.page.context().newCDPSession(page.page);
  await session.send('Page.setWebLifecycleState', { state: isAsleep ? 'frozen' : 'active' });
  await session.detach();
}

// Firefox lets no test put a tab to sleep; the computer's own clock cannot be moved here, the servers' is in `reminders` and `lessons`.
test('a tab that is put to sleep asks nothing, keeps nobody waiting, and wakes to whoever is signed in by then @full @chromium', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:40');
  const page = await openDiary(browser, stand);
  await page.role('button', 'Подключиться').first().waitFor();
  await sleep(page, true);
  const from = stand.requests.length;
  await pause(3000);
  expect(stand.requests.length).toBe(from);

  const other = await signInToDiary(browser, { host: `https://${host}`, login: 'elena', contact: '' });
  const section = await openSection(other, 'Авторизация в Сферум');
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  await sleep(page, false);
  await page.bringToFront();
  expect(await waitForMarks(page, (marks) => marks.length === 0)).toEqual([]);
  expect(await page.css('sferum-menu-item').count()).toBe(1);
  const awake = stand.requests.length;
  await pause(3000);
  expect(stand.requests.length - awake).toBeLessThan(8);
  expect((await browser.consoleErrors()).length).toBeLessThan(5);
});
