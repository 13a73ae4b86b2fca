import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './browsers.ts';
import { top } from './builds.ts';
import { palettePng } from './png.ts';

/** The sizes that the manifest names, in pixels. */
const sizes = [16, 32, 128];
/** The toolbar's sign where nothing is linked: the same drawing in greys. */
const mutedSizes = [16, 32];

/** Draws the extension's sign, one SVG, in every size: `npm run icons`, after the sign has changed. */
const sign = readFileSync(join(top, 'components/theme/sign.svg'), 'utf8');
const muted = sign.replace('#5c2c12', '#5f6368').replace('#fed97d', '#f1f3f4');
const browser = await chromium.launch({ executablePath: findChromium() });
const page = await browser.newPage();

async function draw(drawing: string, size: number, name: string): Promise<void> {
  const pixels = await page.evaluate(
    async ({ source, side }) => {
      const image = new Image();
      image.src = `data:image/svg+xml;base64,${btoa(source)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: side, height: side });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0, side, side);
      return [...(context?.getImageData(0, 0, side, side).data ?? [])];
    },
    { source: drawing, side: size },
  );
  writeFileSync(join(top, 'public/icon', name), palettePng(pixels, size));
}

for (const size of sizes) await draw(sign, size, `${size}.png`);
for (const size of mutedSizes) await draw(muted, size, `muted-${size}.png`);
await browser.close();
