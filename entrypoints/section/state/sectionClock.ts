import { computed, signal } from '@preact/signals';
import { countdownTime } from '@/components/calls/CallLink';
import { joinState, nextBoundary, nextMinute } from '@/lib/calls/joinTime';
import { calls, clockOffset } from './callsState';
import { chats } from './chats';

const second = 1000;
/** Ages are shown in minutes. */
const longestRest = 30 * second;

const computerNow = signal(Date.now());

/** The corrected time, unix milliseconds, as of the last tick. */
export const now = computed(() => computerNow.value + clockOffset.value);

/** Age of something read at a moment of the computer's clock, milliseconds. */
export function ageOf(heldAt: number | null | undefined): number | null {
  return heldAt === null || heldAt === undefined ? null : Math.max(0, computerNow.value - heldAt);
}

/** When the next tick is worth its cost: each second while something is counted down. */
function restUntilNext(): number {
  const current = Date.now() + clockOffset.peek();
  const rows = calls.peek()?.rows ?? [];
  const countsDown = rows.some((row) => {
    const state = joinState(row, current);
    return state.kind === 'before' && state.opensAt - current <= countdownTime + second;
  });
  const retryAt = Math.max(calls.peek()?.problem?.retryAt ?? 0, chats.summary.peek()?.problem?.retryAt ?? 0);
  if (countsDown || retryAt > current) return second - (current % second);
  const moments = [nextBoundary(rows, current), nextMinute(rows, current)].filter((moment) => moment !== null);
  return Math.max(1, Math.min(longestRest, ...moments.map((moment) => moment - current)));
}

/**
 * Lets the time go on while the page is visible: one timer.
 *
 * @param onTick called with the corrected time
 */
export function startClock(onTick: (now: number) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible') return;
    computerNow.value = Date.now();
    onTick(now.peek());
    timer = setTimeout(tick, restUntilNext());
  };
  document.addEventListener('visibilitychange', tick);
  // What was read may have to be counted down.
  calls.subscribe(tick);
  chats.summary.subscribe(tick);
  tick();
}
