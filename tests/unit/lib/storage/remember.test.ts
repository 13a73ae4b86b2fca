import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

beforeEach(() => fakeBrowser.reset());

function prepare() {
  const item = defineItem<number>({ area: 'session', key: 'number', schema: z.number(), fallback: 0 });
  const read = vi.spyOn(item, 'get');
  return { item, read, kept: remember(item) };
}

it('is read once, and written through', async () => {
  const { item, read, kept } = prepare();
  expect([await kept.get(), await kept.get()]).toEqual([0, 0]);
  await kept.set(5);
  expect(await kept.get()).toBe(5);
  expect(read).toHaveBeenCalledTimes(1);
  expect(await item.get()).toBe(5);
});

it('changes that come together each see the one before', async () => {
  const { item, kept } = prepare();
  await Promise.all([1, 2, 3].map((more) => kept.update((value) => value + more)));
  expect([await kept.get(), await item.get()]).toEqual([6, 6]);
});

it('is asked anew after a failure', async () => {
  const { read, kept } = prepare();
  read.mockRejectedValueOnce(new Error('no storage'));
  await expect(kept.get()).rejects.toThrow('no storage');
  await expect(
    kept.update(() => {
      throw new Error('no change');
    }),
  ).rejects.toThrow('no change');
  expect(await kept.get()).toBe(0);
});

it('is its fallback once it was removed', async () => {
  const { kept } = prepare();
  await kept.set(5);
  await kept.remove();
  expect(await kept.get()).toBe(0);
});

it('whoever asks while it is removed is not told what stood there', async () => {
  const { kept } = prepare();
  await kept.set(5);
  const [, asked] = await Promise.all([kept.remove(), kept.get()]);
  expect([asked, await kept.get()]).toEqual([0, 0]);
});

it('is known where the browser has no room for it, and what stood there before goes', async () => {
  const { item, kept } = prepare();
  await kept.set(3);
  vi.spyOn(item, 'set').mockRejectedValue(new Error('quota exceeded'));
  await kept.set(5);
  expect(await kept.update((value) => value + 1)).toBe(6);
  expect([await kept.get(), await item.get()]).toEqual([6, 0]);
});
