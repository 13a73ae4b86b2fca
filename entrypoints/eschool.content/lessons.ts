import { lessonLinks } from '@/lib/calls/joinLink';
import { joinState, type JoinWindow, nextBoundary } from '@/lib/calls/window';
import type { Clock } from '@/lib/clock';
import { agree, contradictsZone } from '@/lib/diary/page/agreement';
import { findContent } from '@/lib/diary/page/anchors';
import { readHeaderDate, readShownDays } from '@/lib/diary/page/looks';
import { readShown, type ShownRow, type ShownView } from '@/lib/diary/page/rows';
import type { CivilDate, Lesson, Schedule } from '@/lib/diary/types';
import type { LessonCall } from '@/lib/protocol/views';
import { civilDateOf, formatTime, lessonInterval } from '@/lib/time';
import type { DiaryReader } from './diaryReader';
import type { Feature } from './feature';
import { createLessonButton, type Entrance, type LessonButton } from './lessonButton';

export interface LessonsOptions {
  reader: DiaryReader;
  clock: Clock;
  /** Zone of the diary's wall clock, and whether it is only assumed; `null` while that is not known. */
  zone: () => { timeZone: string; assumed: boolean } | null;
  /** Asks for calls of lessons that have no link of their own; an empty list when there are none or nothing is linked. */
  match: (lessons: Lesson[]) => Promise<LessonCall[]>;
  open: (target: { address: string } | { id: string }, say: (text: string) => void) => Promise<void>;
}

export interface Lessons extends Feature {
  /** Sessions or links changed: calls are matched again. */
  forgetMatches(): void;
  /** Another account or pupil: everything goes at once. */
  clear(): void;
  /** Lessons of the week that is shown or was asked for last. */
  known(): Lesson[];
}

interface Placed {
  button: LessonButton;
  cell: Element;
  window: JoinWindow;
  entrances: Entrance[];
}

/** `setTimeout` cannot wait longer than this. */
const longestTimer = 2 ** 31 - 1;

/** «Подключиться» at the lessons of «Дневник» and «Расписание»: once a lesson, however often the page re-renders. */
export function createLessons({ reader, clock, zone, match, open }: LessonsOptions): Lessons {
  const placed = new Map<string, Placed>();
  let schedule: { key: string; value: Schedule } | null = null;
  let asked: { key: string; at: number } | null = null;
  let matches: LessonCall[] = [];
  let matchedFor: Schedule | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function clear(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const { button } of placed.values()) button.host.remove();
    placed.clear();
    schedule = null;
    asked = null;
    matches = [];
    matchedFor = null;
  }

  /** Reads the shown days again and, where they are not held, asks the diary for them once. */
  function refresh(): void {
    const content = findContent(document);
    const known = zone();
    if (!content || !known) return;
    const shown = readShown(content);
    const today = civilDateOf(clock.now(), known.timeZone);
    const days = readShownDays(shown, location.hash, today);
    if (!days || (shown.rows.length === 0 && schedule?.key.startsWith(days.view))) {
      drop([...placed.keys()]);
      return;
    }
    const key = [days.view, days.span, days.date].join(' ');
    if (schedule?.key === key) decorate(shown, schedule.value, today);
    else drop([...placed.keys()]);
    void hold(key, days);
  }

  async function hold(key: string, days: Parameters<DiaryReader['schedule']>[0]): Promise<void> {
    // The reader knows what is young enough; here only one question at a time for what is shown.
    if (asked?.key === key && clock.computerNow() - asked.at < 10 * 60_000) return;
    asked = { key, at: clock.computerNow() };
    const answer = await reader.schedule(days);
    if (asked?.key !== key) return;
    if (!answer.ok) {
      // A page that another child was chosen for meanwhile is about to re-render: ask again then. All else waits for it too.
      if (answer.problem.kind === 'staleAnswer') asked = null;
      return;
    }
    schedule = { key, value: answer.value };
    refresh();
    void matchCalls(answer.value);
  }

  async function matchCalls(value: Schedule): Promise<void> {
    if (matchedFor === value) return;
    matchedFor = value;
    const lessons = value.days.flatMap((day) => day.lessons);
    const found = await match(lessons);
    if (matchedFor !== value) return;
    matches = found;
    if (found.length > 0) refresh();
  }

  function drop(ids: Iterable<string>): void {
    for (const id of ids) {
      placed.get(id)?.button.host.remove();
      placed.delete(id);
    }
  }

  function decorate(shown: ShownView, value: Schedule, today: CivilDate): void {
    const known = zone();
    if (!known) return;
    const header = readHeaderDate(document);
    const zoneDoubtful =
      known.assumed && contradictsZone(header ? [...shown.heads, header] : shown.heads, shown.rows, value, today);
    const gone = new Set(placed.keys());
    for (const [row, lesson] of agree(shown.rows, value, today)) {
      if (row.vendorButton) continue;
      if (place(row, lesson, known.timeZone, zoneDoubtful)) gone.delete(lesson.id);
    }
    drop(gone);
    update();
  }

  function place(row: ShownRow, lesson: Lesson, timeZone: string, zoneDoubtful: boolean): boolean {
    const entrances = entrancesOf(lesson);
    if (entrances.length === 0) return false;
    const before = placed.get(lesson.id);
    const button = before?.button ?? createLessonButton(lesson.discipline);
    const interval = lessonInterval(lesson, timeZone);
    const live = matches.some((call) => call.lessonId === lesson.id && call.live);
    placed.set(lesson.id, {
      button,
      cell: row.cell,
      entrances: entrances.map(({ name, target }) => ({ name, open: () => open(target, button.say) })),
      window: { start: interval?.start ?? null, end: interval?.end ?? null, live, zoneDoubtful },
    });
    if (button.host.parentElement !== row.cell) row.cell.append(button.host);
    return true;
  }

  function entrancesOf(lesson: Lesson): { name: string; target: { address: string } | { id: string } }[] {
    const own = lessonLinks(lesson);
    if (own.length > 0) return own.map(({ name, address }) => ({ name, target: { address } }));
    return matches.filter(({ lessonId }) => lessonId === lesson.id).map(({ id }) => ({ name: '', target: { id } }));
  }

  /** Shows every button as it is now, and waits for the next moment at which one of them changes. */
  function update(): void {
    clearTimeout(timer);
    timer = undefined;
    const known = zone();
    if (!known) return;
    const now = clock.now();
    for (const { button, window, entrances } of placed.values()) {
      const startsAt = window.start === null ? '' : formatTime(window.start, known.timeZone);
      button.show(joinState(window, now), entrances, startsAt);
    }
    const next = nextBoundary([...placed.values()].map(({ window }) => window), now);
    if (next !== null) timer = setTimeout(update, Math.min(next - now + 50, longestTimer));
  }

  return {
    name: 'lesson buttons',
    refresh,
    remove: clear,
    clear,
    forgetMatches() {
      matchedFor = null;
      matches = [];
      if (schedule) {
        refresh();
        void matchCalls(schedule.value);
      }
    },
    known: () => schedule?.value.days.flatMap((day) => day.lessons) ?? [],
  };
}
