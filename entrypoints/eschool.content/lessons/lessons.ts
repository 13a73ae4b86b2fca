import type { Feature } from '@/entrypoints/eschool.content/page/feature';
import { joinState } from '@/lib/calls/joinTime';
import type { Clock } from '@/lib/clock';
import type { ShownRow } from '@/lib/diary/page/lessonRow';
import type { Markup } from '@/lib/diary/page/markup';
import { findContent } from '@/lib/diary/page/places';
import { agree } from '@/lib/diary/page/rowAgreement';
import { readShownDays, readShownView, type ShownDays } from '@/lib/diary/page/shownDays';
import type { CivilDate } from '@/lib/diary/types';
import type { MenuView } from '@/lib/messages/diary';
import type { ReadyLesson } from '@/lib/messages/lessons';
import type { Asking, ReadDays } from './asking';
import type { JoinTarget } from './joining';
import type { LessonButton } from './lessonButton';
import { createPlacing, isJoinable } from './placing';
import { createTrust, type Trust } from './trust';

export interface LessonsOptions {
  markup: Markup;
  asking: Asking;
  clock: Pick<Clock, 'now'>;
  /** What the background told last; `null`: nothing yet. */
  menu: () => MenuView | null;
  /** The civil date now, in the diary's zone. */
  today: () => CivilDate;
  open: (target: JoinTarget, button: LessonButton) => Promise<void>;
}

export interface Lessons extends Feature, Pick<Trust, 'withdraw' | 'pageRead'> {
  /** Another account or pupil: everything goes at once. */
  clear(): void;
  /** Something is known that was not before. */
  look(): void;
  /** The page is looked at again: calls may have begun meanwhile. */
  revive(): void;
}

/** «Подключиться» at the lessons of «Дневник» and «Расписание». */
export function createLessons({ markup, asking, clock, menu, today, open }: LessonsOptions): Lessons {
  const trust = createTrust();
  const placing = createPlacing({
    clock,
    timeZone: () => menu()?.zone.timeZone ?? 'UTC',
    open,
    alsoAwaited,
    onMoment: findBegun,
  });
  let content: Element | null = null;
  let known: ReadDays | null = null;
  /** What the rows showed that an answer did not hold when it was first looked at: they are no news. */
  const unheldBy = new WeakMap<readonly CivilDate[], Set<string>>();

  /** Reads the shown days again and, where they are not held, asks the diary for them once. */
  function look(): void {
    content = findContent(document, markup);
    if (!content || !menu()) return;
    const whole = readShownView(content, today(), markup);
    const rows = whole.rows.filter(({ element }) => trust.holds(element));
    const days = rows.length > 0 ? readShownDays({ ...whole, rows }, location.hash, today(), markup) : null;
    known = days && asking.known(days);
    if (days && known) decorate(rows, days, known);
    else placing.place(new Map());
    if (days) asking.want(days);
  }

  function decorate(rows: readonly ShownRow[], days: ShownDays, answer: ReadDays): void {
    const found = agree(rows, answer, today(), markup);
    const joinable = [...found].filter(([row, lesson]) => !row.vendorButton && isJoinable(lesson) && !isPast(lesson));
    placing.place(new Map(joinable));
    if (isNews(rows, found, answer)) asking.wantAnew(days);
  }

  /** Of a lesson without times only its day is known, and not even that where the zone is only assumed. */
  function isPast({ interval, date }: ReadyLesson): boolean {
    return !interval && !menu()?.zone.assumed && date < today();
  }

  /** Whether a row that the answer did not hold appeared later: a lesson was moved or added. */
  function isNews(rows: readonly ShownRow[], found: ReadonlyMap<ShownRow, ReadyLesson>, { dates }: ReadDays): boolean {
    const unheld = rows.filter((row) => row.date && !found.has(row));
    const before = unheldBy.get(dates);
    if (before && unheld.length === 0) return false;
    const texts = unheld.map(({ date, begin, cells }) =>
      [date?.day, date?.month, begin, ...cells.map(({ text }) => text)].join('|'),
    );
    if (!before) unheldBy.set(dates, new Set(texts));
    return before !== undefined && texts.some((text) => !before.has(text));
  }

  /** Where calls may be found for them: today's lessons that have no link of their own. */
  function alsoAwaited() {
    if (!menu()?.linked || !known) return [];
    const date = today();
    return known.lessons.flatMap((lesson) =>
      lesson.date === date && lesson.interval && (lesson.call || !placing.has(lesson.id)) ? lesson.interval : [],
    );
  }

  /** A call may have begun, or ended, at a lesson that has no link of its own. */
  function findBegun(): void {
    if (!known || !menu()?.linked || document.visibilityState !== 'visible') return;
    const now = clock.now();
    const isOpen = known.lessons.some(
      ({ call, interval, links }) =>
        call?.live || (interval && links.length === 0 && joinState(interval, now).kind === 'open'),
    );
    if (isOpen) asking.readCallsAgain();
  }

  return {
    name: 'lesson buttons',
    refresh(changed) {
      // Most of what a page changes is not in its content: to read that again costs most of what we cost at all.
      const concerns = (node: Node) => content?.contains(node) || node.contains(content);
      if (changed && content?.isConnected && ![...changed].some(concerns)) return;
      look();
    },
    remove: placing.clear,
    clear() {
      placing.clear();
      known = null;
    },
    withdraw: trust.withdraw,
    pageRead(askedAt, readAt) {
      trust.pageRead(askedAt, readAt);
      look();
    },
    look,
    revive() {
      look();
      placing.update();
      findBegun();
    },
  };
}
