import type { OpenOutcome } from '@/lib/messages/opening';
import { ask, MessageError } from '@/lib/messages/send';
import { createSingleFlight } from '@/lib/singleFlight';
import { words } from '@/lib/words';
import { type DiaryReader, isSameView } from './diaryReader';
import type { LessonButton } from './lessonButton';
import type { Target } from './lessons';

/** So long a person waits for a lesson to open while it is found out who is signed in, milliseconds. */
const patience = 1000;

export interface JoiningOptions {
  reader: DiaryReader;
  /** Shows what stands in the way: it may not stand in the diary's page. */
  openSection: () => void;
  /** A call of VK's was opened from this button. */
  onJoined: (button: LessonButton) => void;
}

/** Makes the function that opens a lesson's call, once for a double click. The button tells the person what went wrong. */
export function createJoining({ reader, openSection, onJoined }: JoiningOptions) {
  // Read now: once the extension is updated under this page, its texts cannot be read any more.
  const reload = words('reloadPage');
  const once = createSingleFlight<OpenOutcome | null>();

  /**
   * Whether the diary still shows what the button was made of: another tab may have chosen another child or signed in as another
   * person. A diary that does not answer in time, or not at all, does not keep anybody from a lesson.
   */
  async function isStillTheSame(): Promise<boolean> {
    const before = reader.lastAccount;
    const tooLong = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
    const now = await Promise.race([reader.account(true), tooLong]);
    return !now?.ok || isSameView(before, now.value);
  }

  async function send(target: Target): Promise<OpenOutcome | null> {
    if ('address' in target && !target.isOfVk) {
      // Who is signed in to Сферум does not matter for calls of other services.
      return ask('lesson.open', { address: target.address, anyway: false, patience });
    }
    const begun = performance.now();
    if (!(await isStillTheSame())) return null;
    const left = Math.max(0, Math.round(patience - (performance.now() - begun)));
    return 'address' in target
      ? ask('lesson.open', { address: target.address, anyway: false, patience: left })
      : ask('call.open', { id: target.id, anyway: false, background: false, patience: left });
  }

  return async function join(target: Target, button: LessonButton): Promise<void> {
    const isOfVk = 'id' in target || target.isOfVk;
    const { say } = button;
    try {
      const outcome = await once('id' in target ? target.id : target.address, () => send(target));
      if (outcome?.kind === 'opened') {
        if (isOfVk) onJoined(button);
      }
      // Who is signed in may not stand in the diary's page: the section says it.
      else if (outcome?.kind === 'conflict' || outcome?.kind === 'ask' || outcome?.kind === 'signedOut') openSection();
      else if (outcome) say(words(outcome.kind === 'gone' ? 'callGone' : 'callFailed'));
    } catch (cause) {
      say(cause instanceof MessageError && !cause.orphaned ? words('callFailed') : reload);
    }
  };
}
