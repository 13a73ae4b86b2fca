import type { Stand } from '../stand/stand.ts';
import { openBrowser, pause, personalArea, waitForButtons } from './browser.ts';
import { spreadOf } from './statistics.ts';
import type { Line } from './table.ts';
import { traceScripts } from './trace.ts';

/** So long a page that rests is watched, milliseconds: its one timer rings once a minute at most. */
const watched = 60_000;

/** What our script does in a page where nothing happens. */
export async function measureIdle(stand: Stand): Promise<Line[]> {
  const bench = await openBrowser(stand);
  try {
    const page = await bench.context.newPage();
    await page.goto(`${personalArea}#diary`);
    await waitForButtons(page, 1);
    // Three seconds after a load it is seen whether there is a menu: that belongs to the load.
    await pause(5000);
    stand.requests.length = 0;
    const { extension, calls } = await traceScripts(bench.context, bench.extension, () => pause(watched));
    const asked = stand.requests.map(({ host, path }) => host + path);
    return [
      {
        name: 'a page at rest: calls of our script in a minute',
        unit: 'calls',
        measured: spreadOf([calls]),
        budget: 1,
        note: `${extension.toFixed(2)} ms of script`,
      },
      {
        name: 'a page at rest: requests in a minute',
        unit: 'requests',
        measured: spreadOf([asked.length]),
        budget: 0,
        note: asked.join(', '),
      },
    ];
  } finally {
    await bench.close();
  }
}
