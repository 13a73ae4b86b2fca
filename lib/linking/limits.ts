import type { Linking } from './steps';

/** How long a started linking is kept, milliseconds. */
export const linkingLifetime = 30 * 60_000;

/** So long a profile, a sign-out or an answer is watched for, and windows open by themselves; after that the person clicks. */
export const waitingLimit = 10 * 60_000;

/** An answer about who is signed in that takes longer is lost: it is asked for again. */
export const answerLimit = 30_000;

/** Whether a linking was begun too long ago (or, by a clock put back, too far ahead) to be gone on with. */
export function isExpired(linking: Pick<Linking, 'startedAt'>, now: number): boolean {
  return Math.abs(now - linking.startedAt) > linkingLifetime;
}

/** Whether the step is watched by asking again and again, while the person sees it: ten minutes at most. */
export function isWatching({ step }: Pick<Linking, 'step'>, now: number): boolean {
  const waits = step.name === 'waiting' ? !step.timedOut : step.name === 'start' && step.conflict !== null;
  return waits && 'since' in step && now - step.since <= waitingLimit;
}
