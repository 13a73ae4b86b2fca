import type { Stand } from '../stand/stand.ts';
import { link, openBrowser, pause, personalArea } from './browser.ts';
import { spreadOf } from './statistics.ts';
import type { Line } from './table.ts';

/** Requests to VK and to the diary for one visit: the diary, the section, a second tab. */
export async function measureVisit(stand: Stand): Promise<Line[]> {
  const bench = await openBrowser(stand);
  try {
    await link(bench, stand);
    // As on another day: nothing is held.
    await bench.context.serviceWorkers()[0]?.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { session: { clear(): unknown } } } };
      return chrome.storage.session.clear();
    });
    const toVk = () =>
      stand.requests.filter(({ path, query }) => path.startsWith('/method/') || query.act === 'web_token').length;
    const toDiary = () => stand.requests.filter(({ path }) => path.startsWith('/api/')).length;
    stand.requests.length = 0;

    const page = await bench.context.newPage();
    await page.goto(`${personalArea}#diary`);
    await page.getByRole('button', { name: 'Сферум' }).click();
    await page.frameLocator('sferum-section iframe').getByRole('tab').first().waitFor();
    await pause(2500);
    const cold = toVk();
    // The page itself asks twice: who is there, and its days.
    const ofDiary = toDiary() - 2;
    await page.getByRole('link', { name: 'Расписание' }).click();
    const second = await bench.context.newPage();
    await second.goto(`${personalArea}#diary`);
    await pause(2500);
    const again = toVk() - cold;
    const one = (count: number) => spreadOf([count]);
    return [
      { name: 'requests to VK for a visit, cold', unit: 'requests', measured: one(cold), budget: 3 },
      { name: 'the same in the next minute, another tab', unit: 'requests', measured: one(again), budget: 0 },
      { name: 'our requests to the diary for a visit', unit: 'requests', measured: one(ofDiary), budget: null },
    ];
  } finally {
    await bench.close();
    stand.reset();
  }
}
