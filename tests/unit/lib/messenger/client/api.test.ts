import { describe, expect, it, vi } from 'vitest';
import { type Api, type ApiDependencies, createApi } from '@/lib/messenger/client/api';
import type { ApiMemory } from '@/lib/messenger/client/memory';
import { withToken } from '@/lib/messenger/client/withToken';
import { problem } from '@/lib/problem';
import { fail, succeed } from '@/lib/result';
import {
  fakeFetch,
  fakeTime,
  fetchInTurn,
  json,
  opaqueRedirect,
  page,
  type Sent,
  unreachable,
} from '@/tests/unit/lib/fakes';
import { token } from '@/tests/unit/lib/messenger/samples';

const refusal = (code: number) => () =>
  json({
    error: { error_code: code, error_msg: 'Captcha needed', request_params: [{ key: 'text', value: 'личное' }] },
  });
const answer = (response: unknown) => () => json({ response });

function apiOver(answers: { fetch: ApiDependencies['fetch']; sent: Sent[] }, more: Partial<ApiDependencies> = {}) {
  const time = fakeTime();
  const api = createApi({ fetch: answers.fetch, clock: time.clock, wait: time.wait, ...more });
  return { api, time, sent: answers.sent, call: (method = 'users.get') => api.call(method, {}, token) };
}

const inTurn = (...answers: (() => Response)[]) => apiOver(fetchInTurn(...answers));

describe('a call', () => {
  it('posts the token and the parameters in the body', async () => {
    const { api, sent } = inTurn(answer([1]));
    expect(await api.call('users.get', { user_ids: 871000002, fields: 'sex' }, token)).toEqual(succeed([1]));
    expect(sent[0]?.url.href).toBe('https://api.vk.me/method/users.get?v=5.245');
    expect(sent[0]?.init).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'manual' });
    expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
      access_token: 'vk1.a.test-edu',
      user_ids: '871000002',
      fields: 'sex',
    });
  });

  it.each<[number, string, number]>([
    [1, 'serverError', 1],
    [3, 'unknownMethod', 1],
    [5, 'signedOut', 1],
    [6, 'rateLimited', 3],
    [8, 'unknownMethod', 1],
    [9, 'rateLimited', 1],
    [10, 'serverError', 1],
    [13, 'tooLarge', 1],
    [14, 'captcha', 1],
    [15, 'noAccess', 1],
    [17, 'captcha', 1],
    [18, 'noAccess', 1],
    [25, 'captcha', 1],
    [29, 'rateLimited', 1],
    [100, 'badRequest', 1],
    [3610, 'noAccess', 1],
    [12345, 'serverError', 1],
  ])('error %i is %s after %i request(s)', async (code, kind, requests) => {
    const { call, sent, time } = inTurn(refusal(code));
    const result = await call();
    expect(result).toMatchObject({ ok: false, problem: { kind, service: 'messenger' } });
    expect(sent).toHaveLength(requests);
    expect(!result.ok && (result.problem.retryAt ?? 0) > time.clock.now()).toBe(kind === 'rateLimited');
    // Nothing that VK or the request said goes on: it could be personal.
    expect(JSON.stringify(result)).not.toMatch(/vk1|личное|Captcha needed/);
  });

  it.each<[string, () => Response, string]>([
    ['a page', () => page(), 'unreadable'],
    ['502', () => page(502), 'serverError'],
    ['a list', () => json([]), 'unreadable'],
    ['neither answer nor error', () => json({}), 'unreadable'],
    ['an error without a code', () => json({ error: 'x' }), 'unreadable'],
    ['an error whose code is text', () => json({ error: { error_code: '14' } }), 'captcha'],
    ['an error with status 400', () => json({ error: { error_code: 14 } }, { status: 400 }), 'captcha'],
  ])('%s', async (_, response, kind) => {
    expect(await inTurn(response).call()).toMatchObject({ problem: { kind } });
  });

  it('waits longer each time and repeats while VK says «too many per second»', async () => {
    const { call, time, sent } = inTurn(refusal(6), refusal(6), answer('now'));
    expect(await call()).toEqual(succeed('now'));
    expect(sent).toHaveLength(3);
    expect(time.waits.slice(0, 2)).toEqual([350, 700]);
  });
});

