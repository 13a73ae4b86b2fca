import { invitations, noticeOf } from '../conflict.ts';
import { expect, test } from '../fixture.ts';
import { setTime } from '../lessons.ts';
import { link, maria, openSection, signInToDiary, signInToMessenger } from '../people.ts';

/** Everything that can be asked of VK. Calls and chats that the person opens themselves are pages of other hosts. */
const vk = /^(?:web\.vk\.me|api\.vk\.(?:me|ru|com)|id\.vk\.ru|.*userapi\.com)$/;

test('«Не обращаться к VK»: a whole visit asks VK nothing, each place says so and leads on', async ({
  browser,
  picture,
  stand,
}, testInfo) => {
  setTime(stand, '08:40');
  const page = await signInToDiary(browser, maria);
  await link(browser, page, maria);
  const settings = await browser.extensionPage('options.html#vk');
  const setting = settings.role('checkbox', 'Не обращаться к VK');
  await setting.click();
  await settings.text(/^Включено: расширение больше не обращается к VK/).waitFor();

  await test.step('tokens and everything of VK are gone at once', async () => {
    const kept = await browser.inExtension(async () => {
      const { storage } = (globalThis as unknown as { chrome: { storage: { session: { get(key: null): object } } } })
        .chrome;
      return JSON.stringify(await storage.session.get(null));
    });
    expect(kept).not.toMatch(/accessToken|"presence"|"profiles"|"held:/);
  });

  const from = stand.requests.length;
  const asked = () => stand.requests.slice(from).flatMap(({ host, path }) => (vk.test(host) ? `${host}${path}` : []));

  await page.bringToFront();
  await page.reload();
  const section = await openSection(page, 'Сферум');
  await section.text(/включено «Не обращаться к VK»: расширение не узнаёт, кто вошёл в Сферум/).waitFor();
  await section.role('heading', 'Онлайн-уроки').waitFor();
  expect(await section.role('button', /^Отвязать/).count()).toBe(0);
  await picture(page, 'links-only-section');
  expect(await section.axe()).toEqual([]);
  await section.role('link', 'Перейти в Сферум').click();
  await section.role('button', 'Всё равно открыть').waitFor();

  const popup = await browser.openPopup(page);
  await popup.waitForText(/Включено «Не обращаться к VK»: чатов и звонков из Сферума здесь нет/);
  await popup.waitForText(/Алгебра, до 09:10/);
  await popup.screenshot(testInfo.outputPath('links-only-popup.png'));
  await popup.click('Подключиться');
  const call = await browser.waitForPage(/call_link/);
  await call.close();

  await test.step('somebody else signs in to VK: nobody is asked who it is', async () => {
    await signInToMessenger(browser, 'another');
    // Longer than a double click: the same call is opened once more below.
    await new Promise((resolve) => setTimeout(resolve, 2000));
  });

  await page.bringToFront();
  await browser.dispatchCommand('join-now');
  await (await browser.waitForPage(/call_link/)).close();

  const invitation = await browser.open(invitations.petr);
  const notice = await noticeOf(invitation);
  await notice.text(/включено «Не обращаться к VK», поэтому не видно, кто вошёл в Сферум/).waitFor();
  await notice.role('link', 'Настройки').waitFor();
  await notice.role('button', 'Всё равно открыть страницу').click();
  await invitation.close();

  await browser.killBackground();
  await page.bringToFront();
  await page.reload();
  await (await openSection(page, 'Сферум')).role('link', 'Настройки').first().waitFor();
  expect(asked()).toEqual([]);

  await settings.bringToFront();
  await setting.click();
  await settings.text(/^Выключено/).waitFor();
  await expect.poll(asked).not.toEqual([]);
  expect(await browser.consoleErrors()).toEqual([]);
});
