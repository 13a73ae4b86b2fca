import type { Clock } from '@/lib/clock';

/** VK counts about 3 requests a second for one user (error 6). */
const requestsPerWindow = 3;

/** A second, and a little for requests that travel at different speeds. */
const windowMs = 1100;

/** Holds requests back so that no profile exceeds VK's limit. */
export interface Limiter {
  /** Resolves when a request of this profile may be sent, first come first served. */
  enter(profileId: number): Promise<void>;
}

/**
 * Makes a limiter: at most 3 requests in any second for one profile, whoever asks.
 *
 * @param wait resolves after so many milliseconds
 */
export function createLimiter(clock: Clock, wait: (milliseconds: number) => Promise<void>): Limiter {
  /** For each profile, when its last requests were or will be sent, by the computer's clock. */
  const sent = new Map<number, number[]>();

  return {
    async enter(profileId) {
      const now = clock.computerNow();
      // A time beyond the window means that the computer's clock was set back: such a queue is no queue.
      const times = (sent.get(profileId) ?? []).filter((at) => now - at < windowMs && at - now < windowMs * 100);
      const third = times.at(-requestsPerWindow);
      const at = third === undefined ? now : Math.max(now, third + windowMs);
      sent.set(profileId, [...times, at]);
      if (at > now) await wait(at - now);
    },
  };
}
