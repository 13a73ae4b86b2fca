import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../run/browsers.ts';
import { buildFolder } from '../run/builds.ts';
import { signInHop } from '../stand/messenger/hop.ts';
import { diarySession } from '../stand/shortcuts.ts';
import type { Stand } from '../stand/stand.ts';
import { personOf } from '../stand/world.ts';

export const host = 'school.r-19.ru';
export const personalArea = `https://${host}/personal-area/`;

/** Mария’s account and her educational profile. */
export const account = 700101;
export const profileId = 871000002;

/** A real Chromium of its own, with the production build in it, another one, or none. */
export interface Bench {
  context: BrowserContext;
  /** Address of the extension; empty without it. */
  extension: string;
  close(): Promise<void>;
}

/** Starts a browser whose every host name leads to the stand, signed in to the diary. */
export async function openBrowser(
  stand: Stand,
  extensionFolder: string | null = buildFolder('with VK ID', 'chromium'),
  program = findChromium(),
): Promise<Bench> {
  const profile = await mkdtemp(join(tmpdir(), 'sferum-bench-'));
  const extension = [`--disable-extensions-except=${extensionFolder}`, `--load-extension=${extensionFolder}`];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    ignoreHTTPSErrors: true,
    locale: 'ru-RU',
    viewport: { width: 1280, height: 900 },
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--lang=ru',
      // What the browser itself asks for does not reach the stand.
      `--host-resolver-rules=MAP *.google.com ~NOTFOUND, MAP *.googleapis.com ~NOTFOUND, MAP * 127.0.0.1:${stand.port}`,
      '--ignore-certificate-errors',
      '--disable-quic',
      ...(extensionFolder === null ? [] : extension),
    ],
  });
  const worker =
    extensionFolder === null ? null : (context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker')));
  await context.addCookies([
    { name: 'sessionid', value: diarySession(stand.world, host, account), domain: host, path: '/', secure: true },
  ]);
  return {
    context,
    // Node knows no origin of such an address.
    extension: worker ? `chrome-extension://${new URL(worker.url()).host}` : '',
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Links Мария and signs her in to VK Мессенджер. */
export async function link({ context }: Bench, stand: Stand): Promise<void> {
  const [worker] = context.serviceWorkers();
  const key = `https://${host}#${account}`;
  await worker?.evaluate(
    ([accountKey, id]) => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { local: { set(items: object): unknown } } } };
      const now = Date.now();
      const kept = {
        accountKey,
        origin: 'https://school.r-19.ru',
        accountName: 'Соколова Мария Игоревна',
        accountRole: 'parent',
        profileId: id,
        profileName: 'Мария Соколова',
        profileRoles: ['parent'],
        profileRolesText: 'Родитель',
        organizations: [],
        photo: null,
        linkedAt: now,
        usedAt: now,
        samePersonConfirmed: false,
      };
      return chrome.storage.local.set({ links: { version: 1, value: { [accountKey]: kept } } });
    },
    [key, profileId] as const,
  );
  const page = await context.newPage();
  await page.goto(signInHop(stand.world, personOf(stand.world, 'maria'), 'https://web.vk.me/'));
  await page.waitForURL('https://web.vk.me/');
  await page.close();
}

/** Waits until the content script has read the week and decorated it. */
export async function waitForButtons(page: Page, least: number): Promise<void> {
  await page.waitForFunction((count) => document.querySelectorAll('sferum-lesson').length >= count, least);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
