import type { LessonLinkView } from '@/lib/messages/lessons';
import type { OpenOutcome } from '@/lib/messages/opening';
import { ask, isOrphaned, MessageError } from '@/lib/messages/send';
import { words } from '@/lib/words';
import type { LessonButton } from './lessonButton';

/** What a button of a lesson opens: the lesson's own link, or a call of VK's by its opaque id. */
export type JoinTarget = (LessonLinkView | (Omit<LessonLinkView, 'address'> & { id: string })) & { lesson: string };

export interface JoiningOptions {
  /** Shows what stands in the way: it may not stand in the diary's page. */
  openSection: () => void;
  /** A call of VK's was opened. */
  onJoined: () => void;
}

/** Makes the function that opens a lesson's call. The button tells the person what went wrong. */
export function createJoining({ openSection, onJoined }: JoiningOptions) {
  // Read now: once the extension is updated under this page, its texts cannot be read any more.
  const reload = words('reloadPage');

  /** Who is signed in, at the diary and at VK, the background asks of both at the same time. */
  function send(target: JoinTarget): Promise<OpenOutcome> {
    const how = { lesson: target.lesson, anyway: false };
    return 'address' in target
      ? ask('lesson.open', { address: target.address, ...how })
      : ask('call.open', { id: target.id, background: false, ...how });
  }

  return async function join(target: JoinTarget, button: LessonButton): Promise<void> {
    const { say } = button;
    try {
      const outcome = await send(target);
      if (outcome.kind === 'opened') {
        if (target.isOfVk) onJoined();
        if (outcome.as !== null) say(words('joinsAs', outcome.as), 'calm');
        else if (outcome.caution) say(words('checkWhoJoins'), 'calm');
      }
      // Who is signed in may not stand in the diary's page: the section says it.
      else if (outcome.kind === 'conflict' || outcome.kind === 'ask' || outcome.kind === 'signedOut') openSection();
      // The page has heard it, too, and says it where it shows the other's days.
      else if (outcome.kind !== 'moved') say(words(outcome.kind === 'gone' ? 'callGone' : 'callFailed'), 'bad');
    } catch (cause) {
      say(cause instanceof MessageError && !isOrphaned() ? words('callFailed') : reload, 'bad');
    }
  };
}
