import type { DiaryRole } from '@/lib/diary/types';
import type { EduRole } from '@/lib/messenger/types';
import { longestName } from '@/lib/names';

/** A full name as it is compared: case, spaces, invisible characters, the kind of dash and ё = е do not matter. */
export function comparableName(name: string): string {
  return name
    .slice(0, longestName)
    .normalize('NFC')
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words of a name in a fixed order: one diary writes «Соколова Мария», another «Мария Соколова». */
function unorderedName(name: string): string {
  return comparableName(name).split(' ').sort().join(' ');
}

/**
 * Whether two accounts belong to one person: the same role and the same full name, in whatever order it is written. Nameless
 * accounts are nobody's.
 */
export function isSamePerson(
  one: { fullName: string; role: DiaryRole },
  other: { fullName: string; role: DiaryRole },
): boolean {
  const name = unorderedName(one.fullName);
  return name !== '' && one.role === other.role && name === unorderedName(other.fullName);
}

/** The given name in a Russian full name, family name first; the whole where there is only one word. */
export function givenName(fullName: string): string {
  const [family, given] = fullName.trim().split(/\s+/);
  return given ?? family ?? '';
}

/** The words of a name, parts of a double one apart: «Анна-Мария» is written «Анна Мария», too. */
function wordsOf(name: string): string[] {
  return comparableName(name).split(/[ -]/).filter(Boolean);
}

/**
 * Whether a profile's first and last name both stand in the diary's full name («Соколова Мария Игоревна»), in any order, or the diary's
 * whole name in theirs;
 * `null` when one of the two sides has no name to compare.
 */
export function profileNameFits(profile: { firstName: string; lastName: string }, fullName: string): boolean | null {
  const wanted = wordsOf(`${profile.firstName} ${profile.lastName}`);
  const present = new Set(wordsOf(fullName));
  if (wanted.length === 0 || present.size === 0) return null;
  if (wanted.every((word) => present.has(word))) return true;
  // The patronymic may stand on VK's side alone.
  return present.size > 1 && [...present].every((word) => wanted.includes(word));
}

const adultRoles: readonly EduRole[] = ['parent', 'teacher'];

/** What a set of roles says of a person: pupils are children; parents and teachers are adults; a mixture says nothing. */
export function ageOfRoles(roles: readonly EduRole[]): 'child' | 'adult' | 'unknown' {
  const child = roles.includes('pupil');
  const adult = roles.some((role) => adultRoles.includes(role));
  if (child === adult) return 'unknown';
  return child ? 'child' : 'adult';
}

/** Whether a profile with these roles is certainly not the person of a diary account with that role. */
export function contradictsRole(role: DiaryRole, roles: readonly EduRole[]): boolean {
  const age = ageOfRoles(roles);
  return (role === 'parent' && age === 'child') || (role === 'pupil' && age === 'adult');
}

/** Whether something in a profile's roles is not understood: worth a second look, never a conflict. */
export function isRoleUnknown(roles: readonly EduRole[]): boolean {
  return roles.length === 0 || roles.includes('unknown');
}
