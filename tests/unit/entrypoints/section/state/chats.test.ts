import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChatsState } from '@/entrypoints/section/state/chats';
import type { ChatsView } from '@/lib/messages/chats';

const ask = vi.hoisted(() => vi.fn());
vi.mock('@/lib/messages/send', () => ({ ask, isOrphaned: () => false, MessageError: class extends Error {} }));

const view: ChatsView = {
  rows: [],
  count: 0,
  reading: false,
  reach: 'whole',
  isCut: false,
  isReadOnly: false,
  unread: 0,
  unreadable: 0,
  heldAt: 1,
  problem: null,
  withheld: false,
};

/** A background that holds so many of all the chats. */
function holding(held: number, total = held) {
  return async (_: string, { offset, count }: { offset: number; count: number }) => ({
    ...view,
    rows: Array.from({ length: held }, (_row, peerId) => ({ peerId })).slice(offset, offset + count),
    count: total,
  });
}

describe('the list of chats', () => {
  let chats: ReturnType<typeof createChatsState>;

  beforeEach(() => {
    chats = createChatsState();
  });
  afterEach(() => {
    ask.mockReset();
    vi.useRealTimers();
  });

  it('reads the first fifty, and others when they are seen', async () => {
    ask.mockImplementation(holding(120));
    await chats.read();
    chats.onSeen(40, 60);
    await vi.waitFor(() => expect(chats.rowAt(60)?.peerId).toBe(60));
    chats.onSeen(45, 65);
    expect(ask.mock.calls.map(([, { offset }]) => offset)).toEqual([0, 50]);
    expect(chats.count.value).toBe(120);
  });

  it('keeps places for chats that are still being read', async () => {
    ask.mockImplementation(holding(200, 1000));
    await chats.read();
    expect(chats.count.value).toBe(1000);
  });

  it('throws away an answer that comes after the rows were taken from the screen', async () => {
    let answer: (value: ChatsView) => void = () => {};
    ask.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    const reading = chats.read();
    chats.blank();
    answer({ ...view, rows: [{ peerId: 1 } as never], count: 1 });
    await reading;
    expect(chats.rowAt(0)).toBeUndefined();
    expect(chats.summary.value).toBeNull();
  });

  it('shows nothing that is withheld', async () => {
    ask.mockImplementation(holding(3));
    await chats.read();
    ask.mockImplementation(async () => ({ ...view, withheld: true }));
    await chats.read();
    expect(chats.rowAt(0)).toBeUndefined();
  });

  const heldNow = {
    profileId: 5,
    chats: { ...view, rows: [{ peerId: 1 } as never], count: 1 },
  };

  it('draws what is held before the section is opened, for its own person', async () => {
    ask.mockResolvedValue(heldNow);
    await chats.prepare();
    chats.onSeen(0, 20);
    expect(ask.mock.calls.map(([name]) => name)).toEqual(['section.prepare']);
    expect(chats.rowAt(0)?.peerId).toBe(1);
    expect([chats.isPreparedFor(5), chats.isPreparedFor(6), chats.isPreparedFor(null)]).toEqual([true, false, false]);
    chats.openPrepared();
    expect(chats.rowAt(0)?.peerId).toBe(1);
    chats.blank();
    expect(chats.isPreparedFor(5)).toBe(false);
  });

  it('does not believe for long what was drawn ahead', async () => {
    vi.useFakeTimers();
    ask.mockResolvedValue(heldNow);
    await chats.prepare();
    vi.advanceTimersByTime(60_001);
    chats.openPrepared();
    expect(chats.rowAt(0)).toBeUndefined();
    expect(chats.isPreparedFor(5)).toBe(false);
  });

  it('draws nothing ahead that comes after a change of session', async () => {
    ask.mockResolvedValue(heldNow);
    const preparing = chats.prepare();
    chats.blank();
    await preparing;
    expect(chats.rowAt(0)).toBeUndefined();
  });

  it('reads anew from the beginning for those with something unread, and not what was asked ahead for all', async () => {
    ask.mockImplementation(holding(3));
    chats.readAhead();
    chats.filter(true);
    await vi.waitFor(() => expect(chats.rowAt(0)).toBeDefined());
    expect(ask.mock.calls.map(([, { unreadOnly }]) => unreadOnly)).toEqual([false, true]);
  });

  it('searches once for letters typed together', async () => {
    vi.useFakeTimers();
    ask.mockImplementation(holding(3));
    for (const text of ['а', 'ал', 'алг']) chats.search(text);
    await vi.advanceTimersByTimeAsync(500);
    expect(ask.mock.calls.map(([, { query }]) => query)).toEqual(['алг']);
  });
});
