import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ChatPage } from '@/lib/messenger/client/requests';
import { hasMore, isWhole, liveOf } from '@/lib/messenger/keepers/held';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import {
  chat,
  chats,
  fakeVk,
  firstView,
  keeper,
  liveView,
  minute,
  movableClock,
  offline,
  page,
  profileId,
} from '@/tests/unit/entrypoints/background/fakes';
import { scheduledCall } from '@/tests/unit/lib/calls/samples';

const day = 24 * 60 * minute;

beforeEach(() => fakeBrowser.reset());

function prepare() {
  const { clock, pass } = movableClock();
  const { vk, requests } = fakeVk();
  const restart = () => keeper({ requests, clock });
  return { ...restart(), restart, vk, pass };
}

describe('what is held', () => {
  it('is read once for all who ask together', async () => {
    const { holdings, vk } = prepare();
    const answers = await Promise.all([1, 2, 3].map(() => holdings.refresh(profileId)));
    expect(vk.asked).toEqual(['first']);
    expect(new Set(answers).size).toBe(1);
  });

  it('is fresh for a minute, whoever asks; the person may ask at once', async () => {
    const { holdings, vk, pass } = prepare();
    await holdings.refresh(profileId);
    pass(minute - 1);
    await holdings.refresh(profileId);
    expect(vk.asked).toEqual(['first']);
    pass(1);
    await holdings.refresh(profileId);
    await holdings.refresh(profileId, true);
    expect(vk.asked).toEqual(['first', 'first', 'first']);
  });

  it('outlives the background, for a day', async () => {
    const { holdings, restart, pass } = prepare();
    await holdings.refresh(profileId);
    expect((await restart().holdings.get(profileId))?.chats.map(({ peerId }) => peerId)).toEqual([1, 2, 3]);
    pass(24 * 60 * minute);
    expect(await restart().holdings.get(profileId)).toBeNull();
    expect(await holdings.get(profileId)).toBeNull();
  });

  it('of a day ago is deleted, not merely unread', async () => {
    const { holdings, restart, pass } = prepare();
    await holdings.refresh(profileId);
    expect(await restart().holdings.deleteDead()).toBe(day);
    pass(day);
    expect(await restart().holdings.deleteDead()).toBeNull();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    await holdings.refresh(7);
    pass(day);
    expect(await holdings.get(7)).toBeNull();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('stays in memory alone where session storage is full', async () => {
    const { holdings, restart } = prepare();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await holdings.refresh(profileId);
    expect((await holdings.get(profileId))?.chats).toHaveLength(3);
    expect(await restart().holdings.get(profileId)).toBeNull();
  });

  it('is told to other tabs when it was read anew, not to those who wait for the first answer', async () => {
    const { holdings, news, pass } = prepare();
    await holdings.refresh(profileId);
    expect(news).toEqual([]);
    pass(minute);
    await holdings.refresh(profileId);
    expect(news).toEqual(['chats', 'calls']);
  });
});

describe('a failure', () => {
  it('leaves what was held with its age, is told once, and is not tried again at once', async () => {
    const { holdings, vk, news, pass } = prepare();
    const before = await holdings.refresh(profileId);
    pass(minute);
    vk.first = fail(offline);
    const after = await holdings.refresh(profileId);
    expect(after).toMatchObject({ at: before.at, topAt: before.topAt, chatsProblem: offline, callsProblem: offline });
    expect(after.chats).toEqual(before.chats);
    expect(news).toEqual(['chats', 'calls']);
    await holdings.refresh(profileId);
    expect(vk.asked).toHaveLength(2);
    pass(15_000);
    await holdings.refresh(profileId);
    expect(vk.asked).toHaveLength(3);
    expect(news).toHaveLength(2);
  });

  it('of the chats alone leaves the calls', async () => {
    const { holdings, vk } = prepare();
    const calls = succeed({ items: [scheduledCall('Алгебра')], unreadable: 1 });
    vk.first = firstView(page([]), { chats: fail(offline), scheduled: calls });
    const held = await holdings.refresh(profileId);
    expect(held).toMatchObject({ topAt: 0, chatsProblem: offline, callsProblem: null, unreadableCalls: 1 });
    expect(held.scheduled).toHaveLength(1);
  });

  it('a method that the server does not know is none', async () => {
    const { holdings, vk } = prepare();
    vk.first = firstView(page(chats(1, 3)), { scheduled: fail(problem('messenger', 'unknownMethod')) });
    expect(await holdings.refresh(profileId)).toMatchObject({ chatsProblem: null, callsProblem: null });
  });

  it('a right taken back may have been given back: looked at each time', async () => {
    const { holdings, vk } = prepare();
    vk.first = fail(problem('messenger', 'notPermitted'));
    await holdings.refresh(profileId);
    vk.first = firstView(page(chats(1, 4)));
    expect((await holdings.refresh(profileId)).chats).toHaveLength(3);
  });
});

describe('further pages', () => {
  /** A profile with so many chats, of which the first page is held. */
  async function withFirstPage(total: number) {
    const prepared = prepare();
    prepared.vk.first = firstView(page(chats(1, 201), total));
    await prepared.holdings.refresh(profileId);
    const more = async (next: Result<ChatPage>) => {
      prepared.vk.more = next;
      await prepared.holdings.readMore(profileId);
      const held = await prepared.holdings.get(profileId);
      if (!held) throw new Error('nothing is held');
      return held;
    };
    return { ...prepared, more };
  }

  it('come one at a time, however many ask, and are told once', async () => {
    const { holdings, vk, news } = await withFirstPage(250);
    vk.more = succeed(page(chats(201, 249), 250, 2));
    await Promise.all([1, 2, 3].map(() => holdings.readMore(profileId)));
    await vi.waitFor(() => expect(news).toEqual(['chats']));
    expect(vk.asked).toEqual(['first', 'from 200']);
    const held = await holdings.get(profileId);
    expect(held).toMatchObject({ loaded: 250, unreadableChats: 2 });
    expect(held && [hasMore(held), isWhole(held)]).toEqual([false, true]);
    await holdings.readMore(profileId);
    expect(vk.asked).toHaveLength(2);
  });

  it('that are slow, after a token that was slow, are not waited for longer than for one of them; what comes later is taken', async () => {
    const { vk, requests } = fakeVk();
    vk.first = firstView(page(chats(1, 201), 250));
    vk.more = succeed(page(chats(201, 251), 250));
    const { clock } = movableClock();
    let tokenAfter = 0;
    const { holdings, news } = keeper({ requests, clock, tokenAfter: () => tokenAfter });
    await holdings.refresh(profileId);
    vi.useFakeTimers();
    [tokenAfter, vk.silentFor] = [6500, 6500];
    void holdings.readMore(profileId);
    await vi.advanceTimersByTimeAsync(9500);
    expect([(await holdings.get(profileId))?.pageProblem?.kind, news]).toEqual(['slow', ['chats']]);
    await vi.advanceTimersByTimeAsync(9500);
    vi.useRealTimers();
    expect(await holdings.get(profileId)).toMatchObject({ loaded: 250, pageProblem: null });
    expect(news).toEqual(['chats', 'chats']);
  });

  it('end at a thousand', async () => {
    const { more, vk } = await withFirstPage(5000);
    for (let start = 201; start < 2000; start += 200) await more(succeed(page(chats(start, start + 200), 5000)));
    const held = await more(fail(offline));
    expect(held.chats).toHaveLength(1000);
    expect(vk.asked).toEqual(['first', 'from 200', 'from 400', 'from 600', 'from 800']);
    expect([hasMore(held), isWhole(held)]).toEqual([false, false]);
  });

  it('end with an empty one, and the list is not called whole', async () => {
    const { more } = await withFirstPage(600);
    const held = await more(succeed(page([], 600)));
    expect([hasMore(held), isWhole(held)]).toEqual([false, false]);
  });

  it('go on where a server gives fewer than were asked for', async () => {
    const { more, vk } = await withFirstPage(600);
    await more(succeed(page(chats(201, 251), 600)));
    await more(succeed(page(chats(251, 301), 600)));
    expect(vk.asked).toEqual(['first', 'from 200', 'from 250']);
  });

  it('are bounded where each holds one chat', async () => {
    const { more, vk } = await withFirstPage(5000);
    for (let next = 201; next < 400; next += 1) await more(succeed(page([chat(next)], 5000)));
    expect(vk.asked).toHaveLength(40);
  });

  it('are asked for without a count until one is empty', async () => {
    const { vk, holdings, more } = prepareUncounted();
    await holdings.refresh(profileId);
    expect(hasMore(await more(succeed({ ...page(chats(201, 401)), total: null })))).toBe(true);
    const held = await more(succeed({ ...page([]), total: null }));
    expect([hasMore(held), held.total, vk.asked.length]).toEqual([false, 400, 3]);
  });

  function prepareUncounted() {
    const prepared = prepare();
    prepared.vk.first = firstView({ ...page(chats(1, 201)), total: null });
    const more = async (next: Result<ChatPage>) => {
      prepared.vk.more = next;
      await prepared.holdings.readMore(profileId);
      return (await prepared.holdings.get(profileId)) ?? Promise.reject(new Error('nothing is held'));
    };
    return { ...prepared, more };
  }

  it('that fail are not asked for again at once, whatever is read meanwhile, but by the person', async () => {
    const { holdings, vk, more, news, pass } = await withFirstPage(600);
    expect(await more(fail(offline))).toMatchObject({ pageProblem: offline, chatsProblem: null });
    expect(news).toEqual(['chats']);
    for (let time = 0; time < 100; time += 1) {
      await holdings.refresh(profileId);
      await holdings.readMore(profileId);
    }
    expect(vk.asked).toEqual(['first', 'from 200']);
    await holdings.refresh(profileId, true);
    expect((await more(succeed(page(chats(201, 401), 600)))).pageProblem).toBeNull();
    expect(vk.asked).toEqual(['first', 'from 200', 'first', 'from 200']);
    pass(15_000);
  });

  it('stay behind a first page read anew, for ten minutes; then they are read again when wanted', async () => {
    const { holdings, more, pass } = await withFirstPage(250);
    await more(succeed(page(chats(201, 251), 250)));
    pass(minute);
    expect((await holdings.refresh(profileId)).chats).toHaveLength(250);
    pass(9 * minute);
    const held = await holdings.refresh(profileId);
    expect(held.chats).toHaveLength(200);
    expect(hasMore(held)).toBe(true);
  });

  it('are dropped where a chat has gone meanwhile', async () => {
    const { holdings, vk, more, pass } = await withFirstPage(250);
    await more(succeed(page(chats(201, 251), 250)));
    pass(minute);
    vk.first = firstView(page(chats(1, 201), 249));
    expect((await holdings.refresh(profileId)).chats).toHaveLength(200);
  });
});

describe('an answer of which nothing can be read', () => {
  it('is a problem, not an empty list with gaps', async () => {
    const { holdings, vk } = prepare();
    vk.first = firstView(page(chats(1, 4)), { scheduled: succeed({ items: [], unreadable: 2 }) });
    expect(await holdings.refresh(profileId)).toMatchObject({
      callsProblem: { kind: 'unreadable' },
      // «Остальные показаны» would be said of these.
      unreadableCalls: 0,
    });
  });

  it.each([
    ['live calls, where none is scheduled', succeed({ items: [], unreadable: 0 })],
    ['live calls, where scheduled ones are not known to the server', fail(problem('messenger', 'unknownMethod'))],
  ])('nor is one of %s', async (_, scheduled) => {
    const { holdings, vk } = prepare();
    vk.first = firstView(page(chats(1, 4)), { scheduled, current: succeed({ items: [], unreadable: 2 }) });
    expect(await holdings.refresh(profileId)).toMatchObject({
      callsProblem: { kind: 'unreadable' },
      unreadableCalls: 0,
    });
  });
});

describe('searching', () => {
  async function withPart() {
    const prepared = prepare();
    prepared.vk.first = firstView(page(chats(1, 201), 3000));
    const held = await prepared.holdings.refresh(profileId);
    const find = (query: string) => {
      const { chats: found, reach } = prepared.holdings.find(profileId, held, query);
      return { ids: found.map(({ peerId }) => peerId), reach };
    };
    return { ...prepared, find };
  }
  const elsewhere = succeed({ items: [chat(7, { title: 'Чат 7' }), chat(2500, { title: 'Чат 7 Б' })], unreadable: 0 });

  it('asks VK only where not all is held', async () => {
    const { holdings, vk } = prepare();
    const held = await holdings.refresh(profileId);
    expect(holdings.find(profileId, held, 'Чат 2')).toMatchObject({ chats: [{ peerId: 2 }], reach: 'whole' });
    expect(vk.asked).toEqual(['first']);
  });

  it('finds what is held at once, and with the news what is not', async () => {
    const { find, vk, news } = await withPart();
    vk.found = elsewhere;
    expect(find('чат 7')).toMatchObject({ reach: 'asking' });
    await vi.waitFor(() => expect(news).toEqual(['chats']));
    const { ids, reach } = find('чат 7');
    expect([ids.at(0), ids.at(-1), reach]).toEqual([7, 2500, 'whole']);
    expect(vk.asked).toEqual(['first', '«чат 7»']);
  });

  it('is given up where a token and then VK are slow', async () => {
    const { vk, requests } = fakeVk();
    vk.first = firstView(page(chats(1, 201), 3000));
    vk.found = elsewhere;
    const { clock } = movableClock();
    let tokenAfter = 0;
    const { holdings, news } = keeper({ requests, clock, tokenAfter: () => tokenAfter });
    const held = await holdings.refresh(profileId);
    vi.useFakeTimers();
    [tokenAfter, vk.silentFor] = [6500, 6500];
    holdings.find(profileId, held, 'чат 7');
    await vi.advanceTimersByTimeAsync(9500);
    vi.useRealTimers();
    expect([news, holdings.find(profileId, held, 'чат 7').reach]).toEqual([['chats'], 'refused']);
  });

  it('says where VK refuses, and does not ask again for that at once', async () => {
    const { find, vk, news, pass } = await withPart();
    find('чат 7');
    await vi.waitFor(() => expect(news).toEqual(['chats']));
    for (let time = 0; time < 100; time += 1) expect(find('чат 7').reach).toBe('refused');
    expect(vk.asked).toHaveLength(2);
    pass(15_000);
    find('чат 7');
    await vi.waitFor(() => expect(vk.asked).toHaveLength(3));
  });

  it('asks for one thing at a time, and of what is typed meanwhile only for the last', async () => {
    const { find, vk, news } = await withPart();
    vk.found = elsewhere;
    for (const query of ['ч', 'ча', 'чат', 'чат 7']) find(query);
    await vi.waitFor(() => expect(news).toHaveLength(1));
    find('чат 7');
    await vi.waitFor(() => expect(news).toHaveLength(2));
    expect(vk.asked).toEqual(['first', '«ч»', '«чат 7»']);
  });

  it('what was found for one person is nothing to the next', async () => {
    const { find, holdings, vk, news } = await withPart();
    vk.found = elsewhere;
    find('чат 7');
    await holdings.keepOnly(new Set());
    await vi.waitFor(() => expect(news).toHaveLength(1));
    expect(find('чат 7').reach).toBe('asking');
  });
});

describe('a light request', () => {
  const live = { callId: 'live', participants: 3, address: null };

  it('is shared and not repeated within 25 s', async () => {
    const { holdings, vk, pass } = prepare();
    await holdings.refresh(profileId);
    await holdings.readLive(profileId);
    expect(vk.asked).toEqual(['first']);
    pass(30_000);
    await Promise.all([holdings.readLive(profileId), holdings.readLive(profileId)]);
    expect(vk.asked).toEqual(['first', 'live']);
  });

  it('tells that a call began and that it ended', async () => {
    const { holdings, vk, news, pass } = prepare();
    await holdings.refresh(profileId);
    pass(30_000);
    vk.live = liveView([chat(2, { live })]);
    expect(await holdings.readLive(profileId)).toBe(true);
    pass(30_000);
    vk.live = liveView([chat(2)]);
    expect(await holdings.readLive(profileId)).toBe(true);
    expect(news).toEqual(['chats', 'calls', 'chats', 'calls']);
    const held = await holdings.get(profileId);
    expect(held && liveOf(held)).toEqual([]);
  });

  it('ends a scheduled call that was on when it was read', async () => {
    const { holdings, vk, pass } = prepare();
    const call = scheduledCall('Собрание', '10:00', { live: true, chat: { peerId: 2, title: 'Чат 2' } });
    vk.first = firstView(page(chats(1, 4)), { scheduled: succeed({ items: [call], unreadable: 0 }) });
    await holdings.refresh(profileId);
    pass(30_000);
    expect(await holdings.readLive(profileId)).toBe(true);
    expect((await holdings.get(profileId))?.scheduled[0]?.live).toBe(false);
  });

  it('says that it failed, once, and that it succeeded again', async () => {
    const { holdings, vk, news, pass } = prepare();
    await holdings.refresh(profileId);
    const good = vk.live;
    vk.live = fail(offline);
    for (let time = 0; time < 2; time += 1) {
      pass(30_000);
      await holdings.readLive(profileId);
    }
    expect(news).toEqual(['chats', 'calls']);
    vk.live = good;
    pass(30_000);
    await holdings.readLive(profileId);
    expect(news).toHaveLength(4);
    expect((await holdings.get(profileId))?.chatsProblem).toBeNull();
  });
});

describe('another person', () => {
  it('leaves nothing of the first in memory or storage', async () => {
    const { holdings, restart } = prepare();
    await holdings.refresh(profileId);
    await holdings.refresh(7);
    await holdings.keepOnly(new Set([7]));
    expect(await holdings.get(profileId)).toBeNull();
    expect(await restart().holdings.get(profileId)).toBeNull();
    expect(await holdings.get(7)).not.toBeNull();
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual(['held:7']);
  });

  it('makes an answer that was under way worthless', async () => {
    const { holdings, restart, vk } = prepare();
    const underWay = holdings.refresh(profileId);
    await vi.waitFor(() => expect(vk.asked).toEqual(['first']), { interval: 0 });
    await holdings.keepOnly(new Set());
    expect((await underWay).chats).toEqual([]);
    expect(await holdings.get(profileId)).toBeNull();
    expect(await restart().holdings.get(profileId)).toBeNull();
  });
});
