import type { ApiMethodName } from '../../faults.ts';
import type { Method } from './call.ts';
import { getConversations } from './get-conversations.ts';
import { getCurrentCalls } from './get-current-calls.ts';
import { getScheduledCalls } from './get-scheduled-calls.ts';
import { searchConversations } from './search-conversations.ts';
import { usersGet } from './users-get.ts';

/** Every method but `execute`, by the name in the address. */
export const METHODS: Readonly<Record<Exclude<ApiMethodName, 'execute'>, Method>> = {
  'users.get': usersGet,
  'messages.getConversations': getConversations,
  'messages.searchConversations': searchConversations,
  'messages.getScheduledCalls': getScheduledCalls,
  'messages.getCurrentCalls': getCurrentCalls,
};

/** Whether this is one of the methods above. */
export function isMethod(name: string): name is keyof typeof METHODS {
  return Object.hasOwn(METHODS, name);
}
