import type { Chat } from '@/lib/messenger/types';

/**
 * Puts chats into VK's order: pinned first, by `major` and then `minor`, larger first. A chat without an order keeps its
 * place behind the one it followed. Stable; the given list is left as it is.
 */
export function orderChats(chats: readonly Chat[]): Chat[] {
  const front = { major: Number.POSITIVE_INFINITY, minor: Number.POSITIVE_INFINITY };
  let before = front;
  const placed = chats.map((chat) => {
    before = chat.order ?? before;
    return { chat, order: before };
  });
  return placed
    .sort((one, other) => compare(other.order.major, one.order.major) || compare(other.order.minor, one.order.minor))
    .map(({ chat }) => chat);
}

/** Not a subtraction: infinity minus infinity is no number. */
function compare(one: number, other: number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * Takes newly read chats into those that are held: one row for each peer, the newer wins, all in VK's order. Pages shift
 * while they are read, so the same chat may come twice.
 *
 * @param where from which part of VK's list `fresh` comes; it decides only where chats without an order go
 */
export function mergeChats(held: readonly Chat[], fresh: readonly Chat[], where: 'top' | 'end'): Chat[] {
  const news = new Map<number, Chat>();
  for (const chat of fresh) if (!news.has(chat.peerId)) news.set(chat.peerId, chat);
  const untouched = held.filter((chat) => !news.has(chat.peerId));
  return orderChats(where === 'top' ? [...news.values(), ...untouched] : [...untouched, ...news.values()]);
}
