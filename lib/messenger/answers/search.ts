import type { Chat } from '@/lib/messenger/types';
import { finder, searchable } from '@/lib/searching';

/** Chats are never changed in place, so what was prepared stays true as long as the chat lives. */
const prepared = new WeakMap<Chat, string>();

function prepare(chat: Chat): string {
  const text = prepared.get(chat) ?? searchable(chat.title);
  prepared.set(chat, text);
  return text;
}

/** Finds chats by the words of their titles; the order of the chats stays. */
export function searchChats(chats: readonly Chat[], query: string): Chat[] {
  const finds = finder(query);
  return chats.filter((chat) => finds(prepare(chat)));
}
