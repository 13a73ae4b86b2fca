import type { Chat, LiveCall } from '@/lib/messenger/types';

/**
 * Everything that is known to be on, each call once: calls of chats, which know their title, and those of
 * `messages.getCurrentCalls`. Two records are one call when their id or their address agree.
 *
 * @param chats chats that are held, in any order
 * @param current what `messages.getCurrentCalls` says
 */
export function joinLiveCalls(chats: readonly Chat[], current: readonly LiveCall[]): LiveCall[] {
  const calls: LiveCall[] = [];
  for (const { live, peerId, title } of chats) {
    if (!live) continue;
    calls.push({
      id: live.callId,
      title,
      address: live.address,
      chat: { peerId, title },
      participants: live.participants,
    });
  }
  for (const call of current) {
    const index = calls.findIndex((known) => isSame(known, call));
    const known = calls[index];
    if (!known) calls.push(call);
    else {
      calls[index] = {
        ...known,
        title: known.title || call.title,
        address: known.address ?? call.address,
        participants: Math.max(known.participants, call.participants),
      };
    }
  }
  return calls;
}

function isSame(one: LiveCall, other: LiveCall): boolean {
  return (
    one.id === other.id ||
    (one.address !== null && one.address === other.address) ||
    (one.chat !== null && one.chat.peerId === other.chat?.peerId)
  );
}
