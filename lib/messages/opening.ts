import * as z from 'zod/mini';
import type { Goal } from '@/lib/conflict/ways';
import type { Problem } from '@/lib/problem';
import type { ConflictView } from './conflict';
import { accept } from './message';

/** How opening ended. */
export type OpenOutcome =
  | { kind: 'opened' }
  /** Somebody else is signed in: the notice is shown, and nothing was opened. */
  | { kind: 'conflict'; notice: ConflictView }
  /** Several people are signed in: «Откроется профиль, который сейчас активен в VK Мессенджере. Это …?» */
  | { kind: 'ask'; wanted: string }
  /** Nobody is signed in. */
  | { kind: 'signedOut' }
  /** What was to be opened is not there any more or is not an address that may be opened. */
  | { kind: 'gone' }
  | { kind: 'problem'; problem: Problem };

/** Something that waits to be opened: «Всё равно открыть» asks for its goal again, with `anyway`. */
export interface PendingView {
  goal: Goal;
  outcome: Extract<OpenOutcome, { kind: 'conflict' | 'ask' | 'signedOut' }>;
}

const anyway = z.boolean();
const background = z.boolean();
const nothing = z.object({});

/** A call opens when VK does not say within this time who is signed in, milliseconds. */
const longestPatience = 1000;
const patience = z.number().check(z.nonnegative(), z.maximum(longestPatience));

export const openingMessages = {
  /**
   * Opens a lesson's own link, recognised again before it is opened. When `patience` milliseconds did not tell who is signed
   * in, it opens.
   */
  'lesson.open': accept(['diary'], z.object({ address: z.string(), anyway, patience })).answering<OpenOutcome>(),
  /** Opens a call or a chat of the linked profile by its opaque id. */
  'call.open': accept(
    ['diary', 'section'],
    z.object({ id: z.string(), anyway, background, patience: z.optional(patience) }),
  ).answering<OpenOutcome>(),
  'chat.open': accept(['section'], z.object({ peerId: z.int(), anyway, background })).answering<OpenOutcome>(),
  /** «Перейти в Сферум». */
  'messenger.open': accept(['section'], z.object({ anyway, background })).answering<OpenOutcome>(),
  /** What the person wanted to open in the diary's page is let be: «Нет», «Скрыть». */
  'pending.forget': accept(['section'], nothing).answering<null>(),
};
