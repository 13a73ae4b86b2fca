import type { Browser } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { openDiary, setTime } from '../lessons.ts';

test.use({ agreesTo: ['notifications'] });

/** The person takes the right to notify back in the browser's settings. */
function takeBack(browser: Browser): Promise<unknown> {
  return browser.inExtension(() =>
    (
      globalThis as unknown as { chrome: { permissions: { remove(what: object): Promise<boolean> } } }
    ).chrome.permissions.remove({ permissions: ['notifications'] }),
  );
}

test('the right to notify is taken back while reminders are on: settings and popup say so, and they can be switched on again @full', async ({
  browser,
  stand,
}) => {
  setTime(stand, '08:27');
  const diary = await openDiary(browser, stand);
  const settings = await browser.extensionPage('options.html#reminders');
  await settings.role('button', 'Включить напоминания').click();
  await settings.text('Напоминания включены.').waitFor();
  await expect.poll(async () => (await browser.notifications()).length).toBe(1);

  await takeBack(browser);
  const said = 'Браузер больше не разрешает уведомления, поэтому напоминания выключены.';
  await test.step('the open settings say it by themselves', async () => {
    await settings.text(said).waitFor();
    await settings.close();
  });

  await test.step('a lesson comes, with a background that died and with one that lives: nothing is shown, nothing fails', async () => {
    stand.clock.shift(4 * 60_000);
    for (const kills of [true, false]) {
      if (kills) await browser.killBackground();
      await diary.bringToFront();
      await diary.reload();
      await diary.role('button', 'Подключиться').first().waitFor();
    }
  });

  await test.step('the popup says it until it is answered', async () => {
    const popup = await browser.openPopup(diary);
    await popup.waitForText(/Браузер больше не разрешает уведомления.*Напоминать перед уроками\?/);
    await popup.click('Да');
    await (await browser.waitForPage(/options\.html#reminders/)).text(said).waitFor();
  });

  await test.step('switching on asks the browser again', async () => {
    const again = await browser.waitForPage(/options\.html#reminders/);
    const asked = await again.evaluate(() => {
      interface Extension {
        permissions: { request: unknown };
      }
      // In Firefox the extension's own name for it is another object.
      const all = globalThis as unknown as { browser?: Extension; chrome: Extension };
      const { permissions } = all.browser ?? all.chrome;
      const heard: string[] = [];
      const request = permissions.request as (what: object) => Promise<boolean>;
      permissions.request = (what: object) => {
        heard.push(JSON.stringify(what));
        return request.call(permissions, what);
      };
      Object.assign(globalThis, { __asked: heard });
      return heard.length;
    });
    expect(asked).toBe(0);
    await again.role('button', 'Включить напоминания').click();
    await expect
      .poll(() => again.evaluate(() => (globalThis as unknown as { __asked: string[] }).__asked))
      .toEqual(['{"permissions":["notifications"]}']);
  });
  expect(await browser.consoleErrors()).toEqual([]);
});

test('«Нет, спасибо» to reminders that were withdrawn is not asked again @full', async ({ browser, stand }) => {
  setTime(stand, '08:20');
  const diary = await openDiary(browser, stand);
  const settings = await browser.extensionPage('options.html#reminders');
  await settings.role('button', 'Включить напоминания').click();
  await settings.text('Напоминания включены.').waitFor();
  await takeBack(browser);
  await settings.text(/^Браузер больше не разрешает/).waitFor();
  await diary.bringToFront();
  const popup = await browser.openPopup(diary);
  await popup.waitForText(/Браузер больше не разрешает уведомления/);
  await popup.click('Нет, спасибо');
  await expect.poll(() => popup.text()).not.toMatch(/не разрешает уведомления/);
  await popup.close();
  await diary.bringToFront();
  const after = await browser.openPopup(diary);
  await after.waitForText(/Проверить ссылку/);
  expect(await after.text()).not.toMatch(/не разрешает уведомления|Напоминать перед уроками/);
});
