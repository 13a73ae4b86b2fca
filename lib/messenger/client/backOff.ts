import type { Clock } from '@/lib/clock';
import type { ApiMemory } from './memory';

/** Each further refusal in a row makes the pause longer. */
const pauses = [2, 4, 8, 15].map((minutes) => minutes * 60_000);

/** After so long without a refusal the next one counts as the first again. */
const forgottenAfter = 30 * 60_000;

/** The whole profile, as opposed to one of its methods. */
export const everything = '*';

/** Pauses that VK asked for, remembered so that nothing is sent before they end. */
export interface BackOffs {
  /** Until when neither the method nor the profile may be asked, unix milliseconds on the corrected clock, or `null`. */
  until(profileId: number, method: string): number | null;
  /** VK refused: starts a pause, longer than the last one, at least until `atLeastUntil`, and says when it ends. */
  start(profileId: number, method: string, atLeastUntil?: number): number;
  /** An answer came: the next pause is a short one again. */
  end(profileId: number, method: string): void;
}

/**
 * Makes the keeper of pauses.
 *
 * @param memory where they are kept
 * @param changed called after each change
 */
export function createBackOffs(clock: Clock, memory: ApiMemory, changed: () => void): BackOffs {
  const key = (profileId: number, method: string) => `${profileId} ${method}`;

  return {
    until(profileId, method) {
      const now = clock.now();
      const ends = [everything, method]
        .map((name) => memory.pauses[key(profileId, name)]?.until ?? 0)
        // The clock may have been corrected since: a pause longer than any that we give is none.
        .filter((until) => until > now && until - now <= forgottenAfter);
      return ends.length > 0 ? Math.max(...ends) : null;
    },
    start(profileId, method, atLeastUntil = 0) {
      const now = clock.now();
      const last = memory.pauses[key(profileId, method)];
      // Requests that were on their way together are refused together: that is one refusal.
      if (last && last.until > now && last.until - now <= forgottenAfter) return last.until;
      const step = last && now - last.until < forgottenAfter ? Math.min(last.step + 1, pauses.length - 1) : 0;
      const until = Math.max(now + (pauses[step] ?? 0), Math.min(atLeastUntil, now + forgottenAfter));
      memory.pauses[key(profileId, method)] = { until, step };
      changed();
      return until;
    },
    end(profileId, method) {
      let known = false;
      for (const name of [everything, method]) {
        if (key(profileId, name) in memory.pauses) {
          delete memory.pauses[key(profileId, name)];
          known = true;
        }
      }
      if (known) changed();
    },
  };
}
