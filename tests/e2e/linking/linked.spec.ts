import { messengerSession } from '../../stand/shortcuts.ts';
import { expect, test } from '../fixture.ts';
import { pause } from '../lessons.ts';
import { link, maria, openSection, signInToDiary, signInToMessenger } from '../people.ts';

test('another profile is signed in afterwards: told so, and its chats are not shown', async ({
  browser,
  stand,
  picture,
}) => {
  const diary = await signInToDiary(browser, maria);
  const section = await link(browser, diary, maria);
  await section.role('button', /8 Б — родители/).waitFor();
  await signInToMessenger(browser, messengerSession(stand.world, 'petr'));
  await section.text(/открыт Сферум другого человека: Пётр/).waitFor('visible', { timeout: 20_000 });
  expect(await section.role('button', /8 Б/).count()).toBe(0);
  await picture(diary, 'another-person');
  await signInToMessenger(browser, messengerSession(stand.world, 'maria'));
  await section.role('button', /8 Б — родители/).waitFor('visible', { timeout: 20_000 });
});

test('unlinking works offline @full', async ({ browser, stand }) => {
  const diary = await signInToDiary(browser, maria);
  const section = await link(browser, diary, maria);
  stand.faults.set('vkid.revoke', { kind: 'reset' });
  stand.faults.set('messenger.webToken', { kind: 'reset' });
  await section.role('button', 'Отвязать учетную запись').click();
  await section.role('dialog').role('button', 'Да').click();
  await section.role('button', 'Привязать аккаунт к Сферум').waitFor();
  await section.text(/странице VK ID/).waitFor();
});

test('a link that nobody used for half a year is asked about @chromium @full', async ({ browser, picture }) => {
  const diary = await signInToDiary(browser, maria);
  await link(browser, diary, maria);
  // The clock cannot be moved by half a year under a session that must stay alive: the link is made older instead.
  await browser.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: ExtensionStorage }).chrome;
    const { links } = await storage.local.get('links');
    for (const kept of Object.values(links.value)) kept.usedAt -= 200 * 24 * 60 * 60_000;
    await storage.local.set({ links });
  });
  await diary.reload();
  const section = await openSection(diary, 'Сферум');
  await section.text(/больше полугода/).waitFor();
  await picture(diary, 'long-unused');
  await section.role('button', 'Оставить').click();
  await section.text(/больше полугода/).waitFor('hidden');
});

interface ExtensionStorage {
  storage: {
    local: {
      get(key: 'links'): Promise<{ links: { version: number; value: Record<string, { usedAt: number }> } }>;
      set(values: object): Promise<void>;
    };
  };
}

test('a diary whose session is over keeps the label that its menu had, without a number @full', async ({
  browser,
  stand,
}) => {
  const page = await signInToDiary(browser, maria);
  await link(browser, page, maria);
  await page.role('link', 'Дневник').click();
  await page.role('button', /^Сферум/).waitFor();
  stand.world.diarySessions.clear();
  const from = stand.requests.length;
  // As out of the browser's page cache: who is there is asked anew.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect
    .poll(
      () =>
        stand.requests.slice(from).filter(({ path, status }) => path.endsWith('GetPersonData') && status === 403)
          .length,
    )
    .toBeGreaterThan(0);
  await pause(1000);
  await page.role('button', 'Сферум').waitFor();
  expect(await page.role('button', 'Авторизация в Сферум').count()).toBe(0);
});
