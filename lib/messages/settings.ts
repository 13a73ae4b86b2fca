import * as z from 'zod/mini';
import type { MessageKey } from '@/lib/words';
import { accept } from './message';

/** One link of this browser. */
export interface KnownLinkView {
  accountKey: string;
  /** The diary's origin. */
  origin: string;
  /** Who is linked to whom; `null`: the person at the diary now is not the one, or nobody knows who is. */
  names: { account: string; profile: string; roles: string } | null;
}

/** One thing that is kept in this half of the browser. */
export interface KeptView {
  /** What it is called in the code; one of an earlier version has no sentence. */
  key: string;
  sentence: MessageKey | null;
  place: 'disk' | 'memory';
  /** How many; `null`: it is one thing. */
  count: number | null;
  /** Sites that it is about. */
  list: string[];
}

/** How deleting everything ended. */
export interface DeletedView {
  consent: 'withdrawn' | 'byHand' | 'none';
  /** What the browser did not take back: match patterns, names of permissions. */
  remaining: string[];
  /** The browser did not let it be deleted. */
  failed: boolean;
}

const accountKey = z.string().check(z.maxLength(400));

export const settingsMessages = {
  'linksOnly.read': accept(['page'], z.object({})).answering<boolean>(),
  /** «Не обращаться к VK». Answered when all of VK is gone; refused where the disk is full. */
  'linksOnly.set': accept(['page'], z.object({ on: z.boolean() })).answering<boolean>(),
  /** All links of this browser, by the rules of seeing. */
  'knownLinks.read': accept(['page'], z.object({})).answering<KnownLinkView[]>(),
  /** «Отвязать», whoever it belongs to; `null`: it was gone already. */
  'knownLinks.remove': accept(['page'], z.object({ accountKey })).answering<DeletedView['consent'] | null>(),
  'kept.read': accept(['page'], z.object({})).answering<KeptView[]>(),
  /** «Удалить всё». What a background that dies leaves is deleted when the next one starts. */
  'kept.deleteAll': accept(['page'], z.object({})).answering<DeletedView>(),
};
