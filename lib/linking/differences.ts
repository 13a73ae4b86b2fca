import type { DiaryAccount } from '../diary/types';
import type { EduProfile } from '../messenger/types';
import { ageOfRoles, comparableName, profileNameFits } from './samePerson';

/** What differs between the diary's person and the profile, for «Проверьте данные». */
export type Difference = 'name' | 'role' | 'school';

/** School names are written in many ways: «МБОУ "СОШ № 4"», «МБОУ СОШ №4». Only letters and digits are compared. */
function comparableSchool(name: string): string {
  return comparableName(name).replace(/[^\p{L}\p{N}]/gu, '');
}

function schoolsOf(account: DiaryAccount): string[] {
  const pupils = account.role === 'pupil' ? [account.selectedPupil] : [account.selectedPupil, ...account.children];
  return pupils.flatMap((pupil) => (pupil?.school ? [comparableSchool(pupil.school)] : [])).filter(Boolean);
}

/** The differences worth showing. What is missing on either side never counts as a difference. */
export function differencesOf(account: DiaryAccount, profile: EduProfile): Difference[] {
  const differences: Difference[] = [];
  if (profileNameFits(profile, account.fullName) === false) differences.push('name');

  const age = ageOfRoles(profile.roles);
  const wantedRole = account.role === 'other' ? null : account.role;
  const fitsRole = wantedRole === null || age === 'unknown' || profile.roles.includes(wantedRole);
  if (!fitsRole) differences.push('role');

  const diarySchools = schoolsOf(account);
  const profileSchools = profile.organizations.map(comparableSchool).filter(Boolean);
  const sharesSchool = profileSchools.some((school) =>
    diarySchools.some((diarySchool) => diarySchool.includes(school) || school.includes(diarySchool)),
  );
  if (diarySchools.length > 0 && profileSchools.length > 0 && !sharesSchool) differences.push('school');
  return differences;
}

/** The profile to suggest among several: the only one whose name fits the diary's person; `null` when there is no such one. */
export function suggestProfile(account: DiaryAccount, profiles: readonly EduProfile[]): EduProfile | null {
  const fitting = profiles.filter((profile) => profileNameFits(profile, account.fullName) === true);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
