import { signInToSferum, signOutOfSferum } from '../conflict.ts';
import { expect, test } from '../fixture.ts';
import { pause } from '../lessons.ts';
import { link, maria, signInToDiary } from '../people.ts';
import { forgetHeld, look, reopen, requestsSince } from '../section.ts';

test('who is signed in: several people, another one, nobody', async ({ browser, stand, picture }) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();

  await test.step('several: asked before opening, «Нет» opens nothing', async () => {
    const from = stand.requests.length;
    await signInToSferum(browser, stand, 'petr');
    await page.bringToFront();
    // The list is taken away by the change, and is there again once it was asked who is here.
    await expect.poll(() => requestsSince(stand, from)).not.toEqual([]);
    await pause(600);
    await section.text('Алгебра 8 Б').waitFor();
    expect(await section.evaluate(() => document.documentElement.outerHTML)).not.toContain('Тайный чат');
    await section.role('button', /^Алгебра 8 Б/).click();
    await section.text(/^Откроется профиль, который сейчас активен в VK Мессенджере\. Это Мария/).waitFor();
    await expect.poll(() => section.focused()).toBe('group "Сообщение"');
    await look(page, section, picture, 'section-several');
    const before = (await browser.pages()).length;
    await section
      .role('group', 'Сообщение')
      .having(/^Откроется/)
      .role('button', 'Скрыть')
      .click();
    await section.text(/^Откроется профиль/).waitFor('hidden');
    expect(await section.focused()).toMatch(/Алгебра 8 Б/);
    expect((await browser.pages()).length).toBe(before);
    await section.role('button', /^Алгебра 8 Б/).click();
    await section.role('button', 'Да, открыть').click();
    await (await browser.waitForPage(/convo\/2000000002$/)).close();
  });

  await test.step('another person alone', async () => {
    for (const session of stand.world.messenger.sessions.values()) {
      session.accounts = session.accounts.filter(({ person }) => person === 'petr');
      session.active = 'petr';
    }
    await signInToSferum(browser, stand, 'petr');
    await page.bringToFront();
    await section.text(/другого человека: Пётр, ученик/).waitFor();
    expect(await section.text('Алгебра 8 Б').count()).toBe(0);
    await look(page, section, picture, 'section-another');
  });

  await test.step('nobody', async () => {
    await signOutOfSferum(browser);
    await page.bringToFront();
    await section.role('button', 'Войти снова').waitFor();
    await look(page, section, picture, 'section-signed-out');
  });
});

test('made ready before the click: nobody is asked, and nothing is left once the session changes @full', async ({
  browser,
  stand,
}) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();
  await page.role('link', 'Дневник').click();
  await expect.poll(async () => (await page.frames()).some((address) => address.includes('section.html'))).toBe(false);
  // The page reads its week itself.
  await page.role('cell', 'Алгебра').first().waitFor();

  const from = stand.requests.length;
  await page.role('button', 'Сферум').hover();
  const ready = await page.frame('section.html');
  const drawn = () => ready.evaluate(() => document.body.textContent ?? '');
  await expect.poll(drawn).toContain('Алгебра 8 Б');
  expect(await ready.evaluate(() => document.images.length)).toBe(0);
  expect(await page.role('cell', 'Алгебра').first().isVisible()).toBe(true);
  expect(stand.requests.slice(from).map(({ host, path }) => host + path)).toEqual([]);

  // Unseen, and nobody comes there by the keyboard, nor does a screen reader.
  expect(await page.css('sferum-section').evaluate((host) => [host.inert, getComputedStyle(host).opacity])).toEqual([
    true,
    '0',
  ]);
  await page.role('link', 'Доска объявлений').press('Tab');
  for (let step = 0; step < 25; step += 1) {
    await page.press('Tab');
    expect(await ready.evaluate(() => document.hasFocus())).toBe(false);
  }

  await signOutOfSferum(browser);
  await expect.poll(drawn).not.toContain('Алгебра 8 Б');
  await page.bringToFront();
  await page.role('button', 'Сферум').click();
  await ready.role('button', 'Войти снова').waitFor();
});

test('the browser takes a right back: said, with a page where it is given again @full', async ({
  browser,
  picture,
}) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();
  await browser.revokeOrigin('https://*.vk.me/*');
  await forgetHeld(browser);
  const again = await reopen(page);
  await again.text(/Браузер не разрешает расширению/).waitFor();
  await look(page, again, picture, 'section-not-permitted');
  const address = await again.role('link', 'Разрешить доступ').attribute('href');
  expect(address).toMatch(/permission\.html$/);
  const permission = await browser.extensionPage('permission.html');
  await permission.text('vk.me').waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await permission.setColorScheme(scheme);
    await picture(permission, `permission-${scheme}`);
    expect(await permission.axe()).toEqual([]);
  }
  // Chromium's own question cannot be answered without its window: there the right is given in the settings.
  if (browser.name === 'firefox') await permission.role('button', 'Разрешить').click();
  else await browser.allowOrigin('https://*.vk.me/*');
  await permission.role('button', 'Закрыть эту вкладку').waitFor();
  await picture(permission, 'permission-done');
  await page.bringToFront();
  await again.text('Алгебра 8 Б').waitFor();
});
