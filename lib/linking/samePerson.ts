import type { DiaryRole } from '../diary/types';
import type { EduRole } from '../messenger/types';

/** A full name as it is compared: case, spaces and ё = е do not matter. */
export function comparableName(name: string): string {
  return name.trim().toLocaleLowerCase('ru').replaceAll('ё', 'е').replace(/\s+/g, ' ');
}

/** Whether two accounts belong to one person: the same role and the same full name. */
export function isSamePerson(
  one: { fullName: string; role: DiaryRole },
  other: { fullName: string; role: DiaryRole },
): boolean {
  return one.role === other.role && comparableName(one.fullName) === comparableName(other.fullName);
}

/**
 * Whether a profile's first and last name both stand in the diary's full name («Соколова Мария Игоревна»); `null` when the
 * profile has no name to compare.
 */
export function profileNameFits(profile: { firstName: string; lastName: string }, fullName: string): boolean | null {
  const wanted = [profile.firstName, profile.lastName].map(comparableName).filter(Boolean);
  if (wanted.length === 0) return null;
  const present = new Set(comparableName(fullName).split(' '));
  return wanted.every((word) => word.split(' ').every((part) => present.has(part)));
}

const adultRoles: readonly EduRole[] = ['parent', 'teacher'];

/** What a set of roles says of a person: pupils are children; parents and teachers are adults; a mixture says nothing. */
export function ageOfRoles(roles: readonly EduRole[]): 'child' | 'adult' | 'unknown' {
  const child = roles.includes('pupil');
  const adult = roles.some((role) => adultRoles.includes(role));
  if (child === adult) return 'unknown';
  return child ? 'child' : 'adult';
}
