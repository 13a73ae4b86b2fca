import { describe, expect, it } from 'vitest';
import { createApi } from '@/lib/messenger/client/api';
import { createRequests } from '@/lib/messenger/client/requests';
import { fakeFetch, fakeTime, json, type Sent, unreachable } from '@/tests/unit/lib/fakes';
import {
  conversation,
  conversationsAnswer,
  currentCall,
  profileAnswer,
  scheduledCall,
  teacher,
  token,
} from '@/tests/unit/lib/messenger/samples';

type Parameters = Record<string, unknown>;
type Method = (parameters: Parameters) => unknown;

/** Thrown by a method of the fake server. */
class Refusal extends Error {
  readonly code: number;
  constructor(code: number) {
    super(String(code));
    this.code = code;
  }
}

const refuse = (code: number) => () => {
  throw new Refusal(code);
};

/** A server with so many conversations; `execute` reads the scripts that the client writes. */
function server(chats: number, replaced: Record<string, Method> = {}) {
  const methods: Record<string, Method> = {
    'users.get': () => profileAnswer,
    'messages.getConversations': ({ offset, count }) => conversationsAnswer(chats, Number(offset), Number(count)),
    'messages.getScheduledCalls': () => ({ items: [scheduledCall()], profiles: [teacher], has_more: false }),
    'messages.getCurrentCalls': () => ({ items: [currentCall], profiles: [], groups: [] }),
    execute: ({ code }) => {
      const parts = [...String(code).matchAll(/"(\w+)":API\.([\w.]+)\((\{.*?\})\)/g)];
      const errors: { method: string; error_code: number }[] = [];
      const response = Object.fromEntries(
        parts.map(([, name, method = '', parameters = '']) => {
          try {
            return [name, methods[method]?.(JSON.parse(parameters))];
          } catch (cause) {
            errors.push({ method, error_code: (cause as Refusal).code });
            return [name, false];
          }
        }),
      );
      return { response, execute_errors: errors };
    },
    ...replaced,
  };
  const { fetch, sent } = fakeFetch(({ url, form }) => {
    const method = url.pathname.replace('/method/', '');
    try {
      const answer = methods[method]?.(Object.fromEntries(form));
      return json(method === 'execute' ? answer : { response: answer });
    } catch (cause) {
      if (cause instanceof Refusal) return json({ error: { error_code: cause.code } });
      throw cause;
    }
  });
  const time = fakeTime();
  const api = createApi({ fetch, clock: time.clock, wait: time.wait });
  return { requests: createRequests(api, time.clock.computerNow), sent, time };
}

const names = (sent: Sent[]) => sent.map(({ url }) => url.pathname.replace('/method/', ''));

