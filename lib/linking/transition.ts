import type { EduProfile } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import type { Advance, Linking, LinkingConflict, LinkingContext, LinkingEffect, LinkingStep } from './steps';

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
export function conflictStart(conflict: LinkingConflict, { now }: LinkingContext): LinkingStep {
  return { name: 'start', problem: null, conflict, since: now };
}

/** The question who is signed in, and where to go from there: through VK ID where that is still ahead. */
export function checking({ vkid }: Pick<Linking, 'vkid'>, { now }: LinkingContext): LinkingStep {
  return { name: 'checking', next: vkid === 'ahead' ? 'vkid' : 'profiles', since: now };
}

/** «Проверьте данные» for one of the profiles that are signed in. */
export function confirmation(profile: EduProfile, profiles: readonly EduProfile[]): LinkingStep {
  return { name: 'confirmation', profile, others: profiles.filter(({ id }) => id !== profile.id) };
}
