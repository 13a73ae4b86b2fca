import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPersonReader } from '@/entrypoints/eschool.content/lessons/pagePerson';
import type { PersonView } from '@/lib/messages/diary';
import { sent } from '@/tests/unit/lib/diary/sent';

const minute = 60_000;

function arrange() {
  const state = {
    view: 'one' as string | null,
    problem: null as PersonView['problem'],
    isDeaf: false,
    asked: 0,
    tookMs: 0,
    failsLate: false,
  };
  const changes: (string | null)[] = [];
  const onFound = vi.fn();
  const person = createPersonReader({
    ask: async () => {
      state.asked += 1;
      const { view, tookMs, failsLate } = state;
      if (tookMs) await new Promise((resolve) => setTimeout(resolve, tookMs));
      return failsLate ? { failed: 'slow' } : sent({ user_fullname: view });
    },
    report: async (answer) => {
      if (state.isDeaf) return null;
      if ('failed' in answer) return { view: null, problem: 'slow', clockOffset: 0, menu: null };
      const { user_fullname: asked } = JSON.parse(answer.text) as { user_fullname: string | null };
      return { view: asked, problem: state.problem, clockOffset: 0, menu: null };
    },
    onRead: () => undefined,
    onChange: (before) => changes.push(before),
    onFound,
  });
  const fail = (problem: PersonView['problem']) => Object.assign(state, { view: null, problem });
  const heal = (view = 'one') => Object.assign(state, { view, problem: null, isDeaf: false });
  return { state, person, changes, onFound, fail, heal };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('asks once, however many want to know', async () => {
  const { state, person } = arrange();
  expect(await Promise.all([person.read(), person.read(true), person.read()])).toEqual(['one', 'one', 'one']);
  await person.read();
  expect(state.asked).toBe(1);
});

describe('a first failure is not for ever', () => {
  it.each([
    ['502', 'serverError'],
    ['HTML, as of a session that is over', 'signedOut'],
    ['late', 'slow'],
  ] as const)('%s: again after 15 s', async (_, problem) => {
    const { state, person, onFound, fail, heal } = arrange();
    fail(problem);
    expect(await person.read()).toBeNull();
    heal();
    await vi.advanceTimersByTimeAsync(14_000);
    expect([await person.read(), state.asked]).toEqual([null, 1]);
    await vi.advanceTimersByTimeAsync(2000);
    expect([person.view, state.asked]).toEqual(['one', 2]);
    expect(onFound).toHaveBeenCalledOnce();
  });

  it('the background did not answer once', async () => {
    const { state, person, heal } = arrange();
    state.isDeaf = true;
    expect(await person.read()).toBeNull();
    heal();
    await vi.advanceTimersByTimeAsync(16_000);
    expect(person.view).toBe('one');
  });

  it('tries three times and then when the page is looked at', async () => {
    const { state, person, fail, heal } = arrange();
    fail('serverError');
    await person.read();
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(state.asked).toBe(4);
    heal();
    await person.look();
    expect([person.view, state.asked]).toEqual(['one', 5]);
  });
});

describe('a session that is over', () => {
  it('is not asked about again until the page is looked at, and then is not believed', async () => {
    const { state, person, fail, heal } = arrange();
    await person.read();
    fail('signedOut');
    expect(await person.read(true)).toBeNull();
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect([await person.read(), state.asked, person.view, person.isOver]).toEqual([null, 2, 'one', true]);
    // Looked at within a minute of the last question, too: whoever is there now is asked for anew.
    heal('two');
    await person.look();
    expect([state.asked, person.view, person.isOver]).toEqual([3, 'two', false]);
  });
});

describe('the page is looked at again', () => {
  it('asks anew after a minute, not before', async () => {
    const { state, person, heal, changes } = arrange();
    await person.read();
    await vi.advanceTimersByTimeAsync(30_000);
    await person.look();
    expect(state.asked).toBe(1);
    heal('two');
    await vi.advanceTimersByTimeAsync(31_000);
    await person.look();
    expect([state.asked, person.view, changes]).toEqual([2, 'two', [null, 'one']]);
  });
});

it('an answer after 20 s still counts', async () => {
  const { state, person } = arrange();
  state.tookMs = 20_000;
  const first = person.read();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await first).toBe('one');
});

