import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { accountOfTab } from '@/entrypoints/background/diary/diaryTabs';
import { sentAccount } from '@/tests/unit/lib/diary/sent';
import { account, origin } from '@/tests/unit/lib/linking/samples';

let asked: string[];
/** So long the page waits for its diary, and whether it shows somebody's days meanwhile. */
let silentFor: number;
let isShown: boolean;
let tab = 20;

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  asked = [];
  silentFor = 0;
  isShown = true;
  tab += 1;
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (_: number, { name }: { name: string }) => {
    asked.push(name);
    if (name === 'diary.shown') return isShown ? { answer: sentAccount(account()), origin } : null;
    await new Promise((resolve) => setTimeout(resolve, silentFor));
    return { answer: sentAccount(account()), origin, clockDifference: null };
  }) as never);
});
afterEach(() => vi.useRealTimers());

/** What comes within so many milliseconds. */
async function within(milliseconds: number, fresh = false): Promise<unknown> {
  let come: unknown = 'late';
  void accountOfTab(tab, fresh).then((answer) => {
    come = answer;
  });
  await vi.advanceTimersByTimeAsync(milliseconds);
  return come;
}

it('a page that asks its diary anew, and waits for it: whose days it shows will do, so that VK can still be waited for', async () => {
  silentFor = 60_000;
  expect(await within(5000)).toMatchObject({ ok: true });
});

it('a page that shows nobody’s days is waited for as long as any answer', async () => {
  isShown = false;
  silentFor = 6000;
  expect(await within(6500)).toMatchObject({ ok: true });
});

it('what is to be asked anew is no less waited for, and what is shown does not stand in for it', async () => {
  silentFor = 60_000;
  expect(await within(9000, true)).toMatchObject({ ok: false, problem: { kind: 'slow' } });
  expect(asked).toEqual(['diary.account']);
});

it('a slow answer, too, is given to whoever asks a moment after it came', async () => {
  silentFor = 3000;
  await within(3500);
  expect(await within(0)).toMatchObject({ ok: true });
  expect(asked).toEqual(['diary.account']);
});
