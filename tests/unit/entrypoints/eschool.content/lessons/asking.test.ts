import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAsking } from '@/entrypoints/eschool.content/lessons/asking';
import type { LessonsView, ReadyLesson, ShownPage } from '@/lib/messages/lessons';
import { sent } from '@/tests/unit/lib/diary/sent';

const week = '/week?date=2026-11-23';
const homework = '/homework?date=2026-11-23';
const laterHomework = '/homework?date=2026-11-30';
const isHomework = (address: string) => address.startsWith('/homework');
const minute = 60_000;

const page = (copy: string): ShownPage => ({ copy, beside: '', hash: '#diary' });
const lesson: ReadyLesson = { id: 'one', name: 'Алгебра', interval: null, opensAt: '', links: [], call: null };

/** A diary, a background and a person, each of which may fail. */
function arrange() {
  const state = {
    view: 'account/1' as string | null,
    isOver: false,
    status: 200,
    isBackgroundDeaf: false,
    unheld: [] as string[],
    asked: [] as string[],
    /** Milliseconds. */
    homeworkTakes: 0,
    homeworkStatus: 200,
    /** What happens while the diary answers. */
    meanwhile: (): void => undefined,
  };
  const onRead = vi.fn();
  const place = vi.fn(
    async (_turn: number, { copy }: ShownPage, answers: Record<string, unknown>): Promise<LessonsView | null> => {
      if (state.isBackgroundDeaf) return null;
      const needs = copy === 'days of a week later' ? ['/week?date=2026-11-30'] : [week, homework];
      const none = { needs, problem: null, places: [], count: 0, unheld: [] };
      if (needs.some((address) => !(address in answers))) return none;
      const isGood = needs.every(
        (address) => address === homework || (answers[address] as { status: number }).status === 200,
      );
      if (!isGood) return { ...none, problem: 'serverError' };
      return {
        ...none,
        places: [{ cell: 3, row: 1, head: 0, rowText: '', headText: '', lesson }],
        unheld: state.unheld,
      };
    },
  );
  const asking = createAsking({
    person: {
      get view() {
        return state.view;
      },
      get isOver() {
        return state.isOver;
      },
      read: async () => (state.isOver ? null : state.view),
      answer: async () => sent({}),
    },
    ask: async (address) => {
      state.asked.push(address);
      state.meanwhile();
      if (isHomework(address) && state.homeworkTakes > 0)
        await new Promise((resolve) => setTimeout(resolve, state.homeworkTakes));
      return sent({}, isHomework(address) ? Math.max(state.status, state.homeworkStatus) : state.status);
    },
    place,
    onRead,
    now: () => Date.now(),
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  /** The page is looked at, and looked at again when something is known. */
  const show = async (copy = 'page') => {
    asking.read(page(copy));
    await settle();
    return asking.read(page(copy));
  };
  return { state, asking, place, onRead, show, settle };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('a week that is shown again, another one by now, is read with what is held of it', async () => {
  const { state, show } = arrange();
  await show('page');
  await show('days of a week later');
  state.asked = [];
  expect((await show('page with a moved lesson'))?.places).toHaveLength(1);
  expect(state.asked).toEqual([]);
});

describe('asking for the days shown', () => {
  it('asks the diary once for a week, whatever the page renders', async () => {
    const { state, show } = arrange();
    expect((await show())?.places).toHaveLength(1);
    await show('folded');
    await show();
    expect(state.asked).toEqual([week, homework]);
  });

  it('lessons wait no longer than 6 s for what they can do without; it is read when it comes', async () => {
    const { state, asking, place, onRead, settle } = arrange();
    state.homeworkTakes = 20_000;
    // As the page does at each piece of news.
    onRead.mockImplementation(() => void asking.read(page('page')));
    asking.read(page('page'));
    await vi.advanceTimersByTimeAsync(6000);
    expect(place.mock.lastCall?.[2]).toMatchObject({ [week]: { status: 200 } });
    expect(asking.read(page('page'))?.places).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(14_000);
    await settle();
    expect(place.mock.lastCall?.[2]).toMatchObject({ [homework]: { status: 200 } });
    expect(state.asked).toEqual([week, homework]);
    expect(place.mock.calls.length).toBeLessThan(12);
  });

  it('once all is answered nothing waits in the page any more', async () => {
    const { show } = arrange();
    await show();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('two weeks whose homework keeps silent are there within 8 s; once it answers, it is waited for as before', async () => {
    const { state, asking } = arrange();
    state.homeworkTakes = 20_000;
    const isDone = vi.fn();
    const twoWeeks = async () => {
      await asking.answers([week, homework], false);
      isDone(await asking.answers([week, laterHomework], false));
    };
    void twoWeeks();
    await vi.advanceTimersByTimeAsync(8000);
    expect(isDone.mock.lastCall?.[0]).toMatchObject({ [week]: { status: 200 }, [laterHomework]: { failed: 'slow' } });
    await vi.advanceTimersByTimeAsync(30_000);
    state.homeworkTakes = 5_000;
    const third = asking.answers(['/homework?date=2026-12-07'], false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await third).toMatchObject({ '/homework?date=2026-12-07': { status: 200 } });
  });

  it('homework that cannot be read is not asked for again at once, however often the page is looked at', async () => {
    const { state, asking, onRead } = arrange();
    state.homeworkStatus = 500;
    onRead.mockImplementation(() => void asking.read(page('page')));
    asking.read(page('page'));
    await vi.advanceTimersByTimeAsync(30_000);
    asking.read(page('page'));
    await vi.advanceTimersByTimeAsync(0);
    expect(state.asked).toEqual([week, homework]);
    await vi.advanceTimersByTimeAsync(minute);
    asking.read(page('page'));
    await vi.advanceTimersByTimeAsync(0);
    expect(state.asked).toEqual([week, homework, homework]);
  });

  it('whoever wants it anew does not wait for what keeps silent, and what that says later changes nothing', async () => {
    const { state, asking, settle } = arrange();
    state.homeworkTakes = 20_000;
    const first = asking.answers([homework], false);
    await vi.advanceTimersByTimeAsync(6000);
    expect(await first).toMatchObject({ [homework]: { failed: 'slow' } });
    state.homeworkTakes = 0;
    expect(await asking.answers([homework], true)).toMatchObject({ [homework]: { status: 200 } });
    state.homeworkStatus = 500;
    await vi.advanceTimersByTimeAsync(14_000);
    await settle();
    expect(await asking.answers([homework], false)).toMatchObject({ [homework]: { status: 200 } });
    expect(state.asked).toEqual([homework, homework]);
  });

  it('has a state of the page read once', async () => {
    const { place, show } = arrange();
    await show();
    await show('folded');
    const before = place.mock.calls.length;
    await show();
    await show('folded');
    expect(place.mock.calls.length).toBe(before);
  });

  it('asks again after ten minutes', async () => {
    const { state, show } = arrange();
    await show();
    await vi.advanceTimersByTimeAsync(11 * minute);
    await show();
    expect(state.asked).toHaveLength(4);
  });

  it('gives nothing while nobody is known, and asks nothing', async () => {
    const { state, place, show } = arrange();
    state.view = null;
    expect(await show()).toBeNull();
    expect([state.asked, place.mock.calls]).toEqual([[], []]);
  });

  it('gives nothing of an answer during which another child was chosen', async () => {
    const { state, show } = arrange();
    state.meanwhile = () => {
      state.view = 'account/2';
    };
    expect(await show()).toBeNull();
  });
});

describe('a first failure is not for ever', () => {
  it.each(['the diary', 'the background'] as const)('%s fails once: again after 15 s', async (who) => {
    const { state, show, settle } = arrange();
    if (who === 'the diary') state.status = 502;
    else state.isBackgroundDeaf = true;
    expect(await show()).toBeNull();
    state.status = 200;
    state.isBackgroundDeaf = false;
    // Whatever the page renders meanwhile asks nothing.
    const asked = state.asked.length;
    await vi.advanceTimersByTimeAsync(14_000);
    expect(await show('again')).toBeNull();
    expect(state.asked).toHaveLength(asked);
    await vi.advanceTimersByTimeAsync(2000);
    await settle();
    expect((await show())?.places).toHaveLength(1);
  });

  it('tries three times, after 15 s, 1 and 5 minutes, and then when the page is looked at', async () => {
    const { state, asking, onRead, show } = arrange();
    state.status = 502;
    onRead.mockImplementation(() => void asking.read(page('page')));
    await show();
    const rounds = () => state.asked.filter((address) => address === week).length;
    expect(rounds()).toBe(1);
    for (const [wait, count] of [
      [15_000, 2],
      [minute, 3],
      [5 * minute, 4],
      [60 * minute, 4],
    ] as const) {
      await vi.advanceTimersByTimeAsync(wait + 100);
      expect(rounds()).toBe(count);
    }
    state.status = 200;
    asking.look();
    await vi.advanceTimersByTimeAsync(100);
    expect((await show())?.places).toHaveLength(1);
  });

  it('does not try a session that is over', async () => {
    const { state, show } = arrange();
    state.meanwhile = () => {
      state.isOver = true;
    };
    await show();
    const asked = state.asked.length;
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(state.asked).toHaveLength(asked);
  });
});

describe('what changes later', () => {
  it('a row that the answer does not hold makes it ask again, not more often than every 10 s', async () => {
    const { state, show } = arrange();
    state.unheld = ['was there from the first'];
    await show();
    await show('rendered anew');
    expect(state.asked).toHaveLength(2);
    state.unheld = ['was there from the first', 'Физика'];
    await show('with another row');
    expect(state.asked).toHaveLength(4);
    state.unheld = ['Химия'];
    await show('with a third');
    expect(state.asked).toHaveLength(4);
  });

  it('a moved lesson is seen after another week was looked at', async () => {
    const { state, show } = arrange();
    await show();
    await show('next week');
    state.unheld = ['Алгебра 09:00'];
    await show('moved');
    expect(state.asked).toHaveLength(4);
  });

  it('«Обновить» asks the diary anew', async () => {
    const { state, asking } = arrange();
    const addresses = [week, homework];
    await asking.answers(addresses, false);
    await asking.answers(addresses, false);
    expect(state.asked).toHaveLength(2);
    expect(Object.keys(await asking.answers(addresses, true))).toEqual(addresses);
    expect(state.asked).toHaveLength(4);
  });

  it('calls that VK tells later are put to their lessons', async () => {
    const { asking, place, onRead, show } = arrange();
    await show();
    onRead.mockClear();
    asking.setCalls(place.mock.lastCall?.[0] ?? 0, [{ lessonId: 'one', id: 'call:1', live: true }]);
    expect(onRead).toHaveBeenCalledOnce();
    expect((await show())?.places[0]?.lesson.call).toMatchObject({ id: 'call:1', live: true });
    asking.setCalls(-1, []);
    expect(onRead).toHaveBeenCalledOnce();
  });

  it('another child takes all that is held', async () => {
    const { state, asking, show } = arrange();
    await show();
    asking.clear();
    state.view = 'account/2';
    await show();
    expect(state.asked).toHaveLength(4);
  });
});
