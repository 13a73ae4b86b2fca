import * as z from 'zod/mini';
import type { Chat, ChatKind, Readable } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { liveSchema, toLive } from './callFields';
import { readLastMessage } from './lastMessage';
import { choosePhoto, type People, photoSchema, readPeople } from './people';
import { anything, clip, counted, isNothingReadable, isRecord, lenient, readItems, whole, yesOrNo } from './read';

const longestTitle = 120;

/** Chats have ids from here on; below are people, and below zero groups and e-mail peers. */
const firstChat = 2_000_000_000;

const pushSchema = z.object({
  disabled_forever: lenient(yesOrNo),
  no_sound: lenient(yesOrNo),
  disabled_until: lenient(whole),
});

/** Every field but `peer` may be absent. */
const conversationSchema = z.object({
  peer: z.object({ id: whole, type: lenient(z.string()) }),
  sort_id: lenient(z.object({ major_id: whole, minor_id: whole })),
  unread_count: lenient(counted),
  push_settings: lenient(pushSchema),
  can_write: lenient(z.object({ allowed: lenient(yesOrNo) })),
  chat_settings: lenient(
    z.object({
      title: lenient(z.string()),
      photo: lenient(photoSchema),
      is_group_channel: lenient(yesOrNo),
    }),
  ),
  call_in_progress: lenient(liveSchema),
});

const itemSchema = z.object({ conversation: conversationSchema, last_message: anything });

const answerSchema = z.object({
  count: lenient(counted),
  items: anything,
  profiles: anything,
  groups: anything,
});

/** One page of `messages.getConversations`. */
export interface ConversationsPage extends Readable<Chat> {
  /** How many conversations there are in all, by the server's count; `null` where it does not say. */
  total: number | null;
  /** How many the page held, unreadable ones included. */
  received: number;
  people: People;
}

/**
 * Reads one page of `messages.getConversations` with `extended=1`, or what `messages.searchConversations` found: there
 * the items are the conversations themselves, without their last messages.
 *
 * @param profileId whose list it is
 * @returns chats in the order of the answer, or `unreadable` when it is no list at all or not one of it could be read
 */
export function readConversationsAnswer(response: unknown, profileId: number): Result<ConversationsPage> {
  const answer = answerSchema.safeParse(response);
  if (!answer.success || !isRecord(response)) return fail(unreadable('no list'));
  const people = readPeople(answer.data);
  const read = readItems(answer.data.items, (raw) => readChat(raw, people, profileId));
  if (!read) return fail(unreadable('no list'));
  if (isNothingReadable(read)) return fail(unreadable(`${read.unreadable} unreadable`));
  const received = read.items.length + read.unreadable;
  return succeed({ ...read, total: answer.data.count ?? null, received, people });
}

function unreadable(detail: string) {
  return problem('messenger', 'unreadable', `messages.getConversations: ${detail}`);
}

function readChat(raw: unknown, people: People, profileId: number): Chat | null {
  const item = itemSchema.safeParse(isRecord(raw) && 'peer' in raw ? { conversation: raw } : raw);
  if (!item.success) return null;
  const { conversation } = item.data;
  const peerId = conversation.peer.id;
  if (peerId === 0) return null;
  const kind = readKind(peerId, conversation.peer.type, conversation.chat_settings?.is_group_channel === true);
  const named = kind === 'person' || kind === 'group' ? people.get(peerId) : undefined;
  const last = readLastMessage(item.data.last_message, people, profileId, peerId);
  const call = conversation.call_in_progress;
  const order = conversation.sort_id ?? null;

  return {
    peerId,
    kind,
    title: clip(conversation.chat_settings?.title || named?.name || '', longestTitle),
    photo: choosePhoto(conversation.chat_settings?.photo ?? undefined) ?? named?.photo ?? null,
    unread: conversation.unread_count ?? 0,
    muted: isMuted(conversation.push_settings),
    pinned: order !== null && order.major_id > 0,
    // Where VK does not say it, one may write.
    isReadOnly: conversation.can_write?.allowed === false,
    order: order && { major: order.major_id, minor: order.minor_id },
    last: last?.message ?? null,
    live: call ? toLive(call, peerId) : (last?.live ?? null),
  };
}

/** Their mere presence means muted (C), unless there are fields of VK's schema, and all of them say no. */
function isMuted(settings: z.infer<typeof pushSchema> | null | undefined): boolean {
  if (!settings) return false;
  const { disabled_forever: forever, no_sound: silent, disabled_until: until } = settings;
  const saysNothing = (forever ?? silent ?? until ?? null) === null;
  // -1 is for ever; a moment that is over mutes nothing.
  return saysNothing || forever || silent || (until ? until < 0 || until * 1000 > Date.now() : false);
}

function readKind(peerId: number, type: string | null | undefined, isChannel: boolean): ChatKind {
  if (type === 'chat' || peerId > firstChat) return isChannel ? 'channel' : 'chat';
  if (type === 'group') return 'group';
  // An e-mail peer is one correspondent, whatever the sign of its id.
  if (type === 'user' || type === 'email') return 'person';
  return peerId > 0 ? 'person' : 'group';
}
