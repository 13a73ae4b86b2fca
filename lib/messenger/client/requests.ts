import { readCurrentAnswer, readScheduledAnswer, type ScheduledPage } from '@/lib/messenger/answers/calls';
import { type ConversationsPage, readConversationsAnswer } from '@/lib/messenger/answers/conversations';
import { nobody } from '@/lib/messenger/answers/people';
import { readProfileAnswer } from '@/lib/messenger/answers/profile';
import { askParts } from '@/lib/messenger/keepers/parts';
import type { Chat, EduProfile, LiveCall, ProfileToken, Readable, ScheduledCall } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import type { Api } from './api';
import type { MethodCall } from './execute';

/** Enough for most families in one request; an answer of about 100 kB. */
const firstPage = 100;

/** `messages.getConversations` gives no more at once. */
const largestPage = 200;

/** Smaller pages than this are not worth asking for when an answer is too large. */
const smallestPage = 25;

/** How many pages one `execute` reads. */
const pagesAtOnce = 4;

/** How many conversations are read at all: a bound for a server whose count never ends. */
const mostChats = 20_000;

const scheduledPage = 100;

/** A bound for a server whose `next_from` never ends. */
const mostScheduledPages = 5;

/** How many of the list's first rows a light request reads again. */
const topRows = 20;

/** Where to go on reading chats: plain data. */
export interface ChatCursor {
  offset: number;
  /** By the server's count. */
  total: number;
  /** Pages in the next request, and conversations in a page. */
  pages: number;
  size: number;
}

/** Chats in the order of the answer, and where to go on. */
export interface ChatPage extends Readable<Chat> {
  /** By the server's count. */
  total: number;
  /** How many of `total` have been read with this page, unreadable ones included. */
  loaded: number;
  /** `null` when all have been read. */
  next: ChatCursor | null;
}

/** Everything for the section's first picture; a part that failed is a problem in its place. */
export interface FirstView {
  /** `null` where it was not asked for. */
  profile: Result<EduProfile> | null;
  chats: Result<ChatPage>;
  scheduled: Result<Readable<ScheduledCall>>;
  current: Result<Readable<LiveCall>>;
}

/** What a light request says of now. */
export interface LiveView {
  /** The first rows of the list, read anew. */
  top: Result<Readable<Chat> & { total: number }>;
  current: Result<Readable<LiveCall>>;
}

/** What the extension asks VK Мессенджер for. Every request can end in the problems of `Api.call`. */
export interface Requests {
  /** The educational profile of the token: one request. */
  readProfile(token: ProfileToken): Promise<Result<EduProfile>>;
  /**
   * The first page of chats, the scheduled and the current calls, and the profile if wanted: one request where `execute`
   * works, else one for each.
   */
  readFirstView(token: ProfileToken, options: { withProfile: boolean }): Promise<Result<FirstView>>;
  /** The next pages of chats: one request of four pages of 200, of half as many where that is too large. */
  readMoreChats(token: ProfileToken, cursor: ChatCursor): Promise<Result<ChatPage>>;
  /**
   * What is on now: one light request.
   *
   * @param options.rows how many of the list's first rows to read again: so many that every chat held with a live call
   *   is among them; 20 to 200
   */
  readLive(token: ProfileToken, options?: { rows?: number }): Promise<Result<LiveView>>;
  /** All scheduled calls, of at most five pages. */
  readScheduled(token: ProfileToken): Promise<Result<Readable<ScheduledCall>>>;
}

