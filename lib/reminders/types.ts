import type { AgendaLink } from '@/lib/today/types';

/** One call to be reminded of. Instants are unix milliseconds on the corrected clock. */
export interface Occasion {
  /**
   * Opaque: of the row and of each call that it leads to. Whatever shares one of them at an overlapping time is the same call, also when
   * its link or its hour changed a little, and for two children in one room.
   */
  marks: string[];
  start: number;
  end: number;
  isLesson: boolean;
  /** The diary's word; empty for a call of VK, of which no title is said. */
  subject: string;
  /** Given name; empty where nobody's is to be told. */
  child: string;
  /** When that was read, of a child that is not chosen; else `null`. */
  readAt: number | null;
  /** Where the lesson's times are read, and who is asked before it is joined. */
  origin: string;
  /** The zone of the diary. */
  timeZone: string;
  links: AgendaLink[];
  /** The linked profile, where VK alone knows of the call: it is told only while that one is signed in. Else `null`. */
  profileId: number | null;
}

/** How far reminding of a call has come: met before anything was due, reminded before its start, reminded at it. */
export type Stage = 'awaited' | 'before' | 'start';

/** What is remembered of a call for a day, so that nobody is reminded of it twice: no subject, no name. */
export interface Reminded {
  marks: string[];
  start: number;
  end: number;
  stage: Stage;
}

/** That a call was joined: its mark and when, unix milliseconds on the corrected clock. */
export interface Joined {
  mark: string;
  at: number;
}

/** One notification: everything that begins at the same moment. */
export interface Reminder {
  /** Opaque; the same before the start and at it, so that the second takes the first one's place. */
  id: string;
  /** Whole minutes to the start, 1 at least; 0: it begins now; `null`: it has begun a while ago. */
  minutes: number | null;
  occasions: Occasion[];
}
