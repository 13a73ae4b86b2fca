import * as z from 'zod/mini';
import { diaryAnswerSchema } from '@/lib/diary/answers/reading';
import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import type { ProblemKind } from '@/lib/problem';
import type { Interval } from '@/lib/time';
import type { CallRow } from './calls';
import { accept, type Question } from './message';

/** A link that a teacher put at a lesson, proven to open a call. */
export interface LessonLinkView {
  address: string;
  /** Of the material, else of the service; where there are several, with the place in the lesson, and all different. */
  name: string;
  /** It opens for whoever is signed in to Сферум. Who is signed in to other services does not matter here. */
  isOfVk: boolean;
}

/** A call found for a lesson without a link of its own. `id` is opaque: nothing of VK stands in the page. */
export interface LessonCall {
  lessonId: string;
  id: string;
  live: boolean;
}

/** A lesson ready to be placed: what its button says and opens. */
export interface ReadyLesson {
  id: string;
  /** As people read it. */
  name: string;
  /** When it is, unix milliseconds; `null` where that is not known, or the diary's zone is only assumed. */
  interval: Interval | null;
  /** Since when one can join, «08:20» as the diary's wall clock shows it; empty where there is no time. */
  opensAt: string;
  links: readonly LessonLinkView[];
  call: Pick<LessonCall, 'id' | 'live'> | null;
}

/** A lesson on the page; elements are told by their number in its copy. */
export interface LessonPlace {
  /** Where its button goes. */
  cell: number;
  /** What proves it: its row, and the head of its day (`null`: not known). */
  row: number;
  head: number | null;
  /** The text of both, as the page's script reads it. */
  rowText: string;
  headText: string;
  lesson: ReadyLesson;
}

/** What stands where on the page. */
export interface LessonsView {
  /** Where the diary must be asked for what is shown, behind its origin; empty where no days are shown. */
  needs: string[];
  /** Why the answers could not be read; `null` also where some are missing still. */
  problem: ProblemKind | null;
  /** The lessons shown. */
  places: LessonPlace[];
  /** Of how many elements the copy was read: of another number nobody knows which is which. */
  count: number;
  /** Rows that the answers do not hold, as they read. */
  unheld: string[];
}

/** What is shown of a lesson on a page of its own. */
export interface LessonPageView {
  name: string;
  rows: CallRow[];
  /** The diary's zone. */
  timeZone: string;
  /** Corrected clock minus the computer's, milliseconds. */
  clockOffset: number;
}

/** Unix milliseconds; `null`: not known, it is of this week. */
const start = z.nullable(z.int());

/** A copy of a page's content, what stands around it, and its hash. */
export const shownPage = z.object({
  copy: z.string().check(z.maxLength(3_000_000)),
  beside: z.string().check(z.maxLength(5000)),
  hash: z.string().check(z.maxLength(200)),
});

export type ShownPage = z.infer<typeof shownPage>;

export const lessonMessages = {
  /**
   * Reads what the page shows and what the diary answered to it. Calls of VK's come with it where they are at hand, else with
   * `lessons.calls` of the same `turn`.
   */
  'lessons.place': accept(
    ['diary'],
    z.object({
      turn: z.int(),
      page: shownPage,
      /** By their address behind the diary's origin. */
      answers: z.record(z.string().check(z.maxLength(300)), diaryAnswerSchema),
    }),
  ).answering<LessonsView>(),
  /** «⋯» at a lesson: opens the page that shows what else can be done with it. */
  'lesson.more': accept(['diary'], z.object({ id: z.string().check(z.maxLength(2000)), start })).answering<null>(),
  /** A call of VK's was opened from a lesson: says, once in a browser, what calls ask for. */
  'lesson.hint': accept(['diary'], z.object({})).answering<null>(),
  /** What that page shows; `null` where the lesson, or the diary's tab that it was opened from, is not there any more. */
  'lesson.read': accept(
    ['page'],
    z.object({ tabId: z.int(), start, index: z.int().check(z.nonnegative()) }),
  ).answering<LessonPageView | null>(),
};

/** What the background asks and tells the content script of a diary about lessons. */
export type LessonQuestions = {
  /** What the diary answers at these addresses to the pupil chosen now; asked anew from the diary when `fresh`. */
  'diary.answers': Question<{ addresses: string[]; fresh: boolean }, Record<string, DiaryAnswer>>;
  /** The calls that were found for the lessons of a `lessons.place`. */
  'lessons.calls': Question<{ turn: number; calls: LessonCall[] }, void>;
};
