import { signInHop } from '../stand/messenger/hop.ts';
import type { Stand } from '../stand/stand.ts';
import { personOf } from '../stand/world.ts';
import type { Browser, Page, Surface } from './driver/types.ts';

/** Invitations of the stand's family. */
export const invitations = {
  petr: 'https://sferum.ru/?p=invite_parent&invite=petr-8b-4f2a',
  kirill: 'https://sferum.ru/?p=invite_parent&invite=kirill-6a-77e0',
};

/** Signs a person in to VK Мессенджер and Сферум, next to whoever is there, without going through the forms. */
export async function signInToSferum(browser: Browser, stand: Stand, person: string): Promise<void> {
  const page = await browser.open(hopTo(stand, person));
  await page.waitForAddress(/^https:\/\/web\.vk\.me\/$/);
  await page.close();
}

/** The address that signs a person in where it is opened, in a private window too. */
export function hopTo(stand: Stand, person: string): string {
  return signInHop(stand.world, personOf(stand.world, person), 'https://web.vk.me/');
}

/** The only person who is signed in leaves, in a tab of its own. */
export async function signOutOfSferum(browser: Browser): Promise<void> {
  const page = await browser.open('https://web.vk.me/');
  await signOutOf(page);
  await page.field('Телефон или почта').waitFor();
  await page.close();
}

/** The active person leaves VK Мессенджер by its own menu. What comes then is not waited for: the extension may close the tab. */
export async function signOutOf(page: Page): Promise<void> {
  await page.css('summary').click();
  await page.role('button', 'Выйти').click();
}

/** The notice over a page of Сферум. */
export function noticeOf(page: Page): Promise<Surface> {
  return page.frame('notice.html');
}

/** Whether the page of Сферум itself can be seen. */
export async function isCovered(page: Page): Promise<boolean> {
  return page.evaluate(() => getComputedStyle(document.body).display === 'none');
}

/** Requests to VK since the stand was reset. */
export function requestsToVk(stand: Stand): string[] {
  return stand.requests
    .filter(({ path, query }) => path.startsWith('/method/') || query.act === 'web_token')
    .map(({ host, path }) => host + path);
}