describe('the first view', () => {
  it('is one request', async () => {
    const { requests, sent } = server(5);
    const view = await requests.readFirstView(token);
    expect(names(sent)).toEqual(['execute']);
    expect(view).toMatchObject({
      value: {
        chats: { ok: true, value: { total: 5, received: 5, unreadable: 0 } },
        scheduled: { ok: true, value: { items: [{ name: 'География 8 Б' }] } },
        current: { ok: true, value: { items: [{ title: 'Елена Белова' }] } },
      },
    });
  });

  it('holds two hundred chats', async () => {
    const view = await server(500).requests.readFirstView(token);
    expect(view).toMatchObject({ value: { chats: { value: { total: 500, received: 200 } } } });
  });

  it.each([3, 8, 12, 15, 100])('asks one by one where `execute` is refused with %i, and remembers it', async (code) => {
    const { requests, sent } = server(5, { execute: refuse(code) });
    const view = await requests.readFirstView(token);
    expect(view).toMatchObject({ value: { chats: { ok: true }, scheduled: { ok: true } } });
    expect(names(sent).sort()).toEqual([
      'execute',
      'messages.getConversations',
      'messages.getCurrentCalls',
      'messages.getScheduledCalls',
    ]);
    sent.length = 0;
    await requests.readFirstView(token);
    expect(names(sent)).not.toContain('execute');
  });

  it.each([3, 5, 7, 15, 18, 23, 100, 3610])(
    'works without the methods of the Android client where chats answer, inside `execute` and without it: code %i',
    async (code) => {
      const refused = { 'messages.getScheduledCalls': refuse(code), 'messages.getCurrentCalls': refuse(code) };
      for (const replaced of [refused, { ...refused, execute: refuse(3) }]) {
        const { requests, sent } = server(5, replaced);
        expect(await requests.readFirstView(token)).toMatchObject({
          value: {
            chats: { ok: true },
            scheduled: { problem: { kind: 'unknownMethod' } },
            current: { problem: { kind: 'unknownMethod' } },
          },
        });
        sent.length = 0;
        await requests.readFirstView(token);
        expect(JSON.stringify(sent.map(({ url, form }) => [url, form.get('code')]))).not.toMatch(/dCalls|tCalls/);
      }
    },
  );

  it.each([1, 10])('takes %i for trouble that passes', async (code) => {
    const { requests, sent } = server(5, { 'messages.getScheduledCalls': refuse(code) });
    expect(await requests.readFirstView(token)).toMatchObject({
      value: { chats: { ok: true }, scheduled: { problem: { kind: 'serverError' } } },
    });
    await requests.readFirstView(token);
    expect(sent[1]?.form.get('code')).toContain('getScheduledCalls');
  });

  it('does not blame a method where chats are refused as well', async () => {
    const all = ['messages.getConversations', 'messages.getScheduledCalls', 'messages.getCurrentCalls'];
    const { requests, sent } = server(5, Object.fromEntries(all.map((method) => [method, refuse(15)])));
    expect(await requests.readFirstView(token)).toMatchObject({
      value: { chats: { problem: { kind: 'noAccess' } }, scheduled: { problem: { kind: 'noAccess' } } },
    });
    await requests.readFirstView(token);
    expect(sent[1]?.form.get('code')).toContain('getScheduledCalls');
  });

  it('loses only the part that failed inside', async () => {
    const { requests } = server(5, { 'messages.getConversations': refuse(10) });
    expect(await requests.readFirstView(token)).toMatchObject({
      value: { chats: { problem: { kind: 'serverError' } }, scheduled: { ok: true } },
    });
  });

  it('does not ask again for a part that VK wants left alone for minutes', async () => {
    const { requests, sent, time } = server(5, { 'messages.getCurrentCalls': refuse(29) });
    await requests.readFirstView(token);
    time.pass(30_000);
    const view = await requests.readFirstView(token);
    expect(view).toMatchObject({ value: { chats: { ok: true }, current: { problem: { kind: 'rateLimited' } } } });
    expect(sent[1]?.form.get('code')).not.toContain('getCurrentCalls');
  });

  it('asks for half as much while it is too large', async () => {
    let counts: number[] = [];
    const { requests, sent } = server(500, {
      execute: ({ code }) => {
        const count = Number(/"count":(\d+),"extended"/.exec(String(code))?.[1]);
        counts = [...counts, count];
        if (count > 25) throw new Refusal(13);
        return {
          response: { chats: conversationsAnswer(500, 0, count), scheduled: { items: [] }, current: { items: [] } },
        };
      },
    });
    const view = await requests.readFirstView(token);
    expect(counts).toEqual([200, 100, 50, 25]);
    expect(sent).toHaveLength(4);
    expect(view).toMatchObject({ value: { chats: { value: { received: 25 } } } });
    await requests.readFirstView(token);
    expect(counts).toEqual([200, 100, 50, 25, 25]);
  });

  it('is too large only when a quarter of a hundred is', async () => {
    const { requests, sent } = server(500, { execute: refuse(13) });
    expect(await requests.readFirstView(token)).toMatchObject({ problem: { kind: 'tooLarge' } });
    expect(sent).toHaveLength(4);
  });

  it('asks for less at once only as long as somebody can wait for it; the next time it begins there', async () => {
    const { requests, sent, time } = server(500, {
      execute: () => {
        time.pass(2000);
        throw new Refusal(13);
      },
    });
    expect(await requests.readFirstView(token)).toMatchObject({ problem: { kind: 'tooLarge' } });
    expect(sent).toHaveLength(2);
    await requests.readFirstView(token);
    expect(sent.slice(2).map(({ form }) => /"count":(\d+),"extended"/.exec(form.get('code') ?? '')?.[1])).toEqual([
      '50',
      '25',
    ]);
  });

  it.each<[string, Method, string, number]>([
    ['a dead token', refuse(5), 'signedOut', 1],
    ['a captcha', refuse(14), 'captcha', 1],
    ['a flood', refuse(9), 'rateLimited', 1],
    ['no connection', unreachable, 'offline', 3],
  ])('%s is the problem of the whole', async (_, execute, kind, requestsSent) => {
    const { requests, sent } = server(5, { execute });
    expect(await requests.readFirstView(token)).toMatchObject({ ok: false, problem: { kind } });
    expect(sent).toHaveLength(requestsSent);
  });

  it('a dead token inside is the problem of the whole', async () => {
    const { requests } = server(5, { 'messages.getConversations': refuse(5) });
    expect(await requests.readFirstView(token)).toMatchObject({
      problem: { kind: 'signedOut' },
    });
  });

  it('reads further pages of scheduled calls, but not for ever', async () => {
    let page = 0;
    const { requests, sent } = server(5, {
      'messages.getScheduledCalls': () => {
        page += 1;
        return { items: [scheduledCall({ call_id: `call-${page}` })], has_more: true, next_from: `after-${page}` };
      },
    });
    const view = await requests.readFirstView(token);
    expect(view.ok && view.value.scheduled.ok && view.value.scheduled.value.items.map(({ id }) => id)).toEqual([
      'call-1',
      'call-2',
      'call-3',
      'call-4',
      'call-5',
    ]);
    expect(sent[1]?.form.get('start_from')).toBe('after-1');
    expect(sent).toHaveLength(5);
  });
});

