/** So long after a failure it is tried again, milliseconds; then nobody but the person makes us ask. */
export const retryWaits: readonly number[] = [15_000, 60_000, 300_000];

/** Tries something that failed again, a few times and then only when the page is looked at. */
export interface Retries {
  /** It failed, and was not yet done well since. */
  readonly hasFailed: boolean;
  failed(): void;
  succeeded(): void;
  /** The person looks at the page. */
  look(): void;
  /** Nothing is tried any more, as if nothing had been. */
  stop(): void;
}

/** Makes the retries of one thing; at most one timer waits. */
export function createRetries(attempt: () => void, now: () => number = () => performance.now()): Retries {
  let count = 0;
  let failedAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(timer);
    count = 0;
    failedAt = null;
  }

  return {
    get hasFailed() {
      return failedAt !== null;
    },
    failed() {
      clearTimeout(timer);
      failedAt = now();
      const wait = retryWaits[count];
      count += 1;
      if (wait !== undefined) timer = setTimeout(attempt, wait);
    },
    succeeded: stop,
    look() {
      if (failedAt === null || now() - failedAt < (retryWaits[0] ?? 0)) return;
      clearTimeout(timer);
      attempt();
    },
    stop,
  };
}
