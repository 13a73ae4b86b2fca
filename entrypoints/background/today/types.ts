import type { Person } from '@/entrypoints/background/diary/personReading';
import type { Sender, Tab } from '@/entrypoints/background/sender';
import type { CivilDate, DiaryAccount, Lesson } from '@/lib/diary/types';
import type { Wait } from '@/lib/inTime';
import type { TodayDiary } from '@/lib/messages/today';
import type { Problem } from '@/lib/problem';
import type { Agenda } from '@/lib/today/types';
import type { KnownToday } from './knownToday';

/** What one diary has for today, and where it is asked: its open page, or none. */
export interface DiaryToday {
  place: Sender;
  found:
    | { kind: 'known'; person: Person; agenda: Agenda; unread: number | null; inMax: TodayDiary['inMax'] }
    | { kind: 'signedOut' | 'old' }
    | { kind: 'problem'; problem: Problem };
}

/** The one keeper of what there is to join today. */
export interface TodayKeeper {
  /** A page asked its diary who is signed in. `isNew`: just now. */
  personSeen(sender: Sender, account: DiaryAccount | null, isNew: boolean): Promise<void>;
  /** A tab went to an address: the sign-in page of a diary shows that nobody is signed in there any more. */
  addressSeen(tab: Tab | null, address: string): Promise<void>;
  /** A page read lessons of these dates. */
  pageRead(sender: Sender, lessons: Lesson[], dates: readonly CivilDate[]): Promise<void>;
  /** Everything, or of one diary, by the rules of seeing: of a private window or a container its own diary alone. */
  read(front: Sender | Promise<Sender>, only?: string, wait?: Wait): Promise<DiaryToday[]>;
  /** What is known without asking anybody, of the ordinary windows. */
  known(): Promise<KnownToday[]>;
  /** Reads again what is old, for reminders: of diaries alone, and only so long after their last use by hand. */
  refresh(): Promise<void>;
}
