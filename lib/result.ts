import type { Problem } from './problem';

/** The outcome of anything that can fail: failures are values, never thrown across a module's edge. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** A success. */
export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** A failure. */
export function fail(problem: Problem): Result<never> {
  return { ok: false, problem };
}
