import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLinkingWindows } from '@/entrypoints/background/linking/signInWindows';
import { createWindowFinder } from '@/entrypoints/background/vkid/vkidWindow';

const maria = 'https://school.r-19.ru#1';
const elena = 'https://school.r-19.ru#2';

let created: number;
let gone: Set<number>;
let closed: number[];

beforeEach(() => {
  fakeBrowser.reset();
  created = 0;
  gone = new Set();
  closed = [];
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((async () => {
    created += 1;
    return { id: created };
  }) as never);
  vi.spyOn(fakeBrowser.windows, 'update').mockImplementation((async (windowId: number) => {
    if (gone.has(windowId)) throw new Error('No window with id');
  }) as never);
  vi.spyOn(fakeBrowser.windows, 'remove').mockImplementation((async (windowId: number) => {
    closed.push(windowId);
  }) as never);
});

describe('the windows of two linkings', () => {
  it('cancelling one leaves the other’s alone', async () => {
    const windows = createLinkingWindows();
    await windows.showMessenger(maria);
    await windows.showMessenger(elena);
    await windows.noteVkid(elena, 40);
    await windows.close(maria);
    expect(closed).toEqual([1]);
    await windows.close(maria);
    expect(closed).toEqual([1]);
    await windows.close(elena);
    expect(closed.slice(1).sort()).toEqual([2, 40]);
  });

  it('are known to the next background', async () => {
    await createLinkingWindows().showMessenger(maria);
    await createLinkingWindows().close(maria);
    expect(closed).toEqual([1]);
  });

  it('are shown again while they are open, and opened anew afterwards', async () => {
    const windows = createLinkingWindows();
    await windows.showMessenger(maria);
    await windows.showMessenger(maria);
    expect(created).toBe(1);
    gone.add(1);
    await windows.showMessenger(maria);
    expect([created, await windows.ownerOf(1), await windows.ownerOf(2)]).toEqual([
      2,
      null,
      { accountKey: maria, kind: 'messenger' },
    ]);
    await windows.forget(2);
    expect(await windows.ownerOf(2)).toBeNull();
  });

  it('a window that nobody of us opened has no owner', async () => {
    expect(await createLinkingWindows().ownerOf(99)).toBeNull();
  });
});

describe('which window is VK ID’s for this sign-in', () => {
  const authorize = (state: string) => `https://id.vk.ru/authorize?client_id=1&state=${state}`;
  const other = 'https://id.vk.ru/auth?uuid=1';

  it('the one that shows this sign-in’s state', () => {
    expect(createWindowFinder('mine', new Set()).see({ windowId: 7, url: authorize('mine') }, false)).toBe(7);
    const pending = { windowId: 7, url: 'about:blank', pendingUrl: authorize('mine') };
    expect(createWindowFinder('mine', new Set()).see(pending, false)).toBe(7);
  });

  it('else the only new one that shows VK ID', () => {
    const finder = createWindowFinder('mine', new Set([6]));
    expect(finder.see({ windowId: 6, url: other }, true)).toBeNull();
    expect(finder.see({ windowId: 7, url: other }, false)).toBeNull();
    expect(finder.see({ windowId: 7, url: other }, true)).toBe(7);
  });

  it('none where another site opens VK ID at the same time, until the state is seen', () => {
    const finder = createWindowFinder('mine', new Set());
    finder.see({ windowId: 8, url: other }, false);
    expect(finder.see({ windowId: 7, url: other }, true)).toBeNull();
    expect(finder.see({ windowId: 8, url: other }, true)).toBeNull();
    expect(finder.see({ windowId: 7, url: authorize('mine') }, true)).toBe(7);
  });

  it.each([
    ['another attempt', authorize('other')],
    ['another host', 'https://id.vk.ru.evil.example/authorize?state=mine'],
    ['no host', 'about:blank'],
    ['nothing', undefined],
  ])('not %s', (_, url) => {
    expect(createWindowFinder('mine', new Set()).see({ windowId: 7, url }, false)).toBeNull();
  });
});
