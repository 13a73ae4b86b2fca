import { createClock } from '@/lib/clock';
import type { ChatPage, FirstView, LiveView, Requests } from '@/lib/messenger/client/requests';
import { createHoldings } from '@/lib/messenger/keepers/holdings';
import type { Chat, Readable } from '@/lib/messenger/types';
import { type Problem, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';

export const profileId = 871000002;
export const minute = 60_000;

/** A clock that stands still until it is moved. */
export function movableClock() {
  let now = Date.UTC(2026, 10, 23, 3);
  const clock = createClock(() => now);
  return {
    clock,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

export function chat(peerId: number, changes: Partial<Chat> = {}): Chat {
  return {
    peerId,
    kind: 'chat',
    title: `Чат ${peerId}`,
    photo: null,
    unread: 0,
    muted: false,
    pinned: false,
    isReadOnly: false,
    order: { major: 0, minor: 10_000 - peerId },
    last: null,
    live: null,
    ...changes,
  };
}

/** Chats of these numbers, `end` not included. */
export function chats(start: number, end: number): Chat[] {
  return Array.from({ length: end - start }, (_, index) => chat(start + index));
}

export function page(items: Chat[], total = items.length, unreadable = 0): ChatPage {
  return { items, unreadable, total, received: items.length + unreadable };
}

export function firstView(chatPage: ChatPage, changes: Partial<FirstView> = {}): Result<FirstView> {
  return succeed({
    chats: succeed(chatPage),
    scheduled: succeed({ items: [], unreadable: 0 }),
    current: succeed({ items: [], unreadable: 0 }),
    ...changes,
  });
}

export function liveView(items: Chat[], total = items.length): Result<LiveView> {
  return succeed({ chats: succeed(page(items, total)), current: succeed({ items: [], unreadable: 0 }) });
}

export const offline: Problem = problem('messenger', 'offline');

/** VK as it answers now, and how often it was asked. */
export function fakeVk() {
  const vk = {
    first: firstView(page(chats(1, 4))),
    more: fail(offline) as Result<ChatPage>,
    found: fail(problem('messenger', 'unknownMethod')) as Result<Readable<Chat>>,
    live: liveView(chats(1, 4)),
    asked: [] as string[],
    silentFor: 5,
  };
  const unasked = () => Promise.reject(new Error('not asked for in this test'));
  const answer = async <Value>(name: string, read: () => Value): Promise<Value> => {
    vk.asked.push(name);
    await new Promise((resolve) => setTimeout(resolve, vk.silentFor));
    return read();
  };
  const requests: Requests = {
    readProfile: unasked,
    readFirstView: () => answer('first', () => vk.first),
    readChatPage: (_, offset) => answer(`from ${offset}`, () => vk.more),
    findChats: (_, query) => answer(`«${query}»`, () => vk.found),
    readLive: () => answer('live', () => vk.live),
  };
  return { vk, requests };
}

interface KeeperOptions {
  requests: Requests;
  clock: ReturnType<typeof createClock>;
  /** So long a token is waited for, milliseconds. */
  tokenAfter?: () => number;
}

/** A keeper over fake requests, with the news it told. */
export function keeper({ requests, clock, tokenAfter = () => 0 }: KeeperOptions) {
  const news: string[] = [];
  const holdings = createHoldings({
    requests,
    clock,
    tokenOf: (id) => async () => {
      if (tokenAfter()) await new Promise((resolve) => setTimeout(resolve, tokenAfter()));
      return succeed({ profileId: id, token: 'token', expiresAt: Number.POSITIVE_INFINITY });
    },
    onChange: (what) => news.push(what),
    onKept: () => undefined,
  });
  return { holdings, news };
}
