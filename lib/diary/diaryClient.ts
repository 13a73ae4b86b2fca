import { clockDifference } from '@/lib/clock';
import type { Fetch } from '@/lib/http';

/**
 * What the diary's server answered, not read yet: the page's script asks with its own cookies and hands the answer over whole,
 * `lib/diary/answers` reads it. `failed`: there was none, or one of a size that no diary has; `notPermitted`: the
 * background may not ask there.
 */
export type DiaryAnswer =
  | { status: number; redirected: boolean; contentType: string; text: string }
  | { failed: 'offline' | 'slow' | 'tooLarge' | 'notPermitted'; status?: never };

/** The answers to what is shown: those that were not asked for are left out. */
export interface DaysAnswers {
  /** `GetWeekSchedule` or `GetMonthSchedule`, where «Расписание» is shown. */
  schedule?: DiaryAnswer | undefined;
  /** `GetDiary` of the same week. */
  diary?: DiaryAnswer | undefined;
  /** `GetHomeworkFromRange` of the same week. */
  homework?: DiaryAnswer | undefined;
}

/** Whatever is longer is no week of a pupil; characters. */
export const longestAnswer = 4_000_000;

/** Slow servers answer after 10 s, and what comes then is still wanted. Milliseconds. */
const defaultTimeout = 30_000;

/**
 * Asks a diary once, as its own page does; never throws, repeats nothing.
 *
 * @example askDiary(fetch, `${location.origin}${endpoint}`, (difference) => …)
 * @param fetch the page's own, so that cookies, private windows and containers are the page's own
 * @param learn hears how far the diary's clock is ahead of the computer's, milliseconds, where the answer tells
 */
export async function askDiary(
  fetch: Fetch,
  address: string,
  learn: (difference: number) => void,
  timeoutMs = defaultTimeout,
): Promise<DiaryAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const sentAt = Date.now();
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'same-origin',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      redirect: 'manual',
      signal,
    });
    const difference = clockDifference(response.headers.get('date'), sentAt, Date.now());
    if (difference !== null) learn(difference);
    // Browsers show a redirect as an opaque answer with status 0; Node gives the answer itself.
    const redirected = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
    const text = redirected ? '' : await response.text();
    if (text.length > longestAnswer) return { failed: 'tooLarge' };
    return { status: response.status, redirected, contentType: response.headers.get('content-type') ?? '', text };
  } catch {
    return { failed: signal.aborted ? 'slow' : 'offline' };
  }
}
