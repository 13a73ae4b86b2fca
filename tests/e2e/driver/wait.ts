import { setTimeout as pause } from 'node:timers/promises';

export const defaultTimeout = 10_000;

/** Thrown when something did not come true in time. */
export class WaitError extends Error {
  override name = 'WaitError';
}

/**
 * Asks until the answer is neither `undefined` nor `false`, and gives it back. A question that throws is asked again: pages go
 * away while they are asked.
 *
 * @example await waitUntil(() => findPage(/chats/), { what: 'a page /chats/' })
 * @throws {WaitError} saying what was waited for, what `otherwise` adds, and the last error
 */
export async function waitUntil<Value>(
  ask: () => Promise<Value | undefined | false>,
  options: { what: string; timeout?: number; otherwise?: () => Promise<string> },
): Promise<Value> {
  const timeout = options.timeout ?? defaultTimeout;
  const end = Date.now() + timeout;
  let lastError: unknown;
  for (let wait = 20; ; wait = Math.min(wait * 1.5, 200)) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() >= end) break;
    await pause(wait);
  }
  const added = await options.otherwise?.().catch((error: unknown) => String(error));
  const cause = lastError instanceof Error ? `\n${lastError.message}` : '';
  throw new WaitError(`Waited ${timeout} ms for ${options.what}.${cause}${added ? `\n${added}` : ''}`);
}
