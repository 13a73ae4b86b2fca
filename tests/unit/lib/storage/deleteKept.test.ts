import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { deleteKept } from '@/lib/storage/deleteKept';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

beforeEach(() => fakeBrowser.reset());

it('deletes what is meant in both areas, and nobody writes back what they remember of it', async () => {
  const item = defineItem<string[]>({ area: 'session', key: 'names', schema: z.array(z.string()), fallback: [] });
  const kept = remember(item);
  await kept.set(['Мария']);
  await fakeBrowser.storage.local.set({ names: 1, other: 1 });
  await deleteKept((key) => key === 'names');
  expect(await fakeBrowser.storage.local.get(null)).toEqual({ other: 1 });
  expect(await kept.get()).toEqual([]);
  expect(await kept.update((names) => [...names, 'Пётр'])).toEqual(['Пётр']);
});
