import * as z from 'zod/mini';
import type { EduProfile } from '@/lib/messenger/types';
import { readRoles } from '@/lib/people/roleWords';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { anything, clip, httpsAddress, idNumber, lenient, readItems } from './read';

const longestName = 100;
const longestRoles = 200;
const longestOrganization = 200;

/** Nobody belongs to more; what is shown of them is one line. */
const mostOrganizations = 10;

const userSchema = z.object({
  id: idNumber,
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
  const users = readItems(response, (raw) => userSchema.safeParse(raw).data ?? null)?.items ?? [];
  const user = users.find(({ id }) => id === profileId);
  if (!user) return fail(problem('messenger', 'unreadable', 'users.get: no such profile in the answer'));
  if (user.deactivated) return fail(problem('messenger', 'noAccess', 'users.get: deactivated'));

  const roles = user.educational_profile?.edu_roles;
  const rolesText = clip(roles?.main_roles ?? '', longestRoles);
  const organizations = readItems(roles?.organizations, (item) => {
    const organization = organizationSchema.safeParse(item);
    return organization.success ? clip(organization.data.organization_name, longestOrganization) : null;
  });
  return succeed({
    id: user.id,
    firstName: clip(user.first_name ?? '', longestName),
    lastName: clip(user.last_name ?? '', longestName),
    photo: httpsAddress(user.photo_100),
    roles: readRoles(rolesText),
    rolesText,
    organizations: (organizations?.items ?? []).filter((name) => name !== '').slice(0, mostOrganizations),
  });
}
