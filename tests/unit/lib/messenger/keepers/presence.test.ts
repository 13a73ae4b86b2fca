import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SignedInProfiles } from '@/lib/messenger/answers/webToken';
import { createPresence } from '@/lib/messenger/keepers/presence';
import type { ProfileToken } from '@/lib/messenger/types';
import { type Problem, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { minute, movableClock } from '@/tests/unit/entrypoints/background/fakes';

beforeEach(() => fakeBrowser.reset());

function prepare() {
  const { clock, pass } = movableClock();
  const state = {
    people: [1] as number[],
    trouble: null as Problem | null,
    asked: 0,
    /** How often tokens were kept. */
    kept: 0,
    tokensLive: 24 * 60 * minute,
    changes: [] as number[][],
    hasCookie: true,
    /** VK takes so long, milliseconds. */
    delay: 5,
    /** What VK's own answer does to the session's cookie. */
    onAnswer: null as (() => void) | null,
    /** What happens while an answer is put away. */
    onPutAway: null as (() => void) | null,
  };
  const token = (profileId: number): ProfileToken => ({
    profileId,
    token: `token ${profileId}`,
    expiresAt: clock.now() + state.tokensLive,
  });
  const read = async (): Promise<Result<SignedInProfiles>> => {
    state.asked += 1;
    await new Promise((resolve) => setTimeout(resolve, state.delay));
    state.onAnswer?.();
    if (state.trouble) return fail(state.trouble);
    return succeed({ tokens: state.people.map(token) } as SignedInProfiles);
  };
  const make = () =>
    createPresence({
      clock,
      read,
      hasSession: async () => state.hasCookie,
      onKept: () => {
        state.kept += 1;
      },
      onChange: async (present) => {
        state.changes.push([...present]);
        state.onPutAway?.();
        await new Promise((resolve) => setTimeout(resolve));
      },
    });
  return { presence: make(), make, state, pass };
}

const ids = (answer: Result<ProfileToken[]>) => (answer.ok ? answer.value.map(({ profileId }) => profileId) : null);
const kindOf = (answer: Result<ProfileToken[]>) => (answer.ok ? 'known' : answer.problem.kind);
const second = 1000;
const now = { maximumAge: 0 };
const byPerson = { byPerson: true };

describe('who is signed in', () => {
  it('is asked once for all who want to know, and believed for a minute, by the next background too', async () => {
    const { presence, make, state, pass } = prepare();
    await Promise.all([presence.read(), presence.read()]);
    pass(minute - 1);
    await make().read();
    expect(state.asked).toBe(1);
    pass(1);
    await presence.read();
    expect(state.asked).toBe(2);
  });

  it('an answer that is put away while somebody signs in is of the session before', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(minute);
    state.trouble = problem('messenger', 'signedOut');
    let noted: Promise<boolean> | undefined;
    state.onPutAway = () => {
      state.onPutAway = null;
      state.trouble = null;
      state.people = [1, 2];
      noted = presence.noteCookie();
    };
    await presence.read();
    expect([await noted, (await presence.fresh())?.map(({ profileId }) => profileId)]).toEqual([true, [1, 2]]);
  });

  it('nobody is no person without an educational profile', async () => {
    const { presence, state, pass } = prepare();
    state.people = [];
    await presence.read();
    expect(await presence.hasNoProfile()).toBe(true);
    pass(minute);
    state.trouble = problem('messenger', 'signedOut');
    await presence.read();
    expect([(await presence.fresh())?.length, await presence.hasNoProfile()]).toEqual([0, false]);
  });

  it('is told without asking while it is believed', async () => {
    const { presence, state, pass } = prepare();
    expect(await presence.fresh()).toBeNull();
    await presence.read();
    expect((await presence.fresh())?.map(({ profileId }) => profileId)).toEqual([1]);
    pass(minute);
    expect(await presence.fresh()).toBeNull();
    await presence.read();
    pass(second);
    await presence.noteCookie();
    expect(await presence.fresh()).toBeNull();
    expect(state.asked).toBe(2);
  });

  it('a dead token is no answer', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(24 * 60 * minute);
    await presence.read({ maximumAge: Number.POSITIVE_INFINITY });
    expect(state.asked).toBe(2);
  });

  it('nobody: told, and everything of the first is dropped', async () => {
    const { presence, state } = prepare();
    await presence.read();
    state.trouble = problem('messenger', 'signedOut');
    expect(kindOf(await presence.read(now))).toBe('signedOut');
    expect(state.changes).toEqual([[1], []]);
    expect(await presence.known()).toEqual([]);
  });

  it('leaves no token on disk, and none at all once it is dropped', async () => {
    const { presence, state } = prepare();
    await presence.read();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    const underWay = presence.read(now);
    await vi.waitFor(() => expect(state.asked).toBe(2), { interval: 0 });
    await presence.drop();
    expect(ids(await underWay)).toEqual([1]);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('token 1');
  });
});

