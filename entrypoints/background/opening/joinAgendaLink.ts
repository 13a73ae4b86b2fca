import type { Sender } from '@/entrypoints/background/sender';
import { callId } from '@/lib/calls/callIds';
import type { Wait } from '@/lib/inTime';
import type { OpenOutcome } from '@/lib/messages/opening';
import type { AgendaLink } from '@/lib/today/types';
import type { Opening } from './opening';

/**
 * Joins what a link of today's list stands for, by the same rules as a click at the lesson: from the keyboard, or from a reminder.
 *
 * @param lesson the lesson's name; empty of a call that is none
 * @param wait what the person waits for has begun already
 * @param isUnsaid there is no place to say «Проверьте, под чьим именем вы войдёте»: a reminder has said it in its words
 */
export function joinAgendaLink(
  opening: Opening,
  place: Sender,
  { source, address }: AgendaLink,
  lesson: string,
  wait: Wait,
  isUnsaid = false,
): Promise<OpenOutcome> {
  const how = { anyway: false, background: false, lesson, wait, isUnsaid };
  return source.kind === 'call' ? opening.call(place, callId(source.id), how) : opening.lessonLink(place, address, how);
}
