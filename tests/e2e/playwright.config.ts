import { defineConfig } from '@playwright/test';
import type { Options } from './fixture.ts';

const notNow = process.env.FULL ? [] : [/@full/];

export default defineConfig<Options>({
  testDir: '.',
  outputDir: '../../.output/e2e/results',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // Generous: a person's patience is not what is tried here, and the machine may be busy.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    // What only one browser has is tried in that one.
    { name: 'chromium', use: { browserName: 'chromium' }, grepInvert: [...notNow, /@firefox/] },
    { name: 'firefox', use: { browserName: 'firefox' }, grepInvert: [...notNow, /@chromium/] },
  ],
});