describe('a change of session', () => {
  it('makes that it is asked at once', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(second);
    expect(await presence.noteCookie()).toBe(true);
    expect([await presence.known(), await presence.isInDoubt()]).toEqual([null, true]);
    state.people = [2];
    expect(ids(await presence.read())).toEqual([2]);
    expect(await presence.isInDoubt()).toBe(false);
    expect(state.changes).toEqual([[1], [2]]);
  });

  it('takes the tokens at once, also while VK does not answer', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(second);
    state.trouble = problem('messenger', 'offline');
    await presence.noteCookie();
    expect(kindOf(await presence.read())).toBe('offline');
    expect(await presence.isInDoubt()).toBe(true);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('token 1');
  });

  it('again and again is followed three times in 10 s, and then waits for its turn', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    const kinds = new Set<string>();
    for (let change = 0; change < 18; change += 1) {
      pass(600);
      await presence.noteCookie();
      kinds.add(kindOf(await presence.read()));
    }
    expect([...kinds]).toEqual(['known', 'rateLimited']);
    // 10.8 s: three of them, and one whose turn has come.
    expect(state.asked - 1).toBeLessThanOrEqual(4);
    pass(10 * second);
    expect(ids(await presence.read())).toEqual([1]);
  });

  it('under way is none: the question is asked again', async () => {
    const { presence, state } = prepare();
    const underWay = presence.read();
    await vi.waitFor(() => expect(state.asked).toBe(1), { interval: 0 });
    const noted = presence.noteCookie();
    state.people = [2];
    expect(ids(await underWay)).toEqual([2]);
    expect([await noted, state.asked]).toEqual([false, 2]);
  });

  it('an answer that always sets the session’s cookie is asked again twice, and then taken as it is', async () => {
    const { presence, state } = prepare();
    state.onAnswer = () => void presence.noteCookie();
    expect(ids(await presence.read())).toEqual([1]);
    expect(state.asked).toBe(3);
    expect(ids(await presence.read())).toEqual([1]);
    expect(state.asked).toBe(3);
  });

  it('somebody else who signs in just after an answer is a change, whoever asks', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    await presence.drop();
    pass(100);
    state.people = [2];
    expect(await presence.noteCookie()).toBe(true);
    expect(ids(await presence.read())).toEqual([2]);
  });

  it('a third change within half a second of answers is not followed at once, but when it is calm again', async () => {
    vi.useFakeTimers();
    const { presence, state, pass } = prepare();
    const soon = async <Value>(work: Promise<Value>) => {
      await vi.advanceTimersByTimeAsync(100);
      return work;
    };
    await soon(presence.read());
    for (const person of [2, 3]) {
      state.people = [person];
      await soon(presence.noteCookie());
    }
    state.people = [4];
    expect(await soon(presence.noteCookie())).toBe(false);
    expect([state.asked, state.changes.at(-1)]).toEqual([3, [3]]);
    pass(8 * second);
    await vi.advanceTimersByTimeAsync(8 * second);
    expect([state.asked, state.changes.at(-1)]).toEqual([4, [4]]);
    vi.useRealTimers();
  });

  it('answers that always set the cookie make it ask six times, not for ever', async () => {
    vi.useFakeTimers();
    const { presence, state, pass } = prepare();
    state.onAnswer = () => void setTimeout(() => void presence.noteCookie(), 50);
    void presence.read();
    for (let passed = 0; passed < 600; passed += 1) {
      pass(100);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(state.asked).toBe(6);
    expect(state.changes).toEqual([[1]]);
    vi.useRealTimers();
  });

  it('a cookie that the browser tells a little after the answer is the answer’s own, too', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    for (let told = 0; told < 6; told += 1) {
      pass(100);
      expect(await presence.noteCookie()).toBe(false);
    }
    expect(state.asked).toBe(3);
    expect(ids(await presence.read())).toEqual([1]);
  });
});

describe('a session that changes while VK does not answer is a change, also while a question is out', () => {
  const failing = problem('messenger', 'serverError');

  it.each<[string, number]>([
    ['VK fails', 5],
    ['VK is silent', 60_000],
  ])('%s: the tokens of whoever was here go', async (_, delay) => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(30 * second);
    state.trouble = failing;
    state.delay = delay;
    void presence.read(now);
    await vi.waitFor(() => expect(state.asked).toBe(2), { interval: 0 });
    expect(await presence.noteCookie()).toBe(true);
    expect([await presence.isInDoubt(), await presence.fresh()]).toEqual([true, null]);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('token 1');
  });

  it('VK fails just after an answer', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(100);
    state.trouble = failing;
    expect(await presence.noteCookie()).toBe(true);
    expect(await presence.fresh()).toBeNull();
  });

  it('failures that each set the cookie are not followed without end', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(30 * second);
    state.trouble = failing;
    let changes = 0;
    const note = async () => {
      if (await presence.noteCookie()) {
        changes += 1;
        await presence.read(now);
      }
    };
    state.onAnswer = () => void note();
    await presence.read(now);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(changes).toBeLessThanOrEqual(1);
    expect(state.asked).toBeLessThanOrEqual(7);
  });
});

