import type { BrowserContext } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string } };
}

/** Script time in a stretch of work, milliseconds of the thread, by whose script it was. */
export interface ScriptTime {
  extension: number;
  page: number;
  /** Times that the extension's script was called. */
  calls: number;
}

const scriptEvents = new Set(['EvaluateScript', 'FunctionCall', 'v8.evaluateModule']);

/**
 * Runs something and adds up the script time in it by the address of the script. What runs inside of another script's event
 * counts for the inner one's owner alone.
 */
export async function traceScripts(
  context: BrowserContext,
  extension: string,
  work: () => Promise<unknown>,
): Promise<ScriptTime> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser has gone');
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8'] },
  });
  await work();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return sum(events, extension);
}

function sum(events: readonly TraceEvent[], extension: string): ScriptTime {
  const scripts = events.filter(
    ({ name, ph, args }) => ph === 'X' && scriptEvents.has(name) && args?.data?.url !== undefined,
  );
  const time: ScriptTime = { extension: 0, page: 0, calls: 0 };
  const contentScript = `${extension}/content-scripts/`;
  const byThread = Map.groupBy(scripts, ({ pid, tid }) => `${pid} ${tid}`);
  for (const thread of byThread.values()) {
    const open: { end: number; owner: 'extension' | 'page' | null }[] = [];
    for (const event of thread.toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))) {
      const url = event.args?.data?.url ?? '';
      const owner =
        extension !== '' && url.startsWith(contentScript) ? 'extension' : url.startsWith('https:') ? 'page' : null;
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= event.ts) open.pop();
      const length = (event.tdur ?? event.dur ?? 0) / 1000;
      const outer = open.at(-1)?.owner;
      if (outer) time[outer] -= length;
      if (owner) time[owner] += length;
      if (owner === 'extension' && outer !== owner) time.calls += 1;
      open.push({ end: event.ts + (event.dur ?? 0), owner });
    }
  }
  return time;
}
