import type { ChatEntry } from './scenario.ts';

/** Peer ids of group chats begin here. */
export const CHAT_PEERS = 2_000_000_000;

type Changes = Partial<Omit<ChatEntry, 'peerId' | 'title' | 'members'>>;

/**
 * A group chat with nothing unusual about it.
 *
 *     chat(1, '8 Б — родители', [871000002], { pinned: true })
 */
export function chat(localId: number, title: string, members: number[], changes: Changes = {}): ChatEntry {
  return {
    peerId: CHAT_PEERS + localId,
    type: 'chat',
    title,
    members,
    membersCount: 28,
    channel: false,
    pinned: false,
    muted: false,
    unread: {},
    ...changes,
  };
}

/** A conversation of two people; each sees it under the other's id. */
export function dialogue(otherId: number, title: string, member: number, text: string, minutesAgo: number): ChatEntry {
  return {
    ...chat(0, title, [member]),
    peerId: otherId,
    type: 'user',
    membersCount: 2,
    lastMessage: { from: member, minutesAgo, text, attachments: [] },
  };
}

/** So many chats of one profile, newest first, for measuring: generated in milliseconds. */
export function manyChats(count: number, member: number, sender: number): ChatEntry[] {
  return Array.from({ length: count }, (_, index) =>
    chat(10_000 + index, `Кружок № ${index + 1}`, [member], {
      membersCount: 5 + (index % 40),
      unread: index % 7 === 0 ? { [member]: 1 + (index % 9) } : {},
      lastMessage: {
        from: sender,
        minutesAgo: 60 + index,
        text: `Сообщение ${index + 1}: занятие в обычное время`,
        attachments: [],
      },
    }),
  );
}
