import type { Chat } from './types';

/**
 * Whether nobody can write anywhere, as where the school has moved to MAX: all chats that are no channels, one at least, are read
 * only. Channels are so by their nature (`contract/messenger.md`, «How alive it is»).
 *
 * @param chats what is held of one profile's chats
 */
export function areReadOnly(chats: readonly Pick<Chat, 'kind' | 'isReadOnly'>[]): boolean {
  const writable = chats.filter(({ kind }) => kind !== 'channel');
  return writable.length > 0 && writable.every(({ isReadOnly }) => isReadOnly);
}
