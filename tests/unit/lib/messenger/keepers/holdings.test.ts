import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { liveOf } from '@/lib/messenger/keepers/holdings';
import { problem } from '@/lib/problem';
import { fail, succeed } from '@/lib/result';
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

describe('the rest of the chats', () => {
  it('comes request by request, each told', async () => {
    const { holdings, vk, news } = prepare();
    vk.first = firstView(page(chats(1, 101), 150));
    await holdings.refresh(profileId);
    vk.more = succeed({ items: chats(101, 149), unreadable: 2, total: 150, loaded: 150, next: null });
    await Promise.all([holdings.readRest(profileId), holdings.readRest(profileId)]);
    expect(vk.asked).toEqual(['first', 'more']);
    expect(news).toEqual(['chats']);
    expect(await holdings.get(profileId)).toMatchObject({ loaded: 150, unreadableChats: 2, cursor: null });
  });

  it('stays behind a first page read anew, for ten minutes; then it is read again when wanted', async () => {
    const { holdings, vk, pass } = prepare();
    vk.first = firstView(page(chats(1, 101), 150));
    await holdings.refresh(profileId);
    vk.more = succeed({ items: chats(101, 151), unreadable: 0, total: 150, loaded: 150, next: null });
    await holdings.readRest(profileId);
    pass(minute);
    expect((await holdings.refresh(profileId)).chats).toHaveLength(150);
    pass(9 * minute);
    const held = await holdings.refresh(profileId);
    expect(held.chats).toHaveLength(100);
    expect(held.cursor).not.toBeNull();
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
