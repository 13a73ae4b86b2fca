import type { Clock } from '@/lib/clock';
import { createWait } from '@/lib/inTime';
import type { ChatPage, Requests } from '@/lib/messenger/client/requests';
import { type TokenSource, withToken } from '@/lib/messenger/client/withToken';
import { problem } from '@/lib/problem';
import { type Result, succeed } from '@/lib/result';
import { emptyHeld, type Held, hasMore, liveOf, withFirstView, withLive, withPage } from './held';
import { createHeldStorage } from './heldStorage';
import { createSearches, type Found } from './searches';

/** Ages on the computer's clock, milliseconds. */
export const freshFor = 60_000;
/** A light request is shared by all who ask within this time. */
const liveFor = 25_000;
/** After a failure nobody but the person makes us ask again sooner. */
const failureFor = 15_000;

/** So many of the first chats tell whether the list has moved. */
const watchedRows = 20;

/** Chats and calls of profiles, in memory and session storage, read once for all tabs and windows. */
export interface Holdings {
  /** What is held, at most a day old; `null` when there is nothing. */
  get(profileId: number): Promise<Held | null>;
  /** Reads everything for the first picture unless what is held is younger than 60 s; `force` reads anyway. */
  refresh(profileId: number, force?: boolean): Promise<Held>;
  /** Reads the next page of the chats, where there is one; not soon after that has failed. */
  readMore(profileId: number): Promise<void>;
  /** Finds chats by their title: among those held at once, and among all with the news that follow. */
  find(profileId: number, held: Held, query: string): Found;
  /** Asks what is on now; `true` when something changed. */
  readLive(profileId: number): Promise<boolean>;
  /** Deletes everything of profiles other than these, and answers that are still under way. */
  keepOnly(profileIds: ReadonlySet<number>): Promise<void>;
  /** Deletes everything of one profile. */
  forget(profileId: number): Promise<void>;
  /** Deletes what is older than a day; in how many milliseconds the next will be, or `null`. */
  deleteDead(): Promise<number | null>;
}

export interface HoldingsOptions {
  requests: Requests;
  clock: Clock;
  tokenOf: (profileId: number) => TokenSource;
  /** Something else is held than before, or the same was read anew. */
  onChange: (what: 'chats' | 'calls') => void;
  /** Something was read just now and is kept: it has to be deleted a day later. */
  onKept: () => void;
}

