import * as z from 'zod/mini';
import { type HttpDependencies, request } from '@/lib/http';
import type { ProfileToken } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { webTokenAddress } from '@/lib/sites/messenger';
import { idNumber, isRecord, lenient, readItems, unixSeconds, whole } from './read';

/** Who is signed in to VK Мессенджер in this cookie jar, educational profiles only. */
export interface SignedInProfiles {
  /** In the order of the answer; empty when somebody is signed in but has no educational profile. */
  tokens: ProfileToken[];
  /** How many entries could not be read. */
  unreadable: number;
}

/** `profile_type` is looked at first: of a personal entry nothing else is read. */
const kindSchema = z.object({ profile_type: whole });

const educational = 2;

/** The shortest that tokens were seen to live, milliseconds. */
const shortLife = 5 * 60_000;

const entrySchema = z.object({
  user_id: idNumber,
  access_token: z.string().check(z.minLength(1), z.maxLength(4096)),
  expires: lenient(unixSeconds),
});

/**
 * Asks VK Мессенджер, with the cookies of this jar, who is signed in.
 *
 * Only an object with `error` says that nobody is (`signedOut`). A page, a redirect, 403 and their like may mean the same, or a school's filter, a
 * robot check, a session being renewed: `unreadable`. An answer without educational profiles is a success without tokens.
 *
 * @returns tokens with their end in unix milliseconds, or `signedOut`, `offline`, `slow`, `notPermitted`, `rateLimited`,
 *   `serverError`, `unreadable`
 */
export async function readProfiles(dependencies: HttpDependencies): Promise<Result<SignedInProfiles>> {
  const answer = await request({
    ...dependencies,
    url: webTokenAddress,
    init: { credentials: 'include' },
    service: 'messenger',
    redirected: 'unreadable',
    forbidden: 'unreadable',
    label: 'web_token',
  });
  if (answer.ok) return readWebToken(answer.value.json, dependencies.clock.now());
  // The address is right and asks for nothing more: whoever finds fault with it (404, 407, 451) stands between.
  const { kind, detail } = answer.problem;
  return kind === 'badRequest' ? fail(problem('messenger', 'unreadable', detail)) : answer;
}

/**
 * Reads the answer of `web_token`; see `readProfiles`.
 *
 * @param now unix milliseconds: where the answer does not say how long a token lives (`expires: 0` is «until the session
 *   ends»), or says that it is dead as soon as it is given, it is taken to live a little; else VK would be asked at each look
 */
export function readWebToken(json: unknown, now: number): Result<SignedInProfiles> {
  if (isRecord(json) && 'error' in json) return fail(problem('messenger', 'signedOut', 'web_token: error'));
  if (!Array.isArray(json)) return fail(problem('messenger', 'unreadable', 'web_token: not a list'));

  let personal = 0;
  const read = readItems(json, (raw): ProfileToken | 'personal' | null => {
    const kind = kindSchema.safeParse(raw);
    if (!kind.success) return null;
    if (kind.data.profile_type !== educational) {
      personal += 1;
      return 'personal';
    }
    const entry = entrySchema.safeParse(raw);
    if (!entry.success) return null;
    const expires = entry.data.expires ?? 0;
    return {
      profileId: entry.data.user_id,
      token: entry.data.access_token,
      expiresAt: expires > now ? expires : now + shortLife,
    };
  });
  const { items, unreadable } = read ?? { items: [], unreadable: 0 };

  const tokens = new Map<number, ProfileToken>();
  for (const item of items) {
    if (item !== 'personal' && !tokens.has(item.profileId)) tokens.set(item.profileId, item);
  }
  // «No educational profile» would send the person to create one: not to be said of an answer that was not understood.
  if (tokens.size === 0 && unreadable > 0) {
    return fail(problem('messenger', 'unreadable', `web_token: ${unreadable} unreadable, ${personal} personal`));
  }
  return succeed({ tokens: [...tokens.values()], unreadable });
}
