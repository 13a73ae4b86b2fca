import { signInToSferum, signOutOfSferum } from '../conflict.ts';
import type { Browser, Page, Surface } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { link, maria, openSection, signInToDiary } from '../people.ts';
import { look, requestsSince } from '../section.ts';

const mariaId = 871000002;

/** The section is closed by another item and opened again: a new frame with what is held. */
async function reopen(page: Page): Promise<Surface> {
  await page.role('link', 'Дневник').click();
  await expect
    .poll(async () => (await page.frames()).filter((address) => address.includes('section.html')))
    .toEqual([]);
  return openSection(page, 'Сферум');
}

/** What the extension holds of chats and calls is forgotten, as after a day. */
async function forgetHeld(browser: Browser): Promise<void> {
  await browser.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { session: Storage } } }).chrome;
    interface Storage {
      get(key: null): Promise<Record<string, unknown>>;
      remove(keys: string[]): Promise<void>;
    }
    const kept = Object.keys(await storage.session.get(null));
    await storage.session.remove(kept.filter((key) => /held|apiMemory|presence/.test(key)));
  });
  await browser.killBackground();
}

/** What the extension holds of chats and calls is so much older, milliseconds. */
async function ageHeld(browser: Browser, age: number): Promise<void> {
  await browser.inExtension(async (by) => {
    type Held = { value: Record<'at' | 'topAt' | 'callsAt' | 'liveAt', number> };
    interface Session {
      get(key: null): Promise<Record<string, Held>>;
      set(values: object): Promise<void>;
    }
    const { session } = (globalThis as unknown as { chrome: { storage: { session: Session } } }).chrome.storage;
    for (const [key, held] of Object.entries(await session.get(null))) {
      if (!key.startsWith('held:')) continue;
      for (const name of ['at', 'topAt', 'callsAt', 'liveAt'] as const) held.value[name] -= by;
      await session.set({ [key]: held });
    }
  }, age);
  await browser.killBackground();
}

/** Where things stand in the section, pixels from its top. */
async function placesIn(section: Surface): Promise<Record<string, number>> {
  const found = { tabs: section.role('tablist'), search: section.role('searchbox'), list: section.role('list') };
  const places: Record<string, number> = {};
  for (const [name, one] of Object.entries(found)) places[name] = Math.round((await one.first().box()).y);
  return places;
}

test('loading, empty, half unreadable', async ({ browser, stand, picture }) => {
  const page = await signInToDiary(browser, maria);
  let section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();

  await test.step('loading for the first time: nothing jumps', async () => {
    await section.role('button', 'Скрыть').click();
    const loaded = await placesIn(section);
    await forgetHeld(browser);
    stand.faults.set('messenger.webToken', { kind: 'slow', ms: 1500 });
    stand.faults.set('api.execute', { kind: 'slow', ms: 2500 });
    section = await reopen(page);
    await section.role('searchbox').waitFor();
    expect(await placesIn(section)).toEqual(loaded);
    await look(page, section, picture, 'section-first');
    await section.role('heading', /Мария Соколова/).waitFor();
    expect(await placesIn(section)).toEqual(loaded);
    await look(page, section, picture, 'section-loading');
    await section.role('tab', 'Видеоконференции').click();
    await look(page, section, picture, 'section-loading-calls');
    stand.faults.clear();
    await section.role('tab', 'Чаты').click();
    await section.text('Алгебра 8 Б').waitFor();
    expect(await placesIn(section)).toEqual(loaded);
  });

  await test.step('nothing there, and what to do', async () => {
    for (const chat of stand.world.chats) chat.members = chat.members.filter((member) => member !== mariaId);
    const { scheduled, live } = stand.world.calls;
    for (const call of [...scheduled, ...live]) call.members = [];
    for (const { weekly, dates } of stand.world.timetable) {
      for (const plan of [...Object.values(weekly), ...Object.values(dates)]) if (plan) plan.lessons = [];
    }
    await page.reload();
    section = await openSection(page, 'Сферум');
    await section.role('button', 'Обновить').click();
    await section.text('Чатов пока нет').waitFor();
    await look(page, section, picture, 'section-empty-chats');
    await section.role('tab', 'Видеоконференции').click();
    await section.text('Видеоконференций пока нет').waitFor();
    await look(page, section, picture, 'section-empty-calls');
    await section.role('tab', 'Чаты').click();
  });

  await test.step('half the answer unreadable: the rest, and how many', async () => {
    const good = (id: number, title: string) => ({
      conversation: { peer: { id, type: 'chat', local_id: id - 2e9 }, chat_settings: { title } },
    });
    const items = [good(2_000_000_001, 'Читается'), null, 5, { conversation: { peer: 'x' } }];
    const chats = { count: 4, items, profiles: [], groups: [] };
    const scheduled = { items: [null, { call_id: 7 }], profiles: [], groups: [] };
    stand.faults.set('api.execute', { kind: 'unknownMethod' });
    stand.faults.set('api.messages.getConversations', { kind: 'body', body: { response: chats } });
    stand.faults.set('api.messages.getScheduledCalls', { kind: 'body', body: { response: scheduled } });
    await section.role('button', 'Обновить').click();
    await section.text('Не удалось прочитать чатов: 3. Остальные показаны.').waitFor();
    await section.text('Читается').waitFor();
    await look(page, section, picture, 'section-unreadable');
    await section.role('tab', 'Видеоконференции').click();
    await section.text('Не удалось прочитать видеоконференций: 2. Остальные показаны.').waitFor();
  });
});

