import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConversationsAnswer } from '@/lib/messenger/answers/conversations';
import type { Chat } from '@/lib/messenger/types';
import { conversation, helper, link, message, profileId, teacher } from '@/tests/unit/lib/messenger/samples';

const chatPeer = 2_000_000_001;

function read(items: unknown, more: Record<string, unknown> = {}) {
  const result = readConversationsAnswer(
    { count: 1, items, profiles: [teacher], groups: [helper], ...more },
    profileId,
  );
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}

function only(item: unknown): Chat {
  const [chat] = read([item]).items;
  if (!chat) throw new Error('not read');
  return chat;
}

describe('a chat', () => {
  it('is read as a whole', () => {
    const item = conversation(
      chatPeer,
      {
        sort_id: { major_id: 16, minor_id: 999 },
        unread_count: 3,
        push_settings: { disabled_forever: true, no_sound: true },
        chat_settings: {
          title: '8 Б — ученики  и учитель',
          photo: { photo_50: 'https://sun.example/50.jpg', photo_100: 'https://sun.example/100.jpg' },
        },
      },
      message({ text: 'Завтра контрольная,\nне забудьте линейки' }),
    );
    expect(only(item)).toEqual({
      peerId: chatPeer,
      kind: 'chat',
      title: '8 Б — ученики и учитель',
      photo: 'https://sun.example/100.jpg',
      unread: 3,
      muted: true,
      pinned: true,
      isReadOnly: false,
      order: { major: 16, minor: 999 },
      last: {
        at: 1795339400_000,
        author: 'Елена Белова',
        own: false,
        text: 'Завтра контрольная, не забудьте линейки',
        attachment: null,
      },
      live: null,
    });
  });

  it('needs nothing but its peer', () => {
    expect(only({ conversation: { peer: { id: chatPeer } } })).toEqual({
      peerId: chatPeer,
      kind: 'chat',
      title: '',
      photo: null,
      unread: 0,
      muted: false,
      pinned: false,
      isReadOnly: false,
      order: null,
      last: null,
      live: null,
    });
  });

  const allNo = { disabled_forever: false, disabled_until: 0, no_sound: false };
  const soon = Math.floor(Date.now() / 1000) + 3600;
  it.each<[string, unknown, boolean]>([
    ['that say nothing', {}, true],
    ['of other fields', { sound: 1 }, true],
    ['of nonsense', { disabled_forever: { valueOf: 1, toString: 1 } }, true],
    ['that all say no', allNo, false],
    ['that all say no, in numbers and text', { disabled_forever: 0, disabled_until: '0', no_sound: 0 }, false],
    ['of one field that says no', { disabled_until: 0 }, false],
    ['whose end is over', { ...allNo, disabled_until: 1_600_000_000 }, false],
    ['until a moment to come', { ...allNo, disabled_until: soon }, true],
    ['for ever', { ...allNo, disabled_until: -1 }, true],
    ['for ever, in another field', { ...allNo, disabled_forever: 1 }, true],
    ['without a sound', { ...allNo, no_sound: true }, true],
    ['that are a list', [], false],
  ])('settings %s', (_, push_settings, muted) => {
    expect(only(conversation(chatPeer, { push_settings }))).toMatchObject({ muted });
  });

  it.each<[string, number, Record<string, unknown>, Partial<Chat>]>([
    ['a person', 871000010, {}, { kind: 'person', title: 'Елена Белова', photo: 'https://sun.example/e.jpg' }],
    ['a person nobody named', 871000099, {}, { kind: 'person', title: '', photo: null }],
    [
      'a group, whose picture is not over https',
      -222277107,
      {},
      { kind: 'group', title: 'Помощник Сферума', photo: null },
    ],
    ['an e-mail peer', -2_000_000_005, { peer: { id: -2_000_000_005, type: 'email' } }, { kind: 'person', title: '' }],
    [
      'a channel',
      chatPeer,
      { chat_settings: { title: 'Объявления', is_group_channel: true } },
      { kind: 'channel', title: 'Объявления' },
    ],
    ['a peer of a kind that is not known', 5, { peer: { id: 5, type: 'robot' } }, { kind: 'person' }],
    [
      'settings that are null',
      chatPeer,
      { chat_settings: null, push_settings: null, sort_id: null },
      { title: '', muted: false, order: null },
    ],
    [
      'nonsense in fields that may be absent',
      chatPeer,
      { unread_count: 'many', sort_id: 4, call_in_progress: true },
      { unread: 0, order: null, live: null },
    ],
    [
      'numbers as text',
      chatPeer,
      {
        peer: { id: String(chatPeer), type: 'chat' },
        unread_count: '7',
        sort_id: { major_id: '16', minor_id: '3' },
        chat_settings: { title: 'x', is_group_channel: 1 },
      },
      { peerId: chatPeer, kind: 'channel', unread: 7, order: { major: 16, minor: 3 }, pinned: true },
    ],
    [
      'a title of 100,000 characters',
      chatPeer,
      { chat_settings: { title: 'я'.repeat(100_000) } },
      { title: `${'я'.repeat(119)}…` },
    ],
    [
      'a picture that is a script',
      chatPeer,
      { chat_settings: { title: 'x', photo: { photo_100: 'javascript:alert(1)' } } },
      { photo: null },
    ],
  ])('%s', (_, peerId, fields, expected) => {
    expect(only(conversation(peerId, fields))).toMatchObject(expected);
  });

  it.each([
    ['null', null],
    ['no conversation', {}],
    ['no peer', { conversation: { sort_id: { major_id: 0, minor_id: 1 } } }],
    ['a peer without a number', { conversation: { peer: { id: 'five' } } }],
  ])('is left out and counted: %s', (_, item) => {
    expect(read([conversation(chatPeer), item])).toMatchObject({ unreadable: 1, received: 2 });
  });
});

