import type { EduProfile } from '@/lib/messenger/types';
import { goOn, type PeopleAnswer, purposeOf, toProfiles, wait } from './goOn';
import { waitingLimit } from './limits';
import type { Advance, Linking, LinkingConflict, LinkingContext, LinkingEvent, PeopleHere, StepNamed } from './steps';
import { at, confirmation, conflictStart, stay } from './transition';

/** Where linking goes once it is known who is signed in; part of `advance`. */
export function afterPeopleRead(
  linking: Linking,
  event: LinkingEvent & { type: 'peopleRead' },
  context: LinkingContext,
): Advance {
  const { step } = linking;
  const quiet = 'since' in step && context.now - step.since > waitingLimit;
  const { conflictOf } = event;
  const answer: PeopleAnswer = { people: plain(event.people), conflictOf, context, quiet, closing: [] };

  switch (step.name) {
    case 'start':
      return step.conflict ? afterConflict(linking, step.conflict, answer) : stay(linking);
    case 'checking':
      return goOn(linking, { ...answer, closing: [{ type: 'closeWindows' }] });
    case 'confirmed':
      return finish(linking, step, answer);
    case 'waiting':
      return whileWaiting(linking, step, answer);
    case 'choice':
    case 'confirmation':
      return whileShown(linking, step, answer);
    default:
      return stay(linking);
  }
}

/** An empty list and a dead token are said in other words elsewhere. */
function plain(people: PeopleHere): PeopleHere {
  if (people.kind === 'profiles' && people.profiles.length === 0) return { kind: 'noProfile' };
  if (people.kind === 'problem' && people.problem.kind === 'signedOut') return { kind: 'signedOut' };
  return people;
}

function whileWaiting(linking: Linking, step: StepNamed<'waiting'>, answer: PeopleAnswer): Advance {
  const { people, context, quiet } = answer;
  if (people.kind === 'problem') {
    // The next look may succeed, or not: a captcha does not go away by itself, so it is said.
    const same = step.problem?.kind === people.problem.kind && step.timedOut === quiet;
    return same ? stay(linking) : at(linking, { ...step, problem: people.problem, timedOut: quiet });
  }
  const closing = [{ type: 'closeWindows' }] as const;
  if (people.kind === 'profiles') return goOn(afterWindow(linking, step), { ...answer, closing });
  if (step.purpose === 'answer' && step.windowClosed) return goOn(linking, answer);
  const purpose = purposeOf(people);
  if (purpose !== step.purpose) {
    // They got further: the ten minutes begin anew.
    const since = purpose === 'creation' ? context.now : step.since;
    const timedOut = purpose === 'creation' ? false : quiet;
    return at(linking, { ...step, purpose, since, timedOut, problem: null });
  }
  if (step.timedOut === quiet && !step.problem) return stay(linking);
  return at(linking, { ...step, timedOut: quiet, problem: null });
}

/** Whoever signed in in VK Мессенджер's own window is not sent through VK ID besides. */
function afterWindow(linking: Linking, { windowClosed }: StepNamed<'waiting'>): Linking {
  return linking.vkid === 'ahead' && !windowClosed ? { ...linking, vkid: 'leftOut' } : linking;
}

/** What is shown of a profile is taken away when it is not signed in any more. */
function whileShown(linking: Linking, step: StepNamed<'choice' | 'confirmation'>, answer: PeopleAnswer): Advance {
  const { people, context } = answer;
  if (people.kind === 'problem') return stay(linking);
  // Nobody clicked: no window opens by itself.
  if (people.kind !== 'profiles') return wait(linking, people, context, false);

  const shown = step.name === 'choice' ? step.profiles : [step.profile, ...step.others];
  if (hasSameIds(shown, people.profiles)) return stay(linking);
  if (step.name === 'choice') return toProfiles(linking, answer);
  const profile = people.profiles.find(({ id }) => id === step.profile.id);
  return profile
    ? at(linking, confirmation(profile, people.profiles))
    : at(linking, conflictStart(replacedBy(people.profiles, answer), context));
}

function hasSameIds(some: readonly EduProfile[], others: readonly EduProfile[]): boolean {
  return some.length === others.length && some.every(({ id }) => others.some((other) => other.id === id));
}

/** The profile that was to be linked is gone, and these are here. */
function replacedBy(profiles: readonly EduProfile[], { conflictOf }: PeopleAnswer): LinkingConflict {
  const present = profiles[0] as EduProfile;
  return conflictOf(present) ?? { reason: 'anotherPersonSignedIn', present };
}

/** «Связать» was pressed: only the very profile that was confirmed is linked, and only while it is signed in. */
function finish(linking: Linking, step: StepNamed<'confirmed'>, answer: PeopleAnswer): Advance {
  const { people, conflictOf, context } = answer;
  if (people.kind !== 'profiles') return toProfiles(linking, answer);
  const profile = people.profiles.find(({ id }) => id === step.profileId);
  if (!profile) return at(linking, conflictStart(replacedBy(people.profiles, answer), context));
  const conflict = conflictOf(profile);
  if (conflict) return at(linking, conflictStart(conflict, context));
  const samePersonConfirmed = linking.samePersonProfileId === profile.id;
  return { linking: null, effects: [{ type: 'saveLink', profile, samePersonConfirmed }] };
}

/** The other person is looked for until they sign out; then linking goes on by itself. */
function afterConflict(linking: Linking, conflict: LinkingConflict, answer: PeopleAnswer): Advance {
  const { people, conflictOf, context } = answer;
  if (people.kind === 'problem') return stay(linking);
  const present = people.kind === 'profiles' ? people.profiles.find(({ id }) => id === conflict.present.id) : undefined;
  if (present && people.kind === 'profiles') {
    const stillThere = conflictOf(present);
    if (stillThere) {
      const same = stillThere.reason === conflict.reason || conflict.reason === 'anotherPersonSignedIn';
      return same ? stay(linking) : at(linking, conflictStart(stillThere, context));
    }
    if (conflict.reason === 'anotherPersonSignedIn' && people.profiles.length === 1) return stay(linking);
  }
  return goOn(linking, answer);
}