describe('a foreign Origin refused', () => {
  /** A server that answers what a POST may not have. */
  function picky(refuse: () => Response, alsoGet = false) {
    const answers = fakeFetch(({ init }) =>
      init.method === 'POST' || alsoGet ? refuse() : json({ response: 'here' }),
    );
    return apiOver(answers);
  }
  const verbs = (sent: Sent[]) => sent.map(({ init }) => init.method ?? 'GET');

  it.each<[string, () => Response]>([
    ['403', () => page(403)],
    ['403 with JSON of another kind', () => json({ detail: 'origin' }, { status: 403 })],
    ['a page', () => page()],
    ['a page with 405', () => page(405)],
  ])('%s to a POST: the same call goes once by GET, and so do all that follow', async (_, refuse) => {
    const { api, sent, call } = picky(refuse);
    expect(await api.call('users.get', { user_ids: 7 }, token)).toEqual(succeed('here'));
    expect(verbs(sent)).toEqual(['POST', 'GET']);
    expect(Object.fromEntries(sent[1]?.url.searchParams ?? [])).toEqual({
      v: '5.245',
      access_token: 'vk1.a.test-edu',
      user_ids: '7',
    });
    await call();
    expect(verbs(sent)).toEqual(['POST', 'GET', 'GET']);
    expect(api.memory().byGet).toBe(true);
  });

  it('where neither way is answered there are two requests, and nothing is remembered', async () => {
    const { api, sent, call } = picky(() => page(403), true);
    const result = await call();
    expect(result).toMatchObject({ ok: false, problem: { kind: 'noAccess' } });
    expect(JSON.stringify(result)).not.toContain('vk1');
    expect(verbs(sent)).toEqual(['POST', 'GET']);
    expect(api.memory().byGet).toBe(false);
  });

  it('an error in VK’s own words is an answer', async () => {
    const { sent, call } = inTurn(() => json({ error: { error_code: 15 } }, { status: 403 }));
    expect(await call()).toMatchObject({ problem: { kind: 'noAccess' } });
    expect(sent).toHaveLength(1);
  });
});

describe('VK’s limits', () => {
  it('sends no more than three requests in any second for one profile', async () => {
    const time = fakeTime();
    const sentAt: Record<string, number[]> = {};
    const { fetch } = fakeFetch(({ form }) => {
      const profile = form.get('user_ids') ?? '';
      sentAt[profile] = [...(sentAt[profile] ?? []), time.clock.computerNow()];
      return json({ response: 1 });
    });
    // Each waits on its own, as real ones do.
    const due: { at: number; go: () => void }[] = [];
    const wait = (milliseconds: number) =>
      new Promise<void>((go) => due.push({ at: time.clock.computerNow() + milliseconds, go }));
    const api = createApi({ fetch, clock: time.clock, wait });
    const ask = (id: number) => api.call('users.get', { user_ids: id }, { ...token, profileId: id });
    const all = Promise.all([...Array.from({ length: 10 }, () => ask(1)), ask(2)]);
    for (let step = 0; step < 100; step += 1) {
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      const next = due.sort((one, another) => one.at - another.at).shift();
      if (!next) break;
      time.pass(Math.max(0, next.at - time.clock.computerNow()));
      next.go();
    }
    await all;
    const times = sentAt[1] ?? [];
    expect(times).toHaveLength(10);
    for (const start of times) {
      expect(times.filter((at) => at >= start && at < start + 1000).length).toBeLessThanOrEqual(3);
    }
    // Another profile has a limit of its own, and the first requests of each do not wait.
    expect([times[2], sentAt[2]?.[0]]).toEqual([times[0], times[0]]);
  });

  it('after a flood sends nothing of the profile before the pause is over', async () => {
    const { call, time, sent } = inTurn(refusal(9), answer('again'));
    const first = await call();
    const retryAt = (!first.ok && first.problem.retryAt) || 0;
    expect(retryAt - time.clock.now()).toBe(120_000);
    expect(await call('messages.getConversations')).toMatchObject({ problem: { kind: 'rateLimited', retryAt } });
    expect(sent).toHaveLength(1);
    time.pass(120_001);
    expect(await call()).toEqual(succeed('again'));
  });

  it('makes each further pause longer, and short again after an answer', async () => {
    const { call, time } = inTurn(refusal(9), refusal(9), refusal(9), refusal(9), refusal(9), answer(1), refusal(9));
    const pauses: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      const result = await call();
      if (!result.ok) pauses.push(((result.problem.retryAt ?? 0) - time.clock.now()) / 60_000);
      time.pass(16 * 60_000);
    }
    expect(pauses).toEqual([2, 4, 8, 15, 15, 2]);
  });

  it('after the limit of one method still asks others', async () => {
    const { call, sent } = inTurn(refusal(29), answer(1));
    await call('messages.getCurrentCalls');
    expect(await call('messages.getCurrentCalls')).toMatchObject({ problem: { kind: 'rateLimited' } });
    expect((await call('users.get')).ok).toBe(true);
    expect(sent).toHaveLength(2);
  });

  it('remembers the pause when the browser starts the background anew', async () => {
    let memory: ApiMemory | undefined;
    const first = apiOver(fetchInTurn(refusal(9)), { onMemory: (learned) => (memory = learned) });
    await first.call();
    const second = apiOver(fetchInTurn(answer(1)), { memory: JSON.parse(JSON.stringify(memory)) });
    expect(await second.call()).toMatchObject({ problem: { kind: 'rateLimited' } });
    expect(second.sent).toHaveLength(0);
    expect(JSON.stringify(memory)).not.toContain('vk1');
  });

  it('takes a memory that is none for an empty one', async () => {
    expect((await apiOver(fetchInTurn(answer(1)), { memory: { pauses: 3 } }).call()).ok).toBe(true);
  });
});