test('VK’s troubles: what is held stays with its age, and there is a way on', async ({ browser, stand, picture }) => {
  // Monday, during the third lesson.
  stand.clock.set('2026-11-23T03:25:00Z');
  stand.reset();
  const page = await signInToDiary(browser, maria);
  let section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();
  const everywhere = ['host.api.vk.me', 'host.api.vk.com', 'host.api.vk.ru'] as const;

  await test.step('offline, with chats of seven minutes ago', async () => {
    await ageHeld(browser, 7 * 60_000);
    for (const host of everywhere) stand.faults.set(host, { kind: 'reset' });
    section = await reopen(page);
    await section.text('Алгебра 8 Б').waitFor();
    await section.text(/VK Мессенджер не отвечает/).waitFor('visible', { timeout: 20_000 });
    await section.text('Обновлено 7 минут назад').waitFor();
    await look(page, section, picture, 'section-stale-offline');
    stand.faults.clear();
    await section.role('button', 'Повторить').click();
    await section.text(/VK Мессенджер не отвечает/).waitFor('hidden', { timeout: 20_000 });
    await section.text('Обновлено только что').waitFor();
  });

  await test.step('it is seen that what is there is read again', async () => {
    stand.faults.set('api.execute', { kind: 'slow', ms: 1500 });
    await section.role('button', 'Обновить').click();
    await section.text('Обновляем…').waitFor();
    await section.text('Обновлено только что').waitFor();
    stand.faults.clear();
  });

  const troubles = [
    { name: 'captcha', code: 14, words: /не робот/, way: 'Открыть VK Мессенджер' },
    { name: 'no-access', code: 15, words: /не даёт доступа/, way: 'Повторить' },
  ];
  for (const { name, code, words, way } of troubles) {
    await test.step(name, async () => {
      stand.faults.set('api.execute', { kind: 'vkError', code });
      stand.faults.set('api.messages.getConversations', { kind: 'vkError', code });
      await section.role('button', 'Обновить').click();
      await section.text(words).waitFor();
      await section.role('button', way).waitFor();
      await look(page, section, picture, `section-${name}`);
      stand.faults.clear();
      await section.role('button', 'Обновить').click();
      await section.text(words).waitFor('hidden');
    });
  }

  await test.step('methods unknown to the server: chats all the same', async () => {
    for (const method of ['execute', 'messages.getScheduledCalls', 'messages.getCurrentCalls'] as const)
      stand.faults.set(`api.${method}`, { kind: 'unknownMethod' });
    const from = stand.requests.length;
    await section.role('button', 'Обновить').click();
    await expect.poll(() => requestsSince(stand, from)).toContain('messages.getCurrentCalls');
    await section.text('Алгебра 8 Б').waitFor();
    await section.role('tab', 'Видеоконференции').click();
    await section.role('row').having('Онлайн-урок').first().waitFor();
    expect(await section.role('status').count()).toBeGreaterThan(0);
    expect(await section.text(/изменился|не принял/).count()).toBe(0);
    await section.role('tab', 'Чаты').click();
    stand.faults.clear();
  });

  await test.step('rate limited: a countdown', async () => {
    stand.faults.set('api.execute', { kind: 'vkError', code: 9 });
    stand.faults.set('api.messages.getConversations', { kind: 'vkError', code: 9 });
    await section.role('button', 'Обновить').click();
    await section.text(/Повторим сами через [12]:\d\d/).waitFor('visible', { timeout: 20_000 });
    await section.text('Алгебра 8 Б').waitFor();
    await look(page, section, picture, 'section-rate-limited');
    const from = stand.requests.length;
    await section.role('button', 'Обновить').click();
    await section.text(/Повторим сами через/).waitFor();
    expect(requestsSince(stand, from)).toEqual([]);
  });
});

