import { ageOfRoles, contradictsRole, isSamePerson, profileNameFits } from '@/lib/linking/samePerson';
import type { Link } from '@/lib/linking/types';
import type { EduProfile } from '@/lib/messenger/types';
import type { ConflictInput, ConflictReason, Verdict, WarningReason } from './types';

type Rule = (input: ConflictInput) => { reason: ConflictReason; present: EduProfile } | null;

function linkOf({ account, links }: ConflictInput): Link | undefined {
  return account ? links.find((link) => link.accountKey === account.key) : undefined;
}

/** Whose profile is wanted: the named one; where something linked is opened, the linked one; `null`: any will do. */
function wantedId(input: ConflictInput): number | null {
  if (input.profileId !== null || input.purpose === 'linking') return input.profileId;
  return linkOf(input)?.profileId ?? null;
}

/** The profiles that may be used: the wanted one, else any of those that are signed in. */
function candidatesOf(input: ConflictInput): EduProfile[] {
  const wanted = wantedId(input);
  return wanted === null ? input.profiles : input.profiles.filter((profile) => profile.id === wanted);
}

/** The one profile that will be used, if that is certain. */
function chosenProfile(input: ConflictInput): EduProfile | undefined {
  const candidates = candidatesOf(input);
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** The wanted profile is gone and somebody else is here. Nobody at all is not a conflict: the person signs in again. */
const anotherPersonSignedIn: Rule = (input) => {
  const [present] = input.profiles;
  if (!present || wantedId(input) === null || candidatesOf(input).length > 0) return null;
  return { reason: 'anotherPersonSignedIn', present };
};

/** Every profile that may be used belongs to somebody of another age than the diary's person. */
const roleRule: Rule = (input) => {
  const { account } = input;
  const candidates = candidatesOf(input);
  const [present] = candidates;
  if (!account || !present || !candidates.every(({ roles }) => contradictsRole(account.role, roles))) return null;
  return {
    reason: account.role === 'parent' ? 'pupilProfileInParentDiary' : 'adultProfileInPupilDiary',
    present,
  };
};

/** A profile already linked here belongs to its person: another account needs the same role and name, or a confirmation. */
const linkedToAnotherPerson: Rule = (input) => {
  const profile = chosenProfile(input);
  const { account } = input;
  if (!account || !profile || input.samePersonConfirmed) return null;
  const linked = input.links.filter((link) => link.profileId === profile.id);
  const isTheirs = linked.some(
    (link) =>
      // Their own link was confirmed when it was made.
      link.accountKey === account.key || isSamePerson({ fullName: link.accountName, role: link.accountRole }, account),
  );
  return linked.length > 0 && !isTheirs ? { reason: 'linkedToAnotherPerson', present: profile } : null;
};

/** Where the profile's roles say nothing, a pupil's diary linked to it does. */
function isPupils(profile: EduProfile, links: readonly Link[]): boolean {
  const age = ageOfRoles(profile.roles);
  if (age !== 'unknown') return age === 'child';
  return links.some((link) => link.profileId === profile.id && link.accountRole === 'pupil');
}

/** Which of several profiles Сферум's page would use is not known: one pupil among them is enough. */
const pupilOpensParentInvitation: Rule = ({ profiles, links }) => {
  const pupil = profiles.find((profile) => isPupils(profile, links));
  return pupil ? { reason: 'pupilOpensParentInvitation', present: pupil } : null;
};

/** Which rules hold for which purpose, first match wins. */
const rulesByPurpose: Record<ConflictInput['purpose'], readonly Rule[]> = {
  linking: [anotherPersonSignedIn, roleRule, linkedToAnotherPerson],
  joining: [anotherPersonSignedIn, roleRule],
  openingChat: [anotherPersonSignedIn, roleRule],
  invitation: [pupilOpensParentInvitation],
};

function warningsOf(input: ConflictInput): WarningReason[] {
  const warnings: WarningReason[] = [];
  const profile = chosenProfile(input);
  if (input.profiles.length > 1) warnings.push('severalPeopleSignedIn');
  if (profile && isRoleUnknown(profile)) warnings.push('unknownRole');
  if (input.account && profile && profileNameFits(profile, input.account.fullName) === false) {
    warnings.push('nameDiffers');
  }
  return warnings;
}

/** Whether something in a profile's roles is not understood: worth a second look, never a conflict. */
export function isRoleUnknown({ roles }: Pick<EduProfile, 'roles'>): boolean {
  return roles.length === 0 || roles.includes('unknown');
}

/**
 * Whether two people meet in this browser in a way that would do harm, judged before the thing is done.
 * Free of side effects: everything it knows is in `input`.
 */
export function judge(input: ConflictInput): Verdict {
  for (const rule of rulesByPurpose[input.purpose]) {
    const found = rule(input);
    if (found) return { kind: 'conflict', ...found, wanted: input.account?.fullName ?? '' };
  }
  return { kind: 'clear', warnings: warningsOf(input) };
}
