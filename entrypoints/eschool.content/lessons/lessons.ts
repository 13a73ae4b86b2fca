import type { Feature } from '@/entrypoints/eschool.content/page/feature';
import { joinState, type TimeOfCall } from '@/lib/calls/joinTime';
import type { PlaceMarkup } from '@/lib/diary/page/markup';
import { copyPage, elementOf, type PageCopy } from '@/lib/diary/page/pageCopy';
import { findContent, textBeside } from '@/lib/diary/page/places';
import type { MenuView } from '@/lib/messages/diary';
import type { LessonPlace, LessonsView, ReadyLesson, ShownPage } from '@/lib/messages/lessons';
import type { Asking } from './asking';
import type { JoinTarget } from './joining';
import type { LessonButton } from './lessonButton';
import { createPlacing } from './placing';
import { stillProven } from './proven';
import { createTrust, type Trust } from './trust';

/** Calls are waited for no longer ahead, milliseconds. */
const ahead = 12 * 3_600_000;

export interface LessonsOptions {
  markup: PlaceMarkup;
  asking: Asking;
  /** The corrected time, unix milliseconds. */
  now: () => number;
  /** What the background told last; `null`: nothing yet. */
  menu: () => MenuView | null;
  open: (target: JoinTarget, button: LessonButton) => Promise<void>;
  more: (lesson: ReadyLesson) => void;
}

export interface Lessons extends Feature, Pick<Trust, 'withdraw'> {
  /** The page read the days that it is about to show, or shows; moments as {@link Trust} has them. */
  pageRead(askedAt: number, readAt: number): void;
  /** Another account or pupil: everything goes at once. */
  clear(): void;
  /** Something is known that was not before. */
  look(): void;
  /** The page is looked at again: calls may have begun meanwhile. */
  revive(): void;
}

/** A page of which it is known what stands where. */
interface ReadPage {
  page: ShownPage;
  copy: PageCopy;
  view: LessonsView;
}

/** «Подключиться» at the lessons of «Дневник» and «Расписание». */
export function createLessons({ markup, asking, now, menu, open, more }: LessonsOptions): Lessons {
  const trust = createTrust();
  const placing = createPlacing({ now, open, more, alsoAwaited, onMoment: findBegun });
  let content: Element | null = null;
  /** Of the content as it is now; `null`: it must be copied anew. */
  let copy: PageCopy | null = null;
  /** The lessons that stand there now. */
  let places: readonly LessonPlace[] = [];
  /** The last page of which it is known what stands where. */
  let last: ReadPage | null = null;
  /** In which language the page said it was when lessons were first found in it. */
  let language: string | null = null;

  /** Copies what is shown and, where it is not known, has it read. */
  function look(): void {
    const before = content;
    content = findContent(document, markup);
    if (content !== before) copy = null;
    if (!content || !menu()) return;
    // Every head of a day has a number: in a page that is still loading nobody needs to look for lessons.
    if (!/\d/.test(content.textContent ?? '')) {
      places = [];
      last = null;
      placing.place(new Map());
      return;
    }
    if (!copy) {
      copy = copyPage(content);
      trust.see(copy);
    }
    const shown = { copy: copy.text, beside: textBeside(content), hash: location.hash.slice(0, 200) };
    const isKept = isTranslation(shown, content);
    // Nobody reads a translation: the page is what it was.
    const page = isKept && last ? last.page : shown;
    const view = asking.read(page);
    if (view) last = { page, copy: isKept && last ? last.copy : copy, view };
    // While the page is read anew, what proves a lesson may stand there unchanged.
    else if (last?.page.beside !== page.beside || last.page.hash !== page.hash) last = null;
    if (view && view.places.length > 0) language ??= document.documentElement.lang;
    places = last ? believed(last, content, isKept || !view) : [];
    const found = new Map<Element, ReadyLesson>();
    for (const { cell, lesson } of places) {
      const element = last && elementOf(last.copy, cell);
      if (element && isJoinable(lesson)) found.set(element, lesson);
    }
    placing.place(found);
  }

  /** @param isDoubted the page has changed since: what proves a lesson must stand there still */
  function believed({ copy: read, view }: ReadPage, now: Element, isDoubted: boolean): LessonPlace[] {
    if (view.count !== read.inside.length + 1) return [];
    const standing = isDoubted ? stillProven(view.places, read, now, isTranslated()) : view.places;
    return standing.filter(({ row }) => trust.holds(read, row));
  }

  /**
   * Whether the browser's translator has only written other words into what was read last: Firefox's does so in place, and says
   * the language that it is now.
   */
  function isTranslation({ hash, beside }: ShownPage, now: Element): boolean {
    if (!last || !isTranslated()) return false;
    const digits = (text: string) => text.replace(/\D+/g, ' ');
    const isSamePlace = hash === last.page.hash && digits(beside) === digits(last.page.beside);
    return isSamePlace && stillProven(last.view.places, last.copy, now, true).length > 0;
  }

  function isTranslated(): boolean {
    return language !== null && document.documentElement.lang !== language;
  }

  /** Where calls may be found for them: lessons that have no link of their own. */
  function alsoAwaited(): TimeOfCall[] {
    if (!menu()?.linked) return [];
    const latest = now() + ahead;
    return withoutLink().flatMap(({ interval }) => (interval && interval.start < latest ? interval : []));
  }

  function withoutLink(): ReadyLesson[] {
    return places.flatMap(({ lesson }) => (lesson.links.length === 0 ? lesson : []));
  }

  /** A call may have begun, or ended, at a lesson that has no link of its own. */
  function findBegun(): void {
    if (!menu()?.linked || document.hidden) return;
    const at = now();
    const isOpen = withoutLink().some(
      ({ call, interval }) => call?.live || (interval && joinState(interval, at).kind === 'open'),
    );
    if (isOpen) asking.readCallsAgain();
  }

  return {
    refresh(changed) {
      // Most of what a page changes is not in its content: to read that again costs most of what we cost at all.
      const concerns = (node: Node) => content?.contains(node) || node.contains(content);
      if (changed && content?.isConnected && ![...changed].some(concerns)) return;
      copy = null;
      look();
    },
    remove: placing.clear,
    clear() {
      placing.clear();
      places = [];
      last = null;
    },
    withdraw: trust.withdraw,
    pageRead(askedAt, readAt) {
      if (trust.pageRead(askedAt, readAt)) look();
    },
    look,
    revive() {
      look();
      placing.update();
      findBegun();
    },
  };
}

/** Whether anything can be opened at a lesson. */
function isJoinable({ links, call }: ReadyLesson): boolean {
  return links.length > 0 || call !== null;
}
