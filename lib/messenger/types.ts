/** A role in Сферум; the profile's free text split at commas, each part recognised or `unknown`. */
export type EduRole = 'pupil' | 'parent' | 'teacher' | 'unknown';

/** An educational profile (учебный профиль) of this cookie jar. */
export interface EduProfile {
  /** `user_id` of a `profile_type: 2` entry. */
  id: number;
  firstName: string;
  lastName: string;
  /** https address of a square photo, or `null`: initials are shown. */
  photo: string | null;
  roles: EduRole[];
  /** The free text as VK gives it, for people: «Учитель, родитель». */
  rolesText: string;
  organizations: string[];
}

/** A token of an educational profile. Lives in memory and in session storage alone. */
export interface ProfileToken {
  profileId: number;
  token: string;
  /** Unix milliseconds. */
  expiresAt: number;
}

export type ChatKind = 'person' | 'chat' | 'channel' | 'group';

/** What stands in the last message besides text. */
export type AttachmentKind =
  | 'photo'
  | 'video'
  | 'audio'
  | 'voice'
  | 'document'
  | 'poll'
  | 'sticker'
  | 'link'
  | 'call'
  | 'liveCall'
  | 'post'
  | 'location'
  | 'forwarded'
  | 'story'
  /** Not a person's words but VK's own notice: somebody joined, the title changed. */
  | 'service'
  | 'other';

export interface Chat {
  peerId: number;
  kind: ChatKind;
  /** Empty where VK gives no title and no name: a peer without a profile, an e-mail peer. */
  title: string;
  /** https address of a square picture, or `null`: initials are shown. */
  photo: string | null;
  unread: number;
  muted: boolean;
  pinned: boolean;
  /** Nobody but its owners may write there: `can_write.allowed` is false. */
  isReadOnly: boolean;
  /** VK's order: larger first, `major` (pinned) before `minor`; `null` keeps the order of the answer. */
  order: { major: number; minor: number } | null;
  last: LastMessage | null;
  /** The call that is on; `address` is `null` where it has no link and can only be joined from the chat itself. */
  live: { callId: string; participants: number; address: string | null } | null;
}

export interface LastMessage {
  /** Unix milliseconds. */
  at: number;
  /** Display name of the author; empty in a private chat of the other person; `own` when it is the profile itself. */
  author: string;
  own: boolean;
  text: string;
  attachment: AttachmentKind | null;
}

export type RecurrenceRule = 'never' | 'daily' | 'weekly' | 'weekdays' | 'weekend' | 'monthly' | 'yearly';

/** A scheduled videoconference. */
export interface ScheduledCall {
  id: string;
  name: string;
  /** Display name of the person who called it, or empty. */
  caller: string;
  /** The address to open, as VK gives it: recognised by `lib/calls` before it is opened. */
  address: string | null;
  chat: { peerId: number; title: string } | null;
  /** Unix milliseconds of the first or the next occurrence, whichever the server gives. */
  start: number;
  /** Milliseconds. */
  duration: number;
  recurrence: RecurrenceRule;
  /** Unix milliseconds, or `null`: without end. */
  until: number | null;
  live: boolean;
}

/** A videoconference that is known to be on now. */
export interface LiveCall {
  id: string;
  /** Title of its chat, else the caller's name, else empty. */
  title: string;
  address: string | null;
  chat: { peerId: number; title: string } | null;
  participants: number;
}

/** Something read from a list: what could be read, and how many items could not. */
export interface Readable<Item> {
  items: Item[];
  unreadable: number;
}