describe('the last message', () => {
  const last = (fields: Record<string, unknown>, peerId = chatPeer) =>
    only(conversation(peerId, {}, message({ peer_id: peerId, ...fields }))).last;

  it.each<[string, Record<string, unknown>, number, Record<string, unknown>]>([
    ['of another in a chat', {}, chatPeer, { author: 'Елена Белова', own: false }],
    ['own', { from_id: profileId }, chatPeer, { author: '', own: true }],
    ['own by its direction', { from_id: 871000077, out: 1 }, chatPeer, { author: '', own: true }],
    ['of the other person in a private chat', {}, 871000010, { author: '', own: false }],
    ['of a group', { from_id: -222277107 }, chatPeer, { author: 'Помощник Сферума' }],
    ['of somebody nobody named', { from_id: 5 }, chatPeer, { author: '' }],
    [
      'with a mention',
      { text: '[id871000010|Елена], [club5|группа] и [https://ya.ru|сайт] [x|y]' },
      chatPeer,
      { text: 'Елена, группа и сайт [x|y]' },
    ],
    [
      'with markup stays text',
      { text: '<img src=x onerror=alert(1)>' },
      chatPeer,
      { text: '<img src=x onerror=alert(1)>' },
    ],
  ])('%s', (_, fields, peerId, expected) => {
    expect(last(fields, peerId)).toMatchObject(expected);
  });

  it.each<[string, unknown, string]>([
    ['photo', { type: 'photo', photo: {} }, 'photo'],
    ['video', { type: 'video' }, 'video'],
    ['voice', { type: 'audio_message' }, 'voice'],
    ['document', { type: 'doc' }, 'document'],
    ['poll', { type: 'poll' }, 'poll'],
    ['post', { type: 'wall' }, 'post'],
    ['ended call', { type: 'call', call: { initiator_id: 1, state: 'reached' } }, 'call'],
    ['a type of tomorrow', { type: 'hologram' }, 'other'],
    ['a name of every object', { type: 'constructor' }, 'other'],
    ['something else', 5, 'other'],
  ])('with an attachment: %s', (_, attachment, kind) => {
    expect(last({ text: '', attachments: [attachment] })).toMatchObject({ text: '', attachment: kind });
  });

  it.each<[string, Record<string, unknown>, string | null]>([
    ['forwarded messages', { fwd_messages: [{}] }, 'forwarded'],
    ['a place', { geo: { type: 'point' } }, 'location'],
    ['a notice of VK', { text: '', action: { type: 'chat_invite_user' } }, 'service'],
    ['lists that are null', { attachments: null, fwd_messages: null }, null],
  ])('with %s', (_, fields, kind) => {
    expect(last(fields)).toMatchObject({ attachment: kind });
  });

  it('is cut to one line', () => {
    const text = last({ text: `${'слово '.repeat(1000)}😀` })?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(100);
    expect(text.endsWith('…')).toBe(true);
  });

  it.each([
    ['null', null],
    ['without a date', { text: 'x' }],
    ['with a date outside of time', { text: 'x', date: 1e15 }],
  ])('that cannot be read leaves the chat: %s', (_, lastMessage) => {
    expect(only(conversation(chatPeer, {}, lastMessage)).last).toBeNull();
  });
});

