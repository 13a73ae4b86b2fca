import * as z from 'zod/mini';
import type { Clock } from '@/lib/clock';
import { joinLiveCalls } from '@/lib/messenger/answers/live';
import { mergeChats, orderChats } from '@/lib/messenger/answers/order';
import { type ChatRow, fromRow, toRow } from '@/lib/messenger/answers/row';
import type { ChatCursor, ChatPage, FirstView, LiveView, Requests } from '@/lib/messenger/client/requests';
import { type TokenSource, withToken } from '@/lib/messenger/client/withToken';
import type { Chat, LiveCall, ProfileToken, ScheduledCall } from '@/lib/messenger/types';
import { type Problem, problem } from '@/lib/problem';
import type { Result } from '@/lib/result';
import { areaOf } from '@/lib/storage/area';
import { defineItem, type Item } from '@/lib/storage/item';

/** Ages on the computer's clock, milliseconds. */
export const freshFor = 60_000;
const keptFor = 24 * 60 * 60_000;
/** A light request is shared by all who ask within this time. */
const liveFor = 25_000;
/** After a failure nobody but the person makes us ask again sooner. */
const failureFor = 15_000;
/** Chats behind the first page are read again when they are older; what happens in them brings them to the top anyway. */
const restFor = 10 * 60_000;

/** Pictures are kept beside the rows for so many of the first chats; others are read again. */
const keptPhotos = 300;

/** What is held of one profile. */
export interface Held {
  chats: Chat[];
  unreadableChats: number;
  total: number;
  loaded: number;
  /** Where to go on reading; `null` when all is read. */
  cursor: ChatCursor | null;
  scheduled: ScheduledCall[];
  current: LiveCall[];
  unreadableCalls: number;
  /** When everything was last read, unix milliseconds on the computer's clock, like all that follow. */
  at: number;
  /** When the first chats were last read, by a light request too. */
  topAt: number;
  /** When the last of the chats were read; 0: never. */
  restAt: number;
  callsAt: number;
  /** When a light request was last tried. */
  liveAt: number;
  /** Why a part is missing or old. */
  chatsProblem: Problem | null;
  callsProblem: Problem | null;
}

/** Chats and calls of profiles, in memory and session storage, read once for all tabs and windows. */
export interface Holdings {
  /** What is held, at most a day old; `null` when there is nothing. */
  get(profileId: number): Promise<Held | null>;
  /** Reads everything for the first picture unless what is held is younger than 60 s; `force` reads anyway. */
  refresh(profileId: number, force?: boolean): Promise<Held>;
  /** Reads the rest of the chats, request by request. */
  readRest(profileId: number): Promise<void>;
  /** Asks what is on now; `true` when something changed. */
  readLive(profileId: number): Promise<boolean>;
  /** Deletes everything of profiles other than these. */
  keepOnly(profileIds: ReadonlySet<number>): Promise<void>;
  /** Deletes everything of one profile. */
  forget(profileId: number): Promise<void>;
}

export interface HoldingsOptions {
  requests: Requests;
  clock: Clock;
  tokenOf: (profileId: number) => TokenSource;
  /** Something else is held than before, or the same was read anew. */
  onChange: (what: 'chats' | 'calls') => void;
}

const keyPrefix = 'held:';

interface KeptHeld extends Omit<Held, 'chats'> {
  rows: ChatRow[];
  photos: Record<string, string>;
}

/** Written by this program alone and never from outside: only the version and the outline are checked. */
const keptSchema = z.custom<KeptHeld>(
  (value) => typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows),
);

function itemOf(profileId: number): Item<KeptHeld | null> {
  return defineItem<KeptHeld | null>({
    area: 'session',
    key: `${keyPrefix}${profileId}`,
    schema: z.nullable(keptSchema),
    fallback: null,
    version: 2,
  });
}

const rows = new WeakMap<Chat, ChatRow>();

/** Chats are never changed in place: each is packed once, however often thousands of them are written. */
function rowOf(chat: Chat): ChatRow {
  const row = rows.get(chat) ?? toRow(chat);
  rows.set(chat, row);
  return row;
}

function toKept({ chats, ...rest }: Held): KeptHeld {
  const photos = chats.slice(0, keptPhotos).flatMap(({ peerId, photo }) => (photo ? [[String(peerId), photo]] : []));
  return { ...rest, rows: chats.map(rowOf), photos: Object.fromEntries(photos) };
}

function fromKept({ rows: kept, photos, ...rest }: KeptHeld): Held {
  const chats = kept.flatMap((row) => fromRow(row, photos[String(row[0])] ?? null) ?? []);
  return { ...rest, chats };
}

function emptyHeld(failure: Problem, at: number): Held {
  return {
    chats: [],
    unreadableChats: 0,
    total: 0,
    loaded: 0,
    cursor: null,
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
  };
}