describe('the hosts', () => {
  const reachable = (...hosts: string[]) =>
    fakeFetch(({ url }) => (hosts.includes(url.hostname) ? json({ response: url.hostname }) : unreachable()));
  const asked = (sent: Sent[]) => sent.map(({ url }) => url.hostname);

  it('goes to the next host when one cannot be reached, and stays there', async () => {
    const { call, sent } = apiOver(reachable('api.vk.ru', 'api.vk.com'));
    expect(await call()).toEqual(succeed('api.vk.ru'));
    expect(await call()).toEqual(succeed('api.vk.ru'));
    expect(asked(sent)).toEqual(['api.vk.me', 'api.vk.ru', 'api.vk.ru']);
  });

  it('tries each host once and stays with the first when all are out of reach', async () => {
    const { call, sent } = apiOver(reachable());
    expect(await call()).toMatchObject({ problem: { kind: 'offline' } });
    await call();
    expect(asked(sent)).toEqual(['api.vk.me', 'api.vk.ru', 'api.vk.com', 'api.vk.me', 'api.vk.ru', 'api.vk.com']);
  });

  it('waits no longer for all of them than for one answer: a silent host leaves some time for the next', async () => {
    const time = fakeTime();
    const began = time.clock.computerNow();
    const asked: [string, number][] = [];
    const fetch: ApiDependencies['fetch'] = (address, init) => {
      asked.push([new URL(address).host, time.clock.computerNow() - began]);
      return new Promise((_, reject) =>
        init?.signal?.addEventListener('abort', () => {
          time.pass(asked.length === 1 ? 5000 : 3000);
          reject(new DOMException('aborted', 'AbortError'));
        }),
      );
    };
    vi.useFakeTimers();
    const answered = createApi({ fetch, clock: time.clock, wait: time.wait }).call('users.get', {}, token);
    await vi.advanceTimersByTimeAsync(8000);
    vi.useRealTimers();
    expect(await answered).toMatchObject({ problem: { kind: 'slow' } });
    expect(asked).toEqual([
      ['api.vk.me', 0],
      ['api.vk.ru', 5000],
    ]);
  });

  it('does not try others when one answered, however badly', async () => {
    const { call, sent } = apiOver(fetchInTurn(() => page(503)));
    await call();
    expect(sent).toHaveLength(1);
  });

  it('takes a redirect for a host that is not the API any more', async () => {
    const { call, sent } = apiOver(
      fakeFetch(({ url }) => (url.hostname === 'api.vk.me' ? opaqueRedirect() : json({ response: 1 }))),
    );
    expect((await call()).ok).toBe(true);
    expect(asked(sent)).toEqual(['api.vk.me', 'api.vk.ru']);
  });

  it('says so when the permission is missing', async () => {
    const { call } = apiOver(reachable(), { isPermitted: async () => false });
    expect(await call()).toMatchObject({ problem: { kind: 'notPermitted' } });
  });
});

