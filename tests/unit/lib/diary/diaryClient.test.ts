import { describe, expect, it } from 'vitest';
import { askDiary, longestAnswer } from '@/lib/diary/diaryClient';

const address = 'https://school.r-19.ru/api/ScheduleService/GetDiary?is_diary=true&date=2026-11-23';

function asking(answer: () => Response | Promise<Response>, learn: (difference: number) => void = () => undefined) {
  const asked: { address: string; init: RequestInit }[] = [];
  const fetch = async (to: string, init: RequestInit = {}) => {
    asked.push({ address: to, init });
    return answer();
  };
  return { asked, answered: askDiary(fetch, address, learn) };
}

describe('asking a diary', () => {
  it('asks as the page itself does, and hands the answer over whole', async () => {
    const body = '{"days": []}';
    const { asked, answered } = asking(() => new Response(body, { headers: { 'Content-Type': 'application/json' } }));
    expect(await answered).toEqual({ status: 200, redirected: false, contentType: 'application/json', text: body });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.address).toBe(address);
    expect(asked[0]?.init).toMatchObject({ credentials: 'same-origin', redirect: 'manual', cache: 'no-store' });
    expect(new Headers(asked[0]?.init.headers).get('X-Requested-With')).toBe('XMLHttpRequest');
  });

  it('follows no redirect', async () => {
    const { answered } = asking(() => new Response(null, { status: 302, headers: { Location: '/auth/login-page' } }));
    expect(await answered).toMatchObject({ status: 302, redirected: true, text: '' });
  });

  it.each([new TypeError('Failed to fetch'), new Error('?')])('takes %s for no answer', async (error) => {
    expect(await asking(() => Promise.reject(error)).answered).toEqual({ failed: 'offline' });
  });

  it('does not wait for ever', async () => {
    const fetch = (_address: string, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    expect(await askDiary(fetch, address, () => undefined, 5)).toEqual({ failed: 'slow' });
  });

  it('hands over nothing of a size that no diary has', async () => {
    const { answered } = asking(() => new Response(' '.repeat(longestAnswer + 1)));
    expect(await answered).toEqual({ failed: 'tooLarge' });
  });

  it('learns the time from every answer', async () => {
    const learned: number[] = [];
    const headers = { Date: new Date(Date.now() + 3_600_000).toUTCString() };
    await asking(
      () => new Response('', { status: 403, headers }),
      (difference) => learned.push(difference),
    ).answered;
    await asking(() => new Response('')).answered;
    expect(learned).toEqual([expect.closeTo(3_600_000, -4)]);
  });
});
