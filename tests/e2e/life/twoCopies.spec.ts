import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invitations, isCovered, noticeOf, signInToSferum } from '../conflict.ts';
import type { Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { marksOf, openDiary, openedCalls, pause, setTime, waitForMarks } from '../lessons.ts';
import { openSection } from '../people.ts';

/** The same build under another id: from the store and from a folder, say. */
async function anotherCopy(folder: string, to: string): Promise<string> {
  await cp(folder, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const { key: _, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as {
    key?: string;
    browser_specific_settings?: { gecko: { id: string } };
  };
  const { gecko } = manifest.browser_specific_settings ?? {};
  if (gecko) gecko.id = 'another-copy@example.ru';
  await writeFile(path, JSON.stringify(manifest));
  return to;
}

/** How many of our things come or go within two seconds. */
function restlessness(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        const observer = new MutationObserver((records) => {
          for (const { addedNodes, removedNodes } of records)
            for (const node of [...addedNodes, ...removedNodes])
              if (node instanceof Element && (node.matches('[class=""]') || node.outerHTML.includes('sferum-')))
                count += 1;
        });
        observer.observe(document, { childList: true, subtree: true });
        setTimeout(() => {
          observer.disconnect();
          resolve(count);
        }, 2000);
      }),
  );
}

test('two copies of the extension at once: nothing stands there twice, nothing fights, the diary works @full', async ({
  browser,
  extension,
  stand,
}, testInfo) => {
  test.setTimeout(150_000);
  setTime(stand, '08:40');
  await signInToSferum(browser, stand, 'petr');
  const before = await openDiary(browser, stand);
  const marks = await waitForMarks(before, (found) => found.length > 0);
  await browser.installOther(await anotherCopy(extension, testInfo.outputPath('another')));
  await pause(1500);
  for (const page of await browser.pages()) if ((await page.url()).endsWith('welcome.html')) await page.close();

  const later = await openDiary(browser, stand);
  for (const page of [before, later]) {
    await page.bringToFront();
    expect(await waitForMarks(page, (found) => found.length === marks.length)).toEqual(marks);
    expect(await restlessness(page)).toBe(0);
    expect(await page.css('sferum-menu-item').count()).toBe(1);
    expect((await marksOf(page)).length).toBe(marks.length);
    const section = await openSection(page, 'Авторизация в Сферум');
    await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
    expect(await page.css('sferum-section').count()).toBe(1);
    expect(await restlessness(page)).toBe(0);
    await page.role('link', 'Дневник').click();
    await expect.poll(() => page.css('.content').isVisible()).toBe(true);
  }
  await later.role('button', 'Подключиться').first().click();
  await expect.poll(() => openedCalls(browser)).toHaveLength(1);

  const invitation = await browser.open(invitations.petr);
  const notice = await noticeOf(invitation);
  expect(await invitation.css('sferum-notice').count()).toBe(1);
  await notice.role('button', 'Всё равно открыть страницу').click();
  await expect.poll(() => isCovered(invitation)).toBe(false);
  expect((await browser.consoleErrors()).length).toBeLessThan(5);
});
