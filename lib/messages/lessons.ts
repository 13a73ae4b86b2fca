import * as z from 'zod/mini';
import { daysAnswersSchema } from '@/lib/diary/answers/reading';
import type { DaysAnswers } from '@/lib/diary/client';
import type { CivilDate, LessonProof } from '@/lib/diary/types';
import type { ProblemKind } from '@/lib/problem';
import type { Interval } from '@/lib/time';
import { accept, type Question } from './message';

/** A link that a teacher put at a lesson, proven to open a call. */
export interface LessonLinkView {
  address: string;
  /** Of the material, else of the service; where there are several, with the place in the lesson. */
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

/** A lesson ready to be placed: what its row must show, and what its button opens. */
export interface ReadyLesson extends LessonProof {
  /** As people read it. */
  name: string;
  /** When it is, unix milliseconds; `null` where that is not known, or the diary's zone is only assumed. */
  interval: Interval | null;
  links: readonly LessonLinkView[];
  call: Pick<LessonCall, 'id' | 'live'> | null;
}

/** The lessons of the days shown, or why they could not be read. */
export type LessonsView =
  | { problem: ProblemKind }
  | {
      /** Every day of the answer, also those without a lesson. */
      dates: CivilDate[];
      lessons: ReadyLesson[];
    };

export const lessonMessages = {
  /**
   * Reads what the diary answered to the page. Calls of VK's come with it where they are at hand, else with `lessons.calls`
   * for the same `key`.
   */
  'lessons.read': accept(
    ['diary'],
    z.object({ key: z.string().check(z.maxLength(100)), answers: daysAnswersSchema }),
  ).answering<LessonsView>(),
};

/** What the background asks and tells the content script of a diary about lessons. */
export type LessonQuestions = {
  /** What the diary answered for this week and the chosen pupil; asked anew from the diary when `fresh`. */
  'diary.lessons': Question<{ fresh: boolean }, DaysAnswers>;
  /** The calls that were found for the lessons of a `lessons.read`. */
  'lessons.calls': Question<{ key: string; calls: LessonCall[] }, void>;
};
