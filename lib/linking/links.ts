import * as z from 'zod/mini';
import { defineItem } from '@/lib/storage/item';
import { recordOf } from '@/lib/storage/recordOf';
import type { Link } from './types';

const linkSchema: z.ZodMiniType<Link> = z.object({
  accountKey: z.string(),
  origin: z.string(),
  accountName: z.string(),
  accountRole: z.enum(['pupil', 'parent', 'other']),
  profileId: z.number(),
  profileName: z.string(),
  profileRoles: z.array(z.enum(['pupil', 'parent', 'teacher', 'unknown'])),
  profileRolesText: z.string(),
  organizations: z.array(z.string()),
  photo: z.nullable(z.string()),
  linkedAt: z.number(),
  usedAt: z.number(),
  samePersonConfirmed: z.boolean(),
});

/** Notes that a link is in use. `now`: unix milliseconds. */
export async function noteUse(accountKey: string, now: number): Promise<void> {
  await links.update((kept) => {
    const link = kept[accountKey];
    return link ? { ...kept, [accountKey]: { ...link, usedAt: now } } : kept;
  });
}

/** All links of this browser, by the key of the diary account. On disk; in Chrome's incognito half in its own database. */
export const links = defineItem<Record<string, Link>>({
  area: 'disk',
  key: 'links',
  schema: recordOf(linkSchema),
  fallback: {},
});
