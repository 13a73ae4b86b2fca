/** A row of «Видеоконференции» and what it is made of. */
import type { CivilDate, Lesson } from '@/lib/diary/types';
import type { LiveCall, RecurrenceRule, ScheduledCall } from '@/lib/messenger/types';
import type { MatchedLessons } from './matching/types';
import type { CallService, JoinState, LessonLink, LinkPlace } from './types';

/** Where the address of a row is found when it is opened. */
export type CallSource =
  /** A call of VK, scheduled or live. */
  | { kind: 'call'; id: string }
  /** A link of a lesson itself: works without any linking. */
  | { kind: 'lessonLink'; lessonId: string; callKey: string };

/** One videoconference. Instants are unix milliseconds. */
export interface Videoconference {
  /** Stable and unique in the table. */
  key: string;
  name: string;
  /** `lesson` where it matches a lesson of this diary this week. */
  type: 'lesson' | 'call';
  /** Of the occurrence that is on or comes next; `null`: not known. */
  start: number | null;
  end: number | null;
  /** The day in the diary's zone, for grouping; `null`: not known. */
  day: CivilDate | null;
  state: JoinState;
  recurrence: RecurrenceRule;
  /** Display name of who called it, or empty. */
  caller: string;
  chat: { peerId: number; title: string } | null;
  /** How many are in a live call; `null`: not known. */
  participants: number | null;
  /** `null` when the call has no address that may be opened. */
  service: CallService | null;
  /** The plain form that is opened, copied and put into a calendar; `null` like `service`. */
  address: string | null;
  /** The last moment at which a repeating call may begin; `null`: without end, or it does not repeat. */
  until: number | null;
  /**
   * Where this row comes from, told only where its lesson stands in the table more than once: the place of the link in the
   * lesson, or VK's `calls`. Else `null`.
   */
  origin: LinkPlace | 'calls' | null;
  source: CallSource;
  /** The lesson that it belongs to, if any. */
  lessonId: string | null;
}

/** A lesson of this week with the links that `lessonLinks` found at it. */
export interface LinkedLesson {
  lesson: Pick<Lesson, 'id' | 'date' | 'begin' | 'end' | 'discipline' | 'teacher'>;
  links: readonly LessonLink[];
}

export interface VideoconferencesInput {
  scheduled: readonly ScheduledCall[];
  live: readonly LiveCall[];
  /** Lessons of this week; those without links may be left out. */
  lessons: readonly LinkedLesson[];
  matches: MatchedLessons;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  /** The diary's zone. */
  timeZone: string;
  /** The zone is only assumed: lessons have no times then, their links alone are given. VK's instants are what they are. */
  isZoneAssumed: boolean;
}
