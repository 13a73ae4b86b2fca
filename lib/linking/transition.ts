import type { EduProfile } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import type { Conflict, Linking, LinkingContext, LinkingEffect, LinkingStep } from './machine';

/** Ten minutes of watching for a profile or a sign-out, and of opening windows by itself; after that the person clicks. */
export const waitingLimit = 10 * 60_000;

/** Where linking is after an event, and what is to be done. */
export interface Advance {
  linking: Linking | null;
  effects: LinkingEffect[];
}

/** Nothing moves. */
export function stay(linking: Linking, ...effects: LinkingEffect[]): Advance {
  return { linking, effects };
}

/** The next step of the same linking. */
export function at(linking: Omit<Linking, 'step'>, step: LinkingStep, ...effects: LinkingEffect[]): Advance {
  return { linking: { ...linking, step }, effects };
}

/** The start, with what went wrong. */
export function problemStart(problem: Problem | null, { now }: LinkingContext): LinkingStep {
  return { name: 'start', problem, conflict: null, since: now };
}

/** The start, with who is in the way. */
export function conflictStart(conflict: Conflict, { now }: LinkingContext): LinkingStep {
  return { name: 'start', problem: null, conflict, since: now };
}

/** The question who is signed in, and where to go from there. */
export function checking(next: 'vkid' | 'profiles', { now }: LinkingContext): LinkingStep {
  return { name: 'checking', next, since: now };
}

/** «Проверьте данные» for one of the profiles that are signed in. */
export function confirmation(profile: EduProfile, profiles: readonly EduProfile[]): LinkingStep {
  return { name: 'confirmation', profile, others: profiles.filter(({ id }) => id !== profile.id) };
}
