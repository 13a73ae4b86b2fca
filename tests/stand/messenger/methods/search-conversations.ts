import { type MethodCall, requestedFields, wholeNumber } from './call.ts';
import { chatsOf, conversation } from './get-conversations.ts';
import { profilesOfAll } from './profiles.ts';

/** `messages.searchConversations`: the token's own chats by a part of their title, without their last messages. */
export function searchConversations(call: MethodCall): unknown {
  const { world } = call.context;
  const { userId } = call.token;
  const count = wholeNumber(call, 'count', 20, 1, 255);
  const query = (call.parameters.get('q') ?? '').toLowerCase();
  const found = chatsOf(world, userId).filter(({ title }) => title.toLowerCase().includes(query));
  const items = found.slice(0, count).map((chat) => conversation(world, chat, userId, 0).conversation);
  if (call.parameters.get('extended') !== '1') return { count: found.length, items };
  const people = found.filter(({ type }) => type === 'user').map(({ peerId }) => peerId);
  return { count: found.length, items, profiles: profilesOfAll(world, people, requestedFields(call)), groups: [] };
}
