import { describe, expect, it } from 'vitest';
import { mergeChats, orderChats } from '@/lib/messenger/answers/order';
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
