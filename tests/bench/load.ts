import type { Page } from '@playwright/test';
import type { Stand } from '../stand/stand.ts';
import { type Bench, openBrowser, pause, personalArea } from './browser.ts';
import { buildEmpty } from './empty.ts';
import { footprintOf, heapAt } from './memory.ts';
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
  const withIt = await openBrowser(stand);
  const without = await openBrowser(stand, null);
  const withEmpty = await openBrowser(stand, await buildEmpty());
  const benches = [withIt, without, withEmpty];
  try {
    const pages = {
      withIt: await withIt.context.newPage(),
      without: await without.context.newPage(),
      withEmpty: await withEmpty.context.newPage(),
    };
    await pages.withIt.addInitScript(watchMenu);
    const own: ScriptTime[] = [];
    const bare: ScriptTime[] = [];
    const empty: ScriptTime[] = [];
    const menu: number[] = [];
    for (let round = -warmUps; round < rounds; round += 1) {
      const measured = await loadOnce(withIt, pages.withIt);
      const base = await loadOnce(without, pages.without);
      const ofEmpty = await loadOnce(withEmpty, pages.withEmpty);
      if (round < 0) continue;
      own.push(measured);
      bare.push(base);
      empty.push(ofEmpty);
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
      {
        name: '… of an empty content script of WXT',
        unit: 'ms',
        measured: spreadOf(empty.map(({ extension }) => extension)),
        budget: null,
        note: 'the least that any extension adds',
      },
      {
        name: '… more than that, load by load',
        unit: 'ms',
        measured: spreadOf(own.map(({ extension }, at) => extension - (empty[at]?.extension ?? 0))),
        budget: null,
      },
      ...(await memoryLines(benches, Object.values(pages))),
    ];
  } finally {
    await Promise.all(benches.map((bench) => bench.close()));
  }
}

/** What the page's process and the background hold once the page rests: with us, without, with an empty content script. */
async function memoryLines(benches: readonly Bench[], pages: readonly Page[]): Promise<Line[]> {
  const held = await Promise.all(
    pages.map((page, at) => footprintOf(benches[at]?.context ?? page.context(), page).then(({ heap }) => heap)),
  );
  const [own] = benches;
  const worker = own && (await heapAt(own.context, `${own.extension}/background.js`));
  const [withIt = Number.NaN, without = Number.NaN, withEmpty = Number.NaN] = held;
  const line = (name: string, heap: number, note = ''): Line => ({
    name: `memory: ${name}`,
    unit: 'MB',
    measured: spreadOf([heap]),
    budget: null,
    note,
  });
  return [
    line('the diary’s page', withIt, `without ${without.toFixed(2)}, with an empty script ${withEmpty.toFixed(2)}`),
    line('the background', worker ?? Number.NaN),
  ];
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
