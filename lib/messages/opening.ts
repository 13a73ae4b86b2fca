import * as z from 'zod/mini';
import type { Goal } from '@/lib/conflict/ways';
import type { Problem } from '@/lib/problem';
import type { ConflictView } from './conflict';
import { accept } from './message';

/** How opening ended. */
export type OpenOutcome =
  /**
   * `as`: whom the person enters as where it is not the diary's own person, by the diary's own word. `caution`: who is signed in there
   * could not be looked at.
   */
  | { kind: 'opened'; as: string | null; caution: boolean }
  /** Somebody else is signed in: the notice is shown, and nothing was opened. */
  | { kind: 'conflict'; notice: ConflictView }
  /** Several people are signed in: «Откроется профиль, который сейчас активен в VK Мессенджере. Это …?» */
  | { kind: 'ask'; wanted: string }
  /** Nobody is signed in. */
  | { kind: 'signedOut' }
  /** What was to be opened is not there any more or is not an address that may be opened. */
  | { kind: 'gone' }
  /** The diary has another child or person by now than its page shows. */
  | { kind: 'moved' }
  | { kind: 'problem'; problem: Problem };

/** Something that waits to be opened: «Всё равно открыть» asks for its goal again, with `anyway`. */
export interface PendingView {
  goal: Goal;
  /** What the diary's page calls it: a lesson's subject; empty where it has no name there. */
  about: string;
  outcome: Extract<OpenOutcome, { kind: 'conflict' | 'ask' | 'signedOut' }>;
}

const anyway = z.boolean();
const background = z.boolean();
/** «Проверить ещё раз», «Повторить»: VK is asked at once. */
const anew = z.optional(z.boolean());
/** The diary's own name of the lesson that a click was at. */
const lesson = z.optional(z.string().check(z.maxLength(2000)));
const nothing = z.object({});

export const openingMessages = {
  /** Opens a lesson's own link, recognised again before it is opened. When it is not told in time who is signed in, it opens. */
  'lesson.open': accept(['diary'], z.object({ address: z.string(), anyway, lesson })).answering<OpenOutcome>(),
  /** Opens a call or a chat of the linked profile by its opaque id. */
  'call.open': accept(
    ['diary', 'section'],
    z.object({ id: z.string(), anyway, background, anew, lesson }),
  ).answering<OpenOutcome>(),
  'chat.open': accept(['section'], z.object({ peerId: z.int(), anyway, background, anew })).answering<OpenOutcome>(),
  /** «Перейти в Сферум». */
  'messenger.open': accept(['section'], z.object({ anyway, background, anew })).answering<OpenOutcome>(),
  /** What the person wanted to open in the diary's page is let be: «Нет», «Скрыть». */
  'pending.forget': accept(['section'], nothing).answering<null>(),
};
