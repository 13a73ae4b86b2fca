import type { ProfileToken } from '@/lib/messenger/types';
import type { Result } from '@/lib/result';

/**
 * Gives a token of one profile. With `fresh` it asks `web_token` again whatever it holds; a profile that is not there any
 * more is the problem `signedOut`.
 */
export type TokenSource = (options: { fresh: boolean }) => Promise<Result<ProfileToken>>;

/**
 * Does something with a token. Where VK calls the token dead (code 5), asks for another one once and does it again; a
 * second refusal means that the person is signed out.
 *
 * `await withToken(source, (token) => requests.readProfile(token))`
 */
export async function withToken<Value>(
  source: TokenSource,
  use: (token: ProfileToken) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const held = await source({ fresh: false });
  if (!held.ok) return held;
  const outcome = await use(held.value);
  if (outcome.ok || outcome.problem.kind !== 'signedOut') return outcome;
  const renewed = await source({ fresh: true });
  return renewed.ok ? use(renewed.value) : renewed;
}
