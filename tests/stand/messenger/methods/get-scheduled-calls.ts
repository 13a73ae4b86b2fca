import type { ScheduledCall } from '../../model.ts';
import type { World } from '../../world.ts';
import { ApiRefusal } from '../api-error.ts';
import { type MethodCall, requestedFields, wholeNumber } from './call.ts';
import { callInProgress } from './get-conversations.ts';
import { profilesOfAll } from './profiles.ts';

/** `messages.getScheduledCalls`: the token's own calls, page after page. */
export function getScheduledCalls(call: MethodCall): unknown {
  const { world } = call.context;
  const count = Math.min(wholeNumber(call, 'count', 100, 1, 1000), world.messenger.scheduledCallsPage);
  const from = readStart(call.parameters.get('start_from') ?? '');
  const own = world.calls.scheduled.filter((one) => one.members.includes(call.token.userId));
  const page = own.slice(from, from + count);
  const hasMore = from + count < own.length;
  return {
    items: page.map((one) => scheduledCall(world, one)),
    profiles: profilesOfAll(
      world,
      page.map((one) => one.caller),
      requestedFields(call),
    ),
    groups: [],
    has_more: hasMore,
    ...(hasMore ? { next_from: writeStart(from + count) } : {}),
  };
}

function scheduledCall(world: World, call: ScheduledCall): unknown {
  const time = Math.floor(call.start / 1000);
  return {
    call_id: call.id,
    name: call.name,
    caller_id: call.caller,
    can_edit: false,
    join_link: call.joinLink,
    vk_join_link: call.vkJoinLink,
    schedule: {
      time,
      duration: call.duration,
      recurrence_rule: call.recurrence,
      ...(call.until === undefined ? {} : { recurrence_until_time: Math.floor(call.until / 1000) }),
      marker_time: time,
    },
    skip_notification: false,
    ...chatOf(world, call),
    ...call.extra,
  };
}

function chatOf(world: World, call: ScheduledCall): Record<string, unknown> {
  const chat = world.chats.find((one) => one.peerId === call.chat);
  if (!chat) return {};
  const live = world.calls.live.find((one) => one.chat === chat.peerId);
  return {
    chat: {
      id: chat.peerId - 2_000_000_000,
      peer_id: chat.peerId,
      title: chat.title,
      ...(live ? { call_in_progress: callInProgress(live) } : {}),
    },
  };
}

/** The place to go on from is opaque to the client. */
function writeStart(index: number): string {
  return Buffer.from(`after:${index}`).toString('base64url');
}

function readStart(text: string): number {
  if (text === '') return 0;
  const match = /^after:(\d+)$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match) throw new ApiRefusal(100, 'One of the parameters specified was missing or invalid: start_from');
  return Number(match[1]);
}
