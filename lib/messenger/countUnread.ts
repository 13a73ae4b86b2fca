import type { Chat } from './types';

/** How many chats hold something unread that is to be counted: those that the person has muted are not. */
export function countUnread(chats: readonly Pick<Chat, 'unread' | 'muted'>[]): number {
  return chats.filter(({ unread, muted }) => unread > 0 && !muted).length;
}
