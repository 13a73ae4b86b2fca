import type { Surface } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { setTime } from '../lessons.ts';
import { link, maria, openSection, signInToDiary } from '../people.ts';
import { ageHeld, forgetHeld, look, reopen, requestsSince } from '../section.ts';

const mariaId = 871000002;

/** Where things stand in the section, pixels from its top. */
async function placesIn(section: Surface): Promise<Record<string, number>> {
  const found = { tabs: section.role('tablist'), search: section.role('searchbox'), list: section.role('list') };
  const places: Record<string, number> = {};
  for (const [name, one] of Object.entries(found)) places[name] = Math.round((await one.first().box()).y);
  return places;
}

test('loading, empty, half unreadable @full', async ({ browser, stand, picture }) => {
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
    await section.text(/VK Мессенджер ответил непонятно/).waitFor();
  });
});

test('VK’s troubles: what is held stays with its age, and there is a way on @full', async ({
  browser,
  stand,
  picture,
}) => {
  // Monday, during the third lesson.
  setTime(stand, '10:25');
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
    // «Обновить» does not look as if it did something, and says when it will.
    await section.text(/Обновить можно через [12]:\d\d/).waitFor();
    expect(await section.role('button', 'Обновить', { disabled: true }).count()).toBe(1);
  });
});
