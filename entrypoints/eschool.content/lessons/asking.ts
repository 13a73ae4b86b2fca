import type { DaysAnswers, DiaryAnswer } from '@/lib/diary/client';
import type { Markup } from '@/lib/diary/page/markup';
import type { ShownDays } from '@/lib/diary/page/shownDays';
import type { CivilDate } from '@/lib/diary/types';
import type { LessonCall, LessonsView, ReadyLesson } from '@/lib/messages/lessons';
import { addDays, weekdayOf } from '@/lib/time';
import type { PersonReader } from './person';
import { createRetries } from './retries';

/** An answer is asked for anew after this, milliseconds. */
const lifetime = 10 * 60_000;

/** Rows that the answer does not hold make us ask again, but not more often. Milliseconds. */
const patience = 10_000;

/** So long what VK told of calls is not asked for again at a lesson's boundary, milliseconds: its own answer is as old. */
const callsLifetime = 60_000;

/** The days shown, as they were read. */
export interface ReadDays {
  dates: readonly CivilDate[];
  lessons: readonly ReadyLesson[];
}

/** Asks the diary for the days shown, once, and has the answers read. */
export interface Asking {
  /** What is known of these days; `null`: nothing yet. */
  known(days: ShownDays): ReadDays | null;
  /** Asks where nothing young is held. */
  want(days: ShownDays): void;
  /** Something is shown that the answer does not hold. */
  wantAnew(days: ShownDays): void;
  /** Has what is held read again: links, sessions, the zone or calls may be others now. */
  readAgain(): void;
  /** The same, where VK was asked more than a minute ago. */
  readCallsAgain(): void;
  /** The calls that were found for what was read under a key. */
  setCalls(key: string, calls: readonly LessonCall[]): void;
  /** The answers for this week, for the background; asked anew when `fresh`. */
  answersOfWeek(today: CivilDate, fresh: boolean): Promise<DaysAnswers>;
  /** Another account or pupil: all that is held is the first one's. */
  clear(): void;
  /** The page is looked at: what failed may be asked again. */
  look(): void;
}

export interface AskingOptions {
  markup: Markup;
  person: Pick<PersonReader, 'view' | 'isOver' | 'read' | 'answer'>;
  /** Asks the diary at an address behind its origin. */
  ask: (endpoint: string) => Promise<DiaryAnswer>;
  /** Has answers read by the background; `null` where that did not answer. */
  readLessons: (key: string, answers: DaysAnswers) => Promise<LessonsView | null>;
  /** The civil date now, in the diary's zone. */
  today: () => CivilDate;
  /** Something is known that was not before. */
  onRead: () => void;
}