describe('several methods in one request', () => {
  const calls = {
    chats: { method: 'messages.getConversations', parameters: { count: 100, fields: 'photo_100' } },
    more: { method: 'messages.getConversations', parameters: { count: 100, offset: 100 } },
    current: { method: 'messages.getCurrentCalls', parameters: {} },
  };

  it('writes one script', async () => {
    const { api, sent } = inTurn(answer({ chats: 1, more: 2, current: 3 }));
    expect(await api.execute(calls, token)).toEqual(
      succeed({ chats: succeed(1), more: succeed(2), current: succeed(3) }),
    );
    expect(sent[0]?.url.pathname).toBe('/method/execute');
    expect(sent[0]?.form.get('code')).toBe(
      'return {"chats":API.messages.getConversations({"count":100,"fields":"photo_100"}),' +
        '"more":API.messages.getConversations({"count":100,"offset":100}),' +
        '"current":API.messages.getCurrentCalls({})};',
    );
  });

  it('loses only the part that failed', async () => {
    const body = {
      response: { chats: { items: [] }, more: false, current: false },
      execute_errors: [
        { method: 'messages.getConversations', error_code: 10, error_msg: 'x' },
        { method: 'messages.getCurrentCalls', error_code: 3, error_msg: 'x' },
      ],
    };
    const { api } = inTurn(() => json(body));
    expect(await api.execute(calls, token)).toMatchObject({
      value: {
        chats: { ok: true },
        more: { problem: { kind: 'serverError' } },
        current: { problem: { kind: 'unknownMethod' } },
      },
    });
  });

  it.each<[string, unknown]>([
    ['no errors', undefined],
    ['errors of another form', { a: 1 }],
    ['an error of another method', [{ method: 'users.get', error_code: 3 }]],
  ])('takes a part that failed without a word for the server’s trouble: %s', async (_, errors) => {
    const { api } = inTurn(() => json({ response: { chats: false, more: 1 }, execute_errors: errors }));
    expect(await api.execute(calls, token)).toMatchObject({
      value: { chats: { problem: { kind: 'serverError' } }, current: { problem: { kind: 'serverError' } } },
    });
  });

  it('is unreadable when the answer is no object', async () => {
    expect(await inTurn(answer(false)).api.execute(calls, token)).toMatchObject({ problem: { kind: 'unreadable' } });
  });
});

describe('a dead token', () => {
  const old = token;
  const renewed = { ...token, token: 'vk1.a.renewed' };

  function run(answers: (() => Response)[], freshAnswer = succeed(renewed) as Awaited<ReturnType<Source>>) {
    const { api, sent } = inTurn(...answers);
    const asked: boolean[] = [];
    const source: Source = async ({ fresh }) => {
      asked.push(fresh);
      return fresh ? freshAnswer : succeed(old);
    };
    const use = (given: typeof token) => (api as Api).call('users.get', {}, given);
    return { asked, sent, result: withToken(source, use) };
  }
  type Source = Parameters<typeof withToken>[0];

  it('is renewed once', async () => {
    const { asked, sent, result } = run([refusal(5), answer('yes')]);
    expect(await result).toEqual(succeed('yes'));
    expect(asked).toEqual([false, true]);
    expect(sent.map(({ form }) => form.get('access_token'))).toEqual(['vk1.a.test-edu', 'vk1.a.renewed']);
  });

  it('means signed out when the new one is dead too', async () => {
    const { sent, result } = run([refusal(5)]);
    expect(await result).toMatchObject({ problem: { kind: 'signedOut' } });
    expect(sent).toHaveLength(2);
  });

  it('means what web_token says when there is no new one', async () => {
    const { result } = run([refusal(5)], fail(problem('messenger', 'offline')));
    expect(await result).toMatchObject({ problem: { kind: 'offline' } });
  });

  it.each([6, 9, 14, 15])('is not suspected after error %i', async (code) => {
    const { asked, result } = run([refusal(code)]);
    await result;
    expect(asked).toEqual([false]);
  });
});
