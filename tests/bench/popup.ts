import type { CDPSession } from '@playwright/test';
import { ChromiumBackground } from '../e2e/driver/chromium/background.ts';
import type { Stand } from '../stand/stand.ts';
import { openBrowser, pause, personalArea, waitForButtons } from './browser.ts';
import { spreadOf } from './statistics.ts';
import type { Line } from './table.ts';

const rounds = 10;
const warmUps = 2;

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

/** The stretches of one press, milliseconds from the click. */
interface Press {
  /** The browser has made the window and begins to load our page. */
  begun: number;
  /** Our page is read and its scripts begin. */
  started: number;
  drawn: number;
}

/** In the popup: the same moments, unix milliseconds. */
const untilDrawn = `new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector('.today[aria-busy=false]')) return requestAnimationFrame(look);
    requestAnimationFrame(() => {
      // A message posted in a frame is read after its drawing.
      const channel = new MessageChannel();
      const { timeOrigin } = performance;
      const [{ domInteractive }] = performance.getEntriesByType('navigation');
      channel.port1.onmessage = () =>
        resolve({ begun: timeOrigin, started: timeOrigin + domInteractive, drawn: timeOrigin + performance.now() });
      channel.port2.postMessage(null);
    });
  };
  look();
})`;

/** The toolbar popup: from the click on its button to «Сегодня» drawn, a diary being open. */
export async function measurePopup(stand: Stand): Promise<Line[]> {
  const bench = await openBrowser(stand);
  const session = await bench.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser has gone');
  try {
    const page = await bench.context.newPage();
    await page.goto(`${personalArea}#diary`);
    await waitForButtons(page, 1);
    await pause(1000);
    const press = () => pressButton(session, bench.extension, page.url());
    const background = new ChromiumBackground(bench.context, session, bench.extension);
    const times: Record<'awake' | 'asleep', Press[]> = { awake: [], asleep: [] };
    for (const state of ['awake', 'asleep'] as const) {
      for (let round = -warmUps; round < rounds; round += 1) {
        if (state === 'asleep') await background.kill();
        await pause(300);
        const time = await press();
        if (round >= 0) times[state].push(time);
      }
    }
    return [...linesOf('awake', 100, times.awake), ...linesOf('asleep', 300, times.asleep)];
  } finally {
    await bench.close();
  }
}

function linesOf(state: string, budget: number, presses: readonly Press[]): Line[] {
  const name = `popup, the background ${state}`;
  const line = (words: string, measure: (press: Press) => number, rest: Partial<Line>): Line => ({
    name: `${name}: ${words}`,
    unit: 'ms',
    measured: spreadOf(presses.map(measure)),
    budget: null,
    ...rest,
  });
  return [
    line('from the click to «Сегодня»', ({ drawn }) => drawn, { budget, note: 'the diary is in front and was read' }),
    line('… the browser makes the window', ({ begun }) => begun, { note: 'before anything of ours' }),
    line('… the page is loaded', ({ begun, started }) => started - begun, {}),
    line('… its scripts, to «Сегодня» drawn', ({ started, drawn }) => drawn - started, {}),
  ];
}

/** Presses the toolbar button in a tab; what happened when, until «Сегодня» was drawn. */
async function pressButton(session: CDPSession, extension: string, address: string): Promise<Press> {
  const send = session.send.bind(session) as (method: string, parameters?: object) => Promise<unknown>;
  const { targetInfos } = (await send('Target.getTargets', { filter: [{ type: 'tab' }] })) as {
    targetInfos: TargetInfo[];
  };
  const tab = targetInfos.find(({ url }) => url === address);
  const clicked = Date.now();
  await send('Extensions.triggerAction', { id: new URL(extension).host, targetId: tab?.targetId });
  const popup = await findPopup(send);
  const { sessionId } = (await send('Target.attachToTarget', { targetId: popup, flatten: false })) as {
    sessionId: string;
  };
  const drawn = new Promise<Press>((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
      const { result } = JSON.parse(message) as { result?: { result?: { value?: Press } } };
      if (from === sessionId && result?.result?.value) resolve(result.result.value);
    });
  });
  const parameters = { expression: untilDrawn, awaitPromise: true, returnByValue: true };
  await send('Target.sendMessageToTarget', {
    sessionId,
    message: JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: parameters }),
  });
  const at = await drawn;
  await send('Target.closeTarget', { targetId: popup });
  return { begun: at.begun - clicked, started: at.started - clicked, drawn: at.drawn - clicked };
}

async function findPopup(send: (method: string) => Promise<unknown>): Promise<string> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const { targetInfos } = (await send('Target.getTargets')) as { targetInfos: TargetInfo[] };
    const found = targetInfos.find(({ url }) => url.includes('/popup.html'));
    if (found) return found.targetId;
    await pause(2);
  }
  throw new Error('the popup did not come');
}
