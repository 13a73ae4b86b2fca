import type { EduProfile } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import type { Conflict, Linking, LinkingContext, LinkingEffect, LinkingEvent, LinkingStep, Presence } from './machine';
import { type Advance, at, confirmation, conflictStart, problemStart, stay, waitingLimit } from './transition';

type Step<Name extends LinkingStep['name']> = LinkingStep & { name: Name };

/** The answer about who is signed in, with everything that is needed to go on from it. */
interface Found {
  presence: Presence;
  verdictFor: (LinkingEvent & { type: 'present' })['verdictFor'];
  context: LinkingContext;
  /** Too much time has passed since the last click for a window to open by itself. */
  quiet: boolean;
  /** Windows that may be open are of no use any more. */
  closing: LinkingEffect[];
}

const unreachable: readonly Problem['kind'][] = ['offline', 'notPermitted'];
const closeWindows: LinkingEffect[] = [{ type: 'closeWindows' }];

/** Where linking goes once it is known who is signed in; part of `advance`. */
export function onPresence(
  linking: Linking,
  event: LinkingEvent & { type: 'present' },
  context: LinkingContext,
): Advance {
  const { step } = linking;
  const quiet = 'since' in step && context.now - step.since > waitingLimit;
  const found: Found = { presence: plain(event.presence), verdictFor: event.verdictFor, context, quiet, closing: [] };

  switch (step.name) {
    case 'start':
      return step.conflict ? afterConflict(linking, step.conflict, found) : stay(linking);
    case 'checking':
      return step.next === 'vkid' ? beforeVkid(linking, found) : goOn(linking, { ...found, closing: closeWindows });
    case 'confirmed':
      return finish(linking, step, found);
    case 'waiting':
      return whileWaiting(linking, step, { ...found, closing: closeWindows });
    case 'choice':
    case 'confirmation':
      return whileShown(linking, step, found);
    default:
      return stay(linking);
  }
}

/** An empty list and a dead token are said in other words elsewhere. */
function plain(presence: Presence): Presence {
  if (presence.kind === 'profiles' && presence.profiles.length === 0) return { kind: 'noProfile' };
  if (presence.kind === 'problem' && presence.problem.kind === 'signedOut') return { kind: 'signedOut' };
  return presence;
}

/**
 * The conflict in which all of these profiles end, whichever is taken; `null` when one of them may be right. One of
 * several that only needs a word of the person may be right, too: it has to be chosen first.
 */
function commonConflict(profiles: readonly EduProfile[], { verdictFor }: Found): Conflict | null {
  const conflicts = profiles.map(verdictFor).filter((verdict) => verdict.kind === 'conflict');
  if (conflicts.length < profiles.length) return null;
  if (conflicts.length > 1 && conflicts.some(({ reason }) => reason === 'linkedToAnotherPerson')) return null;
  return conflicts[0] ?? null;
}

/** The check before VK ID: only a certain conflict stops here, everything else is met again afterwards. */
function beforeVkid(linking: Linking, found: Found): Advance {
  const { presence, context, quiet } = found;
  const conflict = presence.kind === 'profiles' ? commonConflict(presence.profiles, found) : null;
  if (conflict) return at(linking, conflictStart(conflict, context));
  // A window that could only show an error page is not opened.
  if (presence.kind === 'problem' && unreachable.includes(presence.problem.kind))
    return at(linking, problemStart(presence.problem, context));
  if (quiet) return at(linking, problemStart(null, context));
  return at(linking, { name: 'vkid', owner: context.owner }, { type: 'openVkid', attempt: linking.startedAt });
}

/** From who is signed in to the choice, to «Проверьте данные», or to waiting until somebody is. */
function goOn(linking: Linking, found: Found): Advance {
  const { presence, context, quiet, closing } = found;
  if (presence.kind === 'problem') return at(linking, problemStart(presence.problem, context));
  if (presence.kind !== 'profiles') return wait(linking, presence, context, !quiet);

  const { profiles } = presence;
  const conflict = commonConflict(profiles, found);
  if (conflict) return at(linking, conflictStart(conflict, context), ...closing);
  const [only, ...others] = profiles;
  const step: LinkingStep = only && others.length === 0 ? confirmation(only, []) : { name: 'choice', profiles };
  return at(linking, step, ...closing);
}

