import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import type { PersonView } from '@/lib/messages/diary';
import { createRetries } from './retries';

/** After this the page, looked at again, asks anew who is signed in. Milliseconds. */
const doubtAfter = 60_000;

/** Who asks anew does not wait for a server that has kept silent for so long, milliseconds. */
const longestWait = 6_000;

/** Who is signed in to the diary: the page asks its server, the background reads the answer. */
export interface PersonReader {
  /** Opaque: of whose diary the lessons are. It stays when the session ends; `null` while nobody is known. */
  readonly view: string | null;
  /** The answer that the view was read from. */
  readonly shown: DiaryAnswer | null;
  /** The session is over: nothing is asked until the page is looked at. */
  readonly isOver: boolean;
  /**
   * Asks when nothing is known or `fresh`; gives the view, or `null` where it could not be found out.
   *
   * @param isCheck nobody doubts who it is: whoever wants to know it meanwhile need not wait
   */
  read(fresh?: boolean, childChosen?: boolean, isCheck?: boolean): Promise<string | null>;
  /** Hands the last answer to the background again: links or sessions changed. */
  reportAgain(): Promise<void>;
  /** What the server answered last; asks when nothing is known or `fresh`. */
  answer(fresh: boolean): Promise<DiaryAnswer | null>;
  /** The page is seen or focused again: after a minute, a failure or the end of a session the person is asked anew. */
  look(): Promise<void>;
  stop(): void;
}

export interface PersonOptions {
  /** Asks `GetPersonData`. */
  ask: () => Promise<DiaryAnswer>;
  /** Hands the answer to the background; `null` where that did not answer. `isNew`: the server has answered just now. */
  report: (answer: DiaryAnswer, childChosen: boolean, isNew: boolean) => Promise<PersonView | null>;
  /** Hears each reading, before anything else is done with it. */
  onRead: (person: PersonView) => void;
  /** Another account or child than before: everything of the first must go before anything of the second is asked for. */
  onChange: (before: string | null) => void;
  /** After a failure somebody became known. */
  onFound: () => void;
}

export function createPersonReader({ ask, report, onRead, onChange, onFound }: PersonOptions): PersonReader {
  let view: string | null = null;
  let last: DiaryAnswer | null = null;
  let shown: DiaryAnswer | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let isOver = false;
  let asking: Promise<string | null> | null = null;
  /** Asked last because what was known may be wrong. */
  let doubting: Promise<string | null> | null = null;
  /** Requests are counted: this one was made last, and what answers one before that one is no news any more. */
  let newest = 0;
  let oldest = 0;
  const retries = createRetries(() => void again());

  async function again(): Promise<void> {
    if ((await read(true)) !== null) onFound();
  }

  async function askOnce(childChosen: boolean): Promise<string | null> {
    newest += 1;
    const mine = newest;
    if (childChosen) oldest = mine;
    askedAt = performance.now();
    const answer = await ask();
    const isSilent = 'failed' in answer;
    if (mine < oldest) return asking ?? view;
    if (isSilent && mine < newest) return asking;
    if (!isSilent) oldest = mine;
    last = answer;
    return hand(answer, childChosen, true, mine);
  }

  async function hand(
    answer: DiaryAnswer,
    childChosen: boolean,
    isNew: boolean,
    request = newest,
  ): Promise<string | null> {
    const person = await report(answer, childChosen, isNew);
    if (request < oldest) return asking ?? view;
    if (!person) {
      retries.failed();
      return null;
    }
    onRead(person);
    if (person.view === null) {
      isOver = view !== null && person.problem === 'signedOut';
      // Whoever loaded this page was signed in: a first answer that says otherwise may be a moment's failure.
      if (!isOver) retries.failed();
      return null;
    }
    retries.succeeded();
    isOver = false;
    const before = view;
    view = person.view;
    shown = answer;
    if (before !== view) onChange(before);
    return view;
  }

  function read(fresh = false, childChosen = false, isCheck = false): Promise<string | null> {
    const before = asking;
    const waits = !childChosen && !(fresh && performance.now() - askedAt >= longestWait);
    if (!isCheck && fresh) doubting = before;
    if (before && waits) return before;
    // What has failed is tried again by itself.
    if (!fresh && (isOver || view !== null || retries.hasFailed)) return Promise.resolve(isOver ? null : view);
    const anew = askOnce(childChosen);
    // What was silent may still be the first to answer.
    const mine = (before ? Promise.race([before, anew]) : anew).finally(() => {
      if (asking === mine) asking = null;
    });
    asking = mine;
    if (!isCheck) doubting = mine;
    return mine;
  }

  return {
    get view() {
      return view;
    },
    get shown() {
      return shown;
    },
    get isOver() {
      return isOver;
    },
    read,
    async reportAgain() {
      if (asking || last === null) await read();
      else await hand(last, false, false);
    },
    async answer(fresh) {
      // Who asks meanwhile waits too, where what is held is being doubted.
      await (fresh || last === null ? read(true) : doubting);
      return last;
    },
    async look() {
      if (isOver || performance.now() - askedAt >= doubtAfter) await read(true);
      else retries.look();
    },
    stop: retries.stop,
  };
}
