import { expect, it, vi } from 'vitest';
import { askFromBackground } from '@/entrypoints/background/diary/ownRequests';
import { sent } from '@/tests/unit/lib/diary/sent';

vi.mock('@/entrypoints/background/browser/permissions', () => ({ isPermitted: async () => true }));

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