function wait(
  linking: Linking,
  presence: Presence & { kind: 'signedOut' | 'noProfile' },
  { now }: LinkingContext,
  opens: boolean,
): Advance {
  const purpose = purposeOf(presence);
  const step: LinkingStep = {
    name: 'waiting',
    purpose,
    since: now,
    windowId: null,
    windowClosed: !opens,
    timedOut: false,
    problem: null,
  };
  return opens ? at(linking, step, { type: 'openMessenger', purpose }) : at(linking, step);
}

function purposeOf(presence: Presence & { kind: 'signedOut' | 'noProfile' }) {
  return presence.kind === 'signedOut' ? 'signIn' : 'creation';
}

function whileWaiting(linking: Linking, step: Step<'waiting'>, found: Found): Advance {
  const { presence, context, quiet } = found;
  if (presence.kind === 'profiles') return goOn(linking, found);
  if (presence.kind === 'problem') {
    // The next look may succeed, or not: a captcha does not go away by itself, so it is said.
    const same = step.problem?.kind === presence.problem.kind && step.timedOut === quiet;
    return same ? stay(linking) : at(linking, { ...step, problem: presence.problem, timedOut: quiet });
  }
  const purpose = purposeOf(presence);
  // They got further (or went back): the ten minutes begin anew.
  if (purpose !== step.purpose)
    return at(linking, { ...step, purpose, since: context.now, timedOut: false, problem: null });
  if (step.timedOut === quiet && !step.problem) return stay(linking);
  return at(linking, { ...step, timedOut: quiet, problem: null });
}

/** What is shown of a profile is taken away when it is not signed in any more. */
function whileShown(linking: Linking, step: Step<'choice' | 'confirmation'>, found: Found): Advance {
  const { presence, context } = found;
  if (presence.kind === 'problem') return stay(linking);
  // Nobody clicked: no window opens by itself.
  if (presence.kind !== 'profiles') return wait(linking, presence, context, false);

  const shown = step.name === 'choice' ? step.profiles : [step.profile, ...step.others];
  if (hasSameIds(shown, presence.profiles)) return stay(linking);
  if (step.name === 'choice') return goOn(linking, found);
  const profile = presence.profiles.find(({ id }) => id === step.profile.id);
  return profile
    ? at(linking, confirmation(profile, presence.profiles))
    : at(linking, conflictStart(replacedBy(presence.profiles, linking, found), context));
}

function hasSameIds(some: readonly EduProfile[], others: readonly EduProfile[]): boolean {
  return some.length === others.length && some.every(({ id }) => others.some((other) => other.id === id));
}

/** The profile that was to be linked is gone, and these are here. */
function replacedBy(profiles: readonly EduProfile[], linking: Linking, { verdictFor }: Found): Conflict {
  const present = profiles[0] as EduProfile;
  const verdict = verdictFor(present);
  if (verdict.kind === 'conflict') return verdict;
  return { kind: 'conflict', reason: 'anotherPersonSignedIn', present, wanted: linking.account.fullName };
}

/** «Связать» was pressed: only the very profile that was confirmed is linked, and only while it is signed in. */
function finish(linking: Linking, step: Step<'confirmed'>, found: Found): Advance {
  const { presence, verdictFor, context } = found;
  if (presence.kind !== 'profiles') return goOn(linking, found);
  const profile = presence.profiles.find(({ id }) => id === step.profileId);
  if (!profile) return at(linking, conflictStart(replacedBy(presence.profiles, linking, found), context));
  const verdict = verdictFor(profile);
  if (verdict.kind === 'conflict') return at(linking, conflictStart(verdict, context));
  const samePersonConfirmed = linking.samePersonProfileId === profile.id;
  return { linking: null, effects: [{ type: 'saveLink', profile, samePersonConfirmed }] };
}

/** The other person is looked for until they sign out; then linking goes on by itself. */
function afterConflict(linking: Linking, conflict: Conflict, found: Found): Advance {
  const { presence, verdictFor, context } = found;
  if (presence.kind === 'problem') return stay(linking);
  const present =
    presence.kind === 'profiles' ? presence.profiles.find(({ id }) => id === conflict.present.id) : undefined;
  if (present && presence.kind === 'profiles') {
    const verdict = verdictFor(present);
    if (verdict.kind === 'conflict') {
      const same = verdict.reason === conflict.reason || conflict.reason === 'anotherPersonSignedIn';
      return same ? stay(linking) : at(linking, conflictStart(verdict, context));
    }
    if (conflict.reason === 'anotherPersonSignedIn' && presence.profiles.length === 1) return stay(linking);
  }
  return linking.needsVkid ? beforeVkid(linking, found) : goOn(linking, found);
}
