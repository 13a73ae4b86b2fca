import { expect, test } from '../fixture.ts';
import { link, maria, signInToDiary } from '../people.ts';

interface SessionStorage {
  storage: {
    session: {
      get(key: 'presence'): Promise<{ presence: { value: { checkedAt: number } } }>;
      set(values: object): Promise<void>;
    };
  };
}

test('somebody else is there by the time a chat is opened: said, and nothing opens @full', async ({
  browser,
  stand,
}) => {
  const diary = await signInToDiary(browser, maria);
  const section = await link(browser, diary, maria);
  const chat = section.role('button', /8 Б — родители/);
  await chat.waitFor();
  // The session changes at the server, with no cookie to tell of it, and what was known of it grows old.
  for (const session of stand.world.messenger.sessions.values()) {
    session.accounts = [{ person: 'petr', educational: true, personal: false }];
    session.active = 'petr';
  }
  await browser.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: SessionStorage }).chrome;
    const { presence } = await storage.session.get('presence');
    presence.value.checkedAt -= 120_000;
    await storage.session.set({ presence });
  });
  await browser.killBackground();
  const before = (await browser.pages()).length;
  await chat.click();
  await section
    .text(/открыт Сферум другого человека: Пётр/)
    .first()
    .waitFor();
  await chat.waitFor('hidden');
  expect(await browser.pages()).toHaveLength(before);
});
