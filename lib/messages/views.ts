import type { CallService } from '@/lib/calls/types';
import type { ConflictReason, WarningReason } from '@/lib/conflict/types';
import type { Goal, Way } from '@/lib/conflict/ways';
import type { DiaryRole } from '@/lib/diary/types';
import type { Difference } from '@/lib/linking/differences';
import type { ProfilePurpose } from '@/lib/linking/machine';
import type { ChatKind, EduProfile, LastMessage, RecurrenceRule } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';

/** What the diary's menu item says. */
export interface MenuView {
  linked: boolean;
  /** Another person's profile is known to be signed in: the vendor's own linking button asks first. */
  conflictKnown: boolean;
  /** Zone of the diary's wall clock; `assumed` where the computer's stands in for it. */
  zone: { timeZone: string; assumed: boolean };
}

/** A link that a teacher put at a lesson, proven to open a call. */
export interface LessonLinkView {
  lessonId: string;
  address: string;
  /** Of the material, else of the service. */
  name: string;
  /** It opens for whoever is signed in to Сферум. Who is signed in to other services does not matter here. */
  isOfVk: boolean;
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

/** The ways out of two people in one browser, as they stand now. */
export interface WaysView {
  /** In the order to show. */
  ways: Way[];
  /** What is opened elsewhere: for the QR code and for copying. */
  address: string;
  browser: BrowserView;
  /** Private windows: whether this extension works there, and how the last attempt to open one ended. */
  privateWindow: {
    allowed: boolean;
    /** The browser refused: the steps that allow it are shown until it is allowed. */
    forbidden: boolean;
    /** It was refused before and is allowed now: the window is opened without another click. */
    resumable: boolean;
  };
  containerFailed: boolean;
  /** Somebody is expected to sign out for a while. */
  signOut: { name: string; tired: boolean } | null;
}

/** Which browser this is, for steps in its own words. */
export interface BrowserView {
  kind: 'chrome' | 'firefox';
  /** «Firefox», «Chrome», «Яндекс Браузер». */
  name: string;
  /** Major version; 0 when unknown. */
  version: number;
}

/** What the notice over an invitation says; `null`: nothing is in the way (any more). */
export type NoticeView = ConflictView | null;

/** What the toolbar popup shows. */
export interface PopupView {
  /** The diary it concerns: of the tab in front, else of any other. `hasSection` is false where its page does not answer. */
  diary: { tabId: number; origin: string; linked: boolean; hasSection: boolean } | null;
  conflict: { goal: Goal; notice: ConflictView } | null;
  /** Firefox's private window or container: nothing is known of who is signed in there. */
  foreignJar: 'private' | 'container' | null;
}

/** What a pasted link is, and who is in its way. */
export interface PastedView {
  kind: 'empty' | 'notALink' | 'foreign' | 'call' | 'chat' | 'invitation' | 'sferum';
  /** Host of a foreign link, as the browser writes it; else empty. */
  host: string;
  /** The address to open; `null` for what is not opened. */
  address: string | null;
  conflict: ConflictView | null;
  /** Who is signed in could not be found out. */
  problem: Problem | null;
}

/** Who signed out for a while and may sign in again; `null`: nobody. */
export type SignInAgainView = { name: string } | null;

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
  | {
      name: 'waiting';
      purpose: ProfilePurpose;
      windowClosed: boolean;
      timedOut: boolean;
      /** Why the last look at who is signed in failed. */
      problem?: Problem | null;
    }
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
  /** The vendor's own linking button was stopped: «Всё равно продолжить» lets it go on. */
  | { kind: 'vendorStopped'; notice: ConflictView }
  | { kind: 'unlinked'; account: AccountView; linking: LinkingView; withVkid: boolean }
  | {
      kind: 'linked';
      account: AccountView;
      profile: EduProfile;
      presence: PresenceView;
      justLinked: boolean;
      /** Nobody used the link for half a year: whether to keep it is asked. */
      longUnused: boolean;
      /** What the person wanted to open in the diary's page, when something stood in the way. */
      pending?: PendingView | null;
    };

/** Something that waits to be opened: «Всё равно открыть» asks for its goal again, with `anyway`. */
export interface PendingView {
  goal: Goal;
  outcome: Extract<OpenOutcome, { kind: 'conflict' | 'ask' | 'signedOut' }>;
}

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

/** Chats that were held when a section was made ready, and whose they are. */
export interface HeldChats {
  profileId: number;
  chats: ChatsView;
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
  /** The last moment at which a repeating call may begin; `null`: without end. */
  until: number | null;
  caller: string;
  chat: { peerId: number; title: string } | null;
  /** What is opened and copied; `null` where the call is joined from its chat. */
  address: string | null;
  /** What tells this entry of a calendar from others: stays the same as long as it is the same call. */
  eventId: string;
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
