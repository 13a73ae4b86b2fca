import * as z from 'zod/mini';
import type { CallService, LinkPlace } from '@/lib/calls/types';
import type { RecurrenceRule } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import { accept } from './message';

export interface CallRow {
  /** Opaque. */
  id: string;
  name: string;
  type: 'lesson' | 'call';
  /** Where it stands in its lesson, told only where that lesson is there more than once; `calls`: it is a call of VK. */
  origin: LinkPlace | 'calls' | null;
  /** `null` where the call has no address that may be opened. */
  service: CallService | null;
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
  /** VK has not said yet who is signed in: lessons are here, and news follow. */
  asking: boolean;
  /** The school's zone is to be asked for: times of lessons say nothing until it is told. */
  isZoneAssumed: boolean;
  /** Zone in which times are shown. */
  timeZone: string;
  /** Corrected clock minus the computer's, milliseconds: the page counts by the same clock. */
  clockOffset: number;
}

export const callMessages = {
  'calls.read': accept(['section'], z.object({ refresh: z.boolean() })).answering<CallsView>(),
  /** One light request while the section is open and visible; `withheld`: nobody can say now whose chats these are. */
  'calls.live': accept(['section'], z.object({})).answering<{ changed: boolean; withheld: boolean }>(),
};