export function createAsking(options: AskingOptions): Asking {
  const { markup, person, ask, readLessons, today, onRead } = options;
  const held = new Map<string, { answer: DiaryAnswer; at: number }>();
  let read: { key: string; days: ReadDays; answers: DaysAnswers; at: number } | null = null;
  let asked: { key: string; at: number } | null = null;
  let askedAnewAt = Number.NEGATIVE_INFINITY;
  let last: ShownDays | null = null;
  /** Asking for these failed: that is tried again by itself, whatever the page renders. */
  let failedKey: string | null = null;
  const retries = createRetries(() => {
    if (last) void hold(last, false);
  });

  const keyOf = (days: ShownDays) => [days.view, days.span, firstOf(days)].join(' ');
  const now = () => performance.now();
  const isOld = ({ at }: { at: number }) => now() - at >= lifetime;

  /** Asks each of these once in ten minutes. */
  async function answersFor(days: ShownDays, anew: boolean): Promise<{ answers: DaysAnswers; isAsked: boolean }> {
    let isAsked = false;
    const get = async (endpoint: string, date: CivilDate): Promise<DiaryAnswer> => {
      const address = `${endpoint}${endpoint.includes('?') ? '&' : '?'}date=${date}`;
      const known = held.get(address);
      if (known && !anew && !isOld(known)) return known.answer;
      isAsked = true;
      const answer = await ask(address);
      const isGood = 'status' in answer && answer.status === 200;
      if (isGood) held.set(address, { answer, at: now() });
      else held.delete(address);
      return answer;
    };
    const { endpoints } = markup;
    const first = firstOf(days);
    const isMonth = days.span === 'month';
    // What a month's lessons have themselves is all of a month but of this week: its homework would be many requests.
    const week = isMonth ? mondayOf(today()) : first;
    const isWeekShown = !isMonth || today().slice(0, 7) === first.slice(0, 7);
    const [schedule, diary, homework] = await Promise.all([
      isMonth
        ? get(endpoints.scheduleMonth, first)
        : days.view === 'schedule'
          ? get(endpoints.scheduleWeek, first)
          : undefined,
      isWeekShown ? get(endpoints.diaryWeek, week) : undefined,
      isWeekShown ? get(endpoints.homework, week) : undefined,
    ]);
    return { answers: { schedule, diary, homework }, isAsked };
  }

  /** The answers, of the pupil who is chosen before and after asking alike; `null` where that cannot be said. */
  async function sureAnswersFor(days: ShownDays, anew: boolean): Promise<DaysAnswers | null> {
    const before = await person.read();
    if (before === null) return null;
    const { answers, isAsked } = await answersFor(days, anew);
    if (!isAsked) return person.view === before ? answers : null;
    if ((await person.read(true)) === before) return answers;
    held.clear();
    return null;
  }

  async function hold(days: ShownDays, anew: boolean): Promise<void> {
    const key = keyOf(days);
    // Only one question at a time for what is shown.
    if (asked?.key === key && !anew && !isOld(asked)) return;
    const mine = { key, at: now() };
    asked = mine;
    last = days;
    const answers = await sureAnswersFor(days, anew);
    if (asked !== mine) return;
    const isRead = answers !== null && (await readBy(mine, answers));
    if (asked !== mine) return;
    if (isRead) {
      failedKey = null;
      retries.succeeded();
      return;
    }
    asked = null;
    // Nobody known, or not any more: that is looked after by itself, and this then.
    if (person.view === null || person.isOver) return;
    failedKey = key;
    retries.failed();
  }

  /** Has answers read; whether that went well. */
  async function readBy(mine: { key: string }, answers: DaysAnswers): Promise<boolean> {
    const view = await readLessons(mine.key, answers);
    if (asked !== mine) return false;
    if (!view || 'problem' in view) {
      if (view) held.clear();
      return false;
    }
    read = { key: mine.key, days: view, answers, at: now() };
    onRead();
    return true;
  }

  function readAgain(): void {
    if (!read || asked?.key !== read.key) return;
    const { answers } = read;
    read.at = now();
    // What is shown stays when the background does not answer.
    void readBy(asked, answers);
  }

  return {
    known: (days) => (read?.key === keyOf(days) ? read.days : null),
    want(days) {
      if (failedKey === keyOf(days)) return;
      if (failedKey !== null) retries.stop();
      failedKey = null;
      void hold(days, false);
    },
    wantAnew(days) {
      if (now() - askedAnewAt < patience) return;
      askedAnewAt = now();
      void hold(days, true);
    },
    readAgain,
    readCallsAgain() {
      if (read && now() - read.at >= callsLifetime) readAgain();
    },
    setCalls(key, calls) {
      if (read?.key !== key) return;
      const byLesson = new Map(calls.map((call) => [call.lessonId, call]));
      read.days = {
        ...read.days,
        lessons: read.days.lessons.map((lesson) => ({ ...lesson, call: byLesson.get(lesson.id) ?? null })),
      };
      onRead();
    },
    async answersOfWeek(date, fresh) {
      const days = { view: 'diary', span: 'week', date } as const;
      return (await sureAnswersFor(days, fresh)) ?? { diary: await person.answer(false) };
    },
    clear() {
      retries.stop();
      failedKey = null;
      held.clear();
      read = null;
      asked = null;
    },
    look: retries.look,
  };
}

function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Monday of a week, the first of a month: a week is one, whichever of its days is asked for. */
function firstOf({ span, date }: ShownDays): CivilDate {
  return span === 'month' ? `${date.slice(0, 8)}01` : mondayOf(date);
}
