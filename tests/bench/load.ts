import type { Page } from '@playwright/test';
import type { Stand } from '../stand/stand.ts';
import { type Bench, openBrowser, pause, personalArea } from './browser.ts';
import { spreadOf } from './statistics.ts';
import type { Line } from './table.ts';
import { type ScriptTime, traceScripts } from './trace.ts';

/** Loads that are measured, after those that warm up. */
const rounds = 10;
const warmUps = 2;

/** How long a page is watched after its load, milliseconds: the answers have come and been decorated by then. */
const settling = 700;

/** Notes when the menu and our item came, on the page's own clock. */
function watchMenu(): void {
  const times: { menu?: number; item?: number } = {};
  Object.assign(window, { benchTimes: times });
  new MutationObserver(() => {
    if (times.menu === undefined && document.querySelector('ul.menu')) times.menu = performance.now();
    if (times.item === undefined && document.querySelector('sferum-menu-item')) times.item = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/** From menu to item, and the script time that a page load has more. */
export async function measureLoads(stand: Stand): Promise<Line[]> {
  const withIt = await openBrowser(stand, true);
  const without = await openBrowser(stand, false);
  try {
    const pages = { withIt: await withIt.context.newPage(), without: await without.context.newPage() };
    await pages.withIt.addInitScript(watchMenu);
    const own: ScriptTime[] = [];
    const bare: ScriptTime[] = [];
    const menu: number[] = [];
    for (let round = -warmUps; round < rounds; round += 1) {
      const measured = await loadOnce(withIt, pages.withIt);
      const base = await loadOnce(without, pages.without);
      if (round < 0) continue;
      own.push(measured);
      bare.push(base);
      menu.push(await pages.withIt.evaluate(menuToItem));
    }
    const added = spreadOf(own.map(({ extension }) => extension));
    const page = spreadOf(bare.map(({ page: script }) => script));
    return [
      { name: 'from the menu to our item', unit: 'ms', measured: spreadOf(menu), budget: 16.7 },
      {
        name: 'script time added to a page load',
        unit: 'ms',
        measured: added,
        budget: 5,
        note: `the page’s own without the extension: ${page.median.toFixed(1)} ms; ratio ${(added.median / page.median).toFixed(2)}`,
      },
    ];
  } finally {
    await Promise.all([withIt.close(), without.close()]);
  }
}

async function loadOnce({ context, extension }: Bench, page: Page): Promise<ScriptTime> {
  await page.goto('about:blank');
  return traceScripts(context, extension, async () => {
    await page.goto(`${personalArea}#diary`);
    await page.locator('.content table').first().waitFor();
    await pause(settling);
  });
}

function menuToItem(): number {
  const { benchTimes } = window as unknown as { benchTimes: { menu?: number; item?: number } };
  return (benchTimes.item ?? Number.NaN) - (benchTimes.menu ?? Number.NaN);
}
