import * as z from 'zod/mini';
import type { Readable } from '@/lib/messenger/types';

// The policy of extension pages forbids the code generation that zod would try for speed, and reports the attempt.
z.config({ jitless: true });

/** A field that may be absent, null or nonsense without spoiling the item it stands in: then `undefined`. */
export function lenient<Schema extends z.core.$ZodType>(schema: Schema) {
  return z.optional(z.catch(z.nullish(schema), undefined));
}

/** A field that may be absent and is read later, on its own. */
export const anything = z.optional(z.unknown());

/**
 * Reads a list item by item. A bad item is left out and counted; `null` or nothing in place of the list is an empty
 * one.
 *
 * @param list what came from outside
 * @param read one item's reader; `null` for an item that cannot be read
 * @returns `null` when `list` is neither a list nor absent
 */
export function readItems<Item>(list: unknown, read: (raw: unknown) => Item | null): Readable<Item> | null {
  if (list === null || list === undefined) return { items: [], unreadable: 0 };
  if (!Array.isArray(list)) return null;
  const items: Item[] = [];
  let unreadable = 0;
  for (const raw of list) {
    const item = read(raw);
    if (item === null) unreadable += 1;
    else items.push(item);
  }
  return { items, unreadable };
}

/** Not one item could be read: that is no list with gaps but an answer that was not understood. */
export function isNothingReadable({ items, unreadable }: Readable<unknown>): boolean {
  return items.length === 0 && unreadable > 0;
}

/** Whether it is an object whose fields may be asked for. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Digits are the number that they write: servers put numbers into JSON as text now and then. */
const digits = z.transform((value: unknown) =>
  typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value,
);

/** A whole number, also when it comes as text. */
export const whole = z.pipe(digits, z.int());

/** The same, above zero: an id. */
export const idNumber = z.pipe(digits, z.int().check(z.positive()));

/** The same, zero and above: a count. */
export const counted = z.pipe(digits, z.int().check(z.nonnegative()));

/** Yes or no, also as 1 or 0. */
export const yesOrNo = z.pipe(
  z.transform((value: unknown) => (value === 1 || value === '1' ? true : value === 0 || value === '0' ? false : value)),
  z.boolean(),
);

/** VK's unix seconds that a `Date` can hold, as unix milliseconds. */
export const unixSeconds = z.pipe(
  z.pipe(digits, z.int().check(z.positive(), z.maximum(100_000_000_000))),
  z.transform((seconds: number) => seconds * 1000),
);

const longestAddress = 1000;

/** An https address, or `null` for anything else. */
export function httpsAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > longestAddress || !/^https:\/\//i.test(value)) return null;
  return URL.canParse(value) ? value : null;
}

/** One line of text with single spaces, at most `longest` UTF-16 units, cut with «…» and never inside a character. */
export function clip(text: string, longest: number): string {
  // A message may be thousands of characters: what cannot survive the cut is not worth cleaning.
  const line = text
    .slice(0, longest * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= longest) return line;
  return `${line
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
