import type { MatchableLesson } from '@/lib/calls/matching/types';
import type { CallService, LessonLink, LinkPlace } from '@/lib/calls/types';
import type { CallSource } from '@/lib/calls/videoconference';
import type { CivilDate } from '@/lib/diary/types';

/** What is kept of a lesson: its row, its links, and what tells which call is its own. Nothing that its teacher wrote. */
export interface AgendaLesson extends MatchableLesson {
  links: LessonLink[];
}

/** The lessons of one pupil from today on, as they were last read. */
export interface PupilDays {
  /** `person_id`; 0 where the diary names no pupil. */
  pupilId: number;
  fullName: string;
  classYear: string;
  /** When a week with today in it was read last, unix milliseconds of the computer's clock. */
  readAt: number;
  /** The dates of which it is known what lessons there are, also that there are none. */
  dates: CivilDate[];
  lessons: AgendaLesson[];
}

/** One way into what a row stands for. */
export interface AgendaLink {
  source: CallSource;
  service: CallService;
  /** The plain form that is opened. */
  address: string;
  /** Of the material, or empty. */
  name: string;
  place: LinkPlace | 'calls';
}

/** Something that can be joined: a lesson of a pupil with everything that leads into it, or a call of VK that is no lesson. */
export interface AgendaRow {
  /** Unique in the list. */
  key: string;
  name: string;
  isLesson: boolean;
  /** Whose it is, in full; empty where the account has one pupil only, and of calls. */
  pupil: string;
  /** How old that is, of a child that is not chosen; milliseconds. */
  age: number | null;
  day: CivilDate;
  /** Unix milliseconds; `null`: not known, as of every lesson while the zone is only assumed. */
  start: number | null;
  end: number | null;
  /** Known to be on, from VK. */
  live: boolean;
  links: AgendaLink[];
}

/** What is said where today has no row: `unknown`: today was not read. */
export type Quiet = 'unknown' | 'holidays' | 'noLessons' | 'noOnline';

/** Today and the next school day of one diary account. */
export interface Agenda {
  today: AgendaRow[];
  /** The next day that has lessons, online or not; `null`: none is known. */
  next: { date: CivilDate; rows: AgendaRow[] } | null;
  /** Why nothing is there today; `null` where something is. */
  quiet: Quiet | null;
}
