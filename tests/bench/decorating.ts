import { lesson } from '../stand/scenarios/lessons.ts';
import type { Stand } from '../stand/stand.ts';
import { type Bench, openBrowser, pause, personalArea, waitForButtons } from './browser.ts';
import { spreadOf } from './statistics.ts';
import { growth, type Line } from './table.ts';
import { traceScripts } from './trace.ts';

const rounds = 10;
const warmUps = 2;

/** A week of so many lessons, each with a link of its own: the most that can be put there. */
function planWeek(stand: Stand, count: number): void {
  const timetable = stand.world.timetable.find((one) => one.host === 'school.r-19.ru' && one.classyear === '8 Б');
  if (!timetable) throw new Error('no such class');
  timetable.dates = {};
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const lessons = Array.from({ length: count / 7 }, (_, at) => {
      const begin = 420 + Math.floor((at * 900) / (count / 7));
      return lesson(at + 1, `Предмет ${at + 1}`, {
        time_begin: wall(begin),
        time_end: wall(begin + 9),
        theme: `Тема урока ${at + 1}`,
        homework: `<span>Упр. ${at + 1}, № ${at + 2}</span>`,
        materials: [{ name: 'Урок', url: `https://vk.com/call/join/${`bench-${weekday}-${at}`.padEnd(24, '0')}` }],
      });
    });
    timetable.weekly[weekday] = { lessons };
  }
}

function wall(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Putting the buttons into a page that has just rendered its week anew. */
export async function measureDecorating(stand: Stand): Promise<Line[]> {
  stand.world.page.unfolded = 'all';
  const bench = await openBrowser(stand);
  try {
    const few = await decorate(bench, stand, 14);
    const week = await decorate(bench, stand, 56);
    const more = await decorate(bench, stand, 140);
    const many = await decorate(bench, stand, 560);
    const most = await decorate(bench, stand, 1400);
    return [
      { name: 'decorating a week of 56 lessons', unit: 'ms', measured: spreadOf(week), budget: 3 },
      { name: 'decorating 560 lessons', unit: 'ms', measured: spreadOf(many), budget: null },
      growth('lessons, 56 to 560', week, many, 10, 1),
      growth('lessons, 14 to 140', few, more, 10),
      growth('lessons, 14 to 1,400', few, most, 100),
    ];
  } finally {
    await bench.close();
    stand.reset();
  }
}

/** The days are thrown away and made anew, as the page does it; the rest of the page stays. */
function renderAnew(): void {
  const content = document.querySelector('.content');
  const copy = content?.cloneNode(true) as Element | undefined;
  for (const own of copy?.querySelectorAll('sferum-lesson') ?? []) own.remove();
  content?.replaceChildren(...(copy?.childNodes ?? []));
}

async function decorate(bench: Bench, stand: Stand, count: number): Promise<number[]> {
  planWeek(stand, count);
  const page = await bench.context.newPage();
  await page.goto(`${personalArea}#diary`);
  await waitForButtons(page, count);
  await pause(500);
  const times: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const { extension } = await traceScripts(bench.context, bench.extension, async () => {
      await page.evaluate(renderAnew);
      await waitForButtons(page, count);
      await pause(100);
    });
    if (round >= 0) times.push(extension);
  }
  await page.close();
  return times;
}
