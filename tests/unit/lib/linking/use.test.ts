import { describe, expect, it } from 'vitest';
import { lastUse } from '@/lib/linking/use';

const day = 24 * 60 * 60_000;
const now = Date.parse('2026-11-23T03:00:00Z');

describe('a link last used', () => {
  it.each([
    ['just now', 0, 'fresh'],
    ['an hour ago', day / 24, 'fresh'],
    ['two days ago', 2 * day, 'toNote'],
    ['179 days ago', 179 * day, 'toNote'],
    ['181 days ago', 181 * day, 'longAgo'],
    ['in the future, by a clock since put back', -30 * day, 'toNote'],
  ])('%s', (_, age, use) => {
    expect(lastUse({ usedAt: now - age }, now)).toBe(use);
  });
});
