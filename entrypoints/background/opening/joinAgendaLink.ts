import type { Sender } from '@/entrypoints/background/sender';
import { callId } from '@/lib/calls/callIds';
import type { OpenOutcome } from '@/lib/messages/opening';
import type { AgendaLink } from '@/lib/today/types';
import type { Opening } from './opening';

/** Joins what a link of today's list stands for, by the same rules as a click at the lesson: from the keyboard, or from a reminder. */
export function joinAgendaLink(opening: Opening, place: Sender, { source, address }: AgendaLink): Promise<OpenOutcome> {
  const how = { anyway: false, background: false };
  return source.kind === 'call' ? opening.call(place, callId(source.id), how) : opening.lessonLink(place, address, how);
}
