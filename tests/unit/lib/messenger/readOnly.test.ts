import { expect, test } from 'vitest';
import { readConversationsAnswer } from '@/lib/messenger/answers/conversations';
import { areReadOnly } from '@/lib/messenger/readOnly';
import type { ChatKind } from '@/lib/messenger/types';
import { chat, conversation, profileId } from '@/tests/unit/lib/messenger/samples';

type One = [kind: ChatKind, isReadOnly: boolean];

test.each<[string, One[], boolean]>([
  ['no chats: there is nothing to say', [], false],
  ['one chat that can be written to', [['chat', false]], false],
  ['one read-only chat', [['chat', true]], true],
  [
    'all of several',
    [
      ['chat', true],
      ['person', true],
      ['group', true],
    ],
    true,
  ],
  [
    'one of several can still be written to',
    [
      ['chat', true],
      ['chat', false],
    ],
    false,
  ],
  [
    'a person can still be written to',
    [
      ['chat', true],
      ['person', false],
    ],
    false,
  ],
  [
    'channels are read only by nature',
    [
      ['channel', true],
      ['channel', true],
    ],
    false,
  ],
  [
    'a channel beside read-only chats',
    [
      ['channel', true],
      ['chat', true],
    ],
    true,
  ],
  [
    'a channel of one’s own beside read-only chats',
    [
      ['channel', false],
      ['chat', true],
    ],
    true,
  ],
])('the school may be in MAX: %s', (_, chats, expected) => {
  const held = chats.map(([kind, isReadOnly], index) => chat(2_000_000_001 + index, { kind, isReadOnly }));
  expect(areReadOnly(held)).toBe(expected);
});

const channel = { chat_settings: { title: 'Объявления школы', is_group_channel: true } };

test.each<[string, Record<string, unknown>[], boolean]>([
  [
    'as of a school that has moved',
    [{ can_write: { allowed: false, reason: 916 } }, { ...channel, can_write: { allowed: false, reason: 917 } }],
    true,
  ],
  ['yes or no as a number', [{ can_write: { allowed: 0 } }], true],
  ['nothing said of writing', [{ can_write: undefined }], false],
  ['a shape that is not known', [{ can_write: 'no' }], false],
  ['no word in it', [{ can_write: { reason: 916 } }], false],
])('chats as VK gives them: %s', (_, fields, expected) => {
  const items = fields.map((one, index) => conversation(2_000_000_001 + index, one));
  const read = readConversationsAnswer({ count: items.length, items }, profileId);
  expect(read.ok && areReadOnly(read.value.items)).toBe(expected);
});
