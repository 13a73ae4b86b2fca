import { describe, expect, it } from 'vitest';
import { createClock } from '@/lib/clock';
import { createDiaryClient } from '@/lib/diary/client';
import { markups } from '@/lib/diary/page/markup';

const origin = 'https://school.r-19.ru';

interface Answer {
  body?: unknown;
  status?: number;
  headers?: Record<string, string>;
}

function clientAnswering({ body = {}, status = 200, headers = {} }: Answer, clock = createClock()) {
  const asked: { address: string; init: RequestInit }[] = [];
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const client = createDiaryClient({
    endpoints: markups.personalArea.endpoints,
    origin,
    clock,
    fetch: async (address, init = {}) => {
      asked.push({ address, init });
      return new Response(text, { status, headers });
    },
  });
  return { client, asked };
}

const account = { auth_user_profile_id: 1, user_desc: 'Родитель' };
const page = '<!doctype html><title>Вход</title>';

describe('createDiaryClient', () => {
  it('asks as the page itself does', async () => {
    const { client, asked } = clientAnswering({ body: { days: [] } });
    await client.readAccount();
    await client.readWeek('2026-11-23');
    await client.readWeekSchedule('2026-11-23');
    await client.readMonth('2026-11-23');
    await client.readHomework('2026-11-23');
    expect(asked.map(({ address }) => address.replace(/\?$/, ''))).toEqual([
      `${origin}/api/ProfileService/GetPersonData`,
      `${origin}/api/ScheduleService/GetDiary?is_diary=true&date=2026-11-23`,
      `${origin}/api/ScheduleService/GetWeekSchedule?date=2026-11-23`,
      `${origin}/api/ScheduleService/GetMonthSchedule?date=2026-11-23`,
      `${origin}/api/HomeworkService/GetHomeworkFromRange?date=2026-11-23`,
    ]);
    for (const { init } of asked) {
      expect(init.method ?? 'GET').toBe('GET');
      expect(new Headers(init.headers).get('X-Requested-With')).toBe('XMLHttpRequest');
      expect(init).toMatchObject({ credentials: 'same-origin', redirect: 'manual', cache: 'no-store' });
    }
  });

  it('reads the account, a week and homework', async () => {
    expect(await clientAnswering({ body: account }).client.readAccount()).toMatchObject({
      ok: true,
      value: { key: `${origin}#1`, role: 'parent' },
    });
    expect(await clientAnswering({ body: { days: [] } }).client.readWeek('2026-11-23')).toEqual({
      ok: true,
      value: { days: [], dropped: 0 },
    });
    expect(await clientAnswering({ body: [] }).client.readHomework('2026-11-23')).toEqual({ ok: true, value: [] });
  });

  const fault = (faultcode: unknown) => ({ faultcode, faultstring: 'Пользователь не авторизован' });

  it.each<[string, Answer, string]>([
    ['403', { status: 403, body: page }, 'signedOut'],
    ['403 with JSON', { status: 403, body: {} }, 'signedOut'],
    ['401', { status: 401, body: '' }, 'signedOut'],
    ['the fault', { body: fault('Server.UserNotAuthenticated') }, 'signedOut'],
    ['the fault, other spelling', { body: fault('Server.UserNotAuthenticatedError') }, 'signedOut'],
    ['the fault with status 500', { status: 500, body: fault('Server.UserNotAuthenticated') }, 'signedOut'],
    ['the sign-in page with status 200', { body: page, headers: { 'Content-Type': 'text/html' } }, 'signedOut'],
    ['the sign-in page without a type', { body: `\n ${page}` }, 'signedOut'],
    ['a redirect', { status: 302, body: '', headers: { Location: '/auth/login-page' } }, 'signedOut'],
    ['a validation fault', { body: fault('Client.ValidationError') }, 'badRequest'],
    ['another fault', { body: fault('Server.Internal') }, 'serverError'],
    ['a fault of no text', { body: fault({}) }, 'serverError'],
    ['500', { status: 500, body: page }, 'serverError'],
    ['502 with JSON', { status: 502, body: {} }, 'serverError'],
    ['404', { status: 404, body: page }, 'badRequest'],
    ['429', { status: 429, body: '' }, 'rateLimited'],
    ['another shape', { body: { success: true } }, 'unreadable'],
    ['null', { body: null }, 'unreadable'],
    ['half an answer', { body: '{"days": [' }, 'unreadable'],
    ['nothing', { body: '' }, 'unreadable'],
  ])('takes %s for a problem', async (_name, answer, kind) => {
    const result = await clientAnswering(answer).client.readWeek('2026-11-23');
    expect(result).toMatchObject({ ok: false, problem: { kind, service: 'diary' } });
    if (!result.ok) expect(result.problem.detail).not.toMatch(/авторизован|2026/);
  });

  it.each([
    [new TypeError('Failed to fetch'), 'offline'],
    [new Error('?'), 'offline'],
  ])('takes %s for %s', async (error, kind) => {
    const client = createDiaryClient({
      endpoints: markups.personalArea.endpoints,
      origin,
      clock: createClock(),
      fetch: () => Promise.reject(error),
    });
    expect(await client.readAccount()).toMatchObject({ ok: false, problem: { kind } });
  });

  it('does not wait for ever', async () => {
    const client = createDiaryClient({
      endpoints: markups.personalArea.endpoints,
      origin,
      clock: createClock(),
      timeoutMs: 5,
      fetch: (_address, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    });
    expect(await client.readAccount()).toMatchObject({ ok: false, problem: { kind: 'slow' } });
  });

  it('learns the time from every answer', async () => {
    const clock = createClock(() => Date.UTC(2026, 10, 23, 0, 0, 0));
    const { client } = clientAnswering({ status: 403, headers: { Date: 'Mon, 23 Nov 2026 01:00:00 GMT' } }, clock);
    await client.readAccount();
    expect(clock.offset).toBeGreaterThan(3_500_000);
  });
});