test('who is signed in: several people, another one, nobody', async ({ browser, stand, picture }) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();

  await test.step('several: asked before opening, «Нет» opens nothing', async () => {
    await signInToSferum(browser, stand, 'petr');
    await page.bringToFront();
    await section.text('Алгебра 8 Б').waitFor();
    expect(await section.evaluate(() => document.documentElement.outerHTML)).not.toContain('Тайный чат');
    await section.role('button', /^Алгебра 8 Б/).click();
    await section.text(/^Откроется профиль, который сейчас активен в VK Мессенджере\. Это Мария/).waitFor();
    expect(await section.focused()).toBe('group "Сообщение"');
    await look(page, section, picture, 'section-several');
    const before = (await browser.pages()).length;
    await section.role('button', 'Скрыть').click();
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

test('made ready before the click: nobody is asked, and nothing is left once the session changes @both', async ({
  browser,
  stand,
}) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();
  await page.role('link', 'Дневник').click();
  await expect.poll(async () => (await page.frames()).some((address) => address.includes('section.html'))).toBe(false);

  const from = stand.requests.length;
  await page.role('button', 'Сферум').hover();
  const ready = await page.frame('section.html');
  const drawn = () => ready.evaluate(() => document.body.textContent ?? '');
  await expect.poll(drawn).toContain('Алгебра 8 Б');
  expect(await ready.evaluate(() => document.images.length)).toBe(0);
  expect(await page.role('cell', 'Алгебра').first().isVisible()).toBe(true);
  expect(stand.requests.slice(from).map(({ host, path }) => host + path)).toEqual([]);

  await signOutOfSferum(browser);
  await expect.poll(drawn).not.toContain('Алгебра 8 Б');
  await page.bringToFront();
  await page.role('button', 'Сферум').click();
  await ready.role('button', 'Войти снова').waitFor();
});

test('the browser takes a right back: said, with a page where it is given again @both', async ({
  browser,
  picture,
}) => {
  const page = await signInToDiary(browser, maria);
  const section = await link(browser, page, maria);
  await section.text('Алгебра 8 Б').waitFor();
  await browser.revokeOrigin('https://web.vk.me/*');
  await forgetHeld(browser);
  const again = await reopen(page);
  await again.text(/Браузер не разрешает расширению/).waitFor();
  await look(page, again, picture, 'section-not-permitted');
  const address = await again.role('link', 'Разрешить доступ').attribute('href');
  expect(address).toMatch(/permission\.html$/);
  const permission = await browser.extensionPage('permission.html');
  await permission.text('web.vk.me').waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await permission.setColorScheme(scheme);
    await picture(permission, `permission-${scheme}`);
    expect(await permission.axe()).toEqual([]);
  }
  // Chromium's own question cannot be answered without its window: there the right is given in the settings.
  if (browser.name === 'firefox') await permission.role('button', 'Разрешить').click();
  else await browser.allowOrigin('https://web.vk.me/*');
  await permission.role('button', 'Закрыть эту вкладку').waitFor();
  await picture(permission, 'permission-done');
  await page.bringToFront();
  await again.text('Алгебра 8 Б').waitFor();
});
