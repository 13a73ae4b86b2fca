import { type MethodCall, requestedFields } from './call.ts';
import { profilesOfAll } from './profiles.ts';

/** `messages.getCurrentCalls`: calls that are on in the token's own chats. */
export function getCurrentCalls(call: MethodCall): unknown {
  const { world } = call.context;
  const own = world.calls.live.filter((one) => one.members.includes(call.token.userId));
  return {
    items: own.map((one) => ({
      call_id: one.id,
      caller_id: one.caller,
      user_ids: one.participants,
      join_link: one.joinLink,
      ...(one.vkJoinLink === null ? {} : { vk_join_link: one.vkJoinLink }),
    })),
    profiles: profilesOfAll(
      world,
      own.map((one) => one.caller),
      requestedFields(call),
    ),
    groups: [],
  };
}
