import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './browsers.ts';
import { top } from './builds.ts';

/** The sizes that the manifest names, in pixels. */
const sizes = [16, 32, 48, 96, 128];

/** Draws the extension's sign, one SVG, in every size: `npm run icons`, after the sign has changed. */
const sign = readFileSync(join(top, 'components/theme/sign.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: findChromium() });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${sign}`);
  await page.screenshot({ path: join(top, 'public/icon', `${size}.png`), omitBackground: true });
}
await browser.close();
