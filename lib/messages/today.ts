import * as z from 'zod/mini';
import { schoolZones } from '@/lib/diary/adding/zones';
import type { CivilDate } from '@/lib/diary/types';
import type { Problem } from '@/lib/problem';
import type { AgendaLink, AgendaRow, Quiet } from '@/lib/today/types';
import { accept } from './message';
import type { OpenOutcome } from './opening';

/** One way into a row. */
export interface TodayLink extends Omit<AgendaLink, 'source'> {
  /** Opaque. */
  id: string;
  /** «Проверьте, под чьим именем вы войдёте» is to be said before it is opened. */
  caution: boolean;
}

export interface TodayRow extends Omit<AgendaRow, 'links' | 'day' | 'pupil'> {
  /** Given name of the child, where the account has several; else empty. */
  child: string;
  links: TodayLink[];
}

export type TodayState =
  | {
      kind: 'known';
      rows: TodayRow[];
      next: { date: CivilDate; rows: TodayRow[] } | null;
      quiet: Quiet | null;
      /** Nobody is asked to link: somebody is linked, or VK must not be asked. */
      linked: boolean;
    }
  /** The diary wants its person to sign in. */
  | { kind: 'signedOut' }
  /** It has not been looked at by hand for so long that nobody asks it by themselves. */
  | { kind: 'old' }
  | { kind: 'problem'; problem: Problem };

/** What one diary has for today. */
export interface TodayDiary {
  origin: string;
  /** Region, or host of a diary that the person added. */
  name: string;
  timeZone: string;
  isZoneAssumed: boolean;
  state: TodayState;
  /** Chats with something unread; `null`: not known, or nobody is linked. */
  unread: number | null;
  /** Why the school may have moved to MAX: nobody can write in any chat that is held, or the linked person's profile is gone. */
  inMax: 'readOnly' | 'noProfile' | null;
}

export interface TodayView {
  diaries: TodayDiary[];
  /** Corrected clock minus the computer's, milliseconds. */
  clockOffset: number;
  /** The keys that join what is on; empty: none. */
  shortcut: string;
}

/** The tab in front. */
const tabId = z.nullable(z.int());
const origin = z.string().check(z.maxLength(300));

export const todayMessages = {
  'today.read': accept(['page'], z.object({ tabId })).answering<TodayView>(),
  /** Joins what a row stands for, by its address where the lesson has one of its own, recognised again, else by its id. */
  'today.join': accept(
    ['page'],
    z.object({
      tabId,
      origin,
      id: z.string().check(z.maxLength(2000)),
      address: z.string().check(z.maxLength(2000)),
      anyway: z.boolean(),
    }),
  ).answering<OpenOutcome>(),
  /** Brings the page of a diary to the front, or opens it. */
  'today.openDiary': accept(['page'], z.object({ tabId, origin })).answering<null>(),
  /** The same, with «Сферум» open in it. */
  'today.openSection': accept(['page'], z.object({ tabId, origin })).answering<null>(),
  /** «Часовой пояс школы» of a diary; it is taken only where none is known. */
  'today.tellZone': accept(['page'], z.object({ origin, timeZone: z.enum(schoolZones) })).answering<null>(),
};
