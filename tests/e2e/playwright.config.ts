import { defineConfig } from '@playwright/test';
import type { Options } from './fixture.ts';

/** `npm run test:full`: everything, in both browsers. */
const isFull = Boolean(process.env.FULL);

export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../../.output/e2e/results',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // Two browsers on a busy machine: a second try, and `npm test` names whatever needed it.
  retries: 1,
  // Generous: a person's patience is not what is tried here, and the machine may be busy.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    // What only one browser has is tried in that one; `@full` marks the long tables.
    { name: 'chromium', use: { browserName: 'chromium' }, grepInvert: isFull ? [/@firefox/] : [/@firefox/, /@full/] },
    // Each journey is tried in Chromium every time. In Firefox every time: what only Firefox has, and `@both`, where it may
    // go another way there; the rest repeats in the full table.
    {
      name: 'firefox',
      use: { browserName: 'firefox' },
      grep: isFull ? /./ : /@firefox|@both/,
      grepInvert: isFull ? [/@chromium/] : [/@chromium/, /@full/],
    },
  ],
});
