import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { defineItem } from '@/lib/storage/item';
import { recordOf } from '@/lib/storage/recordOf';

beforeEach(() => fakeBrowser.reset());

const counter = () => defineItem({ area: 'disk', key: 'counter', schema: z.number(), fallback: 0 });
const keep = (value: unknown) => fakeBrowser.storage.local.set({ counter: value });

describe('a kept value', () => {
  it('is read back, with its version beside it', async () => {
    await counter().set(5);
    expect(await counter().get()).toBe(5);
    expect(await fakeBrowser.storage.local.get('counter')).toEqual({ counter: { version: 1, value: 5 } });
  });

  it('is gone after `remove`', async () => {
    await counter().set(5);
    await counter().remove();
    expect(await counter().get()).toBe(0);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('in the session area leaves no trace on disk', async () => {
    await defineItem({ area: 'session', key: 'token', schema: z.string(), fallback: '' }).set('secret');
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it.each([
    ['nothing', undefined],
    ['no envelope', 5],
    ['null', null],
    ['an envelope without a version', { value: 5 }],
    ['an envelope without a value', { version: 1 }],
    ['a version that is a text', { version: '1', value: 5 }],
    ['a version of nobody', { version: -1e12, value: 5 }],
    ['half a version', { version: 0.5, value: 5 }],
    ['a version to come', { version: 2, value: 5 }],
    ['a value of another shape', { version: 1, value: 'five' }],
  ])('%s counts as absent', async (_, garbage) => {
    if (garbage !== undefined) await keep(garbage);
    expect(await counter().get()).toBe(0);
  });
});

describe('an older version', () => {
  const third = (migrations: Record<number, (old: unknown) => unknown>) =>
    defineItem({
      area: 'disk',
      key: 'counter',
      schema: z.object({ n: z.number() }),
      fallback: { n: 0 },
      version: 3,
      migrations,
    });
  const good = { 2: (old: unknown) => ({ n: old }), 3: (old: unknown) => ({ n: (old as { n: number }).n + 1 }) };

  it.each([
    [1, 5, { n: 6 }],
    [2, { n: 5 }, { n: 6 }],
    [3, { n: 5 }, { n: 5 }],
    [4, { n: 5 }, { n: 0 }],
  ])('%i is brought up to today', async (version, value, expected) => {
    await keep({ version, value });
    expect(await third(good).get()).toEqual(expected);
  });

  it('is written back as today’s', async () => {
    await keep({ version: 1, value: 5 });
    await third(good).update(({ n }) => ({ n: n * 2 }));
    expect(await fakeBrowser.storage.local.get('counter')).toEqual({ counter: { version: 3, value: { n: 12 } } });
  });

  it('that a migration chokes on counts as absent', async () => {
    await keep({ version: 2, value: null });
    expect(await third(good).get()).toEqual({ n: 0 });
  });

  it('without a migration of its own is taken as it is', async () => {
    await keep({ version: 1, value: { n: 5 } });
    expect(await third({}).get()).toEqual({ n: 5 });
  });
});

describe('updates', () => {
  it('are done one after another, whoever asks', async () => {
    const item = counter();
    await Promise.all(Array.from({ length: 50 }, () => item.update((n) => n + 1)));
    expect(await item.get()).toBe(50);
  });

  it('go on after one that failed', async () => {
    const item = counter();
    const failing = item.update(() => {
      throw new Error('no');
    });
    const next = item.update((n) => n + 1);
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe(1);
  });

  it('wait for a `set` and a `remove` before them', async () => {
    const item = counter();
    void item.set(10);
    void item.update((n) => n + 1);
    void item.remove();
    expect(await item.update((n) => n + 1)).toBe(1);
  });
});

describe('a record', () => {
  const schema = recordOf(z.object({ n: z.number() }));

  it.each([
    [{}, {}],
    [
      { a: { n: 1 }, b: { n: 'x' }, c: null, d: { n: 2, more: true } },
      { a: { n: 1 }, d: { n: 2 } },
    ],
  ])('%j loses only what is spoilt', (raw, read) =>
    expect(schema.safeParse(raw)).toEqual({ success: true, data: read }),
  );

  it.each([null, [], 'text', 1])('%j is no record', (raw) => expect(schema.safeParse(raw).success).toBe(false));
});
