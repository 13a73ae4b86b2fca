import { defineConfig } from '@playwright/test';
import type { Options } from './fixture.ts';

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
  grepInvert: process.env.FULL ? [] : [/@full/],
  projects: [
    { name: 'chromium', use: { browserName: 'chromium' } },
    { name: 'firefox', use: { browserName: 'firefox' } },
  ],
});
