import type { MessengerState, Rate } from './state.ts';

const PATIENCE = 10_000;

/**
 * Counts one request of a token.
 *
 * @param now milliseconds of the computer's clock
 * @returns the error code that refuses it, or null
 */
export function countRequest(messenger: MessengerState, token: string, now: number): number | null {
  const rate: Rate = messenger.rates.get(token) ?? { recent: [], refused: [], blockedUntil: 0 };
  messenger.rates.set(token, rate);
  if (now < rate.blockedUntil) return messenger.floodCode;
  rate.recent = rate.recent.filter((time) => now - time < 1000);
  rate.refused = rate.refused.filter((time) => now - time < PATIENCE);
  if (rate.recent.length < messenger.requestsPerSecond) {
    rate.recent.push(now);
    return null;
  }
  rate.refused.push(now);
  if (rate.refused.length < messenger.floodAfter) return 6;
  rate.blockedUntil = now + messenger.floodSeconds * 1000;
  return messenger.floodCode;
}
