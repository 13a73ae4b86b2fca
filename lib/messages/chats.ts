import * as z from 'zod/mini';
import type { ChatKind, LastMessage } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import { accept } from './message';

export interface ChatRow {
  peerId: number;
  kind: ChatKind;
  title: string;
  photo: string | null;
  unread: number;
  muted: boolean;
  pinned: boolean;
  /** Found by VK: its last message is not known. */
  isFound: boolean;
  last: LastMessage | null;
  /** Set while a call is on: its opaque id, `null` where it has no link and can only be joined in the chat. */
  live: { id: string | null; participants: number } | null;
}

/** A part of the chats. `problem` and rows may stand together: what is held, and why it is not fresher. */
export interface ChatsView {
  rows: ChatRow[];
  /** How many rows the list has: those found, or all that can be scrolled to, read or not. */
  count: number;
  /** More is on its way: the next page, or what VK finds. */
  reading: boolean;
  /** How far a search went: `whole` through all chats there are, `refused` through those held alone. */
  reach: 'whole' | 'asking' | 'refused';
  /** There are more chats than the list holds: they are found by searching alone. */
  isCut: boolean;
  /** Nobody can write in any of the chats that are held: the school may have moved to MAX. */
  isReadOnly: boolean;
  /** Of all that are held, those with something unread that counts. */
  unread: number;
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

/** Which part of the chats, of those that a query finds and, where it is wanted, of those with something unread. */
const chatsWanted = z.object({
  query: z.string().check(z.maxLength(200)),
  unreadOnly: z.boolean(),
  offset: z.int().check(z.nonnegative()),
  count: z.int().check(z.positive(), z.maximum(200)),
  /** VK is asked, however young what is held is. */
  refresh: z.boolean(),
});

export type ChatsWanted = z.infer<typeof chatsWanted>;

export const chatMessages = {
  /** The person reaches for the section: the chats that may be shown at once. Nobody outside is asked. */
  'section.prepare': accept(['section'], z.object({})).answering<HeldChats | null>(),
  'chats.read': accept(['section'], chatsWanted).answering<ChatsView>(),
};
