import { longestWait } from './http';
import { problem, type Service } from './problem';
import { fail, type Result } from './result';

/** What comes within so many milliseconds, or what `tooLate` says then. Nothing waits any longer than either. */
export function within<Value>(work: Promise<Value>, milliseconds: number, tooLate: () => Value): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(tooLate()), milliseconds);
    void work.then(resolve, reject).then(() => clearTimeout(timer));
  });
}

/**
 * What comes within so many milliseconds; `null` where nothing does. The work itself goes on.
 *
 * @param onLate hears what came later
 */
export async function inTime<Value>(
  work: Promise<Value>,
  milliseconds: number,
  onLate?: (value: Value) => void,
): Promise<Value | null> {
  const come = await within<{ value: Value } | null>(
    work.then((value) => ({ value })),
    milliseconds,
    () => null,
  );
  if (come) return come.value;
  if (onLate) void work.then(onLate, () => undefined);
  return null;
}

/**
 * What one person waits for may be answered by several, one after the other: all of them have so long, milliseconds. One of VK's may
 * have stood in a queue for a second before it was sent.
 */
const longestInAll = longestWait + 1500;

/** Waits for one answer of a service; `slow` where it does not come. The work itself goes on, and `onLate` hears when it has come. */
export type Wait = <Value>(
  service: Service,
  work: Promise<Result<Value>>,
  onLate?: (read: Result<Value>) => void,
) => Promise<Result<Value>>;

/** Begins to wait: whatever is waited for with it, one after the other, ends in the time of all. */
export function createWait(): Wait {
  const end = performance.now() + longestInAll;
  return async (service, work, onLate) =>
    (await inTime(work, Math.max(0, end - performance.now()), onLate)) ??
    fail(problem(service, 'slow', 'not in the time of all'));
}
