import * as z from 'zod/mini';
import { joinLiveCalls } from '@/lib/messenger/answers/live';
import { mergeChats, orderChats } from '@/lib/messenger/answers/order';
import { isNothingReadable } from '@/lib/messenger/answers/read';
import type { ChatPage, FirstView, LiveView } from '@/lib/messenger/client/requests';
import type { Chat, LiveCall, ScheduledCall } from '@/lib/messenger/types';
import { type Problem, problem } from '@/lib/problem';

/** No more chats are held of one profile; the others are found by searching. */
export const mostChats = 1000;

/** A bound for a server whose pages hold next to nothing. */
const mostPages = 40;

/** Bounds for a server that gives more than was asked for. */
const mostScheduled = 500;
const mostCurrent = 100;

/** Chats behind the first page are read again when they are older; what happens in them brings them to the top anyway. */
const restFor = 10 * 60_000;

/** What is held of one profile. Times are unix milliseconds on the computer's clock. */
export interface Held {
  /** In VK's order, from its top on. */
  chats: Chat[];
  unreadableChats: number;
  /** How many there are in all, by VK's count. */
  total: number;
  /** Where the next page of VK's list begins. */
  loaded: number;
  /** How many pages were read. */
  pages: number;
  scheduled: ScheduledCall[];
  current: LiveCall[];
  unreadableCalls: number;
  /** When everything was last read. */
  at: number;
  /** When the first chats were last read, by a light request too. */
  topAt: number;
  /** When the first of the further pages was read; 0: none was. */
  restAt: number;
  callsAt: number;
  /** When a light request was last tried. */
  liveAt: number;
  /** Why a part is missing or old. */
  chatsProblem: Problem | null;
  callsProblem: Problem | null;
  /** Why the list does not go on, and when that was. */
  pageProblem: Problem | null;
  pageFailedAt: number;
}

const list = z.array(z.unknown());

/** Written by this program alone, from what was read with a schema: only the outline is checked. */
export const heldSchema = z.custom<Held>(
  (value) => z.object({ chats: list, scheduled: list, current: list, at: z.number() }).safeParse(value).success,
);

/** Nothing, and why. */
export function emptyHeld(failure: Problem, at: number): Held {
  return {
    chats: [],
    unreadableChats: 0,
    total: 0,
    loaded: 0,
    pages: 0,
    scheduled: [],
    current: [],
    unreadableCalls: 0,
    at,
    topAt: 0,
    restAt: 0,
    callsAt: 0,
    liveAt: 0,
    chatsProblem: failure,
    callsProblem: failure,
    pageProblem: null,
    pageFailedAt: 0,
  };
}

/** Whether VK has another page that would be held. */
export function hasMore({ chats, total, loaded, pages }: Held): boolean {
  return loaded < total && chats.length < mostChats && pages < mostPages;
}

/** Whether every chat of the profile is held, so that nothing can be found elsewhere. */
export function isWhole({ chats, unreadableChats, total }: Held): boolean {
  return chats.length + unreadableChats >= total;
}

/** Calls that are on, of what is held. */
export function liveOf({ chats, current }: Pick<Held, 'chats' | 'current'>): LiveCall[] {
  return joinLiveCalls(chats, current);
}

/** What is held after everything was read anew; a part that failed stays as it was. */
export function withFirstView({ chats, scheduled, current }: FirstView, before: Held | null, now: number): Held {
  const known = before ?? emptyHeld(problem('messenger', 'unreadable'), now);
  const calls = scheduled.ok ? scheduled.value : null;
  const read = [...(calls ? [calls] : []), ...(current.ok ? [current.value] : [])];
  const unreadable = read.reduce((sum, one) => sum + one.unreadable, 0);
  const isNothing = isNothingReadable({ items: read.flatMap(({ items }): unknown[] => items), unreadable });
  const nothing = isNothing ? problem('messenger', 'unreadable', `calls: ${unreadable} unreadable`) : null;
  return {
    ...known,
    ...(chats.ok ? withTop(chats.value, known, now) : { chatsProblem: chats.problem }),
    scheduled: calls ? calls.items.slice(0, mostScheduled) : known.scheduled,
    current: current.ok ? current.value.items.slice(0, mostCurrent) : [],
    // «Остальные показаны» is said of these: where there are no others, the problem says it.
    unreadableCalls: nothing ? 0 : unreadable,
    callsAt: calls ? now : known.callsAt,
    liveAt: now,
    callsProblem: (scheduled.ok ? null : worthSaying(scheduled.problem)) ?? nothing,
  };
}

/** The first page; and behind it what was held, where that is young and nothing has gone meanwhile. */
function withTop(page: ChatPage, known: Held, now: number): Partial<Held> {
  // Where VK does not count there may be one more, until a page is empty.
  const total = Math.max(page.total ?? page.received + Math.sign(page.received), page.received);
  const fresh = { total, at: now, topAt: now, chatsProblem: null };
  const keepsRest = known.pages > 1 && known.total === total && now - known.restAt < restFor;
  if (keepsRest) return { ...fresh, chats: mergeChats(known.chats, page.items, 'top').slice(0, mostChats) };
  return {
    ...fresh,
    chats: orderChats(page.items).slice(0, mostChats),
    unreadableChats: page.unreadable,
    loaded: page.received === 0 ? total : page.received,
    pages: 1,
    restAt: 0,
  };
}

/** What is held after a further page; an empty one ends the list, whatever VK counts. */
export function withPage(held: Held, page: ChatPage, now: number): Held {
  const loaded = held.loaded + page.received;
  const total = Math.max(page.total ?? loaded + Math.sign(page.received), loaded);
  return {
    ...held,
    chats: mergeChats(held.chats, page.items, 'end').slice(0, mostChats),
    unreadableChats: held.unreadableChats + page.unreadable,
    total,
    loaded: page.received === 0 ? total : loaded,
    pages: held.pages + 1,
    restAt: held.restAt || now,
    pageProblem: null,
    pageFailedAt: 0,
  };
}

/** What is held after a light request. */
export function withLive(held: Held, { chats, current }: LiveView, now: number): Held {
  return {
    ...held,
    chats: chats.ok ? mergeChats(held.chats, chats.value.items, 'top').slice(0, mostChats) : held.chats,
    total: (chats.ok ? chats.value.total : null) ?? held.total,
    scheduled: held.scheduled.map((call) => (hasEnded(call, { chats, current }) ? { ...call, live: false } : call)),
    current: current.ok ? current.value.items.slice(0, mostCurrent) : held.current,
    topAt: chats.ok ? now : held.topAt,
    liveAt: now,
    chatsProblem: chats.ok ? null : chats.problem,
    callsProblem: null,
  };
}

/** A scheduled call that was on when it was read, and is not any more by what a light request says. */
function hasEnded({ id, live, chat }: ScheduledCall, { chats, current }: LiveView): boolean {
  if (!live) return false;
  const row = chats.ok && chat ? chats.value.items.find(({ peerId }) => peerId === chat.peerId) : undefined;
  if (row) return row.live === null;
  return current.ok && !current.value.items.some((call) => call.id === id);
}

/** A server that does not know scheduled calls is not broken: chats and lesson links still work. */
function worthSaying(found: Problem): Problem | null {
  return found.kind === 'unknownMethod' ? null : found;
}
