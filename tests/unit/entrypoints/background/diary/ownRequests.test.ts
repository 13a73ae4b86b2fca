import { beforeEach, expect, it, vi } from 'vitest';
import { accountFromBackground, askFromBackground } from '@/entrypoints/background/diary/ownRequests';
import { usualMarkup } from '@/lib/diary/page/markup';
import type { Diary } from '@/lib/diary/types';
import { sent } from '@/tests/unit/lib/diary/sent';

let isAllowed = true;
vi.mock('@/entrypoints/background/browser/permissions', () => ({ isPermitted: async () => isAllowed }));
beforeEach(() => {
  isAllowed = true;
});

const week = '/api/diary';
const homework = '/api/homework';

it('lessons do not wait for homework as long as for themselves', async () => {
  const waits: number[] = [];
  const controllers: AbortController[] = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    waits.push(milliseconds);
    controllers.push(new AbortController());
    return controllers.at(-1)?.signal ?? new AbortController().signal;
  });
  vi.stubGlobal('fetch', (address: string, { signal }: RequestInit) => {
    if (address.endsWith(week)) return Promise.resolve(new Response((sent({}) as { text: string }).text));
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  });
  const asking = askFromBackground('https://school.r-19.ru', [week, homework], () => undefined, homework);
  await vi.waitFor(() => expect(waits).toHaveLength(2));
  const [ofWeek = 0, ofHomework = 0] = waits;
  // Two weeks, one after the other, are there within what a person waits for one.
  expect(2 * ofHomework).toBeLessThanOrEqual(ofWeek);
  controllers[1]?.abort();
  expect(await asking).toMatchObject({ [week]: { status: 200 }, [homework]: { failed: 'slow' } });
});

it('a diary that the browser lets nobody ask any more is told from one that does not answer', async () => {
  isAllowed = false;
  const diary = {
    origin: 'https://school.r-19.ru',
    region: '',
    timeZone: null,
    markup: usualMarkup,
  } as unknown as Diary;
  expect(await accountFromBackground(diary, () => undefined)).toMatchObject({ problem: { kind: 'notPermitted' } });
});
