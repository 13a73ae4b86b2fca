import { joinState } from '@/lib/calls/joinTime';
import { lessonLinks } from '@/lib/calls/lessonLinks';
import type { Refusal } from '@/lib/calls/matching/types';
import type { Lesson } from '@/lib/diary/types';
import { lessonInterval } from '@/lib/time';

/** Why there is no «Подключиться» at a lesson that the page shows. */
export type LessonReason =
  /** It is over. */
  | 'over'
  /** The vendor's plugin has its own button there. */
  | 'vendorButton'
  /** What the row shows and the diary's answer differ. */
  | 'rowDiffers'
  /** The browser's translator has put other words into the row. */
  | 'translated'
  /** The lesson has an address that is none of a known service's call. */
  | 'unknownLink'
  /** The lesson has no link, and calls cannot be matched: the school's zone is only assumed. */
  | 'zoneAssumed'
  /** «Не обращаться к VK»: the lesson has no link of its own. */
  | 'linksOnly'
  /** No link of its own, and no profile is linked whose calls could be the lesson's. */
  | 'notLinked'
  /** No link of its own, and VK has no call that names the subject. */
  | 'noCall'
  | 'callOfOtherClass'
  | 'callOfOtherChild'
  | 'callOfOtherGroup'
  | 'callAtOtherTime'
  | 'callOfOtherSubject'
  | 'callUnknown'
  | 'severalCalls';

/** What a rule's name (`lib/calls/matching`) tells the person. */
const reasonOfRule: Readonly<Record<string, LessonReason>> = {
  'can be opened': 'callUnknown',
  'names no other subject': 'callOfOtherSubject',
  'broader name needs the teacher': 'callOfOtherSubject',
  'is a lesson': 'callOfOtherSubject',
  'is for this class': 'callOfOtherClass',
  'is for this child': 'callOfOtherChild',
  'is for this group': 'callOfOtherGroup',
  'is held during the lesson': 'callAtOtherTime',
  'one call for a lesson': 'severalCalls',
  'one lesson for a call': 'severalCalls',
};

/** The nearer a call came, the more its reason says. */
const nearestFirst: readonly LessonReason[] = [
  'severalCalls',
  'callOfOtherChild',
  'callOfOtherClass',
  'callOfOtherGroup',
  'callAtOtherTime',
  'callOfOtherSubject',
  'callUnknown',
];

/** What is known of calls besides the lessons' own links. */
export interface KnownCalls {
  /** Lessons for which a call was found, by id, and whether it is on. */
  found: ReadonlyMap<string, boolean>;
  /** Why others were not. */
  refusals: readonly Refusal[];
  isLinked: boolean;
  isLinksOnly: boolean;
}

/**
 * Why a lesson has no button; `null` where it has one, or says since when it will.
 *
 * @param timeZone the diary's; `null` where it is only assumed
 * @param now unix milliseconds on the corrected clock
 */
export function reasonOf(lesson: Lesson, calls: KnownCalls, timeZone: string | null, now: number): LessonReason | null {
  const when = timeZone === null ? null : lessonInterval(lesson, timeZone);
  const live = calls.found.get(lesson.id) ?? false;
  if (when && joinState({ ...when, live }, now).kind === 'over') return 'over';
  if (calls.found.has(lesson.id)) return null;
  if (lessonLinks(lesson).length > 0) return null;
  if (holdsAddress(lesson)) return 'unknownLink';
  if (timeZone === null) return 'zoneAssumed';
  if (calls.isLinksOnly) return 'linksOnly';
  if (!calls.isLinked) return 'notLinked';
  const refused = calls.refusals.flatMap(({ lessonId, rule }) =>
    lessonId === lesson.id ? (reasonOfRule[rule] ?? []) : [],
  );
  return nearestFirst.find((reason) => refused.includes(reason)) ?? 'noCall';
}

/** Whether a teacher has put any address of the web there. */
function holdsAddress({ homework, theme, comment, remarks, materials, individualHomework }: Lesson): boolean {
  const writings = [homework, theme, comment, remarks, ...individualHomework.map(({ text }) => text)];
  return (
    writings.some(
      ({ text, hrefs }) => /https?:\/\/|www\./i.test(text) || hrefs.some((href) => /^https?:/i.test(href)),
    ) || [...materials, ...individualHomework].some(({ address }) => /^https?:/i.test(address))
  );
}
