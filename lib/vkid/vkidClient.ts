import { generateRandomState } from 'oauth4webapi';
import * as z from 'zod/mini';
import { type HttpDependencies, request } from '@/lib/http';
import { clip, httpsAddress, isRecord, lenient } from '@/lib/messenger/answers/read';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { vkIdOrigin } from '@/lib/sites/vkid';
import type { AuthorizationCode } from './authorization';
import { problemOfError } from './vkidErrors';

/** What is kept of a sign-in, in session storage and no longer than it lives. It is never renewed. */
export interface VkIdTokens {
  accessToken: string;
  /** Unix milliseconds on the corrected clock. */
  expiresAt: number;
  userId: string;
  deviceId: string;
}

/** Who signed in; a third thing besides the diary's person and the educational profile. Phone and mail are not read. */
export interface VkIdUser {
  userId: string;
  firstName: string;
  lastName: string;
  /** https, or `null`. */
  photo: string | null;
}

export interface VkIdDependencies extends HttpDependencies {
  /** The application's number, `WXT_VKID_APP_ID`. */
  clientId: string;
  /** Makes the state of one request; random where not said. */
  makeState?: () => string;
}

/**
 * VK ID's calls. Each can end in `noAccess` (`access_denied`), `staleAnswer` (`invalid_grant`, or a sign-in's state that
 * is not ours), `signedOut` (`invalid_token`: the consent was withdrawn), `rateLimited`, `badRequest`, `serverError`,
 * `unreadable`, `offline`, `slow`, `notPermitted`.
 */
export interface VkIdClient {
  /** Changes the code of the redirect for tokens; a code works once. */
  exchangeCode(
    exchange: AuthorizationCode & { codeVerifier: string; redirectUri: string },
  ): Promise<Result<VkIdTokens>>;
  /** Asks who the token belongs to. */
  userInfo(accessToken: string): Promise<Result<VkIdUser>>;
  /** Withdraws the person's consent; the token is dead afterwards. */
  revoke(accessToken: string): Promise<Result<null>>;
}

/** VK writes numbers as text as well; `0` is a life that nobody told. */
const secondsSchema = z.pipe(
  z.union([z.number(), z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number))]),
  z.number().check(z.nonnegative(), z.maximum(10 ** 9)),
);

/** How long a token is kept whose life was not told, seconds. */
const shortLife = 300;

/** A number in the token answer, a string in `user_info`. */
const userIdSchema = z.union([
  z.string().check(z.regex(/^[1-9]\d{0,18}$/)),
  z.pipe(z.int().check(z.positive()), z.transform(String)),
]);

/** `id_token` and `refresh_token` are not even read. */
const tokensSchema = z.object({
  access_token: z.string().check(z.minLength(1), z.maxLength(4096)),
  expires_in: secondsSchema,
  user_id: userIdSchema,
});

const userSchema = z.object({
  user: z.object({
    user_id: userIdSchema,
    first_name: lenient(z.string()),
    last_name: lenient(z.string()),
    avatar: lenient(z.string()),
  }),
});

const doneSchema = z.object({ response: z.union([z.literal(1), z.literal('1')]) });

const longestName = 100;

/** Makes the client; see `VkIdClient`. */
export function createVkIdClient(dependencies: VkIdDependencies): VkIdClient {
  const { clientId, clock, makeState = generateRandomState } = dependencies;

  /**
   * Posts with everything public in the query and the secret in the body, as VK's SDK does. The answer is judged by its
   * body, whatever the status. Only a wrong state counts: VK may echo none.
   */
  async function post(
    step: string,
    query: Record<string, string>,
    body: Record<string, string>,
  ): Promise<Result<Record<string, unknown>>> {
    const state = makeState();
    const answer = await request({
      ...dependencies,
      url: `${vkIdOrigin}/oauth2/${step}?${new URLSearchParams({ ...query, state })}`,
      init: {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
        body: new URLSearchParams(body).toString(),
      },
      service: 'vkid',
      redirected: 'unreadable',
      judgeBy: 'body',
      label: step,
    });
    if (!answer.ok) return answer;
    const { json, status } = answer.value;
    if (!isRecord(json)) return fail(problem('vkid', 'unreadable', `${step}: status ${status}, no object`));
    // The error comes first: what failed early may not have got as far as echoing the state.
    if ('error' in json) {
      const met = problemOfError(String(json.error), step, clock.now());
      // Nobody said no here: only the popup asks the person.
      return fail(met.kind === 'cancelled' ? { ...met, kind: 'noAccess' } : met);
    }
    return json.state === undefined || json.state === state
      ? succeed(json)
      : fail(problem('vkid', step === 'auth' ? 'staleAnswer' : 'unreadable', `${step}: state`));
  }

  return {
    async exchangeCode({ code, deviceId, codeVerifier, redirectUri }) {
      const answer = await post(
        'auth',
        {
          grant_type: 'authorization_code',
          client_id: clientId,
          redirect_uri: redirectUri,
          code_verifier: codeVerifier,
          device_id: deviceId,
        },
        { code },
      );
      if (!answer.ok) return answer;
      const tokens = tokensSchema.safeParse(answer.value);
      if (!tokens.success) return fail(problem('vkid', 'unreadable', 'auth: no tokens'));
      return succeed({
        accessToken: tokens.data.access_token,
        expiresAt: clock.now() + (tokens.data.expires_in || shortLife) * 1000,
        userId: tokens.data.user_id,
        deviceId,
      });
    },

    async userInfo(accessToken) {
      const answer = await post('user_info', { client_id: clientId }, { access_token: accessToken });
      if (!answer.ok) return answer;
      const read = userSchema.safeParse(answer.value);
      if (!read.success) return fail(problem('vkid', 'unreadable', 'user_info: no user'));
      const { user } = read.data;
      return succeed({
        userId: user.user_id,
        firstName: clip(user.first_name ?? '', longestName),
        lastName: clip(user.last_name ?? '', longestName),
        photo: httpsAddress(user.avatar),
      });
    },

    async revoke(accessToken) {
      const answer = await post('revoke', { client_id: clientId }, { access_token: accessToken });
      if (!answer.ok) return answer;
      return doneSchema.safeParse(answer.value).success
        ? succeed(null)
        : fail(problem('vkid', 'unreadable', 'revoke: not confirmed'));
    },
  };
}
