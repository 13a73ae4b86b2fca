import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurrentAnswer, readScheduledAnswer } from '@/lib/messenger/answers/calls';
import { joinLiveCalls } from '@/lib/messenger/answers/live';
import type { ScheduledCall } from '@/lib/messenger/types';
import { chat, currentCall, link, scheduledCall, teacher } from '@/tests/unit/lib/messenger/samples';

function scheduled(items: unknown, more: Record<string, unknown> = {}) {
  const result = readScheduledAnswer({ items, profiles: [teacher], groups: [], has_more: false, ...more });
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}

describe('a scheduled call', () => {
  it('is read as a whole', () => {
    const item = scheduledCall(
      { chat: { id: 3, peer_id: 2000000003, title: '8 Б — родители', photo_50: 'https://sun.example/c.jpg' } },
      { recurrence_rule: 'weekly', recurrence_until_time: 1811203200 },
    );
    expect(scheduled([item])).toEqual({
      items: [
        {
          id: '0f1e2d3c-0000-4000-8000-000000000101',
          name: 'География 8 Б',
          caller: 'Елена Белова',
          address: link('c2NoZWQtMDAy'),
          chat: { peerId: 2000000003, title: '8 Б — родители' },
          start: 1795404000_000,
          duration: 2_400_000,
          recurrence: 'weekly',
          until: 1811203200_000,
          live: false,
        },
      ],
      unreadable: 0,
      next: null,
    });
  });

  const hour = 3_600_000;
  const short = { id: 1, password: 'x', link_with_password: link('cGFzcw'), link_without_password: link('b3Blbg') };

  it.each<[string, Record<string, unknown>, Record<string, unknown>, Partial<ScheduledCall>]>([
    ['no length', {}, { duration: 0 }, { duration: hour }],
    ['length null', {}, { duration: null }, { duration: hour }],
    ['length absent', {}, { duration: undefined }, { duration: hour }],
    ['length of a month', {}, { duration: 2_600_000 }, { duration: hour }],
    ['a rule of tomorrow', {}, { recurrence_rule: 'fortnightly' }, { recurrence: 'never' }],
    ['no rule', {}, { recurrence_rule: null }, { recurrence: 'never' }],
    ['end null', {}, { recurrence_until_time: null }, { until: null }],
    ['end zero', {}, { recurrence_until_time: 0 }, { until: null }],
    ['the older link alone', { vk_join_link: null }, {}, { address: link('c2NoZWQtMDAx') }],
    [
      'the short link alone',
      { vk_join_link: null, join_link: '', short_credentials: short },
      {},
      { address: link('cGFzcw') },
    ],
    [
      'the short link without a password',
      { vk_join_link: null, join_link: null, short_credentials: { ...short, link_with_password: null } },
      {},
      { address: link('b3Blbg') },
    ],
    [
      'a link that is not recognised beside one that is',
      { vk_join_link: 'https://vk.com/calls?section=42', join_link: link('b2xkZXI') },
      {},
      { address: link('b2xkZXI') },
    ],
    [
      'only links that are not recognised',
      { vk_join_link: 'https://vk.com/calls?section=42', join_link: 'https://vk.com/x' },
      {},
      { address: 'https://vk.com/calls?section=42' },
    ],
    ['no link', { vk_join_link: null, join_link: null }, {}, { address: null }],
    ['a caller nobody named', { caller_id: 5 }, {}, { caller: '' }],
    ['no name', { name: null }, {}, { name: '' }],
    ['a chat that cannot be read', { chat: { title: 'x' } }, {}, { chat: null }],
    [
      'on now',
      { call_id: 'a', chat: { peer_id: 5, title: 'x', call_in_progress: { call_id: 'a' } } },
      {},
      { live: true },
    ],
    ['on now, by a nameless call', { chat: { peer_id: 5, title: 'x', call_in_progress: {} } }, {}, { live: true }],
    [
      'not on while another call of its chat is',
      {
        call_id: 'a',
        chat: { peer_id: 5, title: 'x', call_in_progress: { call_id: 'b', join_link: link('b3RoZXI') } },
      },
      {},
      { live: false },
    ],
    ['an id that is a number', { call_id: 77 }, {}, { id: '77' }],
    ['no id', { call_id: null }, {}, { id: link('c2NoZWQtMDAy') }],
  ])('%s', (_, fields, schedule, expected) => {
    expect(scheduled([scheduledCall(fields, schedule)]).items[0]).toMatchObject(expected);
  });

  it.each([
    ['null', null],
    ['no schedule', { ...scheduledCall(), schedule: undefined }],
    ['no time', scheduledCall({}, { time: null })],
    ['a time outside of time', scheduledCall({}, { time: 1e18 })],
    ['neither id nor link', scheduledCall({ call_id: null, join_link: null, vk_join_link: null })],
  ])('is left out and counted: %s', (_, item) => {
    expect(scheduled([scheduledCall(), item])).toMatchObject({ unreadable: 1, items: [{ name: 'География 8 Б' }] });
  });

  it.each<[string, Record<string, unknown>, string | null]>([
    ['the last page', { has_more: false, next_from: 'x' }, null],
    ['more to come', { has_more: true, next_from: 'x' }, 'x'],
    ['more to come, from nowhere', { has_more: true }, null],
    ['only a next', { has_more: undefined, next_from: 'x' }, 'x'],
  ])('%s', (_, more, next) => {
    expect(scheduled([], more).next).toBe(next);
  });

  it('survives anything', () => {
    const garbage = fc.anything({ maxDepth: 2 });
    const item = fc.record({
      call_id: fc.oneof(fc.string(), garbage),
      vk_join_link: garbage,
      schedule: fc.oneof(
        fc.record({ time: fc.oneof(fc.nat(), garbage), duration: garbage, recurrence_rule: garbage }),
        garbage,
      ),
      chat: garbage,
    });
    fc.assert(
      fc.property(fc.oneof(fc.array(item), garbage), garbage, (items, profiles) => {
        const result = readScheduledAnswer({ items, profiles });
        for (const call of result.ok ? result.value.items : []) {
          expect(call.id).not.toBe('');
          expect(new Date(call.start).getTime()).not.toBeNaN();
          expect(call.duration).toBeGreaterThan(0);
        }
        readCurrentAnswer({ items, profiles });
        readScheduledAnswer(items);
        readCurrentAnswer(items);
      }),
    );
  });
});

