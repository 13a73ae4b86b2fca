import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** What is in a page or a worker after its rubbish has been collected. */
export interface Footprint {
  /** JavaScript's heap in use, megabytes. */
  heap: number;
  nodes: number;
  listeners: number;
}

/** Of a page with the frames that share its process: the section and the popup's pages do not. */
export async function footprintOf(context: BrowserContext, page: Page): Promise<Footprint> {
  const session = await context.newCDPSession(page);
  try {
    await session.send('Performance.enable');
    // What one collection lets go of, elements among it, is free for the next.
    for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') };
  } finally {
    await session.detach();
  }
}

/** Heap of whatever runs at an address, megabytes; `null` where nothing does. A frame of the extension, or its background. */
export async function heapAt(context: BrowserContext, address: string): Promise<number | null> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('the browser has gone');
  try {
    const { targetInfos } = await browser.send('Target.getTargets');
    const target = targetInfos.find(({ type, url }) => url.startsWith(address) && type !== 'tab');
    if (!target) return null;
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
    await askTarget(browser, sessionId, 'HeapProfiler.collectGarbage');
    const { usedSize = Number.NaN } = await askTarget(browser, sessionId, 'Runtime.getHeapUsage');
    return usedSize / 1e6;
  } finally {
    await browser.detach();
  }
}

let lastId = 0;

/** One question to a target that Playwright does not show. */
function askTarget(browser: CDPSession, sessionId: string, method: string): Promise<{ usedSize?: number }> {
  lastId += 1;
  const id = lastId;
  const answered = new Promise<{ usedSize?: number }>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), 30_000);
    browser.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = JSON.parse(message) as { id?: number; result?: { usedSize?: number } };
      if (answer.id !== id) return;
      clearTimeout(timer);
      resolve(answer.result ?? {});
    });
  });
  return browser
    .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    .then(() => answered);
}
