import type { CDPSession } from '@playwright/test';
import { ChromiumBackground } from '../e2e/driver/chromium/background.ts';
import { ChromiumSettings } from '../e2e/driver/chromium/settings.ts';
import type { Stand } from '../stand/stand.ts';
import { openBrowser, pause, personalArea } from './browser.ts';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

/** The stretches of one press, milliseconds from the click. */
export interface Press {
  /** The browser has made the window and begins to load our page. */
  begun: number;
  /** Our page is read and its scripts begin. */
  started: number;
  drawn: number;
}

/** In the popup: the same moments, unix milliseconds. `drawn`: of what tells that it shows what it was opened for. */
const untilDrawn = (drawn: string) => `new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector('${drawn}')) return requestAnimationFrame(look);
    // It stood there when this frame began: a message that is posted in a frame is read after its drawing.
    const channel = new MessageChannel();
    const { timeOrigin } = performance;
    channel.port1.onmessage = () => {
      const [{ domInteractive }] = performance.getEntriesByType('navigation');
      resolve({ begun: timeOrigin, started: timeOrigin + domInteractive, drawn: timeOrigin + performance.now() });
    };
    channel.port2.postMessage(null);
  };
  requestAnimationFrame(look);
})`;

/** A browser with a diary in front, whose button is pressed. */
export interface Pressed {
  press(): Promise<Press>;
  sleep(): Promise<void>;
  pin(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a browser with an extension; `drawn` is found in its popup as soon as that shows what it was opened for. */
export async function openPressed(stand: Stand, folder: string, drawn: string): Promise<Pressed> {
  const bench = await openBrowser(stand, folder);
  const session = await bench.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser has gone');
  const page = await bench.context.newPage();
  await page.goto(`${personalArea}#diary`);
  await page.locator('.content table').first().waitFor();
  // The week is read and decorated by then.
  await pause(2000);
  const background = new ChromiumBackground(bench.context, session, bench.extension);
  const settings = new ChromiumSettings(bench.context, new URL(bench.extension).host, () => undefined);
  return {
    press: () => pressButton(session, bench.extension, page.url(), drawn),
    sleep: () => background.kill(),
    async pin() {
      await settings.pin();
      await page.bringToFront();
    },
    close: () => bench.close(),
  };
}

/** Presses the toolbar button in a tab; what happened when, until the popup showed what it was opened for. */
async function pressButton(session: CDPSession, extension: string, address: string, drawn: string): Promise<Press> {
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
  const params = { expression: untilDrawn(drawn), awaitPromise: true, returnByValue: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  const evaluate = () => send('Target.sendMessageToTarget', { sessionId, message });
  const shown = new Promise<Press>((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ message: answer, sessionId: from }) => {
      if (from !== sessionId) return;
      const { result, error } = JSON.parse(answer) as { result?: { result?: { value?: Press } }; error?: object };
      // It was the page that stood there before ours.
      if (error) void evaluate();
      else if (result?.result?.value) resolve(result.result.value);
    });
  });
  await evaluate();
  const at = await shown;
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
