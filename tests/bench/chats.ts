import type { Frame, Page } from '@playwright/test';
import { manyChats } from '../stand/scenarios/conversations.ts';
import { family } from '../stand/scenarios/family.ts';
import type { Stand } from '../stand/stand.ts';
import { link, openBrowser, pause, personalArea, profileId } from './browser.ts';
import { heapAt } from './memory.ts';
import { percentile, spreadOf } from './statistics.ts';
import { growth, type Line } from './table.ts';

const rounds = 10;
const warmUps = 2;
const mostHeld = 1000;

/** In the section's frame: when its first rows were drawn for somebody to see, on a clock that all frames share. */
function watchRows(): void {
  if (!location.href.includes('/section.html')) return;
  // A frame that is put there ahead hears when it is opened.
  let isOpened = window.name === '';
  const look = () => {
    if (!isOpened || !document.querySelector('.chat-list .chat-title')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      // A message posted in a frame is read after its drawing.
      const channel = new MessageChannel();
      channel.port1.onmessage = () =>
        Object.assign(window, { benchRowsAt: performance.timeOrigin + performance.now() });
      channel.port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  window.addEventListener('message', () => {
    isOpened = true;
    look();
  });
}

/** «Чаты» with 1,000 chats held, the most that are: from the click to the first rows, and scrolling; with fewer of them. */
export async function measureChats(stand: Stand): Promise<Line[]> {
  const few = await visitChats(stand, 10);
  const more = await visitChats(stand, 100);
  const most = await visitChats(stand, 1000);
  return [
    ...most.lines,
    growth('chats, 10 to 100', few.atOnce, more.atOnce, 10),
    growth('chats, 10 to 1,000', few.atOnce, most.atOnce, 100),
  ];
}

async function visitChats(stand: Stand, count: number): Promise<{ lines: Line[]; atOnce: number[] }> {
  stand.reset({ ...family, chats: [...family.chats, ...manyChats(count, profileId, 871000010)] });
  const bench = await openBrowser(stand);
  try {
    await link(bench, stand);
    const page = await bench.context.newPage();
    await page.addInitScript(watchRows);
    await page.addInitScript(() =>
      window.addEventListener(
        'click',
        ({ timeStamp }) => Object.assign(window, { benchClickedAt: performance.timeOrigin + timeStamp }),
        true,
      ),
    );
    await page.goto(`${personalArea}#diary`);
    // The next page comes when it is scrolled to.
    const first = await openSection(page);
    await first.getByRole('searchbox').press('ArrowDown');
    await page.keyboard.press('End');
    // Only where more than are held may wait at the list's end it says so.
    if (count >= mostHeld) await first.getByText(/^Здесь последние чаты/).waitFor({ timeout: 60_000 });
    const scrolled = await scroll(first);
    const heap = await heapAt(bench.context, `${bench.extension}/section.html`);
    const worker = await heapAt(bench.context, `${bench.extension}/background.js`);
    await closeSection(page);

    // As a hand does: it is on the item some time before it clicks.
    const reached = await measureOpening(page, 200);
    const atOnce = await measureOpening(page, 0);
    const lines: Line[] = [
      {
        name: '1,000 chats: from the click to the first rows',
        unit: 'ms',
        measured: spreadOf(reached),
        budget: 50,
        note: 'until they are drawn; the hand is on the item 200 ms before',
      },
      {
        name: '1,000 chats: the same out of the blue',
        unit: 'ms',
        measured: spreadOf(atOnce),
        budget: 200,
        note: 'the hand comes and clicks at once',
      },
      {
        name: '1,000 chats: a scroll frame, p95',
        unit: 'ms',
        measured: { median: percentile(scrolled, 95), minimum: Math.min(...scrolled), maximum: Math.max(...scrolled) },
        budget: 16.7,
        note: 'main-thread time of a frame, 300 frames of 200 px',
      },
      { name: 'memory: the section, 1,000 chats', unit: 'MB', measured: spreadOf([heap ?? Number.NaN]), budget: null },
      {
        name: 'memory: the background, 1,000 chats',
        unit: 'MB',
        measured: spreadOf([worker ?? Number.NaN]),
        budget: null,
      },
    ];
    return { lines, atOnce };
  } finally {
    await bench.close();
    stand.reset(family);
  }
}

/** Times from the click to the first rows, milliseconds, with a hand on the item so long before. */
async function measureOpening(page: Page, reach: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const item = page.getByRole('button', { name: 'Сферум' });
    if (reach > 0) {
      await item.hover();
      await pause(reach);
    }
    // A click of a program counts for nothing: the page says when it heard of the person's.
    await item.click();
    const clicked = await page.evaluate(() => (window as unknown as { benchClickedAt: number }).benchClickedAt);
    const frame = await sectionFrame(page);
    await frame.waitForFunction(() => 'benchRowsAt' in window);
    const drawn = await frame.evaluate(() => (window as unknown as { benchRowsAt: number }).benchRowsAt);
    if (round >= 0) times.push(drawn - clicked);
    await closeSection(page);
    // Away from the item, and no second half of a double click.
    await page.mouse.move(700, 500);
    await pause(1000);
  }
  return times;
}

async function openSection(page: Page): Promise<Frame> {
  await page.getByRole('button', { name: 'Сферум' }).click();
  const frame = await sectionFrame(page);
  await frame.locator('.chat-list .chat-title').first().waitFor({ timeout: 30_000 });
  return frame;
}

async function sectionFrame(page: Page): Promise<Frame> {
  for (let waited = 0; waited < 30_000; waited += 5) {
    const frame = page.frames().find((one) => one.url().includes('/section.html'));
    if (frame) return frame;
    await pause(5);
  }
  throw new Error('the section did not come');
}

async function closeSection(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Дневник' }).click();
  while (page.frames().some((one) => one.url().includes('/section.html'))) await pause(5);
  await pause(100);
}

/** How long each frame's work takes while the list is scrolled, milliseconds: from the frame's beginning to the task after it. */
function scroll(frame: Frame): Promise<number[]> {
  return frame.evaluate(async () => {
    const times: number[] = [];
    const channel = new MessageChannel();
    for (let step = 0; step < 300; step += 1) {
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const begun = performance.now();
          window.scrollBy(0, 200);
          document.dispatchEvent(new Event('scroll'));
          // A message posted in a frame is read after its drawing.
          channel.port1.onmessage = () => {
            times.push(performance.now() - begun);
            resolve();
          };
          channel.port2.postMessage(null);
        });
      });
    }
    return times;
  });
}
