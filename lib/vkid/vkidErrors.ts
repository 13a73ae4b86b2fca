import { type Problem, type ProblemKind, problem } from '@/lib/problem';

/** VK ID's own errors, and those of OAuth 2.1 that its redirect may carry. */
const kinds: ReadonlyMap<string, ProblemKind> = new Map([
  ['access_denied', 'cancelled'],
  ['invalid_grant', 'staleAnswer'],
  ['invalid_token', 'signedOut'],
  ['slow_down', 'rateLimited'],
  ['invalid_client', 'badRequest'],
  ['invalid_request', 'badRequest'],
  ['invalid_scope', 'badRequest'],
  ['unauthorized_client', 'badRequest'],
  ['unsupported_response_type', 'badRequest'],
  ['server_error', 'serverError'],
  ['temporarily_unavailable', 'serverError'],
]);

/** VK ID does not say how long to wait after `slow_down`. */
const pause = 60_000;

/**
 * The problem that an `error` of VK ID stands for; one not known here is the server's own trouble.
 *
 * @param step where it was met, for `detail`
 * @param now unix milliseconds on the corrected clock, for `retryAt`; without it there is none
 */
export function problemOfError(error: string, step: string, now?: number): Problem {
  const kind = kinds.get(error) ?? 'serverError';
  // Only a word from the table may stand in `detail`: anything else came from outside and could hold anything.
  const detail = `${step}: ${kinds.has(error) ? error : 'unknown error'}`;
  return problem('vkid', kind, detail, kind === 'rateLimited' && now !== undefined ? now + pause : undefined);
}
