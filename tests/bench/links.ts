import { ChromiumSettings } from '../e2e/driver/chromium/settings.ts';
import type { Stand } from '../stand/stand.ts';
import { type Bench, openBrowser, pause } from './browser.ts';
import { spreadOf } from './statistics.ts';
import type { Line } from './table.ts';
import { traceScripts } from './trace.ts';

const rounds = 10;
const warmUps = 2;
const site = 'https://school-site.example.ru';

/** A school's page as they are: some hundreds of links, a week of online lessons among them. */
function sitePage(): string {
  const menu = Array.from({ length: 300 }, (_, at) => `<li><a href="/page/${at}">Новости школы, часть ${at}</a></li>`);
  const lessons = Array.from(
    { length: 30 },
    (_, at) =>
      `<tr><td>Урок ${at}</td><td><a href="https://telemost.yandex.ru/j/${10 ** 13 + at}">ссылка</a></td></tr>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Школа</title><body><ul>${menu.join('')}</ul>
<p>${'Слова о школе. '.repeat(2000)}</p><table>${lessons.join('')}</table><div id="news"></div></body>`;
}

/** A page that lives: a hundred changes, a link to a call in each tenth. */
function change(): void {
  const news = document.getElementById('news');
  for (let at = 0; at < 100; at += 1) {
    const line = document.createElement('p');
    line.textContent = at % 10 === 0 ? `Урок: https://dion.vc/event/lesson-${at}` : `Новость ${at}, прочитайте её`;
    news?.append(line);
  }
}

/** «Подключиться» behind the links of a site that the person allowed. */
export async function measureLinks(stand: Stand): Promise<Line[]> {
  stand.world.sites.set(new URL(site).host, sitePage());
  const bench = await openBrowser(stand, true);
  try {
    await allowSite(bench);
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
        await page.evaluate(change);
        await page.locator('sferum-call-link').nth(39).waitFor();
        await pause(200);
      });
      if (round < 0) continue;
      loads.push(load.extension);
      changes.push(after.extension);
    }
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
    ];
  } finally {
    await bench.close();
    stand.reset();
  }
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
