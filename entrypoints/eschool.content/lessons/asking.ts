import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import { within } from '@/lib/inTime';
import type { LessonCall, LessonsView, ShownPage } from '@/lib/messages/lessons';
import type { PersonReader } from './pagePerson';
import { pathOf } from './pageRequests';
import { createRetries } from './retries';

/** An answer is asked for anew after this, and one that failed after that, milliseconds. */
const lifetime = 10 * 60_000;
const failureLifetime = 60_000;

/** Rows that the answer does not hold make us ask again, but not more often. Milliseconds. */
const patience = 10_000;

/** Lessons wait no longer for what they may do without; it goes on being waited for. Milliseconds. */
const longestWait = 6_000;

/** The background, which may want two weeks one after the other, waits no longer for what has just kept silent. Milliseconds. */
const shortWait = 1_500;

/** So long what VK told of calls is not asked for again at a lesson's boundary, milliseconds: its own answer is as old. */
const callsLifetime = 60_000;

/** A page that is unfolded and folded again is known: so many of its states are. */
const mostKnown = 8;

type Answers = Record<string, DiaryAnswer>;

/** Has what the page shows read by the background, and asks the diary for what that needs. */
export interface Asking {
  /** What stands where on this page; `null`: not known yet, and being found out. */
  read(page: ShownPage): LessonsView | null;
  /** Links, sessions, the zone or calls may be others now. */
  readAgain(): void;
  /** The same, where VK was asked more than a minute ago. */
  readCallsAgain(): void;
  setCalls(turn: number, calls: readonly LessonCall[]): void;
  /** The answers at some addresses, for the background; asked anew when `fresh`. */
  answers(addresses: readonly string[], fresh: boolean): Promise<Answers>;
  /** Another account or pupil: all that is held is the first one's. */
  clear(): void;
  /** The page is looked at: what failed may be asked again. */
  look(): void;
}

export interface AskingOptions {
  person: Pick<PersonReader, 'view' | 'isOver' | 'read' | 'answer'>;
  /** Asks the diary at an address behind its origin. */
  ask: (address: string) => Promise<DiaryAnswer>;
  /** Has a page read by the background; `null` where that did not answer. */
  place: (turn: number, page: ShownPage, answers: Answers) => Promise<LessonsView | null>;
  /** Something is known that was not before. */
  onRead: () => void;
  /** The page's own clock, milliseconds. */
  now?: () => number;
}

interface Known {
  turn: number;
  page: ShownPage;
  view: LessonsView;
  at: number;
}

