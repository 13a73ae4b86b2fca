import * as z from 'zod/mini';
import { markupNames } from '@/lib/diary/page/markup';
import { rowReasons } from '@/lib/diary/recognition/rowVerdicts';
import type { ProblemKind, Service } from '@/lib/problem';

/*
 * What a report for support may hold: everything it says is one of the words below, a yes or no, a version or a small number. A
 * text of a page or an answer has no place in it, so none has to be taken out.
 */

const problemKinds = keysOf<ProblemKind>({
  offline: true,
  slow: true,
  signedOut: true,
  notPermitted: true,
  switchedOff: true,
  noAccess: true,
  rateLimited: true,
  captcha: true,
  tooLarge: true,
  unknownMethod: true,
  serverError: true,
  unreadable: true,
  badRequest: true,
  cancelled: true,
  windowOpen: true,
  staleAnswer: true,
  notKept: true,
});
const services = keysOf<Service>({ diary: true, vkid: true, messenger: true });

/** More of anything is said to be so many: a number that somebody is known by does not fit. */
const most = 999;
const count = z.pipe(
  z.number(),
  z.transform((number) => Math.min(most, Math.max(0, Math.trunc(number) || 0))),
);
const read = z.enum(['read', 'notAsked', ...problemKinds]);

const pageParts = z.object({
  menus: count,
  menuItems: count,
  sections: z.array(z.enum(['schedule', 'homework', 'portfolio', 'board', 'mail'])).check(z.maxLength(5)),
  vendorItem: z.boolean(),
  contentParent: z.boolean(),
  content: z.boolean(),
  ours: z.object({ menuItem: count, corner: count, lessons: count }),
});

/** One open page of a diary. */
const pageReport = z.object({
  /** Where its address is known from: which it is, is not said. */
  diary: z.enum(['shipped', 'known', 'added']),
  markup: z.enum(markupNames),
  isZoneKnown: z.boolean(),
  /** Whether `GetPersonData` could be read. */
  person: read,
  /** `null`: the page could not be looked into. */
  parts: z.nullable(pageParts),
  view: z.nullable(z.enum(['diary', 'schedule'])),
  span: z.nullable(z.enum(['week', 'month'])),
  heads: count,
  rows: count,
  matched: count,
  /** Why the others were not. */
  reasons: z.array(z.object({ reason: z.enum(rowReasons), count })),
  /** Whether the lessons' answer could be read, and what was in it. */
  days: read,
  lessons: count,
  dropped: count,
});

export const reportSchema = z.object({
  extension: z.string().check(z.regex(/^\d{1,4}(\.\d{1,5}){0,3}$/)),
  browser: z.object({ kind: z.enum(['chrome', 'firefox']), version: count }),
  linksOnly: z.boolean(),
  granted: z.object({
    shippedDiaries: z.boolean(),
    messenger: z.boolean(),
    vkid: z.boolean(),
    sferum: z.boolean(),
    notifications: z.boolean(),
    privateWindows: z.boolean(),
  }),
  added: z.object({ diaries: count, sites: count, permitted: count }),
  pages: z.array(pageReport).check(z.maxLength(20)),
  problems: z.array(z.object({ service: z.enum(services), kind: z.enum(problemKinds), count })),
});

export type SupportReport = z.output<typeof reportSchema>;
export type PageReport = z.output<typeof pageReport>;

/** Makes a report of what is known: what has no place in one is left out, and where a part is something else there is none. */
export function makeReport(facts: unknown): SupportReport | null {
  const made = reportSchema.safeParse(facts);
  return made.success ? made.data : null;
}

function keysOf<Key extends string>(keys: Record<Key, true>): [Key, ...Key[]] {
  return Object.keys(keys) as [Key, ...Key[]];
}
