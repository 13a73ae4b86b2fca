import type { Problem, ProblemKind } from '@/lib/problem';

/** Troubles that say nothing of who is signed in and pass by themselves. */
const passing: readonly ProblemKind[] = ['offline', 'slow', 'serverError', 'rateLimited'];

/**
 * Whether rows that stand on the screen may stay there although nobody can say now who is signed in: they were shown
 * rightly, and a change of session is noticed without asking.
 */
export function isOutage(problem: Problem | null): boolean {
  return problem !== null && passing.includes(problem.kind);
}
