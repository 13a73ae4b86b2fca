import type { Verdict } from '../conflict/types';
import type { DiaryAccount } from '../diary/types';
import type { EduProfile } from '../messenger/types';
import type { Problem } from '../problem';

/** How long a started linking is kept: unix milliseconds are compared with this many. */
export const linkingLifetime = 30 * 60_000;

/** Why VK Мессенджер's window is open. */
export type ProfilePurpose = 'signIn' | 'creation';

/** Where the person is. What is kept on disk holds no token and no verifier. */
export type LinkingStep =
  /** Nothing is under way; `problem` or `verdict` says why the last attempt ended. */
  | { name: 'start'; problem: Problem | null; conflict: (Verdict & { kind: 'conflict' }) | null }
  /** Who is signed in is being asked. */
  | { name: 'checking'; then: 'vkid' | 'profiles' }
  /** VK ID's window is open. `owner` is the background that waits for it: another one cannot go on. */
  | { name: 'vkid'; owner: string }
  /** The background died while VK ID's window was open. */
  | { name: 'interrupted' }
  /** VK Мессенджер's window is open until an educational profile appears. */
  | { name: 'waiting'; purpose: ProfilePurpose; since: number; windowId: number | null; windowClosed: boolean; timedOut: boolean }
  /** «Выбор профиля для связки». */
  | { name: 'choice'; profiles: EduProfile[] }
  /** «Проверьте данные». */
  | { name: 'confirmation'; profile: EduProfile; others: EduProfile[] };

export interface Linking {
  account: DiaryAccount;
  /** Unix milliseconds. */
  startedAt: number;
  step: LinkingStep;
  /** The person said that another account linked to the same profile is theirs too. */
  samePersonConfirmed: boolean;
}

/** What is signed in at VK Мессенджер: nobody, somebody without an educational profile, or profiles. */
export type Presence =
  | { kind: 'signedOut' }
  | { kind: 'noProfile' }
  | { kind: 'profiles'; profiles: EduProfile[] }
  | { kind: 'problem'; problem: Problem };

export type LinkingEvent =
  | { type: 'begin'; account: DiaryAccount; withVkid: boolean }
  | { type: 'present'; presence: Presence; verdictFor: (profile: EduProfile) => Verdict }
  | { type: 'vkidDone' }
  | { type: 'vkidFailed'; problem: Problem }
  | { type: 'windowOpened'; windowId: number | null }
  | { type: 'windowFailed' }
  | { type: 'windowClosed'; windowId: number }
  | { type: 'createProfile' }
  | { type: 'recheck' }
  | { type: 'choose'; profileId: number }
  | { type: 'chooseAgain' }
  | { type: 'confirmSamePerson' }
  | { type: 'confirm'; verdictFor: (profile: EduProfile) => Verdict }
  | { type: 'cancel' }
  | { type: 'backgroundStarted' };

export type LinkingEffect =
  | { type: 'readPresence' }
  | { type: 'openVkid' }
  | { type: 'openMessenger'; purpose: ProfilePurpose }
  | { type: 'focusWindow' }
  | { type: 'closeWindows' }
  | { type: 'saveLink'; profile: EduProfile };

export interface Advance {
  linking: Linking | null;
  effects: LinkingEffect[];
}

export interface LinkingContext {
  /** Unix milliseconds. */
  now: number;
  /** Names this run of the background. */
  owner: string;
}

/** Ten minutes of watching for a profile; after that the person says «Я вошёл». */
export const waitingLimit = 10 * 60_000;

function stay(linking: Linking | null): Advance {
  return { linking, effects: [] };
}

function at(linking: Linking, step: LinkingStep, ...effects: LinkingEffect[]): Advance {
  return { linking: { ...linking, step }, effects };
}

const unreachable: readonly Problem['kind'][] = ['offline', 'notPermitted'];

const restful = { name: 'start', problem: null, conflict: null } as const satisfies LinkingStep;

/** Where to go once it is known who is signed in. */
function withPresence(
  linking: Linking,
  event: LinkingEvent & { type: 'present' },
  { now, owner }: LinkingContext,
): Advance {
  const { step } = linking;
  const { presence } = event;

  if (step.name === 'checking' && step.then === 'vkid') {
    // The check before VK ID: only a certain conflict stops here, everything else is met again afterwards.
    if (presence.kind === 'profiles') {
      const verdicts = presence.profiles.map(event.verdictFor);
      const [conflict] = verdicts;
      if (conflict?.kind === 'conflict' && verdicts.every((verdict) => verdict.kind === 'conflict'))
        return at(linking, { name: 'start', problem: null, conflict });
    }
    // A window that could only show an error page is not opened.
    if (presence.kind === 'problem' && unreachable.includes(presence.problem.kind))
      return at(linking, { ...restful, problem: presence.problem });
    return at(linking, { name: 'vkid', owner }, { type: 'openVkid' });
  }
  if (step.name !== 'checking' && step.name !== 'waiting') return stay(linking);

  if (presence.kind === 'problem') {
    // While waiting, a passing failure changes nothing: the next look may succeed.
    if (step.name === 'waiting') return stay(linking);
    return at(linking, { ...restful, problem: presence.problem });
  }
  if (presence.kind !== 'profiles') {
    const purpose: ProfilePurpose = presence.kind === 'signedOut' ? 'signIn' : 'creation';
    if (step.name === 'waiting') {
      if (step.purpose === 'signIn' && purpose === 'creation') return at(linking, { ...step, purpose });
      return now - step.since > waitingLimit && !step.timedOut ? at(linking, { ...step, timedOut: true }) : stay(linking);
    }
    const waiting: LinkingStep = {
      name: 'waiting',
      purpose,
      since: now,
      windowId: null,
      windowClosed: false,
      timedOut: false,
    };
    return at(linking, waiting, { type: 'openMessenger', purpose });
  }

  const [only, ...others] = presence.profiles;
  if (!only) return stay(linking);
  if (others.length > 0) return at(linking, { name: 'choice', profiles: presence.profiles }, { type: 'closeWindows' });
  const verdict = event.verdictFor(only);
  if (verdict.kind === 'conflict')
    return at(linking, { name: 'start', problem: null, conflict: verdict }, { type: 'closeWindows' });
  return at(linking, { name: 'confirmation', profile: only, others: [] }, { type: 'closeWindows' });
}

