import type { CallRow } from '@/lib/messages/calls';

/** Monday, 23 November 2026, 14:00 in Krasnoyarsk. */
const now = Date.UTC(2026, 10, 23, 7);

/** A lesson that is on then, with whatever is to be another. */
export function callRow(changes: Partial<CallRow>): CallRow {
  return {
    id: 'call:1',
    name: 'Алгебра',
    type: 'lesson',
    origin: null,
    service: 'vk',
    start: now,
    end: now + 40 * 60_000,
    live: false,
    recurrence: 'never',
    caller: '',
    until: null,
    chat: null,
    address: 'https://vk.com/call/join/aaaaaaaaaaaaaaaaaaaa',
    eventId: 'call:1',
    ...changes,
  };
}
