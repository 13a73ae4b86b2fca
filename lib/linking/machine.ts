import type { Verdict } from '@/lib/conflict/types';
import type { DiaryAccount } from '@/lib/diary/types';
import type { EduProfile } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import { onPresence } from './found';
import { type Advance, at, checking, confirmation, conflictStart, problemStart, stay } from './transition';

export { type Advance, waitingLimit } from './transition';

/** How long a started linking is kept: unix milliseconds are compared with this many. */
export const linkingLifetime = 30 * 60_000;

/** Why VK Мессенджер's window is open. */
export type ProfilePurpose = 'signIn' | 'creation';

export type Conflict = Verdict & { kind: 'conflict' };

/** Where the person is. What is kept on disk holds no token and no verifier. Moments are unix milliseconds. */
export type LinkingStep =
  /**
   * Nothing is under way; `problem` or `conflict` says why the last attempt ended. A conflict is watched: when the other
   * person signs out, linking goes on. `since`: when it was met.
   */
  | { name: 'start'; problem: Problem | null; conflict: Conflict | null; since: number }
  /** Who is signed in is being asked. `since`: the click, or whatever else led here. */
  | { name: 'checking'; next: 'vkid' | 'profiles'; since: number }
  /** VK ID's window is open. `owner` is the background that waits for it: another one cannot go on. */
  | { name: 'vkid'; owner: string }
  /** VK ID's window is open, and nobody waits for it any more: the background died. */
  | { name: 'interrupted' }
  /** VK Мессенджер's window is open until an educational profile appears. `problem`: the last look failed. */
  | {
      name: 'waiting';
      purpose: ProfilePurpose;
      since: number;
      windowId: number | null;
      windowClosed: boolean;
      timedOut: boolean;
      problem: Problem | null;
    }
  /** «Выбор профиля для связки». */
  | { name: 'choice'; profiles: EduProfile[] }
  /** «Проверьте данные». */
  | { name: 'confirmation'; profile: EduProfile; others: EduProfile[] }
  /** «Связать» was pressed: whether that profile is still signed in is being asked. */
  | { name: 'confirmed'; profileId: number; since: number };

export interface Linking {
  account: DiaryAccount;
  /** Unix milliseconds; tells one attempt from another, too. */
  startedAt: number;
  step: LinkingStep;
  /** VK ID is still to be gone through. */
  needsVkid: boolean;
  /** The profile of which the person said that the other account linked to it is theirs too. */
  samePersonProfileId: number | null;
}

/** What is signed in at VK Мессенджер: nobody, somebody without an educational profile, or profiles. */
export type Presence =
  | { kind: 'signedOut' }
  | { kind: 'noProfile' }
  | { kind: 'profiles'; profiles: EduProfile[] }
  | { kind: 'problem'; problem: Problem };

export type LinkingEvent =
  /** The person pressed «Привязать аккаунт к Сферум», perhaps in another tab. */
  | { type: 'begin'; account: DiaryAccount; withVkid: boolean }
  /** The answer to `readPresence`. */
  | { type: 'present'; presence: Presence; verdictFor: (profile: EduProfile) => Verdict }
  /** `attempt`: of the effect that opened the window. */
  | { type: 'vkidDone'; attempt: number }
  | { type: 'vkidFailed'; attempt: number; problem: Problem }
  | { type: 'windowOpened'; windowId: number | null }
  | { type: 'windowFailed' }
  | { type: 'windowClosed'; windowId: number }
  | { type: 'createProfile' }
  /** «Я вошёл», «Я вышел», the diary got focus, the session at VK Мессенджер changed. */
  | { type: 'recheck' }
  | { type: 'choose'; profileId: number; verdictFor: (profile: EduProfile) => Verdict }
  | { type: 'chooseAgain' }
  | { type: 'confirmSamePerson' }
  /** `profileId`: whom the person saw when they pressed «Связать»; not said: whoever is shown. */
  | { type: 'confirm'; profileId?: number | undefined }
  | { type: 'cancel' }
  | { type: 'backgroundStarted' };

export type LinkingEffect =
  | { type: 'readPresence' }
  | { type: 'openVkid'; attempt: number }
  /** Brings an open window to the front or opens one. */
  | { type: 'openMessenger'; purpose: ProfilePurpose }
  | { type: 'focusWindow' }
  | { type: 'closeWindows' }
  /** To be done before the step that led here is forgotten. */
  | { type: 'saveLink'; profile: EduProfile; samePersonConfirmed: boolean };

export interface LinkingContext {
  /** Unix milliseconds. */
  now: number;
  /** Names this run of the background. */
  owner: string;
}

/** Whether a linking was begun too long ago (or, by a clock put back, too far ahead) to be gone on with. */
export function isExpired(linking: Linking, now: number): boolean {
  return Math.abs(now - linking.startedAt) > linkingLifetime;
}

/**
 * One step of linking: from where the person is and what happened, to where they are next and what is to be done.
 * Pure. `linking` is `null` when nothing is under way for the account; effects are executed by the background, each after the
 * new step was kept. An event that means nothing in a step gives back the same linking, and no effects.
 */
