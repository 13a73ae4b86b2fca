import type { DiaryAccount } from '@/lib/diary/types';
import type { Link } from '@/lib/linking/types';
import type { EduProfile } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';

/** What the person is about to do. */
export type Purpose =
  | 'linking'
  /** A call of VK. */
  | 'joining'
  /** A chat, or the messenger itself. */
  | 'openingChat'
  /** A parent's invitation. */
  | 'invitation';

/** Who is signed in to VK Мессенджер in this browser: nobody, somebody without an educational profile, profiles; or not known. */
export type PeopleHere =
  | { kind: 'signedOut' }
  | { kind: 'noProfile' }
  /** `unread`: why one of them could not be read; its name and roles are empty then. */
  | { kind: 'profiles'; profiles: EduProfile[]; unread?: Problem | undefined }
  | { kind: 'problem'; problem: Problem };

/** Two people of one family in one browser profile. */
export type ConflictReason =
  /** A pupil's profile would be used in a parent's diary. */
  | 'pupilProfileInParentDiary'
  /** A parent's or teacher's profile would be used in a pupil's diary. */
  | 'adultProfileInPupilDiary'
  /** The profile is linked to another person's diary here. */
  | 'linkedToAnotherPerson'
  /** The wanted profile (the linked one, or the one that was chosen) is not signed in, and another one is. */
  | 'anotherPersonSignedIn'
  /** A parent's invitation is opened where the pupil is signed in. */
  | 'pupilOpensParentInvitation';

/** The answer to «may this person do this here, now?». */
export type Verdict =
  /** `as`: the given name under which the person enters, where it is not the diary's own person: «Войдёте как Пётр». */
  | { kind: 'open'; as: string | null }
  /** Several people are here, and which of them VK would take is not known. `wanted`: the name to ask for. */
  | { kind: 'ask'; wanted: string }
  /** `present` is here; `wanted`: the given name of who should be, or empty. */
  | { kind: 'conflict'; reason: ConflictReason; present: EduProfile; wanted: string }
  | { kind: 'signIn' }
  | { kind: 'notKnown'; problem: Problem };

export interface OpeningQuestion {
  purpose: Purpose;
  /** `null` on Сферум's own pages, and where the diary does not say who is there. */
  account: DiaryAccount | null;
  /** All links of this browser. */
  links: readonly Link[];
  here: PeopleHere;
  /** In linking, the profile that would be linked; where not said, whichever is here. */
  profileId?: number | null;
  /** In linking: the person said that the other account linked to that profile is theirs too. */
  samePersonConfirmed?: boolean;
}