describe('not known', () => {
  it('nothing is dropped while VK cannot be reached', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(minute);
    state.trouble = problem('messenger', 'offline');
    expect(kindOf(await presence.read())).toBe('offline');
    expect(state.changes).toEqual([[1]]);
  });

  it('a silent VK is asked once for all, and not again for 15 s but by the person', async () => {
    const { presence, state, pass } = prepare();
    state.trouble = problem('messenger', 'slow');
    await Promise.all([presence.read(), presence.read()]);
    pass(14 * second);
    expect(kindOf(await presence.read())).toBe('slow');
    expect(kindOf(await presence.read(now))).toBe('slow');
    expect(state.asked).toBe(1);
    await presence.read(byPerson);
    expect(state.asked).toBe(2);
    pass(15 * second);
    await presence.read();
    expect(state.asked).toBe(3);
  });

  it('a page, a redirect or 403 is not «nobody» while the session’s cookie is there', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(minute);
    state.trouble = problem('messenger', 'unreadable');
    expect(kindOf(await presence.read())).toBe('unreadable');
    expect(state.changes).toEqual([[1]]);
    pass(minute);
    state.hasCookie = false;
    expect(kindOf(await presence.read())).toBe('signedOut');
    expect(state.changes).toEqual([[1], []]);
  });
});

describe('a first answer that nobody is there', () => {
  it.each<[string, number[], Problem | null]>([
    ['an empty list', [], null],
    ['signed out', [], problem('messenger', 'signedOut')],
  ])('%s does not stand against «Я вошёл», nor for long', async (_, people, trouble) => {
    const { presence, state, pass } = prepare();
    Object.assign(state, { people, trouble });
    await presence.read();
    await presence.read();
    expect(state.asked).toBe(1);
    Object.assign(state, { people: [1], trouble: null });
    expect(ids(await presence.read(byPerson))).toEqual([1]);

    Object.assign(state, { people, trouble });
    await presence.read(byPerson);
    Object.assign(state, { people: [1], trouble: null });
    pass(15 * second);
    expect(ids(await presence.read())).toEqual([1]);
  });

  it('«Я вошёл» is not answered by a question that was out before', async () => {
    const { presence, state } = prepare();
    state.people = [];
    const before = presence.read();
    await vi.waitFor(() => expect(state.asked).toBe(1), { interval: 0 });
    const said = presence.read(byPerson);
    await before;
    state.people = [1];
    expect(ids(await said)).toEqual([1]);
  });

  it('said twice in vain is counted: the browser may hide it', async () => {
    const { presence, state } = prepare();
    state.trouble = problem('messenger', 'signedOut');
    await presence.read(byPerson);
    await presence.read(byPerson);
    expect(presence.looksInVain()).toBe(2);
    state.trouble = null;
    await presence.read(byPerson);
    expect(presence.looksInVain()).toBe(0);
  });
});

describe('a token is not kept longer than it lives', () => {
  const session = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));

  it.each([5, 15, 24 * 60])('of %d minutes', async (minutes) => {
    const { presence, make, state, pass } = prepare();
    state.tokensLive = minutes * minute;
    state.people = [1, 2];
    await presence.read();
    expect(state.kept).toBe(1);
    expect(await presence.deleteDead()).toBe(minutes * minute);
    pass(minutes * minute - 1);
    expect(await presence.deleteDead()).toBe(1);
    expect(await session()).toContain('token 1');
    pass(1);
    // The background that is woken for it is another one.
    expect(await make().deleteDead()).toBeNull();
    expect(await session()).not.toMatch(/token \d/);
  });

  it('who was here is remembered all the same: whoever has left meanwhile is seen to have left', async () => {
    const { presence, state, pass } = prepare();
    state.tokensLive = 5 * minute;
    await presence.read();
    pass(6 * minute);
    await presence.deleteDead();
    state.people = [2];
    expect(ids(await presence.read())).toEqual([2]);
    expect(state.changes).toEqual([[1], [2]]);
  });

  it('where nobody is signed in nobody is woken', async () => {
    const { presence, state } = prepare();
    state.people = [];
    await presence.read();
    expect([state.kept, await presence.deleteDead()]).toEqual([0, null]);
  });
});
