import { answerLimit, isExpired } from './limits';
import { afterPeopleRead } from './peopleAnswer';
import type { Advance, Linking, LinkingContext, LinkingEvent, LinkingStep, StepNamed } from './steps';
import { at, checking, confirmation, conflictStart, problemStart, stay } from './transition';

/** The person has just done something. */
const readNow = { type: 'readPeople', byPerson: true } as const;

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
    case 'peopleRead':
      return afterPeopleRead(current, event, context);
    case 'vkidDone':
      if (step.name !== 'vkid' || current.startedAt !== event.attempt) return stay(current);
      return checkAgain({ ...current, vkid: 'done' }, context);
    case 'vkidFailed':
      return step.name === 'vkid' && current.startedAt === event.attempt
        ? afterVkidFailed(current, event, context)
        : stay(current);
    case 'windowOpened':
      if (step.name === 'vkid') return stay(current);
      if (step.name !== 'waiting') return stay(current, { type: 'closeWindows' });
      return step.windowClosed ? at(current, { ...step, windowClosed: false }) : stay(current);
    case 'windowFailed':
      return step.name === 'waiting' ? at(current, { ...step, windowClosed: true }) : stay(current);
    case 'windowClosed':
      if (step.name !== 'waiting') return stay(current);
      return at(current, { ...step, windowClosed: true }, readNow);
    case 'createProfile':
      return step.name === 'waiting' ? watchAnew(current, step, context) : stay(current);
    case 'recheck':
      return asksOnRecheck(step, event.byPerson, context)
        ? stay(current, { type: 'readPeople', byPerson: event.byPerson })
        : stay(current);
    case 'choose': {
      if (step.name !== 'choice') return stay(current);
      const profile = step.profiles.find(({ id }) => id === event.profileId);
      if (!profile) return stay(current);
      const conflict = event.conflictOf(profile);
      return at(current, conflict ? conflictStart(conflict, context) : confirmation(profile, step.profiles));
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
      return at(current, { name: 'confirmed', profileId: id, since: context.now }, readNow);
    }
    case 'backgroundStarted':
      if (step.name === 'vkid' && isOrphaned(current, context)) return at(current, { name: 'interrupted' });
      // With the browser its windows have ended, too.
      if (step.name === 'waiting' && event.isWindowGone)
        return at(current, { ...step, windowClosed: true }, { type: 'readPeople', byPerson: false });
      return isAsking(step) || showsPeople(step)
        ? stay(current, { type: 'readPeople', byPerson: false })
        : stay(current);
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
    if (step.name === 'waiting') return watchAnew(known, step, context, step.purpose === 'answer');
    if (isAsking(step) || step.name === 'choice' || step.name === 'confirmation') {
      return stay(known, readNow);
    }
  }
  const vkid = event.withVkid ? vkidAgain(current) : 'leftOut';
  const begun = { account, startedAt: context.now, vkid, samePersonProfileId: null };
  const closing = orphaned ? ([{ type: 'closeWindows' }] as const) : [];
  return at(begun, checking(begun, context), ...closing, readNow);
}

/** Whoever has been through VK ID a moment ago, or cannot come through, is not sent there once more. */
function vkidAgain(current: Linking | null): Linking['vkid'] {
  if (current?.vkid === 'failed') return 'failed';
  const failedAfterVkid = current?.vkid === 'done' && current.step.name === 'start' && current.step.problem !== null;
  return failedAfterVkid ? 'done' : 'ahead';
}

/** The person said no, another window stands in the way, or VK ID does not work: then linking goes on without it. */
function afterVkidFailed(
  current: Linking,
  { problem }: LinkingEvent & { type: 'vkidFailed' },
  context: LinkingContext,
): Advance {
  if (problem.kind === 'windowOpen') return at(current, { name: 'interrupted' });
  if (problem.kind === 'cancelled') return at(current, problemStart(problem, context));
  return checkAgain({ ...current, vkid: 'failed' }, context);
}

function checkAgain(linking: Linking, context: LinkingContext): Advance {
  return at(linking, checking(linking, context), readNow);
}

/** @param asks only asks who is there; else VK Мессенджер's window is opened, too */
function watchAnew(linking: Linking, step: StepNamed<'waiting'>, { now }: LinkingContext, asks = false): Advance {
  return at(linking, { ...step, since: now, timedOut: false }, asks ? readNow : { type: 'openMessenger' });
}

/** VK ID's window may stand open without anybody waiting for it. */
function isOrphaned(linking: Linking | null, { owner }: LinkingContext): boolean {
  if (linking?.step.name === 'interrupted') return true;
  return linking?.step.name === 'vkid' && linking.step.owner !== owner;
}

/** An answer about who is signed in is on its way, or was when the background died. */
function isAsking(step: LinkingStep): step is StepNamed<'checking'> | StepNamed<'confirmed'> {
  return step.name === 'checking' || step.name === 'confirmed';
}

/** A change of who is signed in moves these steps on, or takes away what they show. */
function showsPeople(step: LinkingStep): boolean {
  if (step.name === 'start') return step.conflict !== null;
  return step.name === 'waiting' || step.name === 'choice' || step.name === 'confirmation';
}

/** An answer that is under way is not asked for twice, unless it was lost: no step may wait for ever. */
function asksOnRecheck(step: LinkingStep, byPerson: boolean, { now }: LinkingContext): boolean {
  return isAsking(step) ? byPerson || Math.abs(now - step.since) > answerLimit : showsPeople(step);
}
