import type { callServices } from './callServices';

/** A service whose call addresses are known. */
export type CallService = keyof typeof callServices;

/** An address that opens a call, proven to be one by `recognizeJoinLink`; `address` is the plain form that is opened. */
export interface JoinLink {
  service: CallService;
  address: string;
  /** What tells this call from others: two addresses of one call have the same, whatever their hosts. */
  callKey: string;
  /**
   * Who is signed in where it opens: `checked` is VK Мессенджер, whose session the extension looks at. Elsewhere it may be
   * another person: Сферум's own hosts and calls.vk.com keep sessions of their own, other services cannot be looked into.
   */
  hostSession: 'checked' | 'other';
}

/** Where in a lesson a link stands. */
export type LinkPlace = 'materials' | 'homework' | 'individualHomework' | 'theme' | 'comment' | 'remarks';

/** A join link found at a lesson. */
export interface LessonLink extends JoinLink {
  /** Name of the material, or empty. */
  name: string;
  place: LinkPlace;
}

/** When a call can be joined, at a moment. */
export type JoinState =
  /** Earlier than 10 minutes before the start: «Онлайн, вход с 08:20». Unix milliseconds. */
  | { kind: 'before'; startsAt: number; opensAt: number }
  /** It has begun, or is known to be on: «Урок уже идёт». */
  | { kind: 'open'; live: true }
  /** It may be joined and begins in so many minutes, 1 to 10: «Через 8 минут». */
  | { kind: 'open'; live: false; minutes: number }
  | { kind: 'over' }
  /** No time is known: the link alone is given. */
  | { kind: 'timeless' };
