import { join } from 'node:path';
import { _baseTest, type TestInfo } from '@playwright/test';
import { appId, type BrowserName, provideBuild, top, type Variant } from '../run/builds.ts';
import { family } from '../stand/scenarios/family.ts';
import type { Scenario } from '../stand/scenarios/scenario.ts';
import { type Stand, startStand } from '../stand/stand.ts';
import { endIdle, launch } from './driver/launch.ts';
import type { Browser, Surface } from './driver/types.ts';
import { waitUntil } from './driver/wait.ts';

export { expect } from '@playwright/test';

/** What a project or a file may choose by `test.use({ … })`. */
export interface Options {
  browserName: BrowserName;
  build: Variant;
  /** What the stand's world is made from. */
  scenario: Scenario;
  /** The computer's time zone; the real one where nothing is said. */
  zone: string | undefined;
  /** The browser's language. */
  language: 'ru' | 'en';
  /** Firefox with first-party isolation. */
  isolatesSites: boolean;
  /** What the person says yes to when asked: `notifications`, `https://school.example/*`. */
  agreesTo: readonly string[];
  /** Whether «Добро пожаловать», which installing opens, is still open. Where nothing is said the person has closed it. */
  welcome: 'open' | 'closed';
}

interface Fixtures {
  /** The services, anew for each test: nobody is signed in, nothing is broken, the time is right. */
  stand: Stand;
  /** The folder of the production build that the test asks for, made if need be. */
  extension: string;
  /** The browser with the extension, as in a fresh profile for each test. */
  browser: Browser;
  /** With `FULL` in the environment: keeps a picture to look at, `.output/pictures/<browser>/<name>.png`. */
  picture: (surface: Surface, name: string) => Promise<void>;
}

/**
 * The tests' own `test`.
 *
 * @example
 * test('the item opens the section', async ({ browser, stand }) => {
 *   const page = await browser.open('https://school.r-19.ru/personal-area/#diary');
 *   await page.role('button', 'Сферум').click();
 * });
 */
export const test = _baseTest.extend<Options & Fixtures, { runningStand: Stand }>({
  browserName: ['chromium', { option: true }],
  build: ['with VK ID', { option: true }],
  scenario: [family, { option: true }],
  zone: [undefined, { option: true }],
  language: ['ru', { option: true }],
  isolatesSites: [false, { option: true }],
  agreesTo: [[], { option: true }],
  welcome: ['closed', { option: true }],

  runningStand: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
    async ({}, use) => {
      const stand = await startStand({ appId });
      await use(stand);
      await endIdle();
      await stand.close();
    },
    { scope: 'worker' },
  ],

  stand: async ({ runningStand, scenario }, use, testInfo) => {
    runningStand.clock.set(Date.now());
    runningStand.clock.weekShift = 0;
    runningStand.reset(scenario);
    await use(runningStand);
    if (hasFailed(testInfo))
      await testInfo.attach('requests', { body: requestLog(runningStand), contentType: 'text/plain' });
  },

  extension: [
    async ({ build, browserName }, use) => use(await provideBuild(build, browserName)),
    // Building is no part of what is tried.
    { timeout: 180_000 },
  ],

  browser: async (
    { agreesTo, browserName, extension, isolatesSites, language, stand, welcome, zone },
    use,
    testInfo,
  ) => {
    const browser = await launch(browserName, {
      extension,
      port: stand.port,
      language,
      agreesTo,
      isolatesSites,
      headed: Boolean(process.env.HEADED),
      ...(zone === undefined ? {} : { zone }),
    });
    try {
      if (welcome === 'closed') await closeWelcome(browser);
      await use(browser);
      if (hasFailed(testInfo)) await attachPages(browser, testInfo);
    } finally {
      await browser.close();
    }
  },

  picture: async ({ browserName }, use) => {
    await use(async (surface, name) => {
      if (process.env.FULL) await surface.screenshot(join(top, '.output/pictures', browserName, `${name}.png`));
    });
  },
});

/** It would come to the front of what the test has opened by then. */
async function closeWelcome(browser: Browser): Promise<void> {
  const page = await waitUntil(
    async () => {
      for (const one of await browser.pages()) if ((await one.url()).endsWith('/welcome.html')) return one;
      return undefined;
    },
    { what: 'the page «Добро пожаловать»' },
  );
  await page.close();
}

function hasFailed(testInfo: TestInfo): boolean {
  return testInfo.status !== testInfo.expectedStatus;
}

/** A line a request: status, method, host, path; no query, which may hold a token. */
function requestLog(stand: Stand): string {
  return stand.requests
    .map(({ status, method, host, path }) => `${status ?? '---'} ${method} ${host}${path}`)
    .join('\n');
}

async function attachPages(browser: Browser, testInfo: TestInfo): Promise<void> {
  for (const [index, page] of (await browser.pages()).entries()) {
    const path = testInfo.outputPath(`page-${index + 1}.png`);
    // A page may be closing, or may never have been drawn.
    const isDrawn = await page.screenshot(path).then(
      () => true,
      () => false,
    );
    // A file's name takes no more.
    const name = `page ${index + 1}: ${(await page.url()).slice(0, 80)}`;
    if (isDrawn) await testInfo.attach(name, { path, contentType: 'image/png' });
  }
  const errors = await browser.consoleErrors();
  if (errors.length > 0) await testInfo.attach('console', { body: errors.join('\n'), contentType: 'text/plain' });
}
