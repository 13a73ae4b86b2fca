import type { DiaryAccount } from '@/lib/diary/types';
import type { Link } from '@/lib/linking/types';
import type { EduProfile } from '@/lib/messenger/types';

/** What the person is about to do. */
export type Purpose = 'linking' | 'joining' | 'openingChat' | 'invitation';

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

/** Why a thing may be done but is worth a second look. */
export type WarningReason = 'unknownRole' | 'severalPeopleSignedIn' | 'nameDiffers';

export type Verdict =
  | { kind: 'clear'; warnings: WarningReason[] }
  | { kind: 'conflict'; reason: ConflictReason; present: EduProfile; wanted: string };

export interface ConflictInput {
  purpose: Purpose;
  /** `null` on Сферум's own pages, where no diary is known. */
  account: DiaryAccount | null;
  /** Educational profiles of this browser, now. */
  profiles: EduProfile[];
  links: Link[];
  /** The profile that would be used; `null`: the linked one where something is opened, else any of `profiles`. */
  profileId: number | null;
  /** The person said that the other account linked to the named profile is theirs too. */
  samePersonConfirmed?: boolean;
}
