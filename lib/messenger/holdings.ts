import * as z from 'zod/mini';
import type { Clock } from '../clock';
import { type Problem, problem } from '../problem';
import type { Result } from '../result';
import { areaOf } from '../storage/area';
import { defineItem, type Item } from '../storage/item';
import { joinLiveCalls } from './live';
import { mergeChats, orderChats } from './order';
import type { ChatCursor, FirstView, LiveView, Requests } from './requests';
import { type ChatRow, fromRow, toRow } from './row';
import type { Chat, LiveCall, ProfileToken, ScheduledCall } from './types';
import { type TokenSource, withToken } from './withToken';

/** Ages on the computer's clock, milliseconds. */
export const freshFor = 60_000;
const keptFor = 24 * 60 * 60_000;
/** A light request is shared by all who ask within this time. */
const liveFor = 25_000;

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
  /** When it was read, unix milliseconds on the computer's clock. */
  at: number;
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
  /** Something new is held. */
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
    version: 1,
  });
}

function toKept({ chats, ...rest }: Held): KeptHeld {
  const photos = chats.slice(0, keptPhotos).flatMap(({ peerId, photo }) => (photo ? [[String(peerId), photo]] : []));
  return { ...rest, rows: chats.map(toRow), photos: Object.fromEntries(photos) };
}

function fromKept({ rows, photos, ...rest }: KeptHeld): Held {
  const chats = rows.flatMap((row) => fromRow(row, photos[String(row[0])] ?? null) ?? []);
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
    if (answer.ok) await put(profileId, held);
    else memory.set(profileId, held);
    return held;
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
      memory.set(profileId, { ...now, liveAt: clock.computerNow(), callsProblem: answer.problem });
      return false;
    }
    const next = withLive(now, answer.value, clock.computerNow());
    const changed = JSON.stringify(liveOf(now)) !== JSON.stringify(liveOf(next));
    const moved = JSON.stringify(now.chats.slice(0, 20)) !== JSON.stringify(next.chats.slice(0, 20));
    memory.set(profileId, next);
    if (changed || moved) {
      await put(profileId, next);
      onChange('chats');
      if (changed) onChange('calls');
    }
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
    ...(chats.ok
      ? {
          chats: orderChats(chats.value.items),
          unreadableChats: chats.value.unreadable,
          total: chats.value.total,
          loaded: chats.value.loaded,
          cursor: chats.value.next,
          chatsProblem: null,
        }
      : {
          chats: known.chats,
          unreadableChats: known.unreadableChats,
          total: known.total,
          loaded: known.loaded,
          cursor: known.cursor,
          chatsProblem: chats.problem,
        }),
    scheduled: scheduled.ok ? scheduled.value.items : known.scheduled,
    current: current.ok ? current.value.items : [],
    unreadableCalls: (scheduled.ok ? scheduled.value.unreadable : 0) + (current.ok ? current.value.unreadable : 0),
    at: now,
    liveAt: now,
    callsProblem,
  };
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
    current: current.ok ? current.value.items : held.current,
    liveAt: now,
    chatsProblem: top.ok ? null : top.problem,
    callsProblem: null,
  };
}

/** Calls that are on, of what is held. */
export function liveOf({ chats, current }: Pick<Held, 'chats' | 'current'>): LiveCall[] {
  return joinLiveCalls(chats, current);
}
