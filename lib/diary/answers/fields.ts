/**
 * Schemas of single fields in what the diary answers. Any of them may be null, missing or of another type: then it is empty,
 * so that one bad field never takes its lesson, nor one bad lesson its week.
 */
import * as z from 'zod/mini';
import type { CivilDate, LessonText } from '@/lib/diary/types';
import { readHtml } from '@/lib/html/readHtml';
import { civilDate, dayNumber, parseWallTime } from '@/lib/time';

/** Names and other short strings; longer ones are cut. Characters. */
const longestName = 500;

/** What a teacher wrote; longer texts are cut. Characters. */
const longestWriting = 20_000;

/** Most items of one list: a day has no hundred lessons. */
const longestList = 500;

/** A string as it stands; a number as its digits; everything else is an empty string. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** A string as it was sent, cut. */
export const raw = z._default(
  z.pipe(
    z.unknown(),
    z.transform((value) => asText(value).slice(0, longestWriting)),
  ),
  '',
);

/** The text that a person would read in a short string: the diary puts `<span>` and U+200B into any of them. */
export const plain = z._default(
  z.pipe(
    z.unknown(),
    z.transform((value) => readHtml(asText(value).slice(0, longestWriting)).text.slice(0, longestName)),
  ),
  '',
);

/** Reads what a teacher wrote. */
export function readWriting(value: unknown): LessonText {
  const source = asText(value).slice(0, longestWriting);
  return { ...readHtml(source), source };
}

export const writing = z._default(z.pipe(z.unknown(), z.transform(readWriting)), readWriting(''));

/** A whole number above zero, also when some server sends it as digits; else `null`. */
export const ordinal = z._default(
  z.pipe(
    z.unknown(),
    z.transform((value): number | null => {
      const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
      return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
    }),
  ),
  null,
);

/** Minutes since midnight of «8:30», «08:30», «08:30:00»; else `null`. */
export const wallTime = z._default(
  z.pipe(
    z.unknown(),
    z.transform((value) => parseWallTime(asText(value).slice(0, 20))),
  ),
  null,
);

/** A date as the diary's servers write it: `2026-11-23`, `23.11.2026`, `23-11-2026`, with anything behind; else `null`. */
export const date = z._default(
  z.pipe(
    z.unknown(),
    z.transform((value): CivilDate | null => {
      const found = /^\s*(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[.-](\d{1,2})[.-](\d{4}))(?!\d)/.exec(asText(value));
      if (!found) return null;
      const [year, month, day] = found[1] ? found.slice(1, 4) : [found[6], found[5], found[4]];
      const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
      const number = dayNumber(written);
      return Number.isNaN(number) ? null : civilDate(number);
    }),
  ),
  null,
);

/** A list of anything; what is none is empty. */
export const list = z._default(
  z.pipe(
    z.unknown(),
    z.transform((value): unknown[] => (Array.isArray(value) ? value.slice(0, longestList) : [])),
  ),
  [],
);

/** The items of a list that fit; `null` for one that does not. */
export function readEach<Item>(items: readonly unknown[], schema: z.ZodMiniType<Item>): (Item | null)[] {
  return items.map((item) => {
    const read = schema.safeParse(item);
    return read.success ? read.data : null;
  });
}

/** The items of a list that fit; the others are left out. */
export function readFitting<Item>(items: readonly unknown[], schema: z.ZodMiniType<Item>): Item[] {
  return readEach(items, schema).filter((item) => item !== null);
}
