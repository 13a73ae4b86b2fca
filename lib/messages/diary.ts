import * as z from 'zod/mini';
import { schoolZones } from '@/lib/diary/adding/zones';
import { diaryAnswerSchema } from '@/lib/diary/answers/reading';
import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import type { ProblemKind } from '@/lib/problem';
import { accept, type Question } from './message';

/** What the diary's menu item says. */
export interface MenuView {
  linked: boolean;
  /** How many chats hold something unread; 0: none, or it may not be shown now. */
  unread: number;
  /** Zone of the diary's wall clock; `assumed` where the computer's stands in for it. */
  zone: { timeZone: string; assumed: boolean };
}

/** Who is signed in to the diary, as far as its page needs to know. */
export interface PersonView {
  /** Opaque: another account or another chosen child has another; `null` where that could not be read. */
  view: string | null;
  problem: ProblemKind | null;
  /** What is added to the computer's time, milliseconds. */
  clockOffset: number;
  /** `null` where nothing new can be said. */
  menu: MenuView | null;
}

export const diaryMessages = {
  /** The page asked its server who is signed in (`GetPersonData`): the answer, and how its clock stands. */
  'diary.report': accept(
    ['diary'],
    z.object({
      answer: diaryAnswerSchema,
      clockDifference: z.nullable(z.number()),
      /** The person has just chosen another child there: other tabs of the diary show the first one's days still. */
      childChosen: z.boolean(),
      /** The server has answered just now; else it is the last answer once more. */
      isNew: z.boolean(),
    }),
  ).answering<PersonView>(),
  /** «Часовой пояс школы», of the diary that the section stands in; it is taken only where none is known. */
  'diary.tellZone': accept(['section'], z.object({ timeZone: z.enum(schoolZones) })).answering<null>(),
};

/** What the background asks the content script of a diary about the diary itself. */
export type DiaryQuestions = {
  /** What the diary answered to `GetPersonData`: asked anew when `fresh`; `null`: nothing yet. */
  'diary.account': Question<
    { fresh: boolean },
    { answer: DiaryAnswer | null; origin: string; clockDifference: number | null }
  >;
  /** What the diary answered when the days that the page shows became known: nobody is asked. */
  'diary.shown': Question<Record<string, never>, { answer: DiaryAnswer; origin: string } | null>;
  /** How many chats hold something unread by now, as in `MenuView`. */
  'diary.unread': Question<number, void>;
  /** Links or sessions changed: ask again. `person`: another account or child may have been chosen, too. */
  'diary.refresh': Question<{ person: boolean }, void>;
};
