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
  const state = { people: [1] as number[], trouble: null as Problem | null, asked: 0, changes: [] as number[][] };
  const token = (profileId: number): ProfileToken => ({
    profileId,
    token: `token ${profileId}`,
    expiresAt: clock.now() + 24 * 60 * minute,
  });
  const read = async (): Promise<Result<SignedInProfiles>> => {
    state.asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (state.trouble) return fail(state.trouble);
    return succeed({ tokens: state.people.map(token) } as SignedInProfiles);
  };
  const make = () =>
    createPresence({ clock, read, onChange: async (present) => void state.changes.push([...present]) });
  return { presence: make(), make, state, pass };
}

const ids = (answer: Result<ProfileToken[]>) => (answer.ok ? answer.value.map(({ profileId }) => profileId) : null);

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

  it('is told without asking while it is believed', async () => {
    const { presence, state, pass } = prepare();
    expect(await presence.fresh()).toBeNull();
    await presence.read();
    expect((await presence.fresh())?.map(({ profileId }) => profileId)).toEqual([1]);
    pass(minute);
    expect(await presence.fresh()).toBeNull();
    await presence.read();
    await presence.forget();
    expect(await presence.fresh()).toBeNull();
    expect(state.asked).toBe(2);
  });

  it('is asked at once after a change of session', async () => {
    const { presence, state } = prepare();
    await presence.read();
    await presence.forget();
    expect(await presence.known()).toBeNull();
    state.people = [2];
    expect(ids(await presence.read())).toEqual([2]);
    expect(state.changes).toEqual([[1], [2]]);
  });

  it('is asked again when the session changes under way', async () => {
    const { presence, state } = prepare();
    const underWay = presence.read();
    await vi.waitFor(() => expect(state.asked).toBe(1), { interval: 0 });
    await presence.forget();
    state.people = [2];
    expect(ids(await underWay)).toEqual([2]);
  });

  it('a dead token is no answer', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(24 * 60 * minute);
    await presence.read(Number.POSITIVE_INFINITY);
    expect(state.asked).toBe(2);
  });

  it('nobody: told, and everything of the first is dropped', async () => {
    const { presence, state } = prepare();
    await presence.read();
    state.trouble = problem('messenger', 'signedOut');
    expect(await presence.read(0)).toMatchObject({ ok: false });
    expect(state.changes).toEqual([[1], []]);
    expect(await presence.known()).toBeNull();
  });

  it('unknown while VK cannot be reached: nothing is dropped', async () => {
    const { presence, state, pass } = prepare();
    await presence.read();
    pass(minute);
    state.trouble = problem('messenger', 'offline');
    expect(await presence.read()).toMatchObject({ ok: false, problem: { kind: 'offline' } });
    expect(state.changes).toEqual([[1]]);
  });

  it('leaves no token on disk', async () => {
    const { presence } = prepare();
    await presence.read();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });
});
