import type { Feature } from '@/entrypoints/eschool.content/page/feature';
import { joinState, nextBoundary, type TimeOfCall } from '@/lib/calls/joinTime';
import type { JoinState } from '@/lib/calls/types';
import type { Clock } from '@/lib/clock';
import { proofOf } from '@/lib/diary/answers/answers';
import type { ShownRow } from '@/lib/diary/page/lessonRow';
import type { Markup } from '@/lib/diary/page/markup';
import { findContent } from '@/lib/diary/page/places';
import { agree, type ToldDays } from '@/lib/diary/page/rowAgreement';
import { readShownDays, readShownView, type ShownDays } from '@/lib/diary/page/shownDays';
import type { ShownView } from '@/lib/diary/page/shownLessons';
import type { CivilDate, Lesson, LessonProof, Schedule } from '@/lib/diary/types';
import type { LessonCall, LessonLinkView } from '@/lib/messages/lessons';
import { civilDateOf, formatAhead, formatTime, type Interval, lessonInterval } from '@/lib/time';
import { words } from '@/lib/words';
import type { DiaryReader } from './diaryReader';
import { createLessonButton, type LessonButton } from './lessonButton';
import { createLessonMatches } from './lessonMatches';
import type { Entrance } from './lessonMenu';
import { createTrust, type Trust } from './trust';

/** What a button opens: a lesson's own link, or a call of VK's by its opaque id. */
export type Target = Pick<LessonLinkView, 'address' | 'isOfVk'> | { id: string };

export interface LessonsOptions {
  markup: Markup;
  reader: DiaryReader;
  clock: Clock;
  /** Zone of the diary's wall clock, and whether it is only assumed; `null` while that is not known. */
  zone: () => { timeZone: string; assumed: boolean } | null;
  /** Whether the account is linked: else no lesson has a call but by its own link. */
  isLinked: () => boolean;
  /** Finds the links of the lessons themselves; `null` when the background did not answer. */
  findLinks: (lessons: Lesson[]) => Promise<LessonLinkView[] | null>;
  /** Asks for calls of lessons that have no link of their own; an empty list when there are none. */
  match: (lessons: Lesson[]) => Promise<LessonCall[]>;
  open: (target: Target, button: LessonButton) => Promise<void>;
}

export interface Lessons extends Feature, Pick<Trust, 'withdraw' | 'pageRead'> {
  /** Sessions or links changed: calls are matched again. */
  forgetMatches(): void;
  /** Another account or pupil: everything goes at once. */
  clear(): void;
  /** The page is looked at again: what failed may be asked again, and calls may have begun. */
  revive(): void;
}

/** The days shown, with the links of their lessons. */
interface ShownSchedule {
  key: string;
  value: Schedule;
  lessons: Lesson[];
  told: ToldDays<LessonProof>;
  links: Map<string, LessonLinkView[]>;
}

interface Placed {
  button: LessonButton;
  window: TimeOfCall;
  entrances: Entrance[];
}

/** A week is asked again after this, milliseconds: the reader knows whether what it holds is that old. */
const lifetime = 10 * 60_000;

/** Rows that the answer does not hold make us ask again, but not more often. Milliseconds. */
const patience = 10_000;

/** Minutes are told, and a computer that slept wakes with its old timers: milliseconds. */
const longestTimer = 60_000;

