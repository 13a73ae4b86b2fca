import type { Stand } from '../../stand/stand.ts';
import { signInToSferum, signOutOfSferum } from '../conflict.ts';
import type { Browser } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { setTime } from '../lessons.ts';
import { link, maria, openSection, petr, signInToDiary } from '../people.ts';
import { placesOf } from './kept.ts';

/** Chats and calls that only Мария may see. */
const ofMaria = /8 Б — родители|3 А — родители|Завтра контрольная|после врача|Родительское собрание/;
/** What only Пётр may see. */
const ofPetr = /Тайный чат|Родителям не показывать/;
/** VK's own ids of the two: personal profiles are dropped where they are read. */
const personal = /871000001|871000203/;
/** What a lesson says: never on disk. */
const lessons = /Алгебра|География|call_link|telemost/;

/** All tokens that the stand has ever given. */
function tokensOf({ world }: Stand): string[] {
  return [...world.messenger.tokens.keys(), ...world.vkid.tokens.keys()];
}

/** Every frame of the extension that is open, as its markup: what the diary itself shows of its person is the diary's. */
async function shown(browser: Browser): Promise<string> {
  const texts: string[] = [];
  for (const page of await browser.pages()) {
    for (const address of await page.frames().catch(() => [] as string[])) {
      if (!address.startsWith(browser.extensionOrigin)) continue;
      const frame = await page.frame(address, { timeout: 2000 }).catch(() => null);
      if (frame) texts.push(await frame.evaluate(() => document.documentElement.outerHTML).catch(() => ''));
    }
  }
  return texts.join('\n');
}

/**
 * What is kept while the browser runs, but for the VK ID token of a link, which stays to withdraw the consent with and is shown to
 * nobody.
 */
async function sessionOf(browser: Browser): Promise<string> {
  const { vkid: _, ...others } = JSON.parse((await placesOf(browser)).session) as Record<string, unknown>;
  return JSON.stringify(others);
}

/** What holds at every moment, whoever is there. */
async function proveAlways(browser: Browser, stand: Stand): Promise<void> {
  const { disk, session, databases } = await placesOf(browser);
  expect(disk).not.toMatch(lessons);
  expect(disk).not.toMatch(ofMaria);
  expect(disk).not.toMatch(ofPetr);
  expect(disk).not.toMatch(personal);
  expect(databases).toBe('[]');
  for (const token of tokensOf(stand)) expect(disk).not.toContain(token);
  for (const { remixdsid } of stand.requests.map(({ cookies }) => cookies))
    if (remixdsid) expect(disk + session).not.toContain(remixdsid);
  for (const { host, query, form, path } of stand.requests) {
    const carried = JSON.stringify([query, form]);
    if (tokensOf(stand).some((token) => carried.includes(token)))
      expect([host, path].join('')).toMatch(/^(?:api\.vk\.(?:me|com|ru)|id\.vk\.ru)\//);
  }
  const errors = (await browser.consoleErrors()).join('\n');
  for (const trace of [ofMaria, ofPetr, personal, /Мария|Пётр|Соколов/]) expect(errors).not.toMatch(trace);
}

test('a day of two people in one browser: nothing of either is where the other is @full', async ({
  browser,
  stand,
}) => {
  test.setTimeout(240_000);
  setTime(stand, '08:40');

  await test.step('Мария links, reads and joins', async () => {
    const diary = await signInToDiary(browser, maria);
    const section = await link(browser, diary, maria);
    await section.text('8 Б — родители').waitFor();
    await section.role('tab', 'Видеоконференции').click();
    await section.role('button', 'Перейти').first().waitFor();
    await proveAlways(browser, stand);
  });

  const tokensOfMaria = [...stand.world.messenger.tokens.keys()];

  await test.step('Пётр signs in to VK, the diary is still hers', async () => {
    await signOutOfSferum(browser);
    await signInToSferum(browser, stand, 'petr');
    const [diary] = (await browser.pages()).slice(-1);
    await diary?.bringToFront();
    await expect.poll(() => shown(browser), { timeout: 15_000 }).not.toMatch(ofMaria);
    const { session } = await placesOf(browser);
    expect(session).not.toMatch(ofMaria);
    for (const token of tokensOfMaria) expect(session).not.toContain(token);
    await proveAlways(browser, stand);
  });

  await test.step('Пётр signs in to the diary, too', async () => {
    const diary = await signInToDiary(browser, petr);
    await diary.role('button', 'Авторизация в Сферум').waitFor();
    await expect.poll(() => shown(browser), { timeout: 15_000 }).not.toMatch(/Мария|Анна/);
    expect(await sessionOf(browser)).not.toMatch(/Мария|Анна|871000002/);
    const section = await openSection(diary, 'Авторизация в Сферум');
    await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
    expect(await section.evaluate(() => document.body.textContent ?? '')).not.toMatch(/Мария|Анна/);
    const popup = await browser.openPopup(diary);
    await popup.waitForText(/Сегодня/);
    expect(await popup.text()).not.toMatch(/Мария|Анна/);
    await popup.close();
    await proveAlways(browser, stand);
  });

  await test.step('both go', async () => {
    await signOutOfSferum(browser);
    const page = await browser.open(`${petr.host}/auth/force-logout`);
    await page.goto(`${petr.host}/personal-area/#diary`);
    await expect
      .poll(() => sessionOf(browser), { timeout: 15_000 })
      .not.toMatch(/Мария|Анна|Пётр|Соколов|Алгебра|8710000/);
    for (const token of stand.world.messenger.tokens.keys()) expect(await sessionOf(browser)).not.toContain(token);
    expect(await browser.badge()).toBe('');
    await proveAlways(browser, stand);
  });
});
