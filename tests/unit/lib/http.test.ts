import { describe, expect, it } from 'vitest';
import { type HttpRequest, request } from '@/lib/http';
import { fakeFetch, fakeTime, json, opaqueRedirect, page, redirect, unreachable } from './fakes';

function ask(answer: () => Response | Promise<Response>, options: Partial<HttpRequest> = {}) {
  const { fetch, sent } = fakeFetch(answer);
  const { clock } = fakeTime();
  return {
    sent,
    clock,
    result: request({ fetch, clock, url: 'https://api.vk.me/x?secret=1', service: 'messenger', ...options }),
  };
}

describe('what an answer means', () => {
  const text = (body: string, status = 200) => new Response(body, { status });

  it.each<[string, () => Response, Partial<HttpRequest>, string]>([
    ['JSON', () => json({ a: 1 }), {}, 'ok'],
    ['JSON called HTML', () => new Response('[]', { headers: { 'content-type': 'text/html' } }), {}, 'ok'],
    ['HTML for JSON', () => page(), {}, 'unreadable'],
    ['HTML where that means the sign-in page', () => page(), { html: 'signedOut' }, 'signedOut'],
    ['HTML that nobody called so', () => text('\n <html>'), { html: 'signedOut' }, 'signedOut'],
    ['other text', () => text('hello'), { html: 'signedOut' }, 'unreadable'],
    ['nothing', () => text(''), {}, 'unreadable'],
    ['redirect in a browser', opaqueRedirect, {}, 'signedOut'],
    ['redirect in Node', redirect, {}, 'signedOut'],
    ['redirect where that means another thing', redirect, { redirected: 'offline' }, 'offline'],
    ['401', () => page(401), {}, 'noAccess'],
    ['403', () => json({}, { status: 403 }), { forbidden: 'signedOut' }, 'signedOut'],
    ['404', () => page(404), {}, 'badRequest'],
    ['429', () => page(429), {}, 'rateLimited'],
    ['500', () => page(500), { html: 'signedOut' }, 'serverError'],
    ['503 in JSON', () => json({}, { status: 503 }), {}, 'serverError'],
    ['400 in JSON judged by the body', () => json({ error: 'x' }, { status: 400 }), { judgeBy: 'body' }, 'ok'],
    ['JSON of a size that no answer has', () => text(`{}${' '.repeat(5_000_000)}`), {}, 'tooLarge'],
    ['502 as a page judged by the body', () => page(502), { judgeBy: 'body' }, 'serverError'],
  ])('%s', async (_, answer, options, outcome) => {
    const result = await ask(answer, options).result;
    expect(result.ok ? 'ok' : result.problem.kind).toBe(outcome);
  });

  it('sends nothing to a service that the person does not want to be asked', async () => {
    const { sent, result } = ask(() => json({}), { isSwitchedOff: async () => true });
    expect(await result).toMatchObject({ problem: { kind: 'switchedOff' } });
    expect(sent).toEqual([]);
    const on = ask(() => json({}), { isSwitchedOff: async () => false });
    expect([(await on.result).ok, on.sent.length]).toEqual([true, 1]);
  });

  it('says when to try again after 429', async () => {
    const { clock, result } = ask(() => json({}, { status: 429, headers: { 'retry-after': '120' } }));
    expect(await result).toMatchObject({ problem: { kind: 'rateLimited', retryAt: clock.now() + 120_000 } });
  });

  it('never follows a redirect, keeps nothing and sends no cookies unless told to', async () => {
    const plain = ask(() => json({}));
    await plain.result;
    expect(plain.sent[0]?.init).toMatchObject({ redirect: 'manual', credentials: 'omit', cache: 'no-store' });
    const own = ask(() => json({}), { init: { credentials: 'include' } });
    await own.result;
    expect(own.sent[0]?.init).toMatchObject({ redirect: 'manual', credentials: 'include' });
  });

  it('teaches the clock', async () => {
    const date = new Date(Date.UTC(2026, 10, 23, 9, 0)).toUTCString();
    const { clock, result } = ask(() => json({}, { headers: { date } }));
    expect(await result).toMatchObject({ ok: true, value: { date } });
    expect(clock.offset).toBe(6 * 3_600_000 + 500);
  });
});

describe('no answer', () => {
  it.each<[string, HttpRequest['isPermitted'], string]>([
    ['nobody can say why', undefined, 'offline'],
    ['the host is permitted', async () => true, 'offline'],
    ['the host is not permitted', async () => false, 'notPermitted'],
    ['the permissions cannot be asked', () => Promise.reject(new Error()), 'offline'],
  ])('%s', async (_, isPermitted, kind) => {
    const result = await ask(unreachable, { isPermitted }).result;
    expect(result).toMatchObject({ ok: false, problem: { kind } });
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('asks for permission by origin, and only after a failure', async () => {
    const asked: string[] = [];
    const isPermitted = async (origin: string) => {
      asked.push(origin);
      return false;
    };
    await ask(() => json({}), { isPermitted }).result;
    expect(asked).toEqual([]);
    await ask(unreachable, { isPermitted }).result;
    expect(asked).toEqual(['https://api.vk.me']);
  });

  const silent: HttpRequest['fetch'] = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });

  it('is slow when the time is over', async () => {
    const { result } = ask(() => json({}), { fetch: silent, timeoutMs: 5 });
    expect(await result).toMatchObject({ problem: { kind: 'slow' } });
  });

  it('is slow when the head came but not the body', async () => {
    const fetch: HttpRequest['fetch'] = async (_, init) => {
      const body = new ReadableStream({
        start: (controller) =>
          init?.signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError'))),
      });
      return new Response(body);
    };
    expect(await ask(() => json({}), { fetch, timeoutMs: 5 }).result).toMatchObject({ problem: { kind: 'slow' } });
  });

  it('is cancelled when the caller gave it up', async () => {
    const controller = new AbortController();
    const { result } = ask(() => json({}), { fetch: silent, init: { signal: controller.signal } });
    controller.abort();
    expect(await result).toMatchObject({ problem: { kind: 'cancelled' } });
  });
});