describe('a call that is on', () => {
  const call = {
    call_id: '0f1e2d3c-0000-4000-8000-000000000001',
    join_link: link('am9pbg'),
    vk_join_link: link('dmtqb2lu'),
    has_link: true,
    participants: { list: [1, 2], count: 12 },
  };
  const announced = (fields: Record<string, unknown>) =>
    message({ attachments: [{ type: 'group_call_in_progress', group_call_in_progress: fields }] });

  it.each<[string, unknown, Chat['live']]>([
    ['as VK gives it', call, { callId: call.call_id, participants: 12, address: link('dmtqb2lu') }],
    [
      'with the older link alone',
      { ...call, vk_join_link: null },
      { callId: call.call_id, participants: 12, address: link('am9pbg') },
    ],
    ['without a link', { call_id: 'a' }, { callId: 'a', participants: 0, address: null }],
    [
      'with a list alone',
      { ...call, participants: { list: [1, 2] } },
      { callId: call.call_id, participants: 2, address: link('dmtqb2lu') },
    ],
    [
      'with a link that is a script',
      { call_id: 'a', join_link: 'javascript:alert(1)' },
      { callId: 'a', participants: 0, address: null },
    ],
    ['without any word', {}, { callId: `chat ${chatPeer}`, participants: 0, address: null }],
  ])('in the conversation: %s', (_, inProgress, live) => {
    expect(only(conversation(chatPeer, { call_in_progress: inProgress })).live).toEqual(live);
  });

  it('in the last message', () => {
    const item = conversation(
      chatPeer,
      {},
      announced({ initiator_id: 1, join_link: link('am9pbg'), participants: [1, 2, 3] }),
    );
    expect(only(item)).toMatchObject({
      live: { callId: 'Zm9yLXRlc3RzLW9ubHktam9pbg', participants: 3, address: link('am9pbg') },
      last: { attachment: 'liveCall' },
    });
  });

  it('in both: the conversation knows better', () => {
    const item = conversation(chatPeer, { call_in_progress: call }, announced({ join_link: link('am9pbg') }));
    expect(only(item).live?.callId).toBe(call.call_id);
  });
});

describe('the answer', () => {
  it.each<[string, unknown, number]>([
    ['null items', { count: 0, items: null, profiles: null, groups: null }, 0],
    ['no items', {}, 0],
    ['people that cannot be read', { items: [conversation(5)], profiles: [null, { id: 'x' }], groups: 5 }, 1],
  ])('%s', (_, response, count) => {
    const result = readConversationsAnswer(response, profileId);
    expect(result.ok && result.value.items.length).toBe(count);
  });

  it.each([null, false, 5, 'x', [], { items: 5 }, { items: [{ conversation: { peer: { id: 'five' } } }, null] }])(
    '%j is no list: not one of it can be read',
    (response) => {
      expect(readConversationsAnswer(response, profileId)).toMatchObject({ problem: { kind: 'unreadable' } });
    },
  );

  it('survives anything, and lets nothing through that is no chat', () => {
    const garbage = fc.anything({ withNullPrototype: true, maxDepth: 3 });
    const peer = fc.record({
      id: fc.oneof(fc.integer(), garbage),
      type: fc.oneof(fc.constantFrom('user', 'chat'), garbage),
    });
    const item = fc.record(
      {
        conversation: fc.oneof(
          fc.record(
            {
              peer,
              sort_id: garbage,
              unread_count: garbage,
              push_settings: garbage,
              chat_settings: fc.oneof(garbage, fc.record({ title: garbage, photo: garbage })),
              call_in_progress: fc.oneof(
                garbage,
                fc.record({ call_id: garbage, participants: garbage, join_link: garbage }),
              ),
            },
            { requiredKeys: ['peer'] },
          ),
          garbage,
        ),
        last_message: fc.oneof(
          garbage,
          fc.record({ date: fc.oneof(fc.nat(), garbage), text: garbage, from_id: garbage, attachments: garbage }),
        ),
      },
      { requiredKeys: ['conversation'] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.array(item), garbage), garbage, garbage, (items, profiles, groups) => {
        const result = readConversationsAnswer({ items, profiles, groups }, profileId);
        for (const chat of result.ok ? result.value.items : []) {
          expect(Number.isSafeInteger(chat.peerId) && chat.peerId !== 0).toBe(true);
          expect(['person', 'chat', 'channel', 'group']).toContain(chat.kind);
          expect(typeof chat.title).toBe('string');
          expect(chat.unread).toBeGreaterThanOrEqual(0);
          for (const address of [chat.photo, chat.live?.address ?? null]) {
            if (address !== null) expect(new URL(address).protocol).toBe('https:');
          }
          if (chat.last) expect(new Date(chat.last.at).getTime()).not.toBeNaN();
        }
      }),
    );
  });
});
