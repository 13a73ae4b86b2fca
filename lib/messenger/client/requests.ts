import { readCurrentAnswer, readScheduledAnswer, type ScheduledPage } from '@/lib/messenger/answers/calls';
import { readConversationsAnswer } from '@/lib/messenger/answers/conversations';
import { nobody } from '@/lib/messenger/answers/people';
import { readProfileAnswer } from '@/lib/messenger/answers/profile';
import type { Chat, EduProfile, LiveCall, ProfileToken, Readable, ScheduledCall } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import type { Api } from './api';
import type { MethodCall } from './execute';
import { conversationsCall, currentCall, largestPage, profileCall, scheduledCall, searchCall } from './methods';
import { askParts } from './parts';

/** Smaller pages than this are not worth asking for when an answer is too large. */
const smallestPage = 25;

/** Whoever waits for a list is told within 10 s: less is asked for at once only so long, milliseconds; then the next time. */
const longestShrinking = 3_000;

/** A bound for a server whose `next_from` never ends. */
const mostScheduledPages = 5;

/** How many of the list's first rows a light request reads again. */
const topRows = 20;

/** One page of chats in the order of the answer. */
export interface ChatPage extends Readable<Chat> {
  /** How many conversations there are in all, by the server's count; `null` where it does not say. */
  total: number | null;
  /** How many the page held, unreadable ones included. */
  received: number;
}

/** Everything for the section's first picture; a part that failed is a problem in its place. */
export interface FirstView {
  chats: Result<ChatPage>;
  scheduled: Result<Readable<ScheduledCall>>;
  current: Result<Readable<LiveCall>>;
}

/** What a light request says of now: the first rows of the list, read anew, and the calls that are on. */
export type LiveView = Pick<FirstView, 'chats' | 'current'>;

/** What the extension asks VK Мессенджер for. Every request can end in the problems of `Api.call`. */
export interface Requests {
  /** The educational profile of the token: one request. */
  readProfile(token: ProfileToken): Promise<Result<EduProfile>>;
  /**
   * The first page of chats, the scheduled and the current calls: one request where `execute` works, else one for each.
   * Of an answer that is too large half as much is asked for, and that measure stays.
   */
  readFirstView(token: ProfileToken): Promise<Result<FirstView>>;
  /** A further page of chats, 200 at most: one request. */
  readChatPage(token: ProfileToken, offset: number): Promise<Result<ChatPage>>;
  /** Chats found by their title among all there are: one request; `unknownMethod` where VK refuses to search. */
  findChats(token: ProfileToken, query: string): Promise<Result<Readable<Chat>>>;
  /**
   * What is on now: one light request.
   *
   * @param rows how many of the list's first rows to read again: so many that every chat held with a live call is among
   *   them; 20 to 200
   */
  readLive(token: ProfileToken, rows?: number): Promise<Result<LiveView>>;
}

/**
 * Makes the requests over one API client; see `Requests`.
 *
 * @param now milliseconds that pass as they do for the person
 */
export function createRequests(api: Api, now = () => performance.now()): Requests {
  /** Conversations in a page: what was too large once would be so again. */
  let pageSize = largestPage;

  /** Asks for pages of half the size as long as the answer is too large: four times at most. */
  async function inPages<Value>(ask: (size: number) => Promise<Result<Value>>): Promise<Result<Value>> {
    const end = now() + longestShrinking;
    let answer = await ask(pageSize);
    while (!answer.ok && answer.problem.kind === 'tooLarge' && pageSize > smallestPage) {
      pageSize = Math.max(smallestPage, Math.floor(pageSize / 2));
      if (now() >= end) break;
      answer = await ask(pageSize);
    }
    return answer;
  }

  const call = (token: ProfileToken, { method, parameters }: MethodCall) => api.call(method, parameters, token);

  /** The calls that follow the first page of the scheduled ones. */
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
      const page = then(await call(token, scheduledCall(next)), readScheduledAnswer);
      // The nearest calls come first: better those than none.
      if (!page.ok) break;
      items.push(...page.value.items);
      unreadable += page.value.unreadable;
      next = page.value.next;
    }
    return succeed({ items: [...new Map(items.map((one) => [one.id, one])).values()], unreadable });
  }

  return {
    async readProfile(token) {
      const answer = await call(token, profileCall(token.profileId));
      return then(answer, (response) => readProfileAnswer(response, token.profileId));
    },
    async readFirstView(token) {
      const parts = await inPages(async (size) => {
        const calls = { chats: conversationsCall(0, size), scheduled: scheduledCall(), current: currentCall };
        const asked = await askParts(api, calls, token);
        return asked.ok && isTooLarge(asked.value.chats) ? asked.value.chats : asked;
      });
      if (!parts.ok) return parts;
      const { scheduled, current } = parts.value;
      const page = then(parts.value.chats, (response) => readConversationsAnswer(response, token.profileId));
      return succeed({
        chats: page,
        scheduled: await readScheduledRest(token, then(scheduled, readScheduledAnswer)),
        current: then(current, (response) => readCurrentAnswer(response, page.ok ? page.value.people : nobody)),
      });
    },
    async readChatPage(token, offset) {
      const answer = await inPages((size) => call(token, conversationsCall(offset, size)));
      return then(answer, (response) => readConversationsAnswer(response, token.profileId));
    },
    async findChats(token, query) {
      const { method } = searchCall(query);
      const refusal = fail(problem('messenger', 'unknownMethod', `${method}: refused before`));
      if (api.isRefused(method, token.profileId)) return refusal;
      const answer = await call(token, searchCall(query));
      if (!answer.ok && (answer.problem.kind === 'unknownMethod' || answer.problem.kind === 'noAccess')) {
        api.refuse(method, token.profileId);
      }
      return then(answer, (response) => readConversationsAnswer(response, token.profileId));
    },
    async readLive(token, rows = topRows) {
      const chats = conversationsCall(0, Math.min(Math.max(rows, topRows), pageSize));
      // Without `execute` one request can ask only one thing: chats know of their calls most surely.
      const calls = api.isRefused('execute', token.profileId) ? { chats } : { chats, current: currentCall };
      const parts = await askParts(api, calls as Record<'chats' | 'current', MethodCall>, token);
      if (!parts.ok) return parts;
      const page = then(parts.value.chats, (response) => readConversationsAnswer(response, token.profileId));
      const current = parts.value.current ?? fail(problem('messenger', 'unknownMethod', currentCall.method));
      return succeed({
        chats: page,
        current: then(current, (response) => readCurrentAnswer(response, page.ok ? page.value.people : nobody)),
      });
    },
  };
}

function isTooLarge(part: Result<unknown>): part is ReturnType<typeof fail> {
  return !part.ok && part.problem.kind === 'tooLarge';
}

function then<Value, Next>(result: Result<Value>, read: (value: Value) => Result<Next>): Result<Next> {
  return result.ok ? read(result.value) : result;
}