/** Makes the requests over one API client; see `Requests`. */
export function createRequests(api: Api): Requests {
  async function readFirstView(token: ProfileToken, withProfile: boolean, size: number): Promise<Result<FirstView>> {
    const calls = {
      chats: conversationsCall(0, size),
      scheduled: scheduledCall(),
      current: currentCall,
      ...(withProfile ? { profile: profileCall(token.profileId) } : {}),
    } as Record<'chats' | 'scheduled' | 'current' | 'profile', MethodCall>;
    const parts = await askParts(api, calls, token);
    const failure = parts.ok ? (parts.value.chats.ok ? null : parts.value.chats.problem) : parts.problem;
    if (failure?.kind === 'tooLarge' && size > smallestPage) {
      return readFirstView(token, withProfile, Math.max(smallestPage, Math.floor(size / 2)));
    }
    if (!parts.ok) return parts;

    const { profile, scheduled, current } = parts.value;
    const page = then(parts.value.chats, (response) => readConversationsAnswer(response, token.profileId));
    const known = page.ok ? page.value.people : nobody;
    return succeed({
      profile: profile ? then(profile, (response) => readProfileAnswer(response, token.profileId)) : null,
      chats: then(page, (value) => succeed(toChatPage(0, [value]))),
      scheduled: await readScheduledRest(token, then(scheduled, readScheduledAnswer)),
      current: then(current, (response) => readCurrentAnswer(response, known)),
    });
  }

  async function readScheduledRest(
    token: ProfileToken,
    first: Result<ScheduledPage>,
  ): Promise<Result<Readable<ScheduledCall>>> {
    if (!first.ok) return first;
    const items = [...first.value.items];
    let { unreadable, next } = first.value;
    const seen = new Set<string>();
    for (let pages = 1; next !== null && pages < mostScheduledPages && !seen.has(next); pages += 1) {
      seen.add(next);
      const { method, parameters } = scheduledCall(next);
      const page = then(await api.call(method, parameters, token), readScheduledAnswer);
      // The nearest calls come first: better those than none.
      if (!page.ok) break;
      items.push(...page.value.items);
      unreadable += page.value.unreadable;
      next = page.value.next;
    }
    return succeed({ items: uniqueCalls(items), unreadable });
  }

  async function readMoreChats(token: ProfileToken, cursor: ChatCursor): Promise<Result<ChatPage>> {
    const { offset, total } = cursor;
    const size = Math.min(Math.max(cursor.size, smallestPage), largestPage);
    const left = Math.max(1, Math.ceil((total - offset) / size));
    const pages = api.isRefused('execute', token.profileId)
      ? 1
      : Math.min(Math.max(cursor.pages, 1), pagesAtOnce, left);

    const calls: Record<string, MethodCall> = {};
    for (let page = 0; page < pages; page += 1) calls[`page${page}`] = conversationsCall(offset + page * size, size);
    const parts = await askParts(api, calls, token);

    const read: ConversationsPage[] = [];
    let failure = parts.ok ? null : parts.problem;
    for (const part of parts.ok ? Object.values(parts.value) : []) {
      const page = then(part, (response) => readConversationsAnswer(response, token.profileId));
      if (!page.ok) {
        failure = page.problem;
        break;
      }
      read.push(page.value);
    }

    if (failure?.kind === 'tooLarge' && read.length === 0) {
      if (pages > 1) return readMoreChats(token, { ...cursor, pages: Math.floor(pages / 2) });
      if (size > smallestPage) return readMoreChats(token, { ...cursor, pages: 1, size: Math.floor(size / 2) });
    }
    if (failure && read.length === 0) return fail(failure);
    // What was too large once would be so again, so the smaller measure stays.
    return succeed(toChatPage(offset, read, { pages: Math.max(cursor.pages, 1), size }));
  }

  return {
    async readProfile(token) {
      const { method, parameters } = profileCall(token.profileId);
      return then(await api.call(method, parameters, token), (response) =>
        readProfileAnswer(response, token.profileId),
      );
    },
    readFirstView: (token, { withProfile }) => readFirstView(token, withProfile, firstPage),
    readMoreChats,
    async readLive(token, { rows = topRows } = {}) {
      const count = Math.min(Math.max(rows, topRows), largestPage);
      const top = conversationsCall(0, count);
      // Without `execute` one request can ask only one thing: chats know of their calls most surely.
      const calls = api.isRefused('execute', token.profileId) ? { top } : { top, current: currentCall };
      const parts = await askParts(api, calls as Record<'top' | 'current', MethodCall>, token);
      if (!parts.ok) return parts;
      const page = then(parts.value.top, (response) => readConversationsAnswer(response, token.profileId));
      const current = parts.value.current ?? fail(problem('messenger', 'unknownMethod', 'messages.getCurrentCalls'));
      return succeed({
        top: then(page, ({ items, unreadable, total }) => succeed({ items, unreadable, total })),
        current: then(current, (response) => readCurrentAnswer(response, page.ok ? page.value.people : nobody)),
      });
    },
    async readScheduled(token) {
      const { method, parameters } = scheduledCall();
      return readScheduledRest(token, then(await api.call(method, parameters, token), readScheduledAnswer));
    },
  };
}

function conversationsCall(offset: number, count: number): MethodCall {
  return { method: 'messages.getConversations', parameters: { offset, count, extended: 1, fields: 'photo_100' } };
}

function scheduledCall(startFrom?: string): MethodCall {
  return {
    method: 'messages.getScheduledCalls',
    parameters: { count: scheduledPage, ...(startFrom === undefined ? {} : { start_from: startFrom }) },
  };
}

const currentCall: MethodCall = { method: 'messages.getCurrentCalls', parameters: { fields: 'photo_100' } };

function profileCall(profileId: number): MethodCall {
  return {
    method: 'users.get',
    parameters: { user_ids: profileId, fields: 'educational_profile,photo_100,sex' },
  };
}

/** Pages that follow each other from `offset` on, as one. */
function toChatPage(
  offset: number,
  pages: readonly ConversationsPage[],
  measure: { pages: number; size: number } = { pages: pagesAtOnce, size: largestPage },
): ChatPage {
  let end = offset;
  for (const [index, page] of pages.entries()) {
    // A page that is not full may hold fewer than it counts: the next one begins where it was asked for.
    if (page.received > 0) end = (index === 0 ? offset : offset + index * measure.size) + page.received;
  }
  const total = Math.min(pages.at(-1)?.total ?? 0, mostChats);
  const done = end === offset || end >= total;
  return {
    items: pages.flatMap((page) => page.items),
    unreadable: pages.reduce((sum, page) => sum + page.unreadable, 0),
    total,
    loaded: done ? total : end,
    next: done ? null : { offset: end, total, ...measure },
  };
}

function uniqueCalls(calls: readonly ScheduledCall[]): ScheduledCall[] {
  return [...new Map(calls.map((call) => [call.id, call])).values()];
}

function then<Value, Next>(result: Result<Value>, read: (value: Value) => Result<Next>): Result<Next> {
  return result.ok ? read(result.value) : result;
}
