import { formatAhead, formatTime } from '@/lib/time';
import { type MessageKey, words } from '@/lib/words';
import type { ReminderSettings } from './settings';
import type { Occasion, Reminder } from './types';

type What = 'Lesson' | 'Lessons' | 'Call' | 'Calls';

/** What is said at the start, and what a while later. */
const begun: Record<What, { now: MessageKey; earlier: MessageKey }> = {
  Lesson: { now: 'reminderLessonBegins', earlier: 'reminderLessonIsOn' },
  Lessons: { now: 'reminderLessonsBegin', earlier: 'reminderLessonsAreOn' },
  Call: { now: 'reminderCallBegins', earlier: 'reminderCallIsOn' },
  Calls: { now: 'reminderCallsBegin', earlier: 'reminderCallsAreOn' },
};

const ahead: Record<What, MessageKey<1>> = {
  Lesson: 'reminderLessonAhead',
  Lessons: 'reminderLessonsAhead',
  Call: 'reminderCallAhead',
  Calls: 'reminderCallsAhead',
};

/**
 * What a notification says: a class may read it on a projector, so that nothing stands in it but what the person allowed, and of a call
 * of VK never its title.
 *
 * @param hint what comes of clicking it, or what is to be looked at before
 */
export function reminderWords(
  { minutes, occasions }: Reminder,
  settings: Pick<ReminderSettings, 'saysSubject' | 'saysChild'>,
  hint: string,
): { title: string; message: string } {
  const what = whatIs(occasions);
  const lines = occasions.map((one) => lineOf(one, settings)).filter((line) => line !== '');
  return {
    title: titleOf(what, minutes),
    message: [...new Set(lines), hint].join('\n'),
  };
}

function titleOf(what: What, minutes: number | null): string {
  if (minutes === null) return words(begun[what].earlier);
  return minutes === 0 ? words(begun[what].now) : words(ahead[what], formatAhead(minutes).toLocaleLowerCase('ru'));
}

function whatIs(occasions: readonly Occasion[]): What {
  const one = occasions.every(({ isLesson }) => isLesson) ? 'Lesson' : 'Call';
  return occasions.length > 1 ? `${one}s` : one;
}

function lineOf(
  { subject, child, readAt, timeZone }: Occasion,
  { saysSubject, saysChild }: Pick<ReminderSettings, 'saysSubject' | 'saysChild'>,
): string {
  const said = [saysSubject ? subject : '', saysChild ? child : ''].filter((part) => part !== '');
  if (readAt !== null) said.push(words('reminderReadAt', formatTime(readAt, timeZone)));
  const line = said.join(', ');
  return line.charAt(0).toLocaleUpperCase('ru') + line.slice(1);
}
