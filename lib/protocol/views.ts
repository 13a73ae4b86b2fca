import type { CallService } from '../calls/types';
import type { ConflictReason, WarningReason } from '../conflict/types';
import type { DiaryRole } from '../diary/types';
import type { Difference } from '../linking/differences';
import type { ProfilePurpose } from '../linking/machine';
import type { ChatKind, EduProfile, LastMessage, RecurrenceRule } from '../messenger/types';
import type { Problem } from '../problem';

/** What the diary's menu item says. */
export interface MenuView {
  linked: boolean;
  /** Zone of the diary's wall clock; `assumed` where the computer's stands in for it. */
  zone: { timeZone: string; assumed: boolean };
}

/** A call found for a lesson without a link of its own. `id` is opaque: nothing of VK stands in the page. */
export interface LessonCall {
  lessonId: string;
  id: string;
  live: boolean;
}

/** How opening ended. */
export type OpenOutcome =
  | { kind: 'opened' }
  /** Somebody else is signed in: the notice is shown, and nothing was opened. */
  | { kind: 'conflict'; notice: ConflictView }
  /** Several people are signed in: «Откроется профиль, который сейчас активен в VK Мессенджере. Это …?» */
  | { kind: 'ask'; wanted: string }
  /** Nobody is signed in. */
  | { kind: 'signedOut' }
  /** What was to be opened is not there any more or is not an address that may be opened. */
  | { kind: 'gone' }
  | { kind: 'problem'; problem: Problem };

export interface ConflictView {
  reason: ConflictReason;
  /** Who is signed in now: a first name and a role in words. */
  present: { name: string; roles: string };
  /** Who should be. */
  wanted: string;
}

export interface AccountView {
  fullName: string;
  role: DiaryRole;
  description: string;
  school: string;
}

/** A step of linking as it is shown. */
export type LinkingView =
  | { name: 'start'; problem: Problem | null; conflict: ConflictView | null }
  | { name: 'checking' }
  | { name: 'vkid' }
  | { name: 'interrupted' }
  | { name: 'waiting'; purpose: ProfilePurpose; windowClosed: boolean; timedOut: boolean }
  | { name: 'choice'; profiles: EduProfile[]; suggestedId: number | null }
  | {
      name: 'confirmation';
      profile: EduProfile;
      differences: Difference[];
      warnings: WarningReason[];
      vkidName: string | null;
      canChooseAgain: boolean;
    };

/** Whether the linked profile is signed in now. */
export type PresenceView =
  | { kind: 'here'; several: boolean }
  | { kind: 'signedOut' }
  | { kind: 'other'; notice: ConflictView }
  /** Could not be found out: nothing is shown but what the problem says and the link itself. */
  | { kind: 'unknown'; problem: Problem };

/** What the section shows. */
export type SectionView =
  /** The frame's ancestor is not a diary that the extension knows: nothing at all. */
  | { kind: 'hidden' }
  | { kind: 'diaryUnavailable'; problem: Problem; signInAddress: string }
  /** Firefox's private windows and containers: the background would ask with other cookies. */
  | { kind: 'linksOnly'; reason: 'private' | 'container' }
  | { kind: 'unlinked'; account: AccountView; linking: LinkingView; withVkid: boolean }
  | { kind: 'linked'; account: AccountView; profile: EduProfile; presence: PresenceView; justLinked: boolean };

export interface ChatRow {
  peerId: number;
  kind: ChatKind;
  title: string;
  photo: string | null;
  unread: number;
  muted: boolean;
  pinned: boolean;
  last: LastMessage | null;
  /** Set while a call is on: its opaque id, `null` where it has no link and can only be joined in the chat. */
  live: { id: string | null; participants: number } | null;
}

/** A part of the chats. `problem` and rows may stand together: what is held, and why it is not fresher. */
export interface ChatsView {
  rows: ChatRow[];
  /** How many chats match the query among those loaded. */
  matching: number;
  loaded: number;
  total: number;
  unreadable: number;
  /** When what is held was read, unix milliseconds; `null`: nothing is held. */
  heldAt: number | null;
  problem: Problem | null;
  /** Another person is signed in, or nobody: nothing is shown. */
  withheld: boolean;
}

export interface CallRow {
  /** Opaque. */
  id: string;
  name: string;
  type: 'lesson' | 'call';
  service: CallService;
  /** Unix milliseconds; `null` when unknown. */
  start: number | null;
  end: number | null;
  live: boolean;
  recurrence: RecurrenceRule;
  caller: string;
  chatTitle: string;
  /** Whether there is an address to open; else the call is joined from its chat. */
  hasLink: boolean;
}

export interface CallsView {
  rows: CallRow[];
  unreadable: number;
  heldAt: number | null;
  problem: Problem | null;
  withheld: boolean;
  /** Zone in which times are shown. */
  timeZone: string;
  /** Corrected clock minus the computer's, milliseconds: the page counts by the same clock. */
  clockOffset: number;
}
