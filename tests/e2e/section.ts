import type { Stand } from '../stand/stand.ts';
import type { Browser, Page, Surface } from './driver/types.ts';
import { expect } from './fixture.ts';
import { openSection } from './people.ts';

/** Widths between which the section has to look right. */
export const widths = [480, 1000, 1600] as const;

type Picture = (surface: Surface, name: string) => Promise<void>;

/** The section in all widths, and with text twice as large: kept as pictures, with no breach of WCAG in any. */
export async function lookAtAll(page: Page, section: Surface, picture: Picture, name: string): Promise<void> {
  // The diary's own page is never narrower than 1040; others may be.
  await page.evaluate(() => {
    document.body.style.minWidth = '0';
  });
  for (const width of widths) {
    await resize(page, section, width);
    await look(page, section, picture, `${name}-${width}`);
  }
  await resize(page, section, 1020);
  await section.evaluate(() => {
    document.documentElement.style.fontSize = '175%';
  });
  await settled(section);
  await look(page, section, picture, `${name}-large-text`);
  await section.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
}

/** Makes the section's frame so wide: the diary's menu stands beside it. */
export async function resize(page: Page, section: Surface, width: number): Promise<void> {
  const outside = (await page.evaluate(() => window.innerWidth)) - (await section.evaluate(() => window.innerWidth));
  await page.setViewport({ width: width + outside, height: 900 });
  // A scroll bar that comes or goes makes a small difference.
  await expect.poll(async () => Math.abs((await section.evaluate(() => window.innerWidth)) - width)).toBeLessThan(20);
  await settled(section);
}

/** What was laid out anew has been drawn. */
function settled(section: Surface): Promise<void> {
  return section.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
}

/** Keeps a picture and asks axe; nothing may stick out sideways. */
export async function look(page: Page, section: Surface, picture: Picture, name: string): Promise<void> {
  await picture(page, name);
  expect(await section.axe()).toEqual([]);
  const sticksOut = await section.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sticksOut).toBeLessThanOrEqual(0);
}

/** The section is closed by another item and opened again: a new frame with what is held. */
export async function reopen(page: Page): Promise<Surface> {
  await page.role('link', 'Дневник').click();
  await expect
    .poll(async () => (await page.frames()).filter((address) => address.includes('section.html')))
    .toEqual([]);
  return openSection(page, 'Сферум');
}

/** What the extension holds of chats and calls is forgotten, as after a day. */
export async function forgetHeld(browser: Browser): Promise<void> {
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
export async function ageHeld(browser: Browser, age: number): Promise<void> {
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

/** Requests to VK's API and for its tokens since the stand was at `from` of its log. */
export function requestsSince(stand: Stand, from: number): string[] {
  return stand.requests
    .slice(from)
    .filter(({ path, query }) => path.startsWith('/method/') || query.act === 'web_token')
    .map(({ path, query }) => query.act ?? path.replace('/method/', ''));
}