/** Makes the one keeper; see `Holdings`. */
export function createHoldings({ requests, clock, tokenOf, onChange }: HoldingsOptions): Holdings {
  const memory = new Map<number, Held>();
  const refreshing = new Map<number, Promise<Held>>();
  const extending = new Map<number, Promise<void>>();
  const asking = new Map<number, Promise<boolean>>();
  /** When reading last failed. */
  const failedAt = new Map<number, number>();
  /** Grows when profiles are dropped: an answer that was under way then is thrown away. */
  let generation = 0;

  const isWithin = (at: number, age: number) => Math.abs(clock.computerNow() - at) < age;

  async function get(profileId: number): Promise<Held | null> {
    let held = memory.get(profileId) ?? null;
    if (!held) {
      const asked = generation;
      const kept = await itemOf(profileId).get();
      held = kept && fromKept(kept);
      if (held && asked === generation) memory.set(profileId, held);
    }
    return held && isWithin(held.at, keptFor) ? held : null;
  }

  async function put(profileId: number, held: Held): Promise<void> {
    memory.set(profileId, held);
    try {
      await itemOf(profileId).set(toKept(held));
    } catch {
      // Session storage is full: memory alone holds it until the background stops.
    }
  }

  async function readAnew(profileId: number): Promise<Held> {
    const asked = generation;
    const before = await get(profileId);
    const answer = await withToken(tokenOf(profileId), async (token) => flatten(token, requests));
    const held = answer.ok
      ? fromFirstView(answer.value, before, clock.computerNow())
      : failed(before, answer.problem, clock.computerNow());
    if (asked !== generation) return emptyHeld(problem('messenger', 'signedOut', 'session changed'), 0);
    if (held.chatsProblem) failedAt.set(profileId, clock.computerNow());
    else failedAt.delete(profileId);
    if (answer.ok) await put(profileId, held);
    else memory.set(profileId, held);
    // Whoever asked for the first time waits for the answer; others show what was held before.
    if (before && (!held.chatsProblem || isOtherProblem(before, held))) {
      onChange('chats');
      onChange('calls');
    }
    return held;
  }

  /** No use in asking again so soon. A right that the browser took back may have been given back; to look costs nothing. */
  function hasJustFailed(profileId: number, held: Held): boolean {
    const at = failedAt.get(profileId);
    return at !== undefined && isWithin(at, failureFor) && held.chatsProblem?.kind !== 'notPermitted';
  }

  async function extend(profileId: number): Promise<void> {
    const asked = generation;
    for (;;) {
      const held = await get(profileId);
      const cursor = held?.cursor;
      if (!held || !cursor) return;
      const answer = await withToken(tokenOf(profileId), (token) => requests.readMoreChats(token, cursor));
      const now = memory.get(profileId);
      if (asked !== generation || !now) return;
      if (!answer.ok) {
        memory.set(profileId, { ...now, chatsProblem: answer.problem });
        onChange('chats');
        return;
      }
      const { items, unreadable, total, loaded, next } = answer.value;
      const extended: Held = {
        ...now,
        chats: mergeChats(now.chats, items, 'end'),
        unreadableChats: now.unreadableChats + unreadable,
        total,
        loaded,
        cursor: next,
        restAt: next ? now.restAt : clock.computerNow(),
        chatsProblem: null,
      };
      // Written once at the end: a copy of thousands of rows a request would cost more than reading them again.
      if (next) memory.set(profileId, extended);
      else await put(profileId, extended);
      onChange('chats');
    }
  }

  async function askLive(profileId: number): Promise<boolean> {
    const asked = generation;
    const held = await get(profileId);
    if (!held) return false;
    const lastLive = held.chats.findLastIndex(({ live }) => live !== null);
    const answer = await withToken(tokenOf(profileId), (token) => requests.readLive(token, { rows: lastLive + 1 }));
    const now = memory.get(profileId);
    if (asked !== generation || !now) return false;
    if (!answer.ok) {
      const old = { ...now, liveAt: clock.computerNow(), chatsProblem: answer.problem, callsProblem: answer.problem };
      memory.set(profileId, old);
      if (isOtherProblem(now, old)) {
        onChange('chats');
        onChange('calls');
      }
      return false;
    }
    const next = withLive(now, answer.value, clock.computerNow());
    const changed = JSON.stringify(liveCallsOf(now)) !== JSON.stringify(liveCallsOf(next));
    const moved = JSON.stringify(now.chats.slice(0, 20)) !== JSON.stringify(next.chats.slice(0, 20));
    const recovered = isOtherProblem(now, next);
    memory.set(profileId, next);
    if (changed || moved) await put(profileId, next);
    if (changed || moved || recovered) onChange('chats');
    if (changed || recovered) onChange('calls');
    return changed;
  }

  /** One at a time for a profile: whoever asks meanwhile gets the same answer. */
  function share<Value>(
    running: Map<number, Promise<Value>>,
    profileId: number,
    work: () => Promise<Value>,
  ): Promise<Value> {
    const under = running.get(profileId);
    if (under) return under;
    const started = work().finally(() => {
      if (running.get(profileId) === started) running.delete(profileId);
    });
    running.set(profileId, started);
    return started;
  }

  async function drop(isUnwanted: (profileId: number) => boolean): Promise<void> {
    generation += 1;
    for (const id of memory.keys()) if (isUnwanted(id)) memory.delete(id);
    for (const id of failedAt.keys()) if (isUnwanted(id)) failedAt.delete(id);
    const area = areaOf('session');
    for (const key of await area.keys()) {
      if (key.startsWith(keyPrefix) && isUnwanted(Number(key.slice(keyPrefix.length)))) await area.remove(key);
    }
  }

  return {
    get,
    async refresh(profileId, force = false) {
      const held = await get(profileId);
      if (held && !force && isWithin(held.at, freshFor) && !held.chatsProblem) return held;
      if (held && !force && hasJustFailed(profileId, held)) return held;
      return share(refreshing, profileId, () => readAnew(profileId));
    },
    readRest: (profileId) => share(extending, profileId, () => extend(profileId)),
    async readLive(profileId) {
      const held = await get(profileId);
      if (held && isWithin(Math.max(held.at, held.liveAt), liveFor)) return false;
      return share(asking, profileId, () => askLive(profileId));
    },
    keepOnly: (profileIds) => drop((profileId) => !profileIds.has(profileId)),
    forget: (profileId) => drop((other) => other === profileId),
  };
}

