import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideBrowsers } from '../run/browsers.ts';
import { provideBuild, top } from '../run/builds.ts';
import { type Stand, startStand } from '../stand/stand.ts';
import { weekdayOf } from '../stand/time/dates.ts';
import { momentOf, wallTime } from '../stand/time/zone.ts';
import { measureChats } from './chats.ts';
import { measureDecorating } from './decorating.ts';
import { measureIdle } from './idle.ts';
import { measureLinks } from './links.ts';
import { measureLoads } from './load.ts';
import { measurePopup } from './popup.ts';
import { describeFiles, measureSizes, tableOfFiles } from './sizes.ts';
import { type Line, tableOf } from './table.ts';
import { measureVisit } from './visit.ts';

/*
 * `npm run bench`: what the extension costs, in a real Chromium, with the production build and the stand in this process. Medians of
 * ten with their spread; all of it in `.output/bench.json`. `npm run bench -- load visit` measures only these. Nothing fails here: a number belongs to a machine.
 */
const parts: Record<string, (stand: Stand) => Promise<Line[]>> = {
  load: measureLoads,
  idle: measureIdle,
  decorating: measureDecorating,
  visit: measureVisit,
  chats: measureChats,
  popup: measurePopup,
  links: measureLinks,
  sizes: measureSizes,
};

const problem = provideBrowsers();
if (problem !== undefined) throw new Error(problem);
await provideBuild('with VK ID', 'chromium');

const chosen = process.argv.slice(2);
// A Monday morning: «Алгебра» is on.
const { date } = wallTime('Asia/Krasnoyarsk', Date.now());
const stand = await startStand({ now: momentOf('Asia/Krasnoyarsk', date, '08:40') });
stand.clock.weekShift = 1 - weekdayOf(date);
stand.reset();
const lines: Line[] = [];
const files = chosen.length === 0 || chosen.includes('sizes') ? await describeFiles() : [];
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    lines.push(...(await measure(stand)));
  }
} finally {
  await stand.close();
}
mkdirSync(join(top, '.output'), { recursive: true });
writeFileSync(join(top, '.output/bench.json'), `${JSON.stringify({ lines, files }, null, 2)}\n`);
console.log(tableOf(lines));
if (files.length > 0) console.log(`\n${tableOfFiles(files)}`);
