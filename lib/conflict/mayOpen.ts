import type { Pupil } from '@/lib/diary/types';
import { ageOfRoles, contradictsRole, givenName, isSamePerson, profileNameFits } from '@/lib/linking/samePerson';
import type { Link } from '@/lib/linking/types';
import type { EduProfile } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import type { ConflictReason, OpeningQuestion, Verdict } from './types';

/**
 * «May this person do this here, now?» The only answer to it: section, popup, lesson button, shortcut, invitation, vendor guard and
 * linking all ask here, through the background's one door. Free of side effects: everything it knows is in the question.
 */
export function mayOpen(question: OpeningQuestion): Verdict {
  const { here } = question;
  if (here.kind === 'problem') return { kind: 'notKnown', problem: here.problem };
  const profiles = here.kind === 'profiles' ? here.profiles.map((one) => withRemembered(one, question.links)) : [];
  switch (question.purpose) {
    case 'linking':
      return mayLink(question, profiles);
    case 'joining':
    case 'openingChat':
      return mayEnter(question, profiles);
    case 'invitation':
      return mayAccept(question, profiles);
  }
}

/** Linking: the chosen profile, else any of those that are here. */
function mayLink(question: OpeningQuestion, profiles: readonly EduProfile[]): Verdict {
  const [first] = profiles;
  if (!first) return { kind: 'signIn' };
  const unread = unreadOf(question);
  if (unread) return unread;
  const { profileId = null } = question;
  const candidates = profileId === null ? profiles : profiles.filter(({ id }) => id === profileId);
  const [chosen] = candidates;
  if (!chosen) return conflict('anotherPersonSignedIn', first, question);
  if (candidates.every((profile) => contradicts(question, profile)))
    return conflict(roleReason(question), chosen, question);
  if (candidates.length === 1) {
    return isLinkedToAnother(question, chosen) ? conflict('linkedToAnotherPerson', chosen, question) : open;
  }
  return { kind: 'ask', wanted: wantedName(question) };
}

/** Joining a call, opening a chat or the messenger: as the linked profile; without a link as whoever fits the diary's person. */
function mayEnter(question: OpeningQuestion, profiles: readonly EduProfile[]): Verdict {
  const { account, purpose } = question;
  if (!account) return purpose === 'joining' ? open : { kind: 'notKnown', problem: unknownPerson };
  const link = linkOf(question);
  const [first] = profiles;
  // The call's own page asks to sign in; so does the messenger, and nothing is linked that would have to be there.
  if (!first) return link && purpose === 'openingChat' ? { kind: 'signIn' } : open;

  const unread = link ? null : unreadOf(question);
  if (unread) return unread;

  const candidates = link ? profiles.filter(({ id }) => id === link.profileId) : profiles;
  const [candidate] = candidates;
  if (!candidate) return conflict('anotherPersonSignedIn', first, question);
  if (candidates.every((profile) => contradicts(question, profile))) {
    const child = purpose === 'joining' && !link ? childAmong(question, profiles) : null;
    if (child === null) return conflict(roleReason(question), candidate, question);
    return profiles.length === 1 ? { kind: 'open', as: child } : { kind: 'ask', wanted: child };
  }
  return profiles.length > 1 ? { kind: 'ask', wanted: wantedName(question) } : open;
}

/** A parent's invitation: which of several profiles Сферум's page would use is not known, so one pupil among them is enough. */
function mayAccept(question: OpeningQuestion, profiles: readonly EduProfile[]): Verdict {
  const pupil = profiles.find((profile) => isPupils(profile, question.links));
  return pupil ? conflict('pupilOpensParentInvitation', pupil, question) : (unreadOf(question) ?? open);
}

const open: Verdict = { kind: 'open', as: null };
const unknownPerson = problem('diary', 'unreadable', 'nobody known at this diary');

function conflict(reason: ConflictReason, present: EduProfile, question: OpeningQuestion): Verdict {
  const link = question.purpose === 'linking' ? undefined : linkOf(question);
  const wanted = link?.profileName.split(' ')[0] || givenName(question.account?.fullName ?? '');
  return { kind: 'conflict', reason, present, wanted };
}

/** Somebody here whose name and roles could not be read might be anybody. */
function unreadOf({ here }: OpeningQuestion): Verdict | null {
  return here.kind === 'profiles' && here.unread ? { kind: 'notKnown', problem: here.unread } : null;
}

function linkOf({ account, links }: OpeningQuestion): Link | undefined {
  return account ? links.find((link) => link.accountKey === account.key) : undefined;
}

function wantedName(question: OpeningQuestion): string {
  return linkOf(question)?.profileName || givenName(question.account?.fullName ?? '');
}

/** Roles that VK does not tell are those that a link remembers. */
function withRemembered(profile: EduProfile, links: readonly Link[]): EduProfile {
  if (profile.roles.some((role) => role !== 'unknown')) return profile;
  const link = links.find(({ profileId }) => profileId === profile.id);
  return link && link.profileRoles.length > 0
    ? { ...profile, roles: link.profileRoles, rolesText: profile.rolesText || link.profileRolesText }
    : profile;
}

/** Somebody of another age than the diary's person. */
function contradicts({ account }: OpeningQuestion, { roles }: EduProfile): boolean {
  return account !== null && contradictsRole(account.role, roles);
}

function roleReason({ account }: OpeningQuestion): ConflictReason {
  return account?.role === 'parent' ? 'pupilProfileInParentDiary' : 'adultProfileInPupilDiary';
}

/** The given name, by the diary, of the account's child who is here; of several that of the one whose days are shown. */
function childAmong({ account }: OpeningQuestion, profiles: readonly EduProfile[]): string | null {
  const isHere = ({ fullName }: Pupil) => profiles.some((profile) => profileNameFits(profile, fullName) === true);
  const here = (account?.children ?? []).filter(isHere);
  const child = here.find(({ id }) => id === account?.selectedPupil?.id) ?? here[0];
  return child ? givenName(child.fullName) : null;
}

/** A profile already linked here belongs to its person: another account needs the same role and name, or a confirmation. */
function isLinkedToAnother({ account, links, samePersonConfirmed }: OpeningQuestion, profile: EduProfile): boolean {
  if (!account || samePersonConfirmed) return false;
  const linked = links.filter((link) => link.profileId === profile.id);
  const isTheirs = linked.some(
    (link) =>
      // Their own link was confirmed when it was made.
      link.accountKey === account.key || isSamePerson({ fullName: link.accountName, role: link.accountRole }, account),
  );
  return linked.length > 0 && !isTheirs;
}

/** Where the profile's roles say nothing, a pupil's diary linked to it does. */
function isPupils(profile: EduProfile, links: readonly Link[]): boolean {
  const age = ageOfRoles(profile.roles);
  if (age !== 'unknown') return age === 'child';
  return links.some((link) => link.profileId === profile.id && link.accountRole === 'pupil');
}
