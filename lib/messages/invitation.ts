import * as z from 'zod/mini';
import type { Problem } from '@/lib/problem';
import type { ConflictView } from './conflict';
import { accept, type Question } from './message';

/** What the notice over an invitation says; `null`: nothing is in the way (any more). */
export type NoticeView =
  | { kind: 'conflict'; notice: ConflictView }
  /** Nobody can say who is signed in: the page stays covered, «Всё равно открыть» is offered. */
  | { kind: 'notKnown'; problem: Problem }
  | null;

const address = z.string().check(z.maxLength(2000));

export const invitationMessages = {
  /** An invitation was opened, or the session changed while it is open: whether the notice must cover it. */
  'invitation.check': accept(['invitation'], z.object({ address })).answering<{ covers: boolean }>(),
  'notice.read': accept(['notice'], z.object({ address })).answering<NoticeView>(),
  /** «Всё равно открыть страницу»: the notice is taken away. */
  'notice.leave': accept(['notice'], z.object({})).answering<null>(),
};

/** What the background tells the content script of Сферум's pages. */
export type InvitationQuestions = {
  /** The session changed, or the page moved on to this address without loading: ask again. */
  'invitation.recheck': Question<{ address: string }, null>;
  /** The person wants to see the page all the same. */
  'invitation.uncover': Question<Record<string, never>, null>;
};
