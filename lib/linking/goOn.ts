import type { EduProfile } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import type {
  Advance,
  ConflictOf,
  Linking,
  LinkingConflict,
  LinkingContext,
  LinkingEffect,
  LinkingStep,
  PeopleHere,
  WaitingPurpose,
} from './steps';
import { at, confirmation, conflictStart, problemStart } from './transition';

/** The answer about who is signed in, with everything that is needed to go on from it. */
export interface PeopleAnswer {
  people: PeopleHere;
  conflictOf: ConflictOf;
  context: LinkingContext;
  /** Too much time has passed since the last click for a window to open by itself. */
  quiet: boolean;
  /** Windows that may be open are of no use any more. */
  closing: readonly LinkingEffect[];
}

/** Asking again will not help: the person has to do something first, or the extension is at fault. */
const lasting: ReadonlySet<Problem['kind']> = new Set([
  'notPermitted',
  'switchedOff',
  'noAccess',
  'badRequest',
  'unknownMethod',
]);

/**
 * The conflict in which all of these profiles end, whichever is taken; `null` when one of them may be right. One of
 * several that only needs a word of the person may be right, too: it has to be chosen first.
 */
function commonConflict(profiles: readonly EduProfile[], { conflictOf }: PeopleAnswer): LinkingConflict | null {
  const conflicts = profiles.flatMap((profile) => conflictOf(profile) ?? []);
  if (conflicts.length < profiles.length) return null;
  if (conflicts.length > 1 && conflicts.some(({ reason }) => reason === 'linkedToAnotherPerson')) return null;
  return conflicts[0] ?? null;
}

/** Through VK ID where that is still ahead, else to the profiles. */
export function goOn(linking: Linking, answer: PeopleAnswer): Advance {
  return linking.vkid === 'ahead' ? beforeVkid(linking, answer) : toProfiles(linking, answer);
}

/** The check before VK ID: only a certain conflict stops here, everything else is met again afterwards. */
function beforeVkid(linking: Linking, answer: PeopleAnswer): Advance {
  const { people, context, quiet } = answer;
  const conflict = people.kind === 'profiles' ? commonConflict(people.profiles, answer) : null;
  if (conflict) return at(linking, conflictStart(conflict, context));
  // A window that could only show an error page is not opened.
  if (people.kind === 'problem' && people.problem.kind === 'offline') return waitForAnswer(linking, people, context);
  if (people.kind === 'problem' && (people.problem.kind === 'notPermitted' || people.problem.kind === 'switchedOff'))
    return at(linking, problemStart(people.problem, context));
  if (quiet) return at(linking, problemStart(null, context));
  return at(linking, { name: 'vkid', owner: context.owner }, { type: 'openVkid', attempt: linking.startedAt });
}

/** From who is signed in to the choice, to «Проверьте данные», or to waiting until somebody is. */
export function toProfiles(linking: Linking, answer: PeopleAnswer): Advance {
  const { people, context, quiet, closing } = answer;
  if (people.kind === 'problem')
    return lasting.has(people.problem.kind)
      ? at(linking, problemStart(people.problem, context))
      : waitForAnswer(linking, people, context);
  if (people.kind !== 'profiles') return wait(linking, people, context, !quiet);

  const { profiles } = people;
  const conflict = commonConflict(profiles, answer);
  if (conflict) return at(linking, conflictStart(conflict, context), ...closing);
  const [only, ...others] = profiles;
  const step: LinkingStep = only && others.length === 0 ? confirmation(only, []) : { name: 'choice', profiles };
  return at(linking, step, ...closing);
}

type NobodyToLink = PeopleHere & { kind: 'signedOut' | 'noProfile' };

export function purposeOf(people: NobodyToLink): WaitingPurpose {
  return people.kind === 'signedOut' ? 'signIn' : 'creation';
}

export function wait(linking: Linking, people: NobodyToLink, { now }: LinkingContext, opens: boolean): Advance {
  const step: LinkingStep = {
    name: 'waiting',
    purpose: purposeOf(people),
    since: now,
    windowClosed: !opens,
    timedOut: false,
    problem: null,
  };
  return opens ? at(linking, step, { type: 'openMessenger' }) : at(linking, step);
}

/** Who is signed in is not known, which is not «nobody»: no window opens by itself, and it is asked again. */
function waitForAnswer(
  linking: Linking,
  { problem }: PeopleHere & { kind: 'problem' },
  { now }: LinkingContext,
): Advance {
  return at(linking, {
    name: 'waiting',
    purpose: 'answer',
    since: now,
    windowClosed: true,
    timedOut: false,
    problem,
  });
}
