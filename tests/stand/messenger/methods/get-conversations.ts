import type { Chat, LiveCall } from '../../model.ts';
import type { World } from '../../world.ts';
import { type MethodCall, requestedFields, wholeNumber } from './call.ts';
import { profilesOfAll } from './profiles.ts';

/** `messages.getConversations`: the token's own chats, pinned first, then by the last message. */
export function getConversations(call: MethodCall): unknown {
  const { world } = call.context;
  const count = wholeNumber(call, 'count', 20, 0, 200);
  const offset = wholeNumber(call, 'offset', 0, 0, 1_000_000);
  const own = chatsOf(world, call.token.userId);
  const page = own.slice(offset, offset + count);
  const answer = {
    count: own.length,
    items: page.map((chat, index) => conversation(world, chat, call.token.userId, own.length - offset - index)),
  };
  if (call.parameters.get('extended') !== '1') return answer;
  return { ...answer, profiles: profilesOfAll(world, peopleIn(page), requestedFields(call)), groups: [] };
}

/** The token's own chats in VK's order. */
export function chatsOf(world: World, userId: number): Chat[] {
  const date = (chat: Chat): number => chat.lastMessage?.date ?? 0;
  return world.chats
    .filter((chat) => chat.members.includes(userId))
    .sort((one, other) => Number(other.pinned) - Number(one.pinned) || date(other) - date(one));
}

function peopleIn(chats: readonly Chat[]): number[] {
  return chats.flatMap((chat) => [
    ...(chat.type === 'user' ? [chat.peerId] : []),
    ...(chat.lastMessage ? [chat.lastMessage.from] : []),
  ]);
}

/** One chat of the list, with its last message beside it. */
export function conversation(
  world: World,
  chat: Chat,
  userId: number,
  minorId: number,
): { conversation: unknown; last_message?: unknown } {
  const localId = chat.type === 'chat' ? chat.peerId - 2_000_000_000 : chat.peerId;
  const peer = { id: chat.peerId, type: chat.type, local_id: localId };
  if (chat.bare) return { conversation: { peer } };
  const messageId = Math.abs(localId) % 1_000_000;
  const live = world.calls.live.find((one) => one.chat === chat.peerId && one.members.includes(userId));
  return {
    conversation: {
      peer,
      sort_id: { major_id: chat.pinned ? 16 : 0, minor_id: minorId },
      last_message_id: messageId,
      last_conversation_message_id: messageId,
      in_read: messageId,
      out_read: messageId,
      ...(chat.unread[userId] ? { unread_count: chat.unread[userId] } : {}),
      ...(chat.muted ? { push_settings: { disabled_forever: true, no_sound: true } } : {}),
      can_write: canWrite(chat),
      ...(chat.type === 'chat' ? { chat_settings: chatSettings(chat) } : {}),
      ...(live ? { call_in_progress: callInProgress(live) } : {}),
    },
    ...(chat.lastMessage ? { last_message: lastMessage(chat, messageId) } : {}),
  };
}

function canWrite({ channel, readOnly }: Chat): unknown {
  if (readOnly) return { allowed: false, reason: channel ? 917 : 916 };
  return channel ? { allowed: false, reason: 203 } : { allowed: true };
}

/** A call that is on, as a conversation shows it. */
export function callInProgress(live: LiveCall): unknown {
  return {
    call_id: live.id,
    join_link: live.joinLink,
    ...(live.vkJoinLink === null ? {} : { vk_join_link: live.vkJoinLink }),
    has_link: true,
    participants: { list: live.participants, count: live.participantsCount },
  };
}

function chatSettings(chat: Chat): unknown {
  return {
    owner_id: 871000010,
    title: chat.title,
    state: 'in',
    members_count: chat.membersCount,
    acl: {},
    is_group_channel: chat.channel,
    ...(chat.photo ? { photo: { photo_50: chat.photo, photo_100: chat.photo, photo_200: chat.photo } } : {}),
  };
}

function lastMessage(chat: Chat, id: number): unknown {
  const message = chat.lastMessage;
  if (!message) return undefined;
  return {
    id,
    date: Math.floor(message.date / 1000),
    from_id: message.from,
    peer_id: chat.peerId,
    text: message.text,
    attachments: message.attachments,
  };
}
