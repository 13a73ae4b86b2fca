import { ageOfRoles, isSamePerson, profileNameFits } from '../linking/samePerson';
import type { Link } from '../linking/types';
import type { EduProfile } from '../messenger/types';
import type { ConflictInput, ConflictReason, Verdict, WarningReason } from './types';

type Rule = (input: ConflictInput) => { reason: ConflictReason; present: EduProfile } | null;

function linkOf({ account, links }: ConflictInput): Link | undefined {
  return account ? links.find((link) => link.accountKey === account.key) : undefined;
}

/** The profile that would be used: the named one, or the only one there is. */
function chosenProfile({ profiles, profileId }: ConflictInput): EduProfile | undefined {
  if (profileId !== null) return profiles.find((profile) => profile.id === profileId);
  return profiles.length === 1 ? profiles[0] : undefined;
}

/** A profile already linked here belongs to its person: another account needs the same role and name, or a confirmation. */
const linkedToAnotherPerson: Rule = (input) => {
  const profile = chosenProfile(input);
  const { account } = input;
  if (!account || !profile || input.samePersonConfirmed) return null;
  const others = input.links.filter((link) => link.profileId === profile.id && link.accountKey !== account.key);
  const isTheirs = others.some((link) =>
    isSamePerson({ fullName: link.accountName, role: link.accountRole }, account),
  );
  return others.length > 0 && !isTheirs ? { reason: 'linkedToAnotherPerson', present: profile } : null;
};

const roleRule: Rule = (input) => {
  const profile = chosenProfile(input);
  const { account } = input;
  if (!account || !profile) return null;
  const age = ageOfRoles(profile.roles);
  if (account.role === 'parent' && age === 'child') return { reason: 'pupilProfileInParentDiary', present: profile };
  if (account.role === 'pupil' && age === 'adult') return { reason: 'adultProfileInPupilDiary', present: profile };
  return null;
};

/** The linked profile is gone and somebody else is here. Nobody at all is not a conflict: the person signs in again. */
const anotherPersonSignedIn: Rule = (input) => {
  const link = linkOf(input);
  if (!link || input.profiles.some((profile) => profile.id === link.profileId)) return null;
  const present = input.profiles[0];
  return present ? { reason: 'anotherPersonSignedIn', present } : null;
};

const pupilOpensParentInvitation: Rule = ({ profiles }) => {
  const pupil = profiles.find((profile) => ageOfRoles(profile.roles) === 'child');
  return pupil ? { reason: 'pupilOpensParentInvitation', present: pupil } : null;
};

/** Which rules hold for which purpose, first match wins. */
const rulesByPurpose: Record<ConflictInput['purpose'], readonly Rule[]> = {
  linking: [roleRule, linkedToAnotherPerson],
  joining: [anotherPersonSignedIn],
  openingChat: [anotherPersonSignedIn],
  invitation: [pupilOpensParentInvitation],
};

function warningsOf(input: ConflictInput): WarningReason[] {
  const warnings: WarningReason[] = [];
  const profile = chosenProfile(input);
  if (input.profiles.length > 1) warnings.push('severalPeopleSignedIn');
  if (profile && (profile.roles.length === 0 || profile.roles.includes('unknown'))) warnings.push('unknownRole');
  if (input.account && profile && profileNameFits(profile, input.account.fullName) === false) warnings.push('nameDiffers');
  return warnings;
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
