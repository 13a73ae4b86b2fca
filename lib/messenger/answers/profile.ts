import * as z from 'zod/mini';
import type { EduProfile } from '@/lib/messenger/types';
import { readRoles } from '@/lib/people/roleWords';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { anything, clip, httpsAddress, isRecord, lenient, readItems } from './read';

const longestName = 100;
const longestRoles = 200;
const longestOrganization = 200;

const userSchema = z.object({
  id: z.int().check(z.positive()),
  first_name: lenient(z.string()),
  last_name: lenient(z.string()),
  photo_100: lenient(z.string()),
  deactivated: lenient(z.string()),
  educational_profile: lenient(
    z.object({ edu_roles: lenient(z.object({ main_roles: lenient(z.string()), organizations: anything })) }),
  ),
});

const organizationSchema = z.object({ organization_name: z.string().check(z.minLength(1)) });

/**
 * Reads the answer of `users.get` with `fields=educational_profile,photo_100,sex`.
 *
 * @param profileId whose profile was asked for: nobody else's is accepted
 * @returns the profile; `noAccess` when it is deleted or blocked; `unreadable`
 */
export function readProfileAnswer(response: unknown, profileId: number): Result<EduProfile> {
  const raw = Array.isArray(response) ? response.find((item) => isRecord(item) && item.id === profileId) : undefined;
  const user = userSchema.safeParse(raw);
  if (!user.success) return fail(problem('messenger', 'unreadable', 'users.get: no such profile in the answer'));
  if (user.data.deactivated) return fail(problem('messenger', 'noAccess', 'users.get: deactivated'));

  const roles = user.data.educational_profile?.edu_roles;
  const rolesText = clip(roles?.main_roles ?? '', longestRoles);
  const organizations = readItems(roles?.organizations, (item) => {
    const organization = organizationSchema.safeParse(item);
    return organization.success ? clip(organization.data.organization_name, longestOrganization) : null;
  });
  return succeed({
    id: user.data.id,
    firstName: clip(user.data.first_name ?? '', longestName),
    lastName: clip(user.data.last_name ?? '', longestName),
    photo: httpsAddress(user.data.photo_100),
    roles: readRoles(rolesText),
    rolesText,
    organizations: (organizations?.items ?? []).filter((name) => name !== ''),
  });
}
