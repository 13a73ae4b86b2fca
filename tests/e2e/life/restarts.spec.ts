import { messengerSession } from '../../stand/shortcuts.ts';
import type { Stand } from '../../stand/stand.ts';
import type { Browser, Surface } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { maria, openSection, signInToDiary, signInToMessenger, walkSignIn } from '../people.ts';

/*
 * The browser ends with all its windows, and begins again. What is kept for one run of the browser is gone by then: tokens, chats, who
 * was seen, the windows' ids, alarms.
 */

let restarts = 0;

test.afterAll(() => {
  console.log(`${restarts} restarts of the browser`);
});

type Step = (tools: { browser: Browser; stand: Stand; section: Surface }) => Promise<void>;

const begin = (section: Surface) => section.role('button', 'Привязать аккаунт к Сферум').click();
const vkid = (browser: Browser) => browser.waitForPage(/^https:\/\/id\.vk\.ru\//);

/** The steps of linking that are kept, and how a person comes there. */
const steps: Readonly<Record<string, Step>> = {
  async 'the check of who is signed in'({ stand, section }) {
    stand.faults.set('messenger.webToken', { kind: 'slow', ms: 8000 });
    await begin(section);
    await expect.poll(() => stand.requests.some(({ query }) => query.act === 'web_token')).toBe(true);
    stand.faults.clear();
  },
  async 'VK ID’s window'({ browser, section }) {
    await begin(section);
    await (await vkid(browser)).field('Телефон или почта').waitFor();
  },
  async 'waiting for somebody to sign in'({ browser, stand, section }) {
    stand.world.vkidSignsInMessenger = false;
    await begin(section);
    await walkSignIn(await vkid(browser), maria);
    await section.role('heading', 'Войдите в Сферум').waitFor();
    await browser.waitForPage(/^https:\/\/web\.vk\.me\//);
  },
  async 'a choice of profiles'({ browser, stand, section }) {
    stand.world.vkidSignsInMessenger = false;
    await signInToMessenger(browser, messengerSession(stand.world, 'elena', 'maria'));
    await begin(section);
    await walkSignIn(await vkid(browser), maria);
    await section.role('heading', 'Выбор профиля для связки').waitFor();
  },
  async '«Проверьте данные»'({ browser, section }) {
    await begin(section);
    await walkSignIn(await vkid(browser), maria);
    await section.role('heading', 'Проверьте данные').waitFor();
  },
};

/** Goes on with linking by what the section offers, as a person would, until it is done. */
async function finish(browser: Browser, section: Surface): Promise<void> {
  const main = ['Связать', 'Начать снова', 'Привязать аккаунт к Сферум', 'Открыть окно входа'];
  await expect(async () => {
    for (const page of await browser.pages()) {
      if (/^https:\/\/(?:id\.vk\.ru|web\.vk\.me)\//.test(await page.url())) await walkSignIn(page, maria);
    }
    const fitting = section.role('radio', /Мария Соколова/);
    if (await fitting.isVisible()) {
      await fitting.click();
      await section.role('button', 'Продолжить').click();
    }
    for (const name of main) {
      const button = section.role('button', name);
      if (await button.isVisible()) {
        await button.click();
        break;
      }
    }
    await section.role('tab', 'Чаты').waitFor('visible', { timeout: 2000 });
  }).toPass({ timeout: 45_000 });
}

for (const [name, come] of Object.entries(steps)) {
  test(`the browser is restarted in linking, at ${name} @full`, async ({ browser, stand }) => {
    test.setTimeout(150_000);
    const section = await openSection(await signInToDiary(browser, maria), 'Авторизация в Сферум');
    await come({ browser, stand, section });
    await browser.restart();
    restarts += 1;
    const again = await openSection(await signInToDiary(browser, maria), 'Авторизация в Сферум');
    // The windows ended with the browser: it must not be said that there is one, unless linking has opened another by itself.
    await again.role('button').first().waitFor();
    const isShown = await again.role('button', 'Показать окно').isVisible();
    const addresses = await Promise.all((await browser.pages()).map((page) => page.url()));
    expect(isShown && !addresses.some((address) => /^https:\/\/(?:id\.vk\.ru|web\.vk\.me)\//.test(address))).toBe(
      false,
    );
    await finish(browser, again);
    expect((await browser.consoleErrors()).length).toBeLessThan(5);
  });
}