export function createAsking({ person, ask, place, onRead, now = () => performance.now() }: AskingOptions): Asking {
  const held = new Map<string, { answer: DiaryAnswer; until: number }>();
  const underWay = new Map<string, Promise<DiaryAnswer>>();
  /** Endpoints that kept silent at last. */
  const silent = new Set<string>();
  /** The last states of the page that were read, by {@link keyOf}; the newest last. */
  const known = new Map<string, Known>();
  let needs: readonly string[] = [];
  let turn = 0;
  /** The page that is being read. */
  let asked: { key: string } | null = null;
  let askedAnewAt = -patience;
  /** What a first look at some answers did not find in them: no news. */
  const unheldBy = new Map<string, ReadonlySet<string>>();
  /** Reading failed: that is tried again by itself, whatever the page renders. */
  let hasFailed = false;
  const retries = createRetries(() => {
    hasFailed = false;
    onRead();
  });

  const keyOf = ({ hash, beside, copy }: ShownPage) => [hash, beside, copy].join();
  // Whoever asks while it is asked for anew is not told what was before.
  const isYoung = (address: string) => !underWay.has(address) && now() < (held.get(address)?.until ?? 0);
  const heldOf = (addresses: readonly string[]): Answers => {
    const answers: Answers = {};
    for (const address of addresses) {
      const answer = held.get(address)?.answer;
      if (answer) answers[address] = answer;
    }
    return answers;
  };

  function askOne(address: string): Promise<DiaryAnswer> {
    const asking = ask(address).then((answer) => {
      if (underWay.get(address) === asking) {
        underWay.delete(address);
        if (answer.status) silent.delete(pathOf(address));
        held.set(address, { answer, until: now() + (answer.status === 200 ? lifetime : failureLifetime) });
      }
      return answer;
    });
    underWay.set(address, asking);
    return asking;
  }

  /** What is answered, or that it is kept silent for so long. */
  function soon(asking: Promise<DiaryAnswer>, address: string, wait: number): Promise<DiaryAnswer> {
    const endpoint = pathOf(address);
    return within(asking, silent.has(endpoint) ? wait : longestWait, () => {
      if (underWay.has(address)) silent.add(endpoint);
      return { failed: 'slow' };
    });
  }

  /**
   * The answers at these addresses, each asked for once in ten minutes, of the pupil who is chosen before and after asking alike;
   * `null` where that cannot be said.
   */
  async function sureAnswers(addresses: readonly string[], anew: boolean, wait = longestWait): Promise<Answers | null> {
    const before = await person.read();
    if (before === null) return null;
    const missing = addresses.filter((address) => anew || !isYoung(address));
    if (missing.length === 0) return heldOf(addresses);
    const fetched = await Promise.all(
      missing.map(async (address) => {
        // What keeps silent is not waited for by whoever wants it anew.
        const asking = (!anew && underWay.get(address)) || askOne(address);
        return [address, await soon(asking, address, wait)] as const;
      }),
    );
    if ((await person.read(true, false, true)) === before)
      return { ...heldOf(addresses), ...Object.fromEntries(fetched) };
    held.clear();
    return null;
  }

  /** Has a page read, with the answers that are held and then with those that it needs. */
  async function hold(page: ShownPage, anew: boolean): Promise<void> {
    const mine = { key: keyOf(page) };
    asked = mine;
    const view = await readPage(page, anew, () => asked === mine);
    if (asked !== mine) return;
    asked = null;
    if (view && !view.problem) {
      hasFailed = false;
      retries.succeeded();
      onRead();
    } else if (person.view !== null && !person.isOver) {
      // Nobody known, or not any more, is looked after by itself.
      hasFailed = true;
      retries.failed();
    }
  }

  async function readPage(page: ShownPage, anew: boolean, isWanted: () => boolean): Promise<LessonsView | null> {
    turn += 1;
    const mine = turn;
    const given = heldOf(needs);
    let view = anew ? null : await place(mine, page, given);
    if (!isWanted() || (!anew && !view)) return null;
    needs = view?.needs ?? needs;
    // What is held of these days was not given while the page showed others.
    if (anew || !needs.every((address) => given[address] && isYoung(address))) {
      const answers = await sureAnswers(needs, anew);
      view = answers && isWanted() ? await place(mine, page, answers) : null;
    }
    if (!view || !isWanted()) return null;
    if (view.problem) for (const address of view.needs) held.delete(address);
    else remember({ turn: mine, page, view, at: now() });
    return view;
  }

  function remember(one: Known): void {
    const key = keyOf(one.page);
    known.delete(key);
    known.set(key, one);
    for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
  }

  function newest(): Known | undefined {
    return [...known.values()].pop();
  }

  function readAgain(): void {
    const last = newest();
    known.clear();
    if (!last || asked) return;
    // What is shown stays when the background does not answer.
    remember(last);
    void hold(last.page, false);
  }

  /** A row that the answers did not hold appeared later: a lesson was moved or added. */
  function isNews({ needs: addresses, unheld: rows }: LessonsView): boolean {
    const answers = addresses.map((address) => [address, held.get(address)?.until]).join();
    const before = unheldBy.get(answers);
    if (!before) unheldBy.set(answers, new Set(rows));
    return before !== undefined && rows.some((row) => !before.has(row));
  }

  return {
    read(page) {
      if (person.view === null) return null;
      const key = keyOf(page);
      const one = known.get(key);
      if (one) remember(one);
      if (asked?.key === key || hasFailed) return one?.view ?? null;
      if (!one?.view.needs.every(isYoung)) void hold(page, false);
      else if (now() - askedAnewAt >= patience && isNews(one.view)) {
        askedAnewAt = now();
        void hold(page, true);
      }
      return one?.view ?? null;
    },
    readAgain,
    readCallsAgain() {
      const last = newest();
      if (last && now() - last.at >= callsLifetime) readAgain();
    },
    setCalls(ofTurn, calls) {
      const one = [...known.values()].find((each) => each.turn === ofTurn);
      if (!one) return;
      const places = one.view.places.map((place) => ({
        ...place,
        lesson: { ...place.lesson, call: calls.find(({ lessonId }) => lessonId === place.lesson.id) ?? null },
      }));
      remember({ ...one, view: { ...one.view, places } });
      onRead();
    },
    answers: async (addresses, fresh) => (await sureAnswers(addresses, fresh, fresh ? longestWait : shortWait)) ?? {},
    clear() {
      retries.stop();
      hasFailed = false;
      held.clear();
      known.clear();
      unheldBy.clear();
      asked = null;
    },
    look: retries.look,
  };
}