/** Whether a linking was begun too long ago to be gone on with. `now`: unix milliseconds. */
export function isExpired(linking: Linking, now: number): boolean {
  return now - linking.startedAt > linkingLifetime;
}

/**
 * One step of linking: from where the person is and what happened, to where they are next and what is to be done.
 * Pure. `linking` is `null` when nothing is under way for the account; effects are executed by the background, each after the
 * new step was kept.
 */
export function advance(linking: Linking | null, event: LinkingEvent, context: LinkingContext): Advance {
  if (linking && isExpired(linking, context.now)) linking = null;

  if (event.type === 'begin') {
    if (linking && (linking.step.name === 'vkid' || linking.step.name === 'waiting')) {
      const orphan = linking.step.name === 'vkid' && linking.step.owner !== context.owner;
      if (!orphan) return at({ ...linking, account: event.account }, linking.step, { type: 'focusWindow' });
    }
    return {
      linking: {
        account: event.account,
        startedAt: context.now,
        step: { name: 'checking', then: event.withVkid ? 'vkid' : 'profiles' },
        samePersonConfirmed: false,
      },
      effects: [{ type: 'closeWindows' }, { type: 'readPresence' }],
    };
  }
  if (!linking) return stay(null);
  const { step } = linking;

  switch (event.type) {
    case 'cancel':
      return { linking: null, effects: [{ type: 'closeWindows' }] };
    case 'present':
      return withPresence(linking, event, context);
    case 'windowOpened':
      if (step.name === 'waiting') return at(linking, { ...step, windowId: event.windowId, windowClosed: false });
      return stay(linking);
    case 'windowFailed':
      if (step.name !== 'waiting') return stay(linking);
      return at(linking, { ...step, windowId: null, windowClosed: true });
    case 'windowClosed':
      if (step.name !== 'waiting' || step.windowId !== event.windowId) return stay(linking);
      return at(linking, { ...step, windowId: null, windowClosed: true }, { type: 'readPresence' });
    case 'vkidDone':
      if (step.name !== 'vkid') return stay(linking);
      return at(linking, { name: 'checking', then: 'profiles' }, { type: 'readPresence' });
    case 'vkidFailed':
      if (step.name !== 'vkid') return stay(linking);
      return at(linking, { ...restful, problem: event.problem });
    case 'createProfile':
      if (step.name !== 'waiting') return stay(linking);
      return at(linking, { ...step, since: context.now, timedOut: false }, {
        type: 'openMessenger',
        purpose: step.purpose,
      });
    case 'recheck':
      if (step.name !== 'waiting') return stay(linking);
      return at(linking, step, { type: 'readPresence' });
    case 'choose': {
      if (step.name !== 'choice') return stay(linking);
      const profile = step.profiles.find(({ id }) => id === event.profileId);
      if (!profile) return stay(linking);
      const others = step.profiles.filter(({ id }) => id !== profile.id);
      return at(linking, { name: 'confirmation', profile, others });
    }
    case 'chooseAgain':
      if (step.name !== 'confirmation' || step.others.length === 0) return stay(linking);
      return at(linking, { name: 'choice', profiles: [step.profile, ...step.others] });
    case 'confirmSamePerson':
      if (step.name !== 'start' || step.conflict?.reason !== 'linkedToAnotherPerson') return stay(linking);
      return at({ ...linking, samePersonConfirmed: true }, { name: 'checking', then: 'profiles' }, { type: 'readPresence' });
    case 'confirm': {
      if (step.name !== 'confirmation') return stay(linking);
      const verdict = event.verdictFor(step.profile);
      if (verdict.kind === 'conflict') return at(linking, { name: 'start', problem: null, conflict: verdict });
      return { linking: null, effects: [{ type: 'saveLink', profile: step.profile }] };
    }
    case 'backgroundStarted':
      if (step.name === 'vkid' && step.owner !== context.owner) return at(linking, { name: 'interrupted' });
      if (step.name === 'checking') return at(linking, step, { type: 'readPresence' });
      return stay(linking);
  }
}
