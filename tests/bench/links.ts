import { ChromiumSettings } from '../e2e/driver/chromium/settings.ts';
import type { Stand } from '../stand/stand.ts';
import { type Bench, openBrowser, pause } from './browser.ts';
import { spreadOf } from './statistics.ts';
import { growth, type Line } from './table.ts';
import { traceScripts } from './trace.ts';

const rounds = 10;
const warmUps = 2;
const site = 'https://school-site.example.ru';

/** A school's page as they are: some hundreds of links, a week of online lessons among them. */
function sitePage(times = 1): string {
  const menu = Array.from(
    { length: 300 * times },
    (_, at) => `<li><a href="/page/${at}">Новости школы, часть ${at}</a></li>`,
  );
  const lessons = Array.from(
    { length: 30 },
    (_, at) =>
      `<tr><td>Урок ${at}</td><td><a href="https://telemost.yandex.ru/j/${10 ** 13 + at}">ссылка</a></td></tr>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Школа</title><body><ul>${menu.join('')}</ul>
<p>${'Слова о школе. '.repeat(2000 * times)}</p><table>${lessons.join('')}</table><div id="news"></div></body>`;
}

/** A page that lives: so many changes, a link to a call in each tenth of the first hundred. */
function change(count: number): void {
  const news = document.getElementById('news');
  for (let at = 0; at < count; at += 1) {
    const line = document.createElement('p');
    line.textContent =
      at % 10 === 0 && at < 100 ? `Урок: https://dion.vc/event/lesson-${at}` : `Новость ${at}, прочитайте её`;
    news?.append(line);
  }
}

/** «Подключиться» behind the links of a site that the person allowed. */
export async function measureLinks(stand: Stand): Promise<Line[]> {
  stand.world.sites.set(new URL(site).host, sitePage());
  const bench = await openBrowser(stand);
  try {
    await allowSite(bench);
    const { loads, changes } = await visit(bench, stand, 1, 100);
    const ten = await visit(bench, stand, 10, 1000);
    const hundred = await visit(bench, stand, 100, 10_000);
    return [
      {
        name: 'links of an allowed site: a load',
        unit: 'ms',
        measured: spreadOf(loads),
        budget: 2,
        note: '30 buttons',
      },
      {
        name: 'links of an allowed site: 100 changes',
        unit: 'ms',
        measured: spreadOf(changes),
        budget: 1,
        note: '10 buttons more',
      },
      growth('links in a page, 330 to 3,030', loads, ten.loads, 10),
      growth('links in a page, 330 to 30,030', loads, hundred.loads, 100),
      growth('changes of a page, 100 to 1,000', changes, ten.changes, 10),
      growth('changes of a page, 100 to 10,000', changes, hundred.changes, 100),
    ];
  } finally {
    await bench.close();
    stand.reset();
  }
}

/** The site so many times as large, and so many changes in it. */
async function visit(
  bench: Bench,
  stand: Stand,
  times: number,
  count: number,
): Promise<{ loads: number[]; changes: number[] }> {
  stand.world.sites.set(new URL(site).host, sitePage(times));
  const page = await bench.context.newPage();
  const loads: number[] = [];
  const changes: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    await page.goto('about:blank');
    const load = await traceScripts(bench.context, bench.extension, async () => {
      await page.goto(`${site}/raspisanie`);
      await page.locator('sferum-call-link').nth(29).waitFor();
      await pause(200);
    });
    const after = await traceScripts(bench.context, bench.extension, async () => {
      await page.evaluate(change, count);
      await page.locator('sferum-call-link').nth(39).waitFor();
      await pause(200);
    });
    if (round < 0) continue;
    loads.push(load.extension);
    changes.push(after.extension);
  }
  await page.close();
  return { loads, changes };
}

/** The person says yes on the permission page. */
async function allowSite({ context, extension }: Bench): Promise<void> {
  await new ChromiumSettings(context, new URL(extension).host, () => undefined).allowOrigin(`${site}/*`);
  const page = await context.newPage();
  await page.goto(`${extension}/permission.html?site=${encodeURIComponent(site)}`);
  await page.getByRole('button', { name: 'Разрешить' }).click();
  await page.getByRole('button', { name: 'Закрыть эту вкладку' }).waitFor();
  await page.close();
}
