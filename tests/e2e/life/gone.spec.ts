import type { Stand } from '../../stand/stand.ts';
import { invitations, isCovered, noticeOf, signInToSferum } from '../conflict.ts';
import type { Browser, Page } from '../driver/types.ts';
import { expect } from '../fixture.ts';
import { marksOf, openDiary, pause, setTime, waitForMarks } from '../lessons.ts';
import { openSection } from '../people.ts';
import { alwaysShow } from '../toolbar.ts';
import { raiseVersion, test } from './copied.ts';

/*
 * The extension is updated, loaded again or switched off under open pages. Tried elsewhere: an update under lessons
 * (`lessons/people`), under a covered invitation (`conflict/invitation`), in the middle of linking (`linking/linking`).
 */

declare const chrome: { runtime: { getManifest(): { version: string } } };

const label = 'Авторизация в Сферум';
const site = 'https://school-site.example.ru';
const sitePage = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Школа</title><body>
<p id="link">Алгебра <a href="https://telemost.yandex.ru/j/12345678901234">ссылка</a></p></body></html>`;

test.use({ agreesTo: [`${site}/*`] });

/** All kinds of pages in which something of ours stands. */
async function openAll(browser: Browser, stand: Stand) {
  setTime(stand, '08:40');
  stand.world.sites.set('school-site.example.ru', sitePage);
  await signInToSferum(browser, stand, 'petr');
  const allowed = await browser.open(`${site}/`);
  await allowSite(browser, allowed);
  const invitation = await browser.open(invitations.petr);
  await noticeOf(invitation);
  const lessons = await openDiary(browser, stand);
  const section = await browser.open('https://school.r-19.ru/personal-area/#diary');
  await openSection(section, label);
  return { allowed, invitation, lessons, section };
}

async function allowSite(browser: Browser, page: Page): Promise<void> {
  const popup = await browser.openPopup(page);
  await popup.waitForText(/Ссылки на звонки на этой странице/);
  await alwaysShow(browser, page, popup);
  await page.role('button', 'Подключиться').waitFor();
}

/** Nothing goes on failing by itself. */
async function expectRest(browser: Browser): Promise<void> {
  const before = (await browser.consoleErrors()).length;
  await pause(3000);
  const errors = await browser.consoleErrors();
  expect(errors.slice(before)).toEqual([]);
  expect(errors.length, errors.join('\n')).toBeLessThan(10);
}

/** Something of the page changes, as it does all the time. */
const changeSomething = (page: Page) =>
  page.evaluate(() => {
    document.body.append(document.createElement('p'));
  });

for (const event of ['updated', 'loaded again'] as const) {
  test(`${event} under open pages of every kind: each goes on, nothing stands twice or dead @full`, async ({
    browser,
    stand,
    extension,
  }) => {
    test.setTimeout(180_000);
    const { allowed, invitation, lessons, section } = await openAll(browser, stand);
    const before = await marksOf(lessons);
    if (event === 'updated') {
      const version = await raiseVersion(extension);
      await browser.reloadExtension();
      expect(await browser.inExtension(() => chrome.runtime.getManifest().version)).toBe(version);
    } else await browser.reloadExtension();
    // The person goes on in each page.
    await lessons.bringToFront();
    expect(await waitForMarks(lessons, (marks) => marks.length === before.length)).toEqual(before);
    await expect.poll(() => lessons.css('sferum-menu-item').count()).toBe(1);
    await openSection(lessons, label);

    await section.bringToFront();
    await expect.poll(() => section.css('sferum-menu-item').count()).toBe(1);
    await section.role('link', 'Дневник').click();
    expect(await section.css('.content').isVisible()).toBe(true);
    const anew = await openSection(section, label);
    await anew.role('button', 'Привязать аккаунт к Сферум').waitFor();

    await allowed.bringToFront();
    await expect.poll(() => allowed.css('sferum-call-link').count()).toBe(1);
    await allowed.role('button', 'Подключиться').click();
    await (await browser.waitForPage(/telemost/)).close();

    await invitation.bringToFront();
    await expect.poll(() => isCovered(invitation)).toBe(true);
    let isClicked = false;
    await expect(async () => {
      // The click may have been heard though its frame was gone before it was answered.
      if (isClicked && !(await isCovered(invitation))) return;
      const notice = await noticeOf(invitation);
      isClicked = true;
      await notice.role('button', 'Всё равно открыть страницу').click({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await expect.poll(() => isCovered(invitation)).toBe(false);
    await expectRest(browser);
  });
}

test('switched off under open pages: the diary shows what it shows, and what is left says what to do or goes @full', async ({
  browser,
  stand,
}) => {
  test.setTimeout(180_000);
  const { allowed, invitation, lessons, section } = await openAll(browser, stand);
  await browser.switchOff();

  await test.step('lessons: a button says what to do; with the page’s next change all goes', async () => {
    await lessons.bringToFront();
    const join = lessons.role('button', 'Подключиться').first();
    if (await join.isVisible()) {
      await join.click();
      await lessons.text(/Обновите страницу/).waitFor();
    }
    await changeSomething(lessons);
    await expect.poll(() => shownOf(lessons)).toEqual([]);
    expect(await lessons.css('.content').isVisible()).toBe(true);
  });

  await test.step('the open section hides the content no longer than the person wants it', async () => {
    await section.bringToFront();
    const item = section.role('link', 'Дневник');
    await item.click();
    await expect.poll(() => section.css('.content').isVisible()).toBe(true);
    // Whatever is left in the menu opens no empty frame; it may go while the hand comes.
    const ours = section.role('button', label);
    if (await ours.isVisible()) await ours.click({ timeout: 3000 }).catch(() => undefined);
    await expect.poll(() => shownOf(section)).toEqual([]);
    expect(await section.css('.content').isVisible()).toBe(true);
  });

  await test.step('an allowed site and an invitation', async () => {
    await allowed.bringToFront();
    await changeSomething(allowed);
    await expect.poll(() => shownOf(allowed)).toEqual([]);
    await invitation.bringToFront();
    await expect.poll(() => isCovered(invitation)).toBe(false);
  });

  for (const page of [lessons, section, allowed, invitation]) await page.reload();
  await pause(500);
  for (const page of [lessons, section, allowed, invitation]) expect(await shownOf(page)).toEqual([]);
  await expectRest(browser);
});

/** What of ours can be seen in a page. */
function shownOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) => one.tagName.startsWith('SFERUM-') && one.getClientRects().length > 0)
      .map((one) => one.localName),
  );
}
