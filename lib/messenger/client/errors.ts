import type { ProblemKind } from '@/lib/problem';

/**
 * VK's error codes and what they mean to us (VK API schema and five public clients agree).
 *
 * Here 5 is `signedOut`: whoever asks renews the token once before believing it (`withToken`). 6 arrives here only
 * after the request was repeated in vain.
 */
const kinds: ReadonlyMap<number, ProblemKind> = new Map([
  [1, 'serverError'],
  [3, 'unknownMethod'],
  [5, 'signedOut'],
  [6, 'rateLimited'],
  [8, 'unknownMethod'],
  [9, 'rateLimited'],
  [10, 'serverError'],
  [13, 'tooLarge'],
  [14, 'captcha'],
  [15, 'noAccess'],
  [17, 'captcha'],
  [18, 'noAccess'],
  [25, 'captcha'],
  [29, 'rateLimited'],
  [100, 'badRequest'],
  [3610, 'noAccess'],
]);

/** More than about 3 requests a second: wait a little and repeat. */
export const tooManyPerSecond = 6;

/** Flood control: minutes without any request of this profile. */
export const flood = 9;

/** The rate limit of one method: minutes without that method. */
export const methodLimit = 29;

/** `execute` alone: the script was not accepted, so single methods are the way. */
export const notCompiled = 12;

/**
 * Methods known from the Android client alone. Only their refusal is remembered: without the others there is nothing to
 * show, so they are asked for every time.
 */
export const uncertain: ReadonlySet<string> = new Set(['messages.getScheduledCalls', 'messages.getCurrentCalls']);

/** The problem that a code stands for; a code not known here is the server's own trouble, or an uncertain method's refusal. */
export function kindOfCode(code: number, method: string): ProblemKind {
  return kinds.get(code) ?? (uncertain.has(method) ? 'noAccess' : 'serverError');
}
