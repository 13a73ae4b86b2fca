import type { DiaryAccount } from '@/lib/diary/types';
import type { EduProfile } from '@/lib/messenger/types';
import { contradictsRole, profileNameFits } from './samePerson';
import { isSameSchool, readSchool, type SchoolName } from './schools';

/** What differs between the diary's person and the profile, for «Проверьте данные». */
export type Difference = 'name' | 'role' | 'school';

function readSchools(names: readonly string[]): SchoolName[] {
  return names.flatMap((name) => readSchool(name) ?? []);
}

function schoolsOf(account: DiaryAccount): SchoolName[] {
  const pupils = account.role === 'pupil' ? [account.selectedPupil] : [account.selectedPupil, ...account.children];
  return readSchools(pupils.flatMap((pupil) => pupil?.school ?? []));
}

/** The profile says what its person is, and it is something else than in the diary. An unknown role is no difference. */
function roleDiffers(account: DiaryAccount, profile: EduProfile): boolean {
  if (account.role === 'other') return false;
  return profile.roles.some((role) => role !== 'unknown') && !profile.roles.includes(account.role);
}

/** The differences worth showing. What is missing on either side never counts as a difference. */
export function differencesOf(account: DiaryAccount, profile: EduProfile): Difference[] {
  const differences: Difference[] = [];
  if (profileNameFits(profile, account.fullName) === false) differences.push('name');
  if (roleDiffers(account, profile)) differences.push('role');

  const diarySchools = schoolsOf(account);
  const profileSchools = readSchools(profile.organizations);
  const sharesSchool = profileSchools.some((school) => diarySchools.some((known) => isSameSchool(school, known)));
  if (diarySchools.length > 0 && profileSchools.length > 0 && !sharesSchool) differences.push('school');
  return differences;
}

/**
 * The profile to suggest among several: the only one whose name fits the diary's person and whose roles do not speak
 * against it; `null` when there is no such one. A mother and a daughter may well have one name.
 */
export function suggestProfile(account: DiaryAccount, profiles: readonly EduProfile[]): EduProfile | null {
  const fitting = profiles.filter(
    (profile) => profileNameFits(profile, account.fullName) === true && !contradictsRole(account.role, profile.roles),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