describe('the server keeps silent', () => {
  /** Somebody is known; then the page asks again and waits. */
  async function arrangeSilence() {
    const all = arrange();
    await all.person.read();
    Object.assign(all.state, { tookMs: 30_000 });
    const waiting = all.person.read(true);
    return { ...all, waiting };
  }

  it('who asks anew after a while is answered at once, and so is who waited', async () => {
    const { state, person, waiting } = await arrangeSilence();
    await vi.advanceTimersByTimeAsync(7000);
    Object.assign(state, { view: 'two', tookMs: 0 });
    expect(await person.answer(true)).toMatchObject({ text: expect.stringContaining('two') });
    expect([person.view, state.asked]).toEqual(['two', 3]);
    // What was true before is no news when it comes.
    await vi.advanceTimersByTimeAsync(30_000);
    expect([await waiting, person.view]).toEqual(['two', 'two']);
  });

  it('what comes late still counts where nothing newer came', async () => {
    const { state, person } = await arrangeSilence();
    await vi.advanceTimersByTimeAsync(25_000);
    const anew = person.read(true);
    await vi.advanceTimersByTimeAsync(6000);
    expect([await anew, state.asked]).toEqual(['one', 3]);
  });

  it('a request that fails at last takes nothing from the one after it', async () => {
    const { state, person } = await arrangeSilence();
    await vi.advanceTimersByTimeAsync(0);
    state.failsLate = true;
    state.tookMs = 9000;
    await vi.advanceTimersByTimeAsync(30_000);
    const silent = person.read(true);
    await vi.advanceTimersByTimeAsync(7000);
    Object.assign(state, { failsLate: false, tookMs: 5000 });
    const anew = person.read(true);
    await vi.advanceTimersByTimeAsync(6000);
    expect([await silent, await anew, person.view]).toEqual(['one', 'one', 'one']);
  });

  it('is not asked more often than once in 6 s', async () => {
    const { state, person } = await arrangeSilence();
    for (let second = 0; second < 20; second += 1) {
      void person.read(true);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(state.asked).toBe(5);
  });

  /** Whether somebody who only wants to know gets an answer while the server is asked. */
  async function isToldAtOnce(person: ReturnType<typeof arrange>['person']): Promise<boolean> {
    let isTold = false;
    void person.answer(false).then(() => {
      isTold = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    return isTold;
  }

  it('who only wants to know does not wait for a look whether it is still the same person', async () => {
    const { state, person } = arrange();
    await person.read();
    state.tookMs = 5000;
    void person.read(true, false, true);
    expect(await isToldAtOnce(person)).toBe(true);
  });

  it.each<[string, (person: ReturnType<typeof arrange>['person']) => void]>([
    ['another page has seen somebody else', (person) => void person.read(true)],
    ['another child was chosen', (person) => void person.read(true, true)],
    [
      'somebody else was seen while it was looked whether it is the same',
      (person) => {
        void person.read(true, false, true);
        void person.read(true);
      },
    ],
    [
      'somebody else was seen, and then it was looked whether it is the same',
      (person) => {
        void person.read(true);
        void person.read(true, false, true);
      },
    ],
  ])('who wants to know waits where %s', async (_, doubt) => {
    const { state, person } = arrange();
    await person.read();
    state.tookMs = 5000;
    doubt(person);
    expect(await isToldAtOnce(person)).toBe(false);
  });

  it('another child is asked for at once, and the first one’s answer does not count', async () => {
    const { state, person, waiting, changes } = await arrangeSilence();
    Object.assign(state, { view: 'two', tookMs: 100 });
    const chosen = person.read(true, true);
    await vi.advanceTimersByTimeAsync(100);
    expect(await chosen).toBe('two');
    await vi.advanceTimersByTimeAsync(30_000);
    expect([await waiting, person.view, changes]).toEqual(['two', 'two', [null, 'one']]);
  });
});
