import type { Chat } from '@/lib/messenger/types';

/** What stays of a text when case, «ё», marks and spacing do not count: its words. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * For each chat its words with a space before each, and the same run together from each word on: «8 Б — родители» gives
 * ` 8 б родители` and ` 8бродители бродители родители`, so that «8б» finds it too. Chats are never changed in place, so
 * what was prepared stays true as long as the chat lives.
 */
const prepared = new WeakMap<Chat, string>();

/** Longer titles are found by their words alone: running many words together grows with their square. */
const mostJoinedWords = 8;

function prepare(chat: Chat): string {
  const known = prepared.get(chat);
  if (known !== undefined) return known;
  const words = wordsOf(chat.title);
  const joined = words.slice(0, mostJoinedWords).map((_, index) => words.slice(index, mostJoinedWords).join(''));
  const text = ` ${words.join(' ')} ${joined.join(' ')}`;
  prepared.set(chat, text);
  return text;
}

/**
 * Finds chats whose title has, for each word of the query, a word that begins so; in any order, forgiving case, «ё» and
 * punctuation. The order of the chats stays; a query without a letter or digit finds all.
 */
export function searchChats(chats: readonly Chat[], query: string): Chat[] {
  const beginnings = wordsOf(query).map((word) => ` ${word}`);
  if (beginnings.length === 0) return [...chats];
  return chats.filter((chat) => {
    const text = prepare(chat);
    return beginnings.every((beginning) => text.includes(beginning));
  });
}
