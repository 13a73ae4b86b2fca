import * as z from 'zod/mini';
import type { DiaryAccount } from '@/lib/diary/types';
import type { EduProfile } from '@/lib/messenger/types';
import { defineItem } from '@/lib/storage/item';
import { originSchema } from '@/lib/storage/originSchema';
import { recordOf } from '@/lib/storage/recordOf';
import type { Link } from './types';

const linkSchema: z.ZodMiniType<Link> = z.object({
  accountKey: z.string(),
  origin: originSchema,
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
  // Links made before this was noted were made through VK ID.
  vkidConsent: z._default(z.boolean(), true),
});

/** What is remembered of a profile that is linked to an account now. `now`: unix milliseconds. */
export function newLink(
  account: DiaryAccount,
  profile: EduProfile,
  about: Pick<Link, 'samePersonConfirmed' | 'vkidConsent'> & { now: number },
): Link {
  const { now, samePersonConfirmed, vkidConsent } = about;
  return {
    accountKey: account.key,
    origin: account.origin,
    accountName: account.fullName,
    accountRole: account.role,
    profileId: profile.id,
    profileName: `${profile.firstName} ${profile.lastName}`.trim(),
    profileRoles: profile.roles,
    profileRolesText: profile.rolesText,
    organizations: profile.organizations,
    photo: profile.photo,
    linkedAt: now,
    usedAt: now,
    samePersonConfirmed,
    vkidConsent,
  };
}

/** Notes that a link is in use; where the disk is full, not. `now`: unix milliseconds. */
export async function noteUse(accountKey: string, now: number): Promise<void> {
  const noted = links.update((kept) => {
    const link = kept[accountKey];
    return link ? { ...kept, [accountKey]: { ...link, usedAt: now } } : kept;
  });
  await noted.catch(() => undefined);
}

/** All links of this browser, by the key of the diary account. On disk; in Chrome's incognito half in its own database. */
export const links = defineItem<Record<string, Link>>({
  area: 'disk',
  key: 'links',
  schema: recordOf(linkSchema, (key, { accountKey }) => key === accountKey),
  fallback: {},
});

/** The linked profile as the link remembers it. No picture: it is asked from VK by whoever sees it. */
export function rememberedProfile(link: Link): EduProfile {
  const [firstName = '', ...rest] = link.profileName.split(' ');
  return {
    id: link.profileId,
    firstName,
    lastName: rest.join(' '),
    photo: null,
    roles: link.profileRoles,
    rolesText: link.profileRolesText,
    organizations: link.organizations,
  };
}
