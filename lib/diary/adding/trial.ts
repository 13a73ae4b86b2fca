import { troubleTitle } from '@/lib/diary/answers/reading';
import type { DiaryAccount } from '@/lib/diary/types';

/** So long a right stays for a diary that asks to sign in first, milliseconds. */
export const trialLifetime = 30 * 60_000;

/** How the first look at a new address ended. */
export type TrialOutcome =
  /** It is ЭШ, and somebody is signed in. */
  | 'added'
  /** It may be ЭШ: it asks to sign in. The right is kept for `trialLifetime`. */
  | 'signIn'
  /** Another kind of site: the right is given back. */
  | 'notDiary'
  /** It did not answer: the right is given back, the person may try again. */
  | 'unreachable'
  /** The browser does not let the extension ask there. */
  | 'notPermitted'
  /** The disk is full: the right is given back, the person may try again. */
  | 'notKept';

/** What was answered to `GetPersonData` of a site that may be ЭШ. */
export interface TrialAnswer {
  status: number;
  /** Path of the page that answered at last: a sign-in page is reached by a redirect. */
  path: string;
  /** The answer's own text, or its beginning. */
  text: string;
}

/** Words of ЭШ's sign-in page: its form, its portal button, its addresses. */
const signInMarks = /login_login|login_password|\/auth\/(?:login|esia)|Электронная школа|БАРС/i;

/**
 * What an answer says of a new address.
 *
 * @param read reads `GetPersonData`'s JSON; `null` where it is none
 */
export function judgeTrial(
  { status, path, text }: TrialAnswer,
  read: (json: unknown) => DiaryAccount | null,
): Exclude<TrialOutcome, 'notPermitted' | 'notKept'> {
  if (status === 401 || status === 403) return 'signIn';
  // A server in trouble says nothing of what it is.
  if (status === 429 || status >= 500) return 'unreachable';
  if (status >= 400) return 'notDiary';
  const json = parse(text);
  if (json !== undefined) {
    if (isSignedOutFault(json)) return 'signIn';
    return read(json) ? 'added' : 'notDiary';
  }
  if (troubleTitle.test(text)) return 'unreachable';
  return path.startsWith('/auth/') || signInMarks.test(text) ? 'signIn' : 'notDiary';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isSignedOutFault(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('faultcode' in json)) return false;
  return String(json.faultcode).startsWith('Server.UserNotAuthenticated');
}

/** Whether a trial that began at `startedAt` is still open, both unix milliseconds of the computer's clock. */
export function isTrialOpen(startedAt: number, now: number): boolean {
  const age = now - startedAt;
  return age >= 0 && age < trialLifetime;
}
