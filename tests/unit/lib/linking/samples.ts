import type { DiaryAccount } from '@/lib/diary/types';
import type { ConflictOf, Linking, LinkingConflict, LinkingStep } from '@/lib/linking/steps';
import type { Link } from '@/lib/linking/types';
import type { EduProfile } from '@/lib/messenger/types';

export const now = Date.UTC(2026, 10, 23, 3, 0);
export const minute = 60_000;
export const context = { now, owner: 'this background' };

export const origin = 'https://school.r-19.ru';

/** Мария's diary, unless it is said otherwise. */
export function account(changes: Partial<DiaryAccount> = {}): DiaryAccount {
  return {
    key: `${origin}#700101`,
    origin,
    id: 700101,
    fullName: 'Соколова Мария Игоревна',
    role: 'parent',
    description: 'Родитель',
    children: [],
    selectedPupil: null,
    ...changes,
  };
}

/** Мария's profile, unless it is said otherwise. */
export function profile(changes: Partial<EduProfile> = {}): EduProfile {
  return {
    id: 871000002,
    firstName: 'Мария',
    lastName: 'Соколова',
    photo: null,
    roles: ['parent'],
    rolesText: 'Родитель',
    organizations: [],
    ...changes,
  };
}

export const maria = profile();
export const petr = profile({
  id: 871000003,
  firstName: 'Пётр',
  lastName: 'Соколов',
  roles: ['pupil'],
  rolesText: 'Ученик',
});
export const elena = profile({ id: 871000010, firstName: 'Елена', lastName: 'Белова', roles: ['teacher', 'parent'] });

export const allClear: ConflictOf = () => null;

export function conflict(
  present: EduProfile,
  reason: 'pupilProfileInParentDiary' | 'linkedToAnotherPerson',
): LinkingConflict {
  return { reason, present };
}

/** Пётр is a child in a parent's diary, everybody else is fine. */
export function petrConflicts(present: EduProfile): LinkingConflict | null {
  return present.id === petr.id ? conflict(petr, 'pupilProfileInParentDiary') : null;
}

export function linkingAt(step: LinkingStep, changes: Partial<Linking> = {}): Linking {
  return { account: account(), startedAt: now, vkid: 'ahead', samePersonProfileId: null, ...changes, step };
}

export function link(changes: Partial<Link> = {}): Link {
  return {
    accountKey: account().key,
    origin,
    accountName: account().fullName,
    accountRole: 'parent',
    profileId: maria.id,
    profileName: 'Мария Соколова',
    profileRoles: ['parent'],
    profileRolesText: 'Родитель',
    organizations: [],
    photo: null,
    linkedAt: now,
    usedAt: now,
    samePersonConfirmed: false,
    vkidConsent: true,
    ...changes,
  };
}