async function flatten(token: ProfileToken, requests: Requests): Promise<Result<FirstView>> {
  const view = await requests.readFirstView(token, { withProfile: false });
  // Without chats there is nothing to go on with: a dead token must be seen by `withToken`.
  return view.ok && !view.value.chats.ok && view.value.chats.problem.kind === 'signedOut' ? view.value.chats : view;
}

function fromFirstView({ chats, scheduled, current }: FirstView, before: Held | null, now: number): Held {
  const known = before ?? emptyHeld(problem('messenger', 'unreadable'), now);
  const callsProblem = scheduled.ok ? null : worthSaying(scheduled.problem);
  return {
    ...known,
    ...(chats.ok ? chatsOf(chats.value, known, now) : { chatsProblem: chats.problem }),
    scheduled: scheduled.ok ? scheduled.value.items : known.scheduled,
    current: current.ok ? current.value.items : [],
    unreadableCalls: (scheduled.ok ? scheduled.value.unreadable : 0) + (current.ok ? current.value.unreadable : 0),
    callsAt: scheduled.ok ? now : known.callsAt,
    liveAt: now,
    callsProblem,
  };
}

/** The first page; and behind it what was held, where that is whole and young. */
function chatsOf({ items, unreadable, total, loaded, next }: ChatPage, known: Held, now: number): Partial<Held> {
  const fresh = { total, at: now, topAt: now, chatsProblem: null };
  const isWhole = known.cursor === null && known.total === total && now - known.restAt < restFor;
  if (next !== null && isWhole) return { ...fresh, chats: mergeChats(known.chats, items, 'top') };
  return {
    ...fresh,
    chats: orderChats(items),
    unreadableChats: unreadable,
    loaded,
    cursor: next,
    restAt: next === null ? now : 0,
  };
}

function isOtherProblem(one: Held, other: Held): boolean {
  return one.chatsProblem?.kind !== other.chatsProblem?.kind || one.callsProblem?.kind !== other.callsProblem?.kind;
}

/** A server that does not know scheduled calls is not broken: chats and lesson links still work. */
function worthSaying(found: Problem): Problem | null {
  return found.kind === 'unknownMethod' ? null : found;
}

function failed(before: Held | null, failure: Problem, now: number): Held {
  return before ? { ...before, chatsProblem: failure, callsProblem: failure } : emptyHeld(failure, now);
}

function withLive(held: Held, { top, current }: LiveView, now: number): Held {
  return {
    ...held,
    chats: top.ok ? mergeChats(held.chats, top.value.items, 'top') : held.chats,
    total: top.ok ? top.value.total : held.total,
    scheduled: held.scheduled.map((call) => (hasEnded(call, { top, current }) ? { ...call, live: false } : call)),
    current: current.ok ? current.value.items : held.current,
    topAt: top.ok ? now : held.topAt,
    liveAt: now,
    chatsProblem: top.ok ? null : top.problem,
    callsProblem: null,
  };
}

/** A scheduled call that was on when it was read, and is not any more by what a light request says. */
function hasEnded({ id, live, chat }: ScheduledCall, { top, current }: LiveView): boolean {
  if (!live) return false;
  const row = top.ok && chat ? top.value.items.find(({ peerId }) => peerId === chat.peerId) : undefined;
  if (row) return row.live === null;
  return current.ok && !current.value.items.some((call) => call.id === id);
}

/** What a light request can change of the calls. */
function liveCallsOf(held: Held): unknown {
  return [liveOf(held), held.scheduled.map(({ live }) => live)];
}

/** Calls that are on, of what is held. */
export function liveOf({ chats, current }: Pick<Held, 'chats' | 'current'>): LiveCall[] {
  return joinLiveCalls(chats, current);
}
