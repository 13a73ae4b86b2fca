import { messengerSession } from '../../../stand/shortcuts.ts';
import type { Stand } from '../../../stand/stand.ts';
import type { Browser, Page, Surface } from '../../driver/types.ts';
import { linkMaria, openDiary, setTime } from '../../lessons.ts';
import { openSection, signInToMessenger } from '../../people.ts';
import type { Tools } from './scene.ts';

/** Maria's diary during the first lesson of a Monday, linked to her educational profile, which is signed in. */
export async function openLinkedDiary({ browser, stand }: Tools): Promise<Page> {
  setTime(stand, '08:40');
  await linkMaria(browser);
  await letMariaIn(browser, stand);
  return openDiary(browser, stand);
}

/** Maria is signed in to VK Мессенджер. */
export function letMariaIn(browser: Browser, stand: Stand): Promise<void> {
  return signInToMessenger(browser, messengerSession(stand.world, 'maria'));
}

/** All that was kept for this run of the browser is forgotten, and the background begins anew: as after a restart. */
export function forgetRun(browser: Browser): Promise<void> {
  return clear(browser, ['session']);
}

/** As after an installation. */
export function forgetAll(browser: Browser): Promise<void> {
  return clear(browser, ['session', 'local']);
}

async function clear(browser: Browser, areas: readonly ('session' | 'local')[]): Promise<void> {
  // What was under way would be written down after it.
  await browser.killBackground();
  await browser.inExtension(async (names) => {
    interface Extension {
      chrome: { storage: Record<'session' | 'local', { clear(): Promise<void> }> };
    }
    const { storage } = (globalThis as unknown as Extension).chrome;
    await Promise.all(names.map((name) => storage[name].clear()));
  }, areas);
  await browser.killBackground();
}

/** The section is closed by another item of the menu. */
export async function closeSection(page: Page): Promise<void> {
  const isOpen = async () => (await page.frames()).some((address) => address.includes('section.html'));
  if (!(await isOpen())) return;
  await page.role('link', 'Дневник').click();
  for (let tries = 0; tries < 100 && (await isOpen()); tries += 1)
    await page.role('link', 'Дневник').first().isVisible();
}

/** Opens the section of a linked account anew. */
export async function openSectionAnew(page: Page): Promise<Surface> {
  await closeSection(page);
  return openSection(page, 'Сферум');
}

/** Clicks the button where it is there and can be used. */
export async function clickIfThere(surface: Surface, name: string): Promise<boolean> {
  const button = surface.role('button', name, { disabled: false }).first();
  if (!(await button.isVisible())) return false;
  await button.click();
  return true;
}

/** Writes down what the extension keeps, as it does itself; `null` takes it away. */
export async function keepInBrowser(
  browser: Browser,
  area: 'local' | 'session',
  key: string,
  value: unknown,
): Promise<void> {
  await browser.inExtension(
    async ({ area: name, key: at, value: kept }) => {
      interface Area {
        set(values: object): Promise<void>;
        remove(key: string): Promise<void>;
      }
      interface Extension {
        chrome: { storage: Record<'local' | 'session', Area> };
      }
      const place = (globalThis as unknown as Extension).chrome.storage[name];
      await (kept === null ? place.remove(at) : place.set({ [at]: { version: 1, value: kept } }));
    },
    { area, key, value },
  );
}

/** A day later: VK's pauses are over, and what it refused may be asked for again. */
export async function forgetRefusals(browser: Browser): Promise<void> {
  await keepInBrowser(browser, 'session', 'apiMemory', null);
  await browser.killBackground();
}

/** Another person's diary is linked in this browser. */
export async function linkSomebodyElse(browser: Browser): Promise<void> {
  const origin = 'https://openschool.49gov.ru';
  const accountKey = `${origin}#1`;
  await keepInBrowser(browser, 'local', 'links', {
    [accountKey]: {
      accountKey,
      origin,
      accountName: 'Другой Человек',
      accountRole: 'parent',
      profileId: 871_000_099,
      profileName: 'Другой Человек',
      profileRoles: ['parent'],
      profileRolesText: 'Родитель',
      organizations: [],
      photo: null,
      linkedAt: Date.now(),
      usedAt: Date.now(),
      samePersonConfirmed: false,
    },
  });
}
