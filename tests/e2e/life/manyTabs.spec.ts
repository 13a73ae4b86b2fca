import { signInToSferum } from '../conflict.ts';
import type { Browser, Page } from '../driver/types.ts';
import { forgetRun, openLinkedDiary } from '../faults/scenes/common.ts';
import { expect, test } from '../fixture.ts';
import { countRequests, host, pause, waitForMarks } from '../lessons.ts';
import { openSection, signInToDiary } from '../people.ts';
import { requestsSince } from '../section.ts';

const tabs = 20;
const address = `https://${host}/personal-area/#diary`;

/** A second window of the person's, with the diary in it. */
async function openWindow(browser: Browser): Promise<Page> {
  const marked = `${address}?window`;
  await browser.inExtension(
    (url) =>
      (
        globalThis as unknown as { chrome: { windows: { create(options: object): Promise<unknown> } } }
      ).chrome.windows.create({ url }),
    marked,
  );
  return browser.waitForPage(/\?window$/);
}

test('twenty tabs in two windows: VK is asked as by one, and a change of person reaches all of them @full', async ({
  browser,
  stand,
}) => {
  test.setTimeout(240_000);
  const first = await openLinkedDiary({ browser, stand });
  const lessons = await waitForMarks(first, (marks) => marks.length > 0);
  const all = [first];
  while (all.length < tabs - 1) all.push(await browser.open(address));
  const far = await openWindow(browser);
  all.push(far);
  for (const page of all) expect(await waitForMarks(page, (marks) => marks.length > 0, 30_000)).toEqual(lessons);
  await forgetRun(browser);

  await test.step('cold: three requests at most, for all of them', async () => {
    const from = stand.requests.length;
    for (const page of all) await page.reload();
    for (const page of [first, far]) {
      await page.bringToFront();
      const section = await openSection(page, 'Сферум');
      await section.role('button', /^8 Б — родители/).waitFor();
      await page.role('link', 'Дневник').click();
    }
    const asked = requestsSince(stand, from);
    expect(asked).toContain('web_token');
    expect(asked.length, asked.join()).toBeLessThanOrEqual(3);
  });

  await test.step('within the minute: none, whichever tab is looked at', async () => {
    const from = stand.requests.length;
    for (const page of all.slice(0, 6)) await page.bringToFront();
    const section = await openSection(all[5] ?? first, 'Сферум');
    await section.role('button', /^8 Б — родители/).waitFor();
    expect(requestsSince(stand, from)).toEqual([]);
    await (all[5] ?? first).role('link', 'Дневник').click();
  });

  await test.step('another person at VK: both windows’ sections hear it, and VK is asked a few times for all', async () => {
    const here = await openSection(first, 'Сферум');
    await here.role('button', /^8 Б — родители/).waitFor();
    const there = await openSection(far, 'Сферум');
    await there.role('button', /^8 Б — родители/).waitFor();
    const from = stand.requests.length;
    await browser.inExtension(async () => {
      const { cookies } = (
        globalThis as unknown as { chrome: { cookies: { remove(details: object): Promise<unknown> } } }
      ).chrome;
      await cookies.remove({ url: 'https://web.vk.me/', name: 'remixdsid' });
    });
    await signInToSferum(browser, stand, 'petr');
    for (const [page, section] of [
      [first, here],
      [far, there],
    ] as const) {
      await page.bringToFront();
      await section.text(/Пётр/).first().waitFor();
      expect(await section.role('button', /^8 Б — родители/).count()).toBe(0);
    }
    const asked = requestsSince(stand, from);
    expect(asked.length, asked.join()).toBeLessThanOrEqual(4);
  });

  await test.step('another person at the diary: her lessons leave all tabs, each asks once or twice', async () => {
    await pause(1500);
    const before = countRequests(stand, 'GetPersonData');
    await (await signInToDiary(browser, { host: `https://${host}`, login: 'elena', contact: '' })).close();
    for (const page of all) expect(await waitForMarks(page, (marks) => marks.length === 0, 20_000)).toEqual([]);
    // The page's own scripts ask, too, when it is loaded.
    expect(countRequests(stand, 'GetPersonData') - before).toBeLessThanOrEqual(tabs * 3);
  });
  expect((await browser.consoleErrors()).length).toBeLessThan(5);
});
