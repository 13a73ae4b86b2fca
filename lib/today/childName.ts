import type { Pupil } from '@/lib/diary/types';
import { givenName } from '@/lib/linking/samePerson';

/**
 * What a child is called beside a lesson: by the given name, and in full where a brother or sister has the same.
 *
 * @param fullName as the diary writes it; empty: nobody's
 * @param children of the account, this one among them
 */
export function childName(fullName: string, children: readonly Pick<Pupil, 'fullName'>[]): string {
  const name = givenName(fullName);
  return children.filter((child) => givenName(child.fullName) === name).length > 1 ? fullName : name;
}
