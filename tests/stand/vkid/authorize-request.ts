import type { Settings } from '../settings.ts';
import type { VkidOddities } from './oddities.ts';

/** What an application asks of `/authorize`. */
export interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly codeChallenge: string;
  readonly scope: string;
  readonly prompt: string;
}

/** Whether the address is in the application's trusted list. */
export function isTrustedRedirect(settings: Settings, redirectUri: string): boolean {
  return settings.redirectUris.some((pattern) => pattern.test(redirectUri));
}

/**
 * Reads the query of `/authorize`.
 *
 * @returns the request, or what is wrong with it
 */
export function readAuthorizeRequest(query: URLSearchParams, settings: Settings): AuthorizeRequest | string {
  const value = (name: string): string => query.get(name) ?? '';
  if (value('client_id') !== settings.appId) return 'client_id is unknown';
  if (!isTrustedRedirect(settings, value('redirect_uri'))) return 'redirect_uri is not in the trusted list';
  if (value('response_type') !== 'code') return 'response_type must be code';
  if (value('state') === '') return 'state is missing';
  if (!['s256', 'S256'].includes(value('code_challenge_method'))) return 'code_challenge_method must be s256';
  // A SHA-256 in base64url has exactly 43 characters.
  if (!/^[\w-]{43}$/.test(value('code_challenge'))) return 'code_challenge is invalid';
  return {
    clientId: value('client_id'),
    redirectUri: value('redirect_uri'),
    state: value('state'),
    codeChallenge: value('code_challenge'),
    scope: value('scope') || 'vkid.personal_info',
    prompt: value('prompt'),
  };
}

/** The way back to the application, with these parameters. */
export function backTo(
  request: AuthorizeRequest,
  parameters: Record<string, string>,
  { leavesOut, redirectsBy }: VkidOddities,
): string {
  const address = new URL(request.redirectUri);
  const given = Object.entries({ ...parameters, state: request.state }).filter(
    ([name]) => !(leavesOut as readonly string[]).includes(name),
  );
  if (redirectsBy === 'hash') address.hash = new URLSearchParams(given).toString();
  else if (redirectsBy === 'payload') address.searchParams.set('payload', JSON.stringify(Object.fromEntries(given)));
  else for (const [name, value] of given) address.searchParams.set(name, value);
  return address.href;
}
