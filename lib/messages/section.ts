import * as z from 'zod/mini';
import type { DiaryRole } from '@/lib/diary/types';
import type { EduProfile } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import type { ConflictView } from './conflict';
import { type LinkingView, linkingAction } from './linking';
import { accept, type Question } from './message';
import type { PendingView } from './opening';

export interface AccountView {
  fullName: string;
  role: DiaryRole;
  description: string;
  school: string;
}

/** Whether the linked profile is signed in now. */
export type PresenceView =
  | { kind: 'here'; several: boolean }
  /**
   * `mayBeHidden`: the person said twice that they are signed in; the browser may keep it from the extension. `hasNoProfile`: somebody is
   * signed in, without any educational profile.
   */
  | { kind: 'signedOut'; mayBeHidden: boolean; hasNoProfile: boolean }
  | { kind: 'other'; notice: ConflictView }
  /** VK has not said it yet: what the link remembers is shown, and everything else has its place already. */
  | { kind: 'asking' }
  /**
   * Could not be found out: nothing is shown but what the problem says and the link itself. `inDoubt`: the session has changed since
   * somebody was seen there, so that nothing leads to whoever it was.
   */
  | { kind: 'unknown'; problem: Problem; inDoubt: boolean };

/** What the section shows. */
export type SectionView =
  /** The frame's ancestor is not a diary that the extension knows: nothing at all. */
  | { kind: 'hidden' }
  | { kind: 'diaryUnavailable'; problem: Problem; signInAddress: string }
  /** Firefox's private windows and containers: the background would ask with other cookies. `switchedOff`: «Не обращаться к VK». */
  | { kind: 'linksOnly'; reason: 'private' | 'container' | 'switchedOff' }
  /** The vendor's own linking button was stopped: «Всё равно продолжить» lets it go on. */
  | { kind: 'vendorStopped'; notice: ConflictView }
  /** `pending`: what the person wanted to open in the diary's page, when something stood in the way. */
  | { kind: 'unlinked'; account: AccountView; linking: LinkingView; pending: PendingView | null }
  | {
      kind: 'linked';
      account: AccountView;
      profile: EduProfile;
      presence: PresenceView;
      justLinked: boolean;
      /** Nobody used the link for half a year: whether to keep it is asked. */
      longUnused: boolean;
      pending: PendingView | null;
    };

export const sectionMessages = {
  /** `byPerson`: «Я вошёл», «Проверить ещё раз»: VK is asked at once. */
  'section.read': accept(['section'], z.object({ byPerson: z.boolean() })).answering<SectionView>(),
  /** A step of linking, answered by what the section shows then. */
  'linking.act': accept(
    ['section'],
    z.object({ action: linkingAction, profileId: z.optional(z.int()) }),
  ).answering<SectionView>(),
  /** The person closes the section from inside, or leaves the frame with the keyboard. */
  'section.leave': accept(['section'], z.object({})).answering<null>(),
};

/** What the background tells the content script of a diary about its section. */
export type SectionQuestions = {
  /** Gives focus back to the menu item. */
  'section.leave': Question<Record<string, never>, void>;
  /** Opens the section. */
  'section.open': Question<Record<string, never>, void>;
};
