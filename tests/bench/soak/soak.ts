import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findChromium, installPackages, provideBrowsers } from '../../run/browsers.ts';
import { provideBuild, top } from '../../run/builds.ts';
import { startStand } from '../../stand/stand.ts';
import { weekdayOf } from '../../stand/time/dates.ts';
import { momentOf, wallTime } from '../../stand/time/zone.ts';
import { link, openBrowser, pause, personalArea, waitForButtons } from '../browser.ts';
import { footprintOf, heapAt } from '../memory.ts';
import { traceScripts } from '../trace.ts';
import { drawCurve, type Moment } from './curve.ts';
import { countRequests, type Day } from './requests.ts';
import { planDay, renewSessions, rhythm, setCalls } from './schoolDay.ts';

/*
 * `npm run soak`: a school day at high speed. The browser lives under Debian's `faketime`, where all its clocks and timers run faster;
 * the stand follows it. `npm run soak -- --short` is a quarter of the day. What grows after the warm-up ends with an error.
 */
const isShort = process.argv.includes('--short');
const lessons = isShort ? 10 : 40;
const renders = isShort ? 2500 : 10_000;
const speed = 10;
/** So often at most the page renders itself anew at a time: what is behind is made up for later, or the clock would run away. */
const mostAtOnce = 150;
const sessionMinutes = 10;
const zone = 'Asia/Krasnoyarsk';
const minute = 60_000;

/** After a quarter of the day everything that is kept is there: from then on nothing grows by more than a tenth and this. */
const spare = { page: 0.5, worker: 0.5, nodes: 250, listeners: 20 };

const problem = provideBrowsers();
if (problem !== undefined) throw new Error(problem);
const hasFaketime = () => spawnSync('faketime', ['--version']).status === 0;
if (!hasFaketime()) installPackages(['faketime']);
if (!hasFaketime()) throw new Error('The soak needs faketime: sudo apt-get install faketime');
await provideBuild('with VK ID', 'chromium');

const folder = mkdtempSync(join(tmpdir(), 'sferum-soak-'));
const program = join(folder, 'chromium');
writeFileSync(program, `#!/bin/sh\nexec faketime -f '+0 x${speed}' '${findChromium()}' "$@"\n`, { mode: 0o755 });

const { date } = wallTime(zone, Date.now());
const morning = momentOf(zone, date, '08:00');
const stand = await startStand({ now: morning });
stand.clock.weekShift = 1 - weekdayOf(date);
stand.reset();
stand.world.page.unfolded = 'all';
planDay(stand, lessons, '08:05');
const bench = await openBrowser(stand, undefined, program);
const moments: Moment[] = [];
const day: Day = { minutes: 0, renewals: 0, openings: 0, openMinutes: 0 };
/** How often our script is called by a page at rest, in a minute of the morning and of the evening: that many timers it holds. */
const calls = { morning: 0, evening: 0 };
try {
  await link(bench, stand);
  const page = await bench.context.newPage();
  const begun = await page.evaluate(() => Date.now());
  /** The stand's clock goes where the browser's is; minutes since the beginning. */
  const follow = async () => {
    const passed = (await page.evaluate(() => Date.now())) - begun;
    stand.clock.set(morning + passed);
    return passed / minute;
  };
  await follow();
  await page.goto(`${personalArea}#diary`);
  await waitForButtons(page, 1);
  calls.morning = await callsAtRest();
  stand.requests.length = 0;

  const from = await follow();
  const end = lessons * rhythm + 6;
  let done = 0;
  let openSince: number | null = null;
  for (let now = from; now < end || done < renders; now = await follow()) {
    setCalls(stand, now - 5, lessons);
    if (now - from > (day.renewals + 1) * sessionMinutes) {
      day.renewals += 1;
      await renewSessions(bench, stand);
    }
    // «Сферум» stands open every other five minutes.
    const shouldBeOpen = Math.floor(now / 5) % 2 === 1;
    if (shouldBeOpen !== (openSince !== null)) {
      await page.getByRole(shouldBeOpen ? 'button' : 'link', { name: shouldBeOpen ? 'Сферум' : 'Дневник' }).click();
      if (openSince !== null) day.openMinutes += now - openSince;
      else day.openings += 1;
      openSince = shouldBeOpen ? now : null;
    }
    const due = Math.min(renders, Math.ceil((renders * (now - from)) / (end - 3 - from)), done + mostAtOnce);
    await renderAnew(page, due - done);
    done = due;
    moments.push({
      minute: now - from,
      ...(await footprintOf(bench.context, page).then(({ heap, ...rest }) => ({ page: heap, ...rest }))),
      worker: await heapAt(bench.context, `${bench.extension}/background.js`),
      renders: done,
    });
    await pause(500);
  }
  day.minutes = (await follow()) - from;
  if (openSince !== null) {
    day.openMinutes += day.minutes + from - openSince;
    await page.getByRole('link', { name: 'Дневник' }).click();
    await pause(minute / 10 / speed);
  }
  calls.evening = await callsAtRest();
} finally {
  await bench.close();
  await stand.close();
  rmSync(folder, { recursive: true, force: true });
}

const requests = countRequests(stand, day);
const output = join(top, '.output/soak');
mkdirSync(output, { recursive: true });
const title = `${lessons} lessons and calls, ${day.renewals} sessions ended, ${moments.at(-1)?.renders} renders, ${day.minutes.toFixed(0)} minutes at ×${speed}`;
writeFileSync(join(output, 'soak.svg'), drawCurve(title, moments));
writeFileSync(join(output, 'soak.json'), `${JSON.stringify({ day, requests, calls, moments }, null, 2)}\n`);

console.log(title);
const faults: string[] = [];
for (const { name, count, most } of requests) {
  console.log(`  ${name}: ${count} of ${most} at most`);
  if (count > most) faults.push(`${name}: ${count} requests, more than ${most}`);
}
console.log(
  `  calls of our script in a minute at rest: ${calls.morning} in the morning, ${calls.evening} in the evening`,
);
if (calls.evening > calls.morning + 1) faults.push(`timers: ${calls.evening} calls in a minute at rest`);
for (const name of ['page', 'worker', 'nodes', 'listeners'] as const) {
  const [early, late] = [least(name, 0.25, 0.5), least(name, 0.75, 1)];
  console.log(`  ${name}: ${early.toFixed(1)} in the second quarter, ${late.toFixed(1)} in the last`);
  if (late > early * 1.1 + spare[name]) faults.push(`${name} grows: from ${early.toFixed(1)} to ${late.toFixed(1)}`);
}
if (faults.length > 0) throw new Error(faults.join('\n'));

/** The least of a part of the day: what no collection has got to yet is no growth. */
function least(name: keyof typeof spare, from: number, to: number): number {
  const part = moments.slice(Math.floor(moments.length * from), Math.ceil(moments.length * to));
  return Math.min(...part.flatMap((moment) => moment[name] ?? []));
}

async function callsAtRest(): Promise<number> {
  return (await traceScripts(bench.context, bench.extension, () => pause(minute / speed))).calls;
}

/** The page renders its days anew so often, a task each, as a page does. */
function renderAnew(page: Page, times: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let time = 0; time < count; time += 1) {
      const content = document.querySelector('.content');
      const copy = content?.cloneNode(true) as Element | undefined;
      for (const own of copy?.querySelectorAll('sferum-lesson') ?? []) own.remove();
      content?.replaceChildren(...(copy?.childNodes ?? []));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, times);
}
