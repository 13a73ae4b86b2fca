import { buildFolder } from '../run/builds.ts';
import type { Stand } from '../stand/stand.ts';
import { pause } from './browser.ts';
import { buildEmpty } from './empty.ts';
import { openPressed, type Press, type Pressed } from './press.ts';
import { spreadOf } from './statistics.ts';
import type { Line } from './table.ts';

const rounds = 10;
const warmUps = 2;

/** The toolbar popup: from the click on its button to «Сегодня» drawn, a diary being open; and that of an empty extension. */
export async function measurePopup(stand: Stand): Promise<Line[]> {
  const own = await openPressed(stand, buildFolder('with VK ID', 'chromium'), '.today[aria-busy=false]');
  const empty = await openPressed(stand, await buildEmpty(), 'body');
  try {
    const loose = await pressOften([own], 'awake');
    for (const one of [own, empty]) await one.pin();
    const awake = await pressOften([own, empty], 'awake');
    const asleep = await pressOften([own, empty], 'asleep');
    return [
      ...linesOf('awake', 100, awake),
      ...linesOf('asleep', 300, asleep),
      {
        name: 'popup of a button that is not pinned, the background awake',
        unit: 'ms',
        measured: spreadOf(loose[0]?.map(({ drawn }) => drawn) ?? []),
        budget: null,
        note: `${spreadOf(loose[0]?.map(({ begun }) => begun) ?? []).median.toFixed(0)} ms of it move it into the toolbar`,
      },
    ];
  } finally {
    await own.close();
    await empty.close();
  }
}

/** Presses the buttons of browsers in turn. */
async function pressOften(all: readonly Pressed[], state: 'awake' | 'asleep'): Promise<Press[][]> {
  const times: Press[][] = all.map(() => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [at, one] of all.entries()) {
      if (state === 'asleep') await one.sleep();
      await pause(300);
      const time = await one.press();
      if (round >= 0) times[at]?.push(time);
    }
  }
  return times;
}

function linesOf(state: string, budget: number, [own = [], empty = []]: readonly Press[][]): Line[] {
  const name = `popup, the background ${state}`;
  const line = (words: string, values: readonly number[], rest: Partial<Line> = {}): Line => ({
    name: `${name}: ${words}`,
    unit: 'ms',
    measured: spreadOf(values),
    budget: null,
    ...rest,
  });
  return [
    line(
      'from the click to «Сегодня»',
      own.map(({ drawn }) => drawn),
      { budget, note: 'the button is pinned, the diary is in front and was read' },
    ),
    line(
      '… of an empty extension',
      empty.map(({ drawn }) => drawn),
      { note: 'the least that any popup takes' },
    ),
    line(
      '… more than that, press by press',
      own.map(({ drawn }, at) => drawn - (empty[at]?.drawn ?? 0)),
    ),
    line(
      '… the browser makes the window',
      own.map(({ begun }) => begun),
      { note: 'before anything of ours' },
    ),
    line(
      '… the page is loaded',
      own.map(({ begun, started }) => started - begun),
    ),
    line(
      '… its scripts, to «Сегодня» drawn',
      own.map(({ started, drawn }) => drawn - started),
    ),
  ];
}
