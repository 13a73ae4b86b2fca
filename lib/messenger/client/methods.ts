import type { MethodCall } from './execute';

/** `messages.getConversations` gives no more at once. */
export const largestPage = 200;

/** More chats of one name are not looked through. */
const mostFound = 100;

const scheduledPage = 100;

export function conversationsCall(offset: number, count: number): MethodCall {
  return { method: 'messages.getConversations', parameters: { offset, count, extended: 1, fields: 'photo_100' } };
}

export function searchCall(query: string): MethodCall {
  return {
    method: 'messages.searchConversations',
    parameters: { q: query, count: mostFound, extended: 1, fields: 'photo_100' },
  };
}

export function scheduledCall(startFrom?: string): MethodCall {
  return {
    method: 'messages.getScheduledCalls',
    parameters: { count: scheduledPage, ...(startFrom === undefined ? {} : { start_from: startFrom }) },
  };
}

export const currentCall: MethodCall = { method: 'messages.getCurrentCalls', parameters: { fields: 'photo_100' } };

export function profileCall(profileId: number): MethodCall {
  return {
    method: 'users.get',
    parameters: { user_ids: profileId, fields: 'educational_profile,photo_100,sex' },
  };
}