/** Makes the one keeper; see `Holdings`. */
export function createHoldings({ requests, clock, tokenOf, onChange, onKept }: HoldingsOptions): Holdings {
  const storage = createHeldStorage(clock);
  const refreshing = new Map<number, Promise<Held>>();
  const extending = new Map<number, Promise<void>>();
  const asking = new Map<number, Promise<boolean>>();
  /** When reading last failed. */
  const failedAt = new Map<number, number>();
  const searches = createSearches({
    clock,
    ask: async (profileId, query) => {
      const asking = withToken(tokenOf(profileId), (token) => requests.findChats(token, query));
      const answer = await createWait()('messenger', asking);
      return answer.ok ? succeed(answer.value.items) : answer;
    },
    onAnswer: () => onChange('chats'),
  });

  const isWithin = (at: number, age: number) => Math.abs(clock.computerNow() - at) < age;

  function changedBoth(): void {
    onChange('chats');
    onChange('calls');
  }

  function noteOutcome(profileId: number, { chatsProblem }: Held): void {
    if (chatsProblem) failedAt.set(profileId, clock.computerNow());
    else failedAt.delete(profileId);
  }

  async function readAnew(profileId: number, force: boolean): Promise<Held> {
    const asked = storage.generation();
    const before = await storage.get(profileId);
    const answer = await withToken(tokenOf(profileId), async (token) => {
      const view = await requests.readFirstView(token);
      // Without chats there is nothing to go on with: a dead token must be seen by `withToken`.
      return view.ok && isSignedOut(view.value.chats) ? view.value.chats : view;
    });
    if (asked !== storage.generation()) return emptyHeld(problem('messenger', 'signedOut', 'session changed'), 0);
    const now = clock.computerNow();
    const known = storage.now(profileId) ?? before;
    const read = answer.ok
      ? withFirstView(answer.value, known, now)
      : known
        ? { ...known, chatsProblem: answer.problem, callsProblem: answer.problem }
        : emptyHeld(answer.problem, now);
    const held = force ? { ...read, pageProblem: null, pageFailedAt: 0 } : read;
    noteOutcome(profileId, held);
    if (answer.ok) {
      await storage.put(profileId, held);
      onKept();
    } else storage.note(profileId, held);
    // Whoever asked for the first time waits for the answer; others show what was held before.
    if (before && (!held.chatsProblem || isOtherProblem(before, held))) changedBoth();
    return held;
  }

  /** No use in asking again so soon. A right that the browser took back may have been given back; to look costs nothing. */
  function hasJustFailed(profileId: number, held: Held): boolean {
    const at = failedAt.get(profileId);
    return at !== undefined && isWithin(at, failureFor) && held.chatsProblem?.kind !== 'notPermitted';
  }

  async function readPage(profileId: number, { loaded }: Held): Promise<void> {
    const asked = storage.generation();
    async function take(answer: Result<ChatPage>): Promise<void> {
      const now = storage.now(profileId);
      // What was read anew meanwhile goes on from another place.
      if (asked !== storage.generation() || now?.loaded !== loaded) return;
      if (answer.ok) await storage.put(profileId, withPage(now, answer.value, clock.computerNow()));
      else storage.note(profileId, { ...now, pageProblem: answer.problem, pageFailedAt: clock.computerNow() });
    }
    // A token and several pages that are too large may be asked for, one after the other.
    const asking = withToken(tokenOf(profileId), (token) => requests.readChatPage(token, loaded));
    const onLate = (late: Result<ChatPage>) => void (late.ok && take(late).then(() => onChange('chats')));
    await take(await createWait()('messenger', asking, onLate));
  }

  async function askLive(profileId: number): Promise<boolean> {
    const asked = storage.generation();
    const held = await storage.get(profileId);
    if (!held) return false;
    const lastLive = held.chats.findLastIndex(({ live }) => live !== null);
    const answer = await withToken(tokenOf(profileId), (token) => requests.readLive(token, lastLive + 1));
    const now = storage.now(profileId);
    if (asked !== storage.generation() || !now) return false;
    if (!answer.ok) {
      const old = { ...now, liveAt: clock.computerNow(), chatsProblem: answer.problem, callsProblem: answer.problem };
      noteOutcome(profileId, old);
      storage.note(profileId, old);
      if (isOtherProblem(now, old)) changedBoth();
      return false;
    }
    const next = withLive(now, answer.value, clock.computerNow());
    const changed = !isSame(callsOnIn(now), callsOnIn(next));
    const moved = !isSame(now.chats.slice(0, watchedRows), next.chats.slice(0, watchedRows));
    const recovered = isOtherProblem(now, next);
    noteOutcome(profileId, next);
    if (changed || moved) await storage.put(profileId, next);
    else storage.note(profileId, next);
    if (changed || moved || recovered) onChange('chats');
    if (changed || recovered) onChange('calls');
    return changed;
  }

  async function drop(isUnwanted: (profileId: number) => boolean): Promise<void> {
    for (const id of failedAt.keys()) if (isUnwanted(id)) failedAt.delete(id);
    searches.forget();
    await storage.drop(isUnwanted);
  }

  return {
    get: storage.get,
    async refresh(profileId, force = false) {
      const held = await storage.get(profileId);
      if (held && !force && isWithin(held.at, freshFor) && !held.chatsProblem) return held;
      if (held && !force && hasJustFailed(profileId, held)) return held;
      return shared(refreshing, profileId, () => readAnew(profileId, force));
    },
    async readMore(profileId) {
      const held = await storage.get(profileId);
      if (!held || !hasMore(held) || (held.pageProblem && isWithin(held.pageFailedAt, failureFor))) return;
      if (extending.has(profileId)) return;
      await shared(extending, profileId, () => readPage(profileId, held));
      // Said once, when the page is no longer on its way: who looks again may ask for the next.
      onChange('chats');
    },
    find: searches.find,
    async readLive(profileId) {
      const held = await storage.get(profileId);
      if (held && isWithin(Math.max(held.at, held.liveAt), liveFor)) return false;
      return shared(asking, profileId, () => askLive(profileId));
    },
    keepOnly: (profileIds) => drop((profileId) => !profileIds.has(profileId)),
    forget: (profileId) => drop((other) => other === profileId),
    deleteDead: storage.deleteDead,
  };
}

/** One at a time for a profile: whoever asks meanwhile gets the same answer. */
function shared<Value>(
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

function isSignedOut(part: Result<unknown>): part is Result<never> {
  return !part.ok && part.problem.kind === 'signedOut';
}

function isOtherProblem(one: Held, other: Held): boolean {
  return one.chatsProblem?.kind !== other.chatsProblem?.kind || one.callsProblem?.kind !== other.callsProblem?.kind;
}

/** What a light request can change of the calls. */
function callsOnIn(held: Held): unknown {
  return [liveOf(held), held.scheduled.map(({ live }) => live)];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