describe('a current call', () => {
  it('is read, with the caller for a title', () => {
    expect(readCurrentAnswer({ items: [currentCall, {}, null], profiles: [teacher], groups: null })).toEqual({
      ok: true,
      value: {
        items: [
          {
            id: currentCall.call_id,
            title: 'Елена Белова',
            address: currentCall.vk_join_link,
            chat: null,
            participants: 2,
          },
        ],
        unreadable: 2,
      },
    });
  });

  it.each([
    ['neither name, address nor chat', { call_id: 7, join_link: 7, user_ids: ['five'] }, 0],
    ['a chat', { call_id: 'one', chat: { peer_id: 5 } }, 1],
    ['a caller', { call_id: 'one', caller_id: teacher.id }, 1],
    ['an address', { join_link: link('b25l') }, 1],
  ])('with %s', (_, item, count) => {
    const read = readCurrentAnswer({ items: [item], profiles: [teacher] });
    expect(read).toMatchObject({ value: { unreadable: 1 - count } });
    expect(read.ok && read.value.items).toHaveLength(count);
  });

  it('is one with the call of its chat', () => {
    const read = readCurrentAnswer({ items: [currentCall, { call_id: 'other', join_link: link('b3RoZXI') }] });
    const held = [
      chat(1),
      chat(2, { title: 'Алгебра 8 Б', live: { callId: currentCall.call_id, participants: 1, address: null } }),
      chat(3, { title: 'Химия', live: { callId: 'x', participants: 4, address: link('eA') } }),
    ];
    expect(joinLiveCalls(held, read.ok ? read.value.items : [])).toEqual([
      {
        id: currentCall.call_id,
        title: 'Алгебра 8 Б',
        address: currentCall.vk_join_link,
        chat: { peerId: 2, title: 'Алгебра 8 Б' },
        participants: 2,
      },
      { id: 'x', title: 'Химия', address: link('eA'), chat: { peerId: 3, title: 'Химия' }, participants: 4 },
      { id: 'other', title: '', address: link('b3RoZXI'), chat: null, participants: 0 },
    ]);
  });
});
