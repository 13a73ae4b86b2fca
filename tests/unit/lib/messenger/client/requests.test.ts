import { describe, expect, it } from 'vitest';
import { createApi } from '@/lib/messenger/client/api';
import { type ChatCursor, createRequests } from '@/lib/messenger/client/requests';
import { fakeFetch, fakeTime, json, type Sent, unreachable } from '@/tests/unit/lib/fakes';
import {
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
  return { requests: createRequests(api), sent, time };
}

const names = (sent: Sent[]) => sent.map(({ url }) => url.pathname.replace('/method/', ''));
const pagesIn = ({ form }: Sent) => (form.get('code') ?? '').match(/getConversations/g)?.length ?? 1;

describe('the first view', () => {
  it('is one request', async () => {
    const { requests, sent } = server(5);
    const view = await requests.readFirstView(token, { withProfile: true });
    expect(names(sent)).toEqual(['execute']);
    expect(view).toMatchObject({
      value: {
        profile: { ok: true, value: { firstName: 'Мария' } },
        chats: { ok: true, value: { total: 5, loaded: 5, next: null, unreadable: 0 } },
        scheduled: { ok: true, value: { items: [{ name: 'География 8 Б' }] } },
        current: { ok: true, value: { items: [{ title: 'Елена Белова' }] } },
      },
    });
  });

  it('leaves the profile out where it is known', async () => {
    const { requests, sent } = server(5);
    const view = await requests.readFirstView(token, { withProfile: false });
    expect(view.ok && view.value.profile).toBeNull();
    expect(sent[0]?.form.get('code')).not.toContain('users.get');
  });

  it('says where the rest begins', async () => {
    const view = await server(500).requests.readFirstView(token, { withProfile: false });
    expect(view).toMatchObject({
      value: { chats: { value: { total: 500, loaded: 100, next: { offset: 100, total: 500, pages: 4, size: 200 } } } },
    });
  });

  it.each([3, 8, 12, 15, 100])('asks one by one where `execute` is refused with %i, and remembers it', async (code) => {
    const { requests, sent } = server(5, { execute: refuse(code) });
    const view = await requests.readFirstView(token, { withProfile: true });
    expect(view).toMatchObject({ value: { profile: { ok: true }, chats: { ok: true }, scheduled: { ok: true } } });
    expect(names(sent).sort()).toEqual([
      'execute',
      'messages.getConversations',
      'messages.getCurrentCalls',
      'messages.getScheduledCalls',
      'users.get',
    ]);
    sent.length = 0;
    await requests.readFirstView(token, { withProfile: false });
    expect(names(sent)).not.toContain('execute');
  });

  it.each<[string, Record<string, Method>]>([
    ['inside `execute`', {}],
    ['and `execute` too', { execute: refuse(3) }],
  ])('works without the methods of the Android client: unknown %s', async (_, replaced) => {
    const { requests, sent } = server(5, {
      'messages.getScheduledCalls': refuse(3),
      'messages.getCurrentCalls': refuse(3),
      ...replaced,
    });
    const view = await requests.readFirstView(token, { withProfile: true });
    expect(view).toMatchObject({
      value: {
        profile: { ok: true },
        chats: { ok: true },
        scheduled: { problem: { kind: 'unknownMethod' } },
        current: { problem: { kind: 'unknownMethod' } },
      },
    });
    sent.length = 0;
    await requests.readFirstView(token, { withProfile: true });
    expect(JSON.stringify(sent.map(({ url, form }) => [url, form.get('code')]))).not.toMatch(
      /ScheduledCalls|CurrentCalls/,
    );
  });

  it('loses only the part that failed inside', async () => {
    const { requests } = server(5, { 'messages.getConversations': refuse(10) });
    expect(await requests.readFirstView(token, { withProfile: true })).toMatchObject({
      value: { chats: { problem: { kind: 'serverError' } }, scheduled: { ok: true }, profile: { ok: true } },
    });
  });

  it('does not ask again for a part that VK wants left alone for minutes', async () => {
    const { requests, sent, time } = server(5, { 'messages.getCurrentCalls': refuse(29) });
    await requests.readFirstView(token, { withProfile: false });
    time.pass(30_000);
    const view = await requests.readFirstView(token, { withProfile: false });
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
    const view = await requests.readFirstView(token, { withProfile: false });
    expect(counts).toEqual([100, 50, 25]);
    expect(sent).toHaveLength(3);
    expect(view).toMatchObject({ value: { chats: { value: { loaded: 25, next: { offset: 25 } } } } });
  });

  it.each<[string, Method, string, number]>([
    ['a dead token', refuse(5), 'signedOut', 1],
    ['a captcha', refuse(14), 'captcha', 1],
    ['a flood', refuse(9), 'rateLimited', 1],
    ['no connection', unreachable, 'offline', 3],
  ])('%s is the problem of the whole', async (_, execute, kind, requestsSent) => {
    const { requests, sent } = server(5, { execute });
    expect(await requests.readFirstView(token, { withProfile: true })).toMatchObject({ ok: false, problem: { kind } });
    expect(sent).toHaveLength(requestsSent);
  });

  it('a dead token inside is the problem of the whole', async () => {
    const { requests } = server(5, { 'messages.getConversations': refuse(5) });
    expect(await requests.readFirstView(token, { withProfile: true })).toMatchObject({
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
    const view = await requests.readFirstView(token, { withProfile: false });
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

describe('more chats', () => {
  const start: ChatCursor = { offset: 100, total: 5000, pages: 4, size: 200 };

  async function readAll(requests: ReturnType<typeof server>['requests'], cursor: ChatCursor) {
    const progress: number[] = [];
    const peers = new Set<number>();
    for (let next: ChatCursor | null = cursor; next !== null; ) {
      const page = await requests.readMoreChats(token, next);
      if (!page.ok) return { progress, peers, problem: page.problem };
      for (const { peerId } of page.value.items) peers.add(peerId);
      progress.push(page.value.loaded);
      next = page.value.next;
    }
    return { progress, peers };
  }

  it('come in requests of four pages of 200', async () => {
    const { requests, sent } = server(5000);
    const { progress, peers } = await readAll(requests, start);
    expect(peers.size).toBe(4900);
    // The last page is alone and needs no script.
    expect(names(sent)).toEqual([...Array(6).fill('execute'), 'messages.getConversations']);
    expect(sent.map(pagesIn)).toEqual([4, 4, 4, 4, 4, 4, 1]);
    expect(progress).toEqual([900, 1700, 2500, 3300, 4100, 4900, 5000]);
  });

  it('come in half as many after an answer that is too large, and stay so', async () => {
    const { requests, sent } = server(2100, {
      execute: ({ code }) => {
        const pages = [...String(code).matchAll(/"(\w+)":API[^(]+\((\{.*?\})\)/g)];
        if (pages.length > 2) throw new Refusal(13);
        const answers = pages.map(([, name, parameters = '']) => {
          const { offset, count } = JSON.parse(parameters);
          return [name, conversationsAnswer(2100, offset, count)];
        });
        return { response: Object.fromEntries(answers) };
      },
    });
    const { peers } = await readAll(requests, { ...start, total: 2100 });
    expect(peers.size).toBe(2000);
    expect(sent.map(pagesIn)).toEqual([4, 2, 2, 2, 2, 2]);
  });

  it('come in smaller pages when even one is too large', async () => {
    const { requests } = server(400, {
      execute: refuse(13),
      'messages.getConversations': ({ offset, count }) => {
        if (Number(count) > 50) throw new Refusal(13);
        return conversationsAnswer(400, Number(offset), Number(count));
      },
    });
    const { peers } = await readAll(requests, { ...start, total: 400 });
    expect(peers.size).toBe(300);
  });

  it('come page by page where `execute` is refused', async () => {
    const { requests, sent } = server(1000, { execute: refuse(3) });
    const { peers } = await readAll(requests, { ...start, total: 1000 });
    expect(peers.size).toBe(900);
    expect(names(sent).filter((name) => name === 'execute')).toHaveLength(1);
  });

  it('keep what was read before a page failed, and go on from there', async () => {
    let failures = 1;
    const { requests } = server(1000, {
      'messages.getConversations': ({ offset, count }) => {
        if (offset === 500 && failures-- > 0) throw new Refusal(10);
        return conversationsAnswer(1000, Number(offset), Number(count));
      },
    });
    const { progress, peers } = await readAll(requests, { ...start, total: 1000 });
    expect(progress).toEqual([500, 1000]);
    expect(peers.size).toBe(900);
  });

  it('end when the server has no more, whatever its count says', async () => {
    const { requests } = server(0, {
      'messages.getConversations': () => ({ count: 5000, items: [], profiles: [], groups: [] }),
    });
    expect((await readAll(requests, start)).progress).toEqual([5000]);
  });

  it('stop with the problem', async () => {
    const { requests } = server(1000, { execute: refuse(9) });
    expect((await readAll(requests, start)).problem).toMatchObject({ kind: 'rateLimited' });
  });
});

describe('what is on now', () => {
  it('is one light request', async () => {
    const { requests, sent } = server(500);
    const live = await requests.readLive(token);
    expect(live).toMatchObject({ value: { top: { value: { total: 500 } }, current: { value: { items: [{}] } } } });
    expect(live.ok && live.value.top.ok && live.value.top.value.items).toHaveLength(20);
    expect(sent).toHaveLength(1);
  });

  it('looks as far down as a call is held, at most 200', async () => {
    const { requests, sent } = server(500);
    await requests.readLive(token, { rows: 60 });
    await requests.readLive(token, { rows: 900 });
    expect(sent.map(({ form }) => /"count":(\d+)/.exec(form.get('code') ?? '')?.[1])).toEqual(['60', '200']);
  });

  it('is still one request where `execute` or the calls are not known', async () => {
    const { requests, sent } = server(500, { execute: refuse(3), 'messages.getCurrentCalls': refuse(3) });
    await requests.readLive(token);
    sent.length = 0;
    const live = await requests.readLive(token);
    expect(names(sent)).toEqual(['messages.getConversations']);
    expect(live).toMatchObject({ value: { top: { ok: true }, current: { problem: { kind: 'unknownMethod' } } } });
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
