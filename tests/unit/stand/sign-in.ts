import { createHash, randomBytes } from 'node:crypto';
import type { Answer, Client } from './client.ts';
import { flowIn } from './client.ts';

export const REDIRECT = `https://${'a'.repeat(32)}.chromiumapp.org/vkid`;

/** What an application keeps between `/authorize` and `/oauth2/auth`. */
export interface Attempt {
  readonly verifier: string;
  readonly state: string;
  readonly address: string;
}

/** A right `/authorize` address; `changes` spoil it, null removes a parameter. */
export function attempt(appId: string, changes: Record<string, string | null> = {}): Attempt {
  const verifier = randomBytes(48).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const url = new URL('https://id.vk.ru/authorize');
  const parameters: Record<string, string | null> = {
    response_type: 'code',
    client_id: appId,
    redirect_uri: REDIRECT,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 's256',
    scope: 'vkid.personal_info',
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return { verifier, state, address: url.href };
}

/** Sends the forms of a sign-in one after another; ends at the application's address or at the last page. */
export async function walk(
  client: Client,
  start: { url: string; answer: Answer | null },
  forms: readonly Record<string, string>[],
): Promise<{ url: string; answer: Answer | null }> {
  let place = start;
  for (const form of forms) {
    place = await client.follow(
      new URL('/auth/step', place.url).href,
      { form: { flow: flowIn(place.answer), action: 'continue', ...form } },
      (url) => url.startsWith(REDIRECT),
    );
  }
  return place;
}

/** Мария goes through VK ID to the end; the parameters that come back. */
export async function authorizeMaria(client: Client, address: string): Promise<URLSearchParams> {
  const start = await client.follow(address);
  const end = await walk(client, start, [
    { contact: '8 (913) 000-00-01' },
    { password: 'vk-maria' },
    {},
    { profile: 'educational' },
    {},
  ]);
  return new URL(end.url).searchParams;
}
