import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChats, orderChats } from '@/lib/messenger/answers/order';
import { fromRow, rowBudget, toRow } from '@/lib/messenger/answers/row';
import { searchChats } from '@/lib/messenger/answers/search';
import type { Chat } from '@/lib/messenger/types';
import { chat } from '@/tests/unit/lib/messenger/samples';

const placed = (peerId: number, major: number | null, minor = 0) =>
  chat(peerId, { order: major === null ? null : { major, minor }, pinned: (major ?? 0) > 0 });
const ids = (chats: readonly Chat[]) => chats.map(({ peerId }) => peerId);

describe('VK’s order', () => {
  it.each<[string, Chat[], number[]]>([
    [
      'pinned first, then newer first',
      [placed(1, 0, 5), placed(2, 0, 9), placed(3, 16, 1), placed(4, 32, 1)],
      [4, 3, 2, 1],
    ],
    ['no order known: that of the answer', [placed(1, null), placed(2, null), placed(3, null)], [1, 2, 3]],
    ['one without keeps its place', [placed(1, 0, 9), placed(2, null), placed(3, 0, 5)], [1, 2, 3]],
    ['one without follows the one before it', [placed(1, 0, 5), placed(2, null), placed(3, 0, 9)], [3, 1, 2]],
    ['nothing', [], []],
  ])('%s', (_, chats, expected) => {
    expect(ids(orderChats(chats))).toEqual(expected);
  });

  it('takes fresh chats in, one row for each peer', () => {
    const held = [placed(1, 0, 9), placed(2, 0, 8), placed(3, 0, 7)];
    const fresh = [placed(3, 0, 10), placed(4, 0, 1), placed(4, 0, 2)];
    expect(ids(mergeChats(held, fresh, 'top'))).toEqual([3, 1, 2, 4]);
    expect(ids(mergeChats([placed(1, null)], [placed(2, null), placed(1, null)], 'top'))).toEqual([2, 1]);
    expect(ids(mergeChats([placed(1, null)], [placed(2, null)], 'end'))).toEqual([1, 2]);
  });
});

describe('search', () => {
  const titles = [
    '8 Б — ученики и учитель',
    'Алгебра 8 Б',
    'Алгебра 8 А',
    'Ёлка и ёжики',
    'Пётр Соколов',
    'МБОУ "СОШ № 4"',
  ];
  const chats = titles.map((title, index) => chat(index, { title }));
  const found = (query: string) => searchChats(chats, query).map(({ title }) => title);

  it.each<[string, string[]]>([
    ['', titles],
    [' — ', titles],
    ['алг', ['Алгебра 8 Б', 'Алгебра 8 А']],
    ['АЛГЕБРА', ['Алгебра 8 Б', 'Алгебра 8 А']],
    ['8 алг', ['Алгебра 8 Б', 'Алгебра 8 А']],
    ['алг 8 б', ['Алгебра 8 Б']],
    ['8б', ['8 Б — ученики и учитель', 'Алгебра 8 Б']],
    ['елка', ['Ёлка и ёжики']],
    ['ЁЖИК', ['Ёлка и ёжики']],
    ['петр', ['Пётр Соколов']],
    ['соколов пётр', ['Пётр Соколов']],
    ['пе\u0308тр', ['Пётр Соколов']],
    ['сош', ['МБОУ "СОШ № 4"']],
    ['ебра', []],
    ['алг химия', []],
    ['.*', titles],
  ])('«%s»', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('finds one of 5,000 chats', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      chat(index, { title: `Алгебра и геометрия ${index} Б — родители` }),
    );
    expect(searchChats(many, 'родит 4999')).toHaveLength(1);
    expect(searchChats(many, 'геом 4998')).toHaveLength(1);
  });
});

describe('a held row', () => {
  const size = (held: Chat) => new TextEncoder().encode(JSON.stringify(toRow(held))).length;
  const full = chat(2_000_000_077, {
    kind: 'channel',
    title: '8 Б — ученики и учитель',
    photo: 'https://sun.example/p.jpg',
    unread: 3,
    muted: true,
    pinned: true,
    order: { major: 16, minor: 123456 },
    last: { at: 1795339400000, author: 'Елена Белова', own: false, text: 'Завтра контрольная', attachment: 'voice' },
    live: {
      callId: '0f1e2d3c-0000-4000-8000-000000000001',
      participants: 12,
      address: `https://vk.com/call/join/${'a'.repeat(43)}`,
    },
  });

  it.each<[string, Chat]>([
    ['everything', full],
    ['next to nothing', chat(5)],
    ['an own message', chat(5, { last: { at: 1000, author: '', own: true, text: '', attachment: null } })],
  ])('comes back as it was: %s', (_, held) => {
    expect(fromRow(toRow(held), held.photo)).toEqual(held);
  });

  it('fits the budget whatever is in it, and loses the text before the title', () => {
    const long = {
      ...full,
      title: 'Ж'.repeat(100),
      last: { at: 1795339400000, author: 'Я'.repeat(40), own: false, text: '😀'.repeat(50), attachment: null },
    };
    expect(size(long)).toBeLessThanOrEqual(rowBudget);
    const back = fromRow(toRow({ ...long, live: null }), null);
    expect(back?.title).toBe(long.title);
    expect(back?.last?.text).toMatch(/^(😀)*…?$/u);
  });

  it('fits the budget for any texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 130 });
    fc.assert(
      fc.property(text, text, text, text, fc.boolean(), (title, author, words, address, live) => {
        const held = {
          ...full,
          title,
          last: { at: 1795339400000, author, own: false, text: words, attachment: null },
          live: live ? { callId: address, participants: 3, address: `https://vk.com/${address}` } : null,
        };
        expect(size(held)).toBeLessThanOrEqual(rowBudget);
        expect(fromRow(toRow(held), null)?.peerId).toBe(full.peerId);
      }),
    );
  });

  it.each([[[]], [['x']], [[5, 99, 0, 0]]])('%j is no row', (row) => {
    expect(fromRow(row, null)).toBeNull();
  });
});
