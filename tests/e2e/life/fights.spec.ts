import { invitations, isCovered, noticeOf, signInToSferum } from '../conflict.ts';
import type { Browser, Page } from '../driver/types.ts';
import { expect, test } from '../fixture.ts';
import { pause } from '../lessons.ts';
import { meddled } from '../mounted.ts';

/*
 * Another script, of the page or of another extension, fights for our place again and again, as fast as it can. Tried elsewhere: for
 * the menu item, the section and the lesson buttons (`page/mounting`, `page/places`).
 */

const site = 'https://school-site.example.ru';
const sitePage = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Школа</title><body>
<p id="link">Алгебра <a href="https://telemost.yandex.ru/j/12345678901234">ссылка</a></p></body></html>`;

/** So many moves of ours are the most, in all rounds together: five a round against a script that moves ours, twenty where the page changes. */
const mostMoves = 130;

const ofCover = {
  'takes it out': () => document.querySelector('sferum-notice')?.remove(),
  'takes the mark off': () => document.documentElement.removeAttribute('data-sferum-notice'),
  'hides it by its style': () =>
    document.querySelector<HTMLElement>('sferum-notice')?.style.setProperty('display', 'none', 'important'),
  'gives it a class of its own': () => {
    const cover = document.querySelector('sferum-notice');
    if (cover && cover.className !== 'away') cover.className = 'away';
  },
} as const;

/** Meddles whenever anything changes, and counts how often it had to; until it is told to stop. */
async function fight(page: Page, name: string, act: () => void, isOurs: string): Promise<void> {
  await page.evaluate(
    ({ key, source, seen }) => {
      const state = window as unknown as { __meddled?: Record<string, number>; __peace?: boolean };
      state.__meddled ??= {};
      const counts = state.__meddled;
      counts[key] = 0;
      const meddle = new Function(`return (${source})`)() as () => void;
      const isThere = new Function(`return (${seen})`)() as () => boolean;
      const look = () => {
        if (state.__peace || !isThere()) return;
        counts[key] = (counts[key] ?? 0) + 1;
        meddle();
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
      look();
    },
    { key: name, source: act.toString(), seen: isOurs },
  );
}

/** Our cover stands whole. */
const coverStands = `() => {
  const cover = document.querySelector('sferum-notice');
  return cover !== null && document.documentElement.hasAttribute('data-sferum-notice')
    && cover.className === '' && cover.style.getPropertyPriority('display') === '';
}`;

let moves = 0;
test.afterAll(() => {
  console.log(`${moves} moves of ours against scripts that fight`);
});

for (const [name, act] of Object.entries(ofCover)) {
  test(`the cover of an invitation and a script that ${name}: an end comes, nobody is left before an empty page @full`, async ({
    browser,
    stand,
  }) => {
    await signInToSferum(browser, stand, 'petr');
    const page = await browser.open(invitations.petr);
    await noticeOf(page);
    await fight(page, name, act, coverStands);

    await test.step('after some moves the page is left alone', async () => {
      await expect.poll(() => isCovered(page)).toBe(false);
      const count = await meddled(page, name);
      expect(count).toBeGreaterThan(0);
      await pause(4000);
      expect(await meddled(page, name)).toBeLessThan(mostMoves);
      expect(await page.evaluate(() => document.body.innerText.trim().length)).toBeGreaterThan(0);
    });

    await test.step('once it rests the cover is back by itself, and works', async () => {
      await page.evaluate(() => {
        Object.assign(window, { __peace: true });
      });
      await expect.poll(() => isCovered(page), { timeout: 20_000 }).toBe(true);
      const notice = await noticeOf(page);
      await notice.role('button', 'Всё равно открыть страницу').click();
      await expect.poll(() => isCovered(page)).toBe(false);
    });
    moves += await meddled(page, name);
    expect((await browser.consoleErrors()).length).toBeLessThan(5);
  });
}

test('a cover that a style sheet of another hides does not leave an empty page @full', async ({ browser, stand }) => {
  await signInToSferum(browser, stand, 'petr');
  const page = await browser.open(invitations.petr);
  await noticeOf(page);
  await page.evaluate(() => {
    const sheet = document.createElement('style');
    sheet.textContent = 'html sferum-notice { display: none !important; }';
    document.head.append(sheet);
  });
  await expect.poll(() => isCovered(page)).toBe(false);
});

const ofButtons = {
  'takes it away': () => document.querySelector('sferum-call-link')?.remove(),
  'moves it elsewhere': () => {
    const button = document.querySelector('sferum-call-link');
    if (button) document.body.prepend(button);
  },
  'puts a copy of the link in its place each time': () => {
    const link = document.querySelector('#link a');
    document.querySelector('sferum-call-link')?.remove();
    link?.replaceWith(link.cloneNode(true));
  },
} as const;

test.describe('on an allowed site', () => {
  test.use({ agreesTo: [`${site}/*`] });

  for (const [name, act] of Object.entries(ofButtons)) {
    test(`the button behind a link and a script that ${name}: an end comes, the page lives @full`, async ({
      browser,
      stand,
    }) => {
      const page = await openAllowed(browser, () => stand.world.sites.set('school-site.example.ru', sitePage));
      await fight(page, name, act, `() => document.querySelector('#link sferum-call-link') !== null`);
      await pause(4000);
      const count = await meddled(page, name);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(mostMoves);
      await pause(12_000);
      expect(await meddled(page, name)).toBeLessThan(mostMoves);
      expect(await page.text(/Алгебра/).isVisible()).toBe(true);
      moves += await meddled(page, name);
      expect((await browser.consoleErrors()).length).toBeLessThan(5);
    });
  }
});

async function openAllowed(browser: Browser, serve: () => void): Promise<Page> {
  serve();
  const permission = await browser.extensionPage(`permission.html?site=${encodeURIComponent(site)}`);
  await permission.role('button', 'Разрешить').click();
  await permission.text(/^Готово/).waitFor();
  const page = await browser.open(`${site}/`);
  await page.role('button', 'Подключиться').waitFor();
  return page;
}
