/** When a call can be joined. Part of the content script. */
import type { JoinState } from './types';

/** A call opens so long before its start: milliseconds. */
export const openingTime = 10 * 60_000;

/** A scheduled call that is live so long after the end of an occurrence is still that one: milliseconds. */
export const overrun = 6 * 3_600_000;

/** What is known of a call's time. Unix milliseconds. */
export interface JoinWindow {
  /** `null` when no time is known. */
  start: number | null;
  end: number | null;
  /** Known to be on, from VK. */
  live?: boolean;
  /** The diary's zone is only assumed and wrong by what the page shows: its times say nothing. */
  zoneDoubtful?: boolean;
}

/**
 * Whether a call can be joined: from 10 minutes before its start to its end, or while it is known to be live, also past the
 * end.
 *
 * @param now unix milliseconds on the corrected clock
 */
export function joinState(window: JoinWindow, now: number): JoinState {
  const { start, end } = window;
  if (window.live) return { kind: 'open', live: true };
  if (window.zoneDoubtful || start === null || end === null) return { kind: 'timeless' };
  if (now >= end) return { kind: 'over' };
  if (now < start - openingTime) return { kind: 'before', startsAt: start, opensAt: start - openingTime };
  return { kind: 'open', live: now >= start };
}

/**
 * The next moment at which the state of any of these calls changes by time alone: for the page's single timer.
 *
 * @returns unix milliseconds, later than `now`; `null` when no state will change. May be further away than the 24 days
 * that `setTimeout` can wait.
 */
export function nextBoundary(windows: Iterable<JoinWindow>, now: number): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { start, end, live, zoneDoubtful } of windows) {
    if (live || zoneDoubtful || start === null || end === null) continue;
    for (const boundary of [start - openingTime, start, end]) {
      if (boundary > now && boundary < next) next = boundary;
    }
  }
  return next === Number.POSITIVE_INFINITY ? null : next;
}
