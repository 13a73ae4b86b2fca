import type { ConflictReason, PeopleHere } from '@/lib/conflict/types';
import type { DiaryAccount } from '@/lib/diary/types';
import type { EduProfile } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';

/**
 * What VK Мессенджер is waited for: that the person signs in, that they make an educational profile, or that it answers at
 * all who is there.
 */
export type WaitingPurpose = 'signIn' | 'creation' | 'answer';

/** Who is in the way of linking: the profile that may not be linked to this diary, and why. */
export interface LinkingConflict {
  reason: ConflictReason;
  present: EduProfile;
}

/** Where the person is. What is kept on disk holds no token and no verifier. Moments are unix milliseconds. */
export type LinkingStep =
  /**
   * Nothing is under way; `problem` or `conflict` says why the last attempt ended. A conflict is watched: when the other
   * person signs out, linking goes on. `since`: when it was met.
   */
  | { name: 'start'; problem: Problem | null; conflict: LinkingConflict | null; since: number }
  /** Who is signed in is being asked. `since`: the click, or whatever else led here. */
  | { name: 'checking'; next: 'vkid' | 'profiles'; since: number }
  /** VK ID's window is open. `owner` is the background that waits for it: another one cannot go on. */
  | { name: 'vkid'; owner: string }
  /** VK ID's window is open, and nobody waits for it any more: the background died. */
  | { name: 'interrupted' }
  /** An educational profile is waited for. `problem`: the last look failed. `windowClosed`: no window of ours is open. */
  | {
      name: 'waiting';
      purpose: WaitingPurpose;
      since: number;
      windowClosed: boolean;
      timedOut: boolean;
      problem: Problem | null;
    }
  /** «Выбор профиля для связки». */
  | { name: 'choice'; profiles: EduProfile[] }
  /** «Проверьте данные». */
  | { name: 'confirmation'; profile: EduProfile; others: EduProfile[] }
  /** «Связать» was pressed: whether that profile is still signed in is being asked. */
  | { name: 'confirmed'; profileId: number; since: number };

/** One step by its name. */
export type StepNamed<Name extends LinkingStep['name']> = LinkingStep & { name: Name };

export interface Linking {
  account: DiaryAccount;
  /** Unix milliseconds; tells one attempt from another, too. */
  startedAt: number;
  step: LinkingStep;
  /**
   * VK ID is still to be gone through; it was; it failed technically, so linking goes on without it; or it has no part here.
   * Its result is compared with nothing: a link needs none of it.
   */
  vkid: 'ahead' | 'done' | 'failed' | 'leftOut';
  /** The profile of which the person said that the other account linked to it is theirs too. */
  samePersonProfileId: number | null;
}

export type { PeopleHere };

/** Who would be in the way if this profile were linked; `null`: nobody. */
export type ConflictOf = (profile: EduProfile) => LinkingConflict | null;

export type LinkingEvent =
  /** The person pressed «Привязать аккаунт к Сферум», perhaps in another tab. */
  | { type: 'begin'; account: DiaryAccount; withVkid: boolean }
  /** The answer to `readPeople`. */
  | { type: 'peopleRead'; people: PeopleHere; conflictOf: ConflictOf }
  /** `attempt`: of the effect that opened the window. */
  | { type: 'vkidDone'; attempt: number }
  | { type: 'vkidFailed'; attempt: number; problem: Problem }
  /** A window of this linking came, could not be opened, or was closed, the last one of them. */
  | { type: 'windowOpened' }
  | { type: 'windowFailed' }
  | { type: 'windowClosed' }
  | { type: 'createProfile' }
  /** «Я вошёл», «Проверить ещё раз»; or nobody says so: the session changed, a page moved on, it is looked at intervals. */
  | { type: 'recheck'; byPerson: boolean }
  | { type: 'choose'; profileId: number; conflictOf: ConflictOf }
  | { type: 'chooseAgain' }
  | { type: 'confirmSamePerson' }
  /** `profileId`: whom the person saw when they pressed «Связать»; not said: whoever is shown. */
  | { type: 'confirm'; profileId?: number | undefined }
  | { type: 'cancel' }
  | { type: 'backgroundStarted'; isWindowGone?: boolean };

export type LinkingEffect =
  /** `byPerson`: at once, also where VK has just failed to answer. */
  | { type: 'readPeople'; byPerson: boolean }
  | { type: 'openVkid'; attempt: number }
  /** Brings this linking's window to the front or opens one. */
  | { type: 'openMessenger' }
  | { type: 'focusWindow' }
  /** Closes the windows that this linking opened. */
  | { type: 'closeWindows' }
  /** To be done before the step that led here is forgotten. */
  | { type: 'saveLink'; profile: EduProfile; samePersonConfirmed: boolean };

export interface LinkingContext {
  /** Unix milliseconds. */
  now: number;
  /** Names this run of the background. */
  owner: string;
}

/** Where linking is after an event, and what is to be done. */
export interface Advance {
  linking: Linking | null;
  effects: LinkingEffect[];
}