/** «Подключиться» at the lessons of «Дневник» and «Расписание»: once a lesson, however often the page re-renders. */
export function createLessons({
  markup,
  reader,
  clock,
  zone,
  isLinked,
  findLinks,
  match,
  open,
}: LessonsOptions): Lessons {
  const placed = new Map<string, Placed>();
  const trust = createTrust();
  const matches = createLessonMatches({ clock, match, onChange: look });
  let content: Element | null = null;
  let schedule: ShownSchedule | null = null;
  const linksBy = new WeakMap<Schedule, LessonLinkView[]>();
  const intervals = new WeakMap<Lesson, Interval | null>();
  let asked: { key: string; at: number; failed: boolean } | null = null;
  let askedAnewAt = Number.NEGATIVE_INFINITY;
  /** What the rows showed that an answer did not hold when it was first looked at: they are no news. */
  const unheldBy = new WeakMap<Schedule, Set<string>>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function clear(): void {
    clearTimeout(timer);
    for (const { button } of placed.values()) {
      if (button.isBusy) button.retire(words('lessonOtherPupil'));
      else button.host.remove();
    }
    placed.clear();
    matches.forget();
    schedule = null;
    asked = null;
  }

  /** Reads the shown days again and, where they are not held, asks the diary for them once. */
  function look(): void {
    content = findContent(document, markup);
    const known = zone();
    if (!content || !known) return;
    const today = civilDateOf(clock.now(), known.timeZone);
    const whole = readShownView(content, today, markup);
    const shown = { ...whole, rows: whole.rows.filter(({ element }) => trust.holds(element)) };
    const days = shown.rows.length > 0 ? readShownDays(shown, location.hash, today, markup) : null;
    if (!days) {
      drop(placed.keys());
      return;
    }
    const key = [days.view, days.span, days.date].join(' ');
    if (schedule?.key === key) decorate(shown, schedule.value, today, () => askAnew(key, days));
    else drop(placed.keys());
    void hold(key, days, false);
  }

  async function hold(key: string, days: ShownDays, anew: boolean): Promise<void> {
    // The reader knows what is young enough; here only one question at a time for what is shown.
    const now = clock.computerNow();
    if (asked?.key === key && !anew && Math.abs(now - asked.at) < lifetime) return;
    const mine = { key, at: now, failed: false };
    asked = mine;
    const answer = await reader.schedule(days, anew);
    if (asked !== mine) return;
    mine.failed = !answer.ok;
    if (!answer.ok) return;
    const lessons = answer.value.days.flatMap((day) => day.lessons);
    const links = linksBy.get(answer.value) ?? (await findLinks(lessons));
    if (asked !== mine) return;
    mine.failed = !links;
    if (!links) return;
    linksBy.set(answer.value, links);
    schedule = {
      key,
      value: answer.value,
      lessons,
      told: { dates: answer.value.days.map(({ date }) => date), lessons: lessons.map(proofOf) },
      links: groupByLesson(links),
    };
    look();
    const known = zone();
    if (known && isLinked() && lessons.some(({ date }) => date >= civilDateOf(clock.now(), known.timeZone)))
      matches.find(lessons);
  }

  function drop(ids: Iterable<string>): void {
    for (const id of [...ids]) {
      placed.get(id)?.button.host.remove();
      placed.delete(id);
    }
    if (placed.size === 0) clearTimeout(timer);
  }

  function decorate(shown: ShownView, value: Schedule, today: CivilDate, ask: () => void): void {
    const known = zone();
    if (!known) return;
    const zoneDoubtful = known.assumed;
    const gone = new Set(placed.keys());
    const byId = new Map(schedule?.lessons.map((lesson) => [lesson.id, lesson]));
    const found = schedule ? agree(shown.rows, schedule.told, today, markup) : new Map<ShownRow, LessonProof>();
    for (const [row, { id }] of found) {
      const lesson = byId.get(id);
      if (row.vendorButton || !lesson) continue;
      if (place(row, lesson, known.timeZone, zoneDoubtful, today)) gone.delete(lesson.id);
    }
    drop(gone);
    update();
    noteUnheld(shown, found, value, ask);
  }

  /** A row that the answer did not hold appeared later: a lesson was moved or added, so the answer is asked for again. */
  function noteUnheld(
    shown: ShownView,
    found: ReadonlyMap<ShownRow, LessonProof>,
    value: Schedule,
    ask: () => void,
  ): void {
    const rows = shown.rows.filter((row) => row.date && !found.has(row));
    const before = unheldBy.get(value);
    if (before && rows.length === 0) return;
    const texts = rows.map(({ date, begin, cells }) =>
      [date?.day, date?.month, begin, ...cells.map(({ text }) => text)].join('|'),
    );
    if (!before) unheldBy.set(value, new Set(texts));
    else if (texts.some((text) => !before.has(text))) ask();
  }

  function askAnew(key: string, days: ShownDays): void {
    const now = clock.computerNow();
    if (asked?.failed || Math.abs(now - askedAnewAt) < patience) return;
    askedAnewAt = now;
    void hold(key, days, true);
  }

  function place(row: ShownRow, lesson: Lesson, timeZone: string, zoneDoubtful: boolean, today: CivilDate): boolean {
    const interval = intervalOf(lesson, timeZone);
    // Of a lesson without times only its day is known.
    if (!interval && !zoneDoubtful && lesson.date < today) return false;
    const call = zoneDoubtful ? undefined : matches.of(lesson.id);
    const own = schedule?.links.get(lesson.id);
    const ways = own ? waysOf(own) : call ? [{ name: '', target: { id: call.id } }] : [];
    if (ways.length === 0) return false;
    const button = placed.get(lesson.id)?.button ?? createLessonButton(lesson.discipline);
    placed.set(lesson.id, {
      button,
      entrances: ways.map(({ name, target }) => ({ name, open: () => open(target, button) })),
      window: {
        start: zoneDoubtful ? null : (interval?.start ?? null),
        end: zoneDoubtful ? null : (interval?.end ?? null),
        live: call?.live ?? false,
      },
    });
    if (button.host.parentElement !== row.cell) row.cell.append(button.host);
    return true;
  }

  /** Shows every button as it is now, and waits for the next moment at which one of them changes. */
  function update(): void {
    clearTimeout(timer);
    const known = zone();
    if (!known) return;
    const now = clock.now();
    for (const { button, window, entrances } of placed.values()) {
      const state = joinState(window, now);
      button.show(state, entrances, whenWords(state, window.start, now, known.timeZone));
    }
    const next = nextBoundary(boundaries(now, known.timeZone), now);
    if (next !== null) timer = setTimeout(tick, Math.min(next - now + 50, longestTimer));
  }

  /** What the page waits for: its buttons and, where calls may be found for them, today's lessons without one. */
  function boundaries(now: number, timeZone: string): TimeOfCall[] {
    const windows = [...placed.values()].map(({ window }) => window);
    if (!isLinked() || !schedule) return windows;
    const today = civilDateOf(now, timeZone);
    const lessons = schedule.lessons.filter(({ id, date }) => date === today && (!placed.has(id) || matches.of(id)));
    return [...windows, ...lessons.flatMap((lesson) => intervalOf(lesson, timeZone) ?? [])];
  }

  /** A page that renders at will asks for the same ones again and again. */
  function intervalOf(lesson: Lesson, timeZone: string): Interval | null {
    let interval = intervals.get(lesson);
    if (interval === undefined) {
      interval = lessonInterval(lesson, timeZone);
      intervals.set(lesson, interval);
    }
    return interval;
  }

  function tick(): void {
    update();
    findBegun();
  }

  /** A call may have begun, or ended, at a lesson that has no link of its own. */
  function findBegun(): void {
    const known = zone();
    if (!known || !schedule || !isLinked() || document.visibilityState !== 'visible') return;
    const now = clock.now();
    const open = schedule.lessons.some((lesson) => {
      if (matches.of(lesson.id)?.live) return true;
      const interval = intervalOf(lesson, known.timeZone);
      return interval && joinState(interval, now).kind === 'open' && !schedule?.links.has(lesson.id);
    });
    if (open) matches.findAgain(schedule.lessons);
  }

  return {
    name: 'lesson buttons',
    refresh(changed) {
      // Most of what a page adds is not in its content: to read that again costs most of what we cost at all.
      const concerns = (node: Node) => content?.contains(node) || node.contains(content);
      if (changed && content?.isConnected && ![...changed].some(concerns)) return;
      look();
    },
    remove: clear,
    clear,
    withdraw: trust.withdraw,
    pageRead(askedAt, readAt) {
      trust.pageRead(askedAt, readAt);
      look();
    },
    revive() {
      if (asked?.failed) asked = null;
      look();
      findBegun();
    },
    forgetMatches() {
      matches.forget();
      look();
      if (schedule && isLinked()) matches.find(schedule.lessons);
    },
  };
}

/** The ways into a lesson by its own links, each with a name of its own. */
function waysOf(links: readonly LessonLinkView[]): { name: string; target: Target }[] {
  const names = links.map(({ name }) => name);
  return links.map(({ address, isOfVk, name }, at) => {
    const isTwin = names.indexOf(name) !== names.lastIndexOf(name);
    return { name: isTwin ? `${name} ${at + 1}` : name, target: { address, isOfVk } };
  });
}

function groupByLesson(links: readonly LessonLinkView[]): Map<string, LessonLinkView[]> {
  const groups = new Map<string, LessonLinkView[]>();
  for (const link of links) groups.set(link.lessonId, [...(groups.get(link.lessonId) ?? []), link]);
  return groups;
}

/** «Онлайн, вход с 08:20», «Через 8 минут»; nothing where there is nothing to wait for. */
function whenWords(state: JoinState, start: number | null, now: number, timeZone: string): string {
  if (state.kind === 'before') return words('opensAt', formatTime(state.opensAt, timeZone));
  return state.kind === 'open' && start !== null && start > now ? formatAhead(start - now) : '';
}
