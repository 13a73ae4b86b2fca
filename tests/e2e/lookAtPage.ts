import type { Page, Surface } from './driver/types.ts';
import { expect } from './fixture.ts';

type Picture = (surface: Surface, name: string) => Promise<void>;

/**
 * A page of the extension in both themes, narrow, with text twice as large and in the system's own colours: kept as pictures, with
 * no breach of WCAG in any and nothing that sticks out sideways.
 *
 * @param width as people have it; the toolbar popup has one width and no other
 */
export async function lookAtPage(page: Page, picture: Picture, name: string, width = 1000): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await page.setViewport({ width, height: 900 });
    await page.setColorScheme(scheme);
    await lookAt(page, picture, `${name}-${scheme}`);
  }
  await page.setViewport({ width: width < 400 ? width : 320, height: 900 });
  await lookAt(page, picture, `${name}-narrow`);
  await page.setViewport({ width: Math.min(width, 640), height: 900 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await lookAt(page, picture, `${name}-large-text`);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  await page.setForcedColors(true);
  await lookAt(page, picture, `${name}-forced-colors`);
  await page.setForcedColors(false);
}

async function lookAt(page: Page, picture: Picture, name: string): Promise<void> {
  await picture(page, name);
  expect(await page.axe(), name).toEqual([]);
  const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sticksOut, name).toBeLessThanOrEqual(0);
}
