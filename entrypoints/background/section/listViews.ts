import { callId, lessonLinkId } from '@/lib/calls/callIds';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { Videoconference } from '@/lib/calls/videoconference';
import type { CallRow, CallsView } from '@/lib/messages/calls';
import type { ChatRow, ChatsView } from '@/lib/messages/chats';
import { countUnread } from '@/lib/messenger/countUnread';
import { type Held, hasMore, isWhole, mostChats } from '@/lib/messenger/keepers/held';
import { areReadOnly } from '@/lib/messenger/readOnly';
import type { Chat } from '@/lib/messenger/types';

/** What is told of the chats with any rows of them. */
export function viewOfChats(held: Held, rows: ChatRow[]): ChatsView {
  return {
    ...noChats,
    rows,
    isReadOnly: areReadOnly(held.chats),
    unread: countUnread(held.chats),
    unreadable: held.unreadableChats,
    heldAt: held.topAt === 0 ? null : held.topAt,
    problem: held.chatsProblem ?? held.pageProblem,
  };
}

/** A part of the list as it can be scrolled through: pages that are still to be read have their places. */
export function viewOfList(held: Held, part: readonly Chat[]): ChatsView {
  const more = hasMore(held);
  return {
    ...viewOfChats(
      held,
      part.map((chat) => rowOfChat(chat, true)),
    ),
    count: more ? Math.min(held.total - held.unreadableChats, mostChats) : held.chats.length,
    isCut: !isWhole(held) && !more,
  };
}

/** No chats at all. */
export const noChats: ChatsView = {
  rows: [],
  count: 0,
  reading: false,
  reach: 'whole',
  isCut: false,
  isReadOnly: false,
  unread: 0,
  unreadable: 0,
  heldAt: null,
  problem: null,
  withheld: false,
};

/** No calls at all. */
export function noCalls(clockOffset: number): CallsView {
  return {
    rows: [],
    unreadable: 0,
    heldAt: null,
    problem: null,
    withheld: false,
    asking: false,
    isZoneAssumed: false,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    clockOffset,
  };
}

/** A chat as the section gets it; `isHeld`: it is among those held, not found by VK alone. */
export function rowOfChat({ live, order: _, isReadOnly: __, ...chat }: Chat, isHeld: boolean): ChatRow {
  // What cannot be opened as a call, or would not be found by its id, is joined from the chat.
  const hasId = live !== null && isHeld && live.address !== null && recognizeJoinLink(live.address) !== null;
  return {
    ...chat,
    isFound: !isHeld,
    live: live && { id: hasId ? callId(live.callId) : null, participants: live.participants },
  };
}

/** A call as pages get it. */
export function rowOfCall({
  source,
  state,
  participants: _,
  key: __,
  day: ___,
  lessonId: ____,
  ...row
}: Videoconference): CallRow {
  const id = source.kind === 'call' ? callId(source.id) : lessonLinkId(source.callKey);
  return {
    ...row,
    id,
    // A teacher's one room serves many lessons: each is an entry of its own.
    eventId: source.kind === 'call' ? id : `${id} ${row.start ?? source.lessonId}`,
    live: state.kind === 'open' && state.live,
  };
}
