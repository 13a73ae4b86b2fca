import * as z from 'zod/mini';
import { accountSchema } from '@/lib/diary/answers/account';
import type { DiaryAccount, Lesson } from '@/lib/diary/types';
import type { Result } from '@/lib/result';
import { accept, type Question } from './message';

/** What the diary's menu item says. */
export interface MenuView {
  linked: boolean;
  /** Zone of the diary's wall clock; `assumed` where the computer's stands in for it. */
  zone: { timeZone: string; assumed: boolean };
}

export const diaryMessages = {
  /** The page was loaded or became visible: who is signed in to the diary, and how its clock stands. */
  'diary.report': accept(
    ['diary'],
    z.object({
      account: z.nullable(accountSchema),
      clockDifference: z.nullable(z.number()),
      /** The person has just chosen another child there: other tabs of the diary show the first one's days still. */
      childChosen: z.boolean(),
    }),
  ).answering<MenuView>(),
};

/** What the background asks the content script of a diary about the diary itself. */
export type DiaryQuestions = {
  /** Who is signed in: asked anew from the diary when `fresh`. */
  'diary.account': Question<{ fresh: boolean }, Result<DiaryAccount> & { clockDifference: number | null }>;
  /** Whose days the page shows, as it knows: nobody is asked. */
  'diary.shown': Question<Record<string, never>, DiaryAccount | null>;
  /** This week's lessons of the chosen pupil. */
  'diary.lessons': Question<Record<string, never>, Result<Lesson[]>>;
  /** Links or sessions changed: ask again. `person`: another child may have been chosen, too. */
  'diary.refresh': Question<{ person: boolean }, void>;
};
