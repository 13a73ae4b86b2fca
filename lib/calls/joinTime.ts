/** When a call can be joined. Part of the content script. */
import type { JoinState } from './types';

const minute = 60_000;

/** A call opens so long before its start: milliseconds. */
export const openingTime = 10 * minute;

/** A scheduled call that is live so long after the end of an occurrence is still that one: milliseconds. */
export const overrun = 6 * 3_600_000;

/** What is known of a call's time. Unix milliseconds. */
export interface TimeOfCall {
  /** `null` when no time is known, as of every lesson while the school's zone is only assumed. */
  start: number | null;
  end: number | null;
  /** Known to be on, from VK. */
  live?: boolean;
}

/**
 * Whether a call can be joined: from 10 minutes before its start to its end, or while it is known to be live, also past the
 * end.
 *
 * @param now unix milliseconds on the corrected clock
 */
export function joinState({ start, end, live }: TimeOfCall, now: number): JoinState {
  if (live) return { kind: 'open', live: true };
  if (start === null || end === null) return { kind: 'timeless' };
  if (now >= end) return { kind: 'over' };
  if (now >= start) return { kind: 'open', live: true };
  if (now < start - openingTime) return { kind: 'before', startsAt: start, opensAt: start - openingTime };
  return { kind: 'open', live: false, minutes: Math.ceil((start - now) / minute) };
}

/**
 * The next moment at which the state of any of these calls becomes another by time alone: for the page's single timer.
 *
 * @returns unix milliseconds, later than `now`; `null` when no state will change. May be further away than the 24 days
 * that `setTimeout` can wait.
 */
export function nextBoundary(times: Iterable<TimeOfCall>, now: number): number | null {
  return earliest(times, now, (start, end) => [start - openingTime, start, end]);
}

/** The next moment at which the minutes to the start of any of these calls are fewer; `null` while none is counted down. */
export function nextMinute(times: Iterable<TimeOfCall>, now: number): number | null {
  return earliest(times, now, (start) => {
    const isCounted = now >= start - openingTime && now < start;
    return isCounted ? [start - (Math.ceil((start - now) / minute) - 1) * minute] : [];
  });
}

function earliest(
  times: Iterable<TimeOfCall>,
  now: number,
  momentsOf: (start: number, end: number) => number[],
): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { start, end, live } of times) {
    if (live || start === null || end === null) continue;
    for (const moment of momentsOf(start, end)) if (moment > now && moment < next) next = moment;
  }
  return next === Number.POSITIVE_INFINITY ? null : next;
}