export function advance(linking: Linking | null, event: LinkingEvent, context: LinkingContext): Advance {
  const current = linking && !isExpired(linking, context.now) ? linking : null;
  if (event.type === 'begin') return begin(current, event, context, isOrphaned(linking, context));
  if (!current) {
    // The person gave up while the window was being opened.
    return { linking: null, effects: event.type === 'windowOpened' ? [{ type: 'closeWindows' }] : [] };
  }
  const { step } = current;

  switch (event.type) {
    case 'cancel':
      return { linking: null, effects: [{ type: 'closeWindows' }] };
    case 'present':
      return onPresence(current, event, context);
    case 'windowOpened':
      if (step.name !== 'waiting') return { linking: current, effects: [{ type: 'closeWindows' }] };
      return at(current, { ...step, windowId: event.windowId, windowClosed: false });
    case 'windowFailed':
      if (step.name !== 'waiting') return stay(current);
      return at(current, { ...step, windowId: null, windowClosed: true });
    case 'windowClosed':
      if (step.name !== 'waiting' || step.windowId !== event.windowId) return stay(current);
      return at(current, { ...step, windowId: null, windowClosed: true }, { type: 'readPresence' });
    case 'vkidDone':
      if (step.name !== 'vkid' || current.startedAt !== event.attempt) return stay(current);
      return at({ ...current, needsVkid: false }, checking('profiles', context), { type: 'readPresence' });
    case 'vkidFailed':
      if (step.name !== 'vkid' || current.startedAt !== event.attempt) return stay(current);
      // A window of an earlier run stands in the way.
      if (event.problem.kind === 'windowOpen') return at(current, { name: 'interrupted' });
      return at(current, problemStart(event.problem, context));
    case 'createProfile':
      if (step.name !== 'waiting') return stay(current);
      return watchAnew(current, step, context);
    case 'recheck':
      return isWatched(step) ? stay(current, { type: 'readPresence' }) : stay(current);
    case 'choose': {
      if (step.name !== 'choice') return stay(current);
      const profile = step.profiles.find(({ id }) => id === event.profileId);
      if (!profile) return stay(current);
      const verdict = event.verdictFor(profile);
      if (verdict.kind === 'conflict') return at(current, conflictStart(verdict, context));
      return at(current, confirmation(profile, step.profiles));
    }
    case 'chooseAgain':
      if (step.name === 'confirmation' && step.others.length > 0) {
        return at(current, { name: 'choice', profiles: [step.profile, ...step.others] });
      }
      return step.name === 'start' && step.conflict ? checkAgain(current, context) : stay(current);
    case 'confirmSamePerson':
      if (step.name !== 'start' || step.conflict?.reason !== 'linkedToAnotherPerson') return stay(current);
      return checkAgain({ ...current, samePersonProfileId: step.conflict.present.id }, context);
    case 'confirm': {
      if (step.name !== 'confirmation') return stay(current);
      const { id } = step.profile;
      if (event.profileId !== undefined && event.profileId !== id) return stay(current);
      return at(current, { name: 'confirmed', profileId: id, since: context.now }, { type: 'readPresence' });
    }
    case 'backgroundStarted':
      if (step.name === 'vkid' && isOrphaned(current, context)) return at(current, { name: 'interrupted' });
      return isAsking(step) || isWatched(step) ? stay(current, { type: 'readPresence' }) : stay(current);
  }
}

type Begin = LinkingEvent & { type: 'begin' };

/** A second click, perhaps in another tab, brings the person to where they are; else linking begins. */
function begin(current: Linking | null, event: Begin, context: LinkingContext, orphaned: boolean): Advance {
  const { account } = event;
  if (current && !orphaned) {
    const known = { ...current, account };
    const { step } = current;
    if (step.name === 'vkid') return stay(known, { type: 'focusWindow' });
    if (step.name === 'waiting') return watchAnew(known, step, context);
    if (isAsking(step) || step.name === 'choice' || step.name === 'confirmation') {
      return stay(known, { type: 'readPresence' });
    }
  }
  const failedAfterVkid = current?.step.name === 'start' && current.step.problem !== null && !current.needsVkid;
  const needsVkid = event.withVkid && !failedAfterVkid;
  return at(
    { account, startedAt: context.now, needsVkid, samePersonProfileId: null },
    checking(needsVkid ? 'vkid' : 'profiles', context),
    ...(orphaned ? ([{ type: 'closeWindows' }] as const) : []),
    { type: 'readPresence' },
  );
}

function checkAgain(linking: Linking, context: LinkingContext): Advance {
  return at(linking, checking(linking.needsVkid ? 'vkid' : 'profiles', context), { type: 'readPresence' });
}

function watchAnew(linking: Linking, step: LinkingStep & { name: 'waiting' }, { now }: LinkingContext): Advance {
  return at(linking, { ...step, since: now, timedOut: false }, { type: 'openMessenger', purpose: step.purpose });
}

/** VK ID's window may stand open without anybody waiting for it. */
function isOrphaned(linking: Linking | null, { owner }: LinkingContext): boolean {
  if (linking?.step.name === 'interrupted') return true;
  return linking?.step.name === 'vkid' && linking.step.owner !== owner;
}

/** An answer about who is signed in is on its way, or was when the background died. */
function isAsking(step: LinkingStep): boolean {
  return step.name === 'checking' || step.name === 'confirmed';
}

/** A change of who is signed in moves these steps on, or takes away what they show. */
function isWatched(step: LinkingStep): boolean {
  if (step.name === 'start') return step.conflict !== null;
  return step.name === 'waiting' || step.name === 'choice' || step.name === 'confirmation';
}