describe('a further page', () => {
  it('is one request of two hundred', async () => {
    const { requests, sent } = server(500);
    const page = await requests.readChatPage(token, 200);
    expect(names(sent)).toEqual(['messages.getConversations']);
    expect(page).toMatchObject({ value: { total: 500, received: 200 } });
    expect(page.ok && page.value.items[0]?.peerId).toBe(2_000_000_201);
  });

  it('is half as large after an answer that is too large, and stays so', async () => {
    const { requests, sent } = server(500, {
      'messages.getConversations': ({ offset, count }) => {
        if (Number(count) > 50) throw new Refusal(13);
        return conversationsAnswer(500, Number(offset), Number(count));
      },
    });
    expect(await requests.readChatPage(token, 200)).toMatchObject({ value: { received: 50 } });
    await requests.readChatPage(token, 250);
    expect(sent.map(({ form }) => form.get('count'))).toEqual(['200', '100', '50', '50']);
  });

  it('does not say how many there are where VK does not', async () => {
    const { requests } = server(0, {
      'messages.getConversations': () => ({ ...conversationsAnswer(5), count: undefined }),
    });
    expect(await requests.readChatPage(token, 0)).toMatchObject({ value: { total: null, received: 5 } });
  });

  it('ends in its problem', async () => {
    const { requests } = server(500, { 'messages.getConversations': refuse(9) });
    expect(await requests.readChatPage(token, 200)).toMatchObject({ problem: { kind: 'rateLimited' } });
  });
});

describe('searching', () => {
  it('asks VK by title; conversations come without their last messages', async () => {
    const { requests, sent } = server(500, {
      'messages.searchConversations': () => ({ count: 1, items: [conversation(2_000_000_400).conversation] }),
    });
    expect(await requests.findChats(token, 'Чат 4')).toMatchObject({
      value: { items: [{ peerId: 2_000_000_400, title: 'Чат 400', last: null }] },
    });
    expect(Object.fromEntries(sent[0]?.form ?? [])).toMatchObject({ q: 'Чат 4', count: '100', extended: '1' });
  });

  it.each([3, 15])('that is refused with %i is not asked for again', async (code) => {
    const { requests, sent } = server(500, { 'messages.searchConversations': refuse(code) });
    expect(await requests.findChats(token, 'а')).toMatchObject({ ok: false });
    expect(await requests.findChats(token, 'б')).toMatchObject({ problem: { kind: 'unknownMethod' } });
    expect(sent).toHaveLength(1);
  });
});

describe('what is on now', () => {
  it('is one light request', async () => {
    const { requests, sent } = server(500);
    const live = await requests.readLive(token);
    expect(live).toMatchObject({ value: { chats: { value: { total: 500 } }, current: { value: { items: [{}] } } } });
    expect(live.ok && live.value.chats.ok && live.value.chats.value.items).toHaveLength(20);
    expect(sent).toHaveLength(1);
  });

  it('looks as far down as a call is held, at most 200', async () => {
    const { requests, sent } = server(500);
    await requests.readLive(token, 60);
    await requests.readLive(token, 900);
    expect(sent.map(({ form }) => /"count":(\d+)/.exec(form.get('code') ?? '')?.[1])).toEqual(['60', '200']);
  });

  it('is still one request where `execute` or the calls are not known', async () => {
    const { requests, sent } = server(500, { execute: refuse(3), 'messages.getCurrentCalls': refuse(3) });
    await requests.readLive(token);
    sent.length = 0;
    const live = await requests.readLive(token);
    expect(names(sent)).toEqual(['messages.getConversations']);
    expect(live).toMatchObject({ value: { chats: { ok: true }, current: { problem: { kind: 'unknownMethod' } } } });
  });
});

it('reads the profile in one request', async () => {
  const { requests, sent } = server(5);
  expect(await requests.readProfile(token)).toMatchObject({ value: { roles: ['parent'] } });
  expect(Object.fromEntries(sent[0]?.form ?? [])).toMatchObject({
    user_ids: '871000002',
    fields: 'educational_profile,photo_100,sex',
  });
});
