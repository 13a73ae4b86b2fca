import { beforeEach, expect, it, vi } from 'vitest';
import { createChatsState } from '@/entrypoints/section/state/chats';
import type { ChatsView } from '@/lib/messages/chats';

const ask = vi.hoisted(() => vi.fn());
vi.mock('@/lib/messages/send', () => ({ ask, isOrphaned: () => false, MessageError: class extends Error {} }));

const view = (title: string): ChatsView => ({
  rows: [{ peerId: 1, title }] as ChatsView['rows'],
  count: 1,
  reading: false,
  reach: 'whole',
  isCut: false,
  isReadOnly: false,
  unread: 0,
  unreadable: 0,
  heldAt: 1,
  problem: null,
  withheld: false,
});

let chats: ReturnType<typeof createChatsState>;

beforeEach(() => {
  ask.mockReset();
  ask.mockResolvedValueOnce(view('ahead')).mockResolvedValue(view('anew'));
  chats = createChatsState();
});

it('the first rows asked ahead are taken once', async () => {
  chats.readAhead();
  await chats.read();
  expect(chats.rowAt(0)?.title).toBe('ahead');
  await chats.read();
  expect(chats.rowAt(0)?.title).toBe('anew');
  expect(ask).toHaveBeenCalledTimes(2);
});

it.each([
  ['when somebody else may be signed in', () => chats.dropAhead(), false],
  ['when the person wants them anew', () => {}, true],
])('they are not taken %s', async (_, happen, refresh) => {
  chats.readAhead();
  happen();
  await chats.read(refresh);
  expect(chats.rowAt(0)?.title).toBe('anew');
});
