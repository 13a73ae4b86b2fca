import {
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  validateAuthResponse,
} from 'oauth4webapi';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { vkIdOrigin } from '@/lib/sites/vkid';
import { problemOfError } from './vkidErrors';

/** VK ID's numbers of interface languages. */
const languages = { ru: 0, uk: 1, en: 3 } as const;

export interface AuthorizationRequest {
  /** The application's number, `WXT_VKID_APP_ID`. */
  clientId: string;
  /** One of the application's trusted redirect addresses. */
  redirectUri: string;
  scope: string;
  language: keyof typeof languages;
  scheme: 'light' | 'dark';
  /** `login` makes VK ID ask who it is even where somebody is signed in; left out where not said. */
  prompt?: string;
}

/** A sign-in that was started: the verifier and the state are kept in session storage at most. */
export interface StartedAuthorization {
  /** The address of the popup. */
  address: string;
  state: string;
  /** 43 to 128 characters; its hash stands in the address. */
  codeVerifier: string;
}

/** What comes back with the redirect and is changed for tokens, once and within about ten minutes. */
export interface AuthorizationCode {
  code: string;
  /** Must be sent with the exchange. */
  deviceId: string;
}

/** Starts a sign-in: makes state and verifier anew and the address to open. */
export async function startAuthorization(request: AuthorizationRequest): Promise<StartedAuthorization> {
  const state = generateRandomState();
  const codeVerifier = generateRandomCodeVerifier();
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    state,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    // In lower case, as VK's own SDK sends it.
    code_challenge_method: 's256',
    scope: request.scope,
    ...(request.prompt ? { prompt: request.prompt } : {}),
    lang_id: String(languages[request.language]),
    scheme: request.scheme,
  });
  return { address: `${vkIdOrigin}/authorize?${parameters}`, state, codeVerifier };
}

export interface ExpectedRedirect {
  /** Of the started authorization. */
  state: string;
  redirectUri: string;
}

/** The check asks for a server and a client by name but uses neither with an answer like VK's. */
const server = { issuer: vkIdOrigin };
const client = { client_id: 'any' };

/** A code or a device id: VK's are short and of URL characters. */
const plausible = /^[\x21-\x7e]{1,2048}$/;

/** What of the redirect is read. */
const names = ['code', 'device_id', 'state', 'error', 'error_description'] as const;

/** Far more than any answer holds. */
const longestPayload = 10_000;

/**
 * The parameters of the answer wherever VK ID puts them: in the query, behind `#`, or as JSON in one `payload` of either. A
 * name with two different values keeps both, so that it can be refused.
 */
function parametersOf(url: URL): URLSearchParams {
  const sources = [url.searchParams, new URLSearchParams(url.hash.slice(1))];
  const payloads = sources.flatMap((source) => source.getAll('payload').flatMap(readPayload));
  const read = new URLSearchParams();
  for (const name of names) {
    const values = [...sources, ...payloads].flatMap((source) => source.getAll(name));
    for (const value of new Set(values)) read.append(name, value);
  }
  return read;
}

function readPayload(payload: string): URLSearchParams[] {
  if (payload.length > longestPayload) return [];
  try {
    const json: unknown = JSON.parse(payload);
    if (typeof json !== 'object' || json === null) return [];
    const texts = Object.entries(json).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
    return [new URLSearchParams(texts.map(([name, value]) => [name, String(value)]))];
  } catch {
    return [];
  }
}

/**
 * Reads the address that VK ID redirected to.
 *
 * @returns the code; `staleAnswer` when it answers another attempt, `cancelled` when the person said no, the problem of
 *   any other `error`, or `unreadable` when it is not our redirect or lacks something
 */
export function readRedirect(redirected: string, expected: ExpectedRedirect): Result<AuthorizationCode> {
  const url = URL.canParse(redirected) ? new URL(redirected) : null;
  const own = URL.canParse(expected.redirectUri) ? new URL(expected.redirectUri) : null;
  if (!url || !own || url.origin !== own.origin || url.pathname !== own.pathname) {
    return fail(problem('vkid', 'unreadable', 'redirect: another address'));
  }
  const parameters = parametersOf(url);
  const states = parameters.getAll('state');
  // A no needs no proof: nothing of it is used, and going on would be against the person's word.
  if (states.length === 0 && parameters.get('error') === 'access_denied')
    return fail(problem('vkid', 'cancelled', 'redirect: access_denied'));
  if (states.length !== 1 || states[0] !== expected.state) {
    return fail(problem('vkid', 'staleAnswer', 'redirect: state'));
  }
  try {
    validateAuthResponse(server, client, parameters, expected.state);
  } catch (cause) {
    return fail(
      cause instanceof AuthorizationResponseError
        ? problemOfError(cause.error, 'redirect')
        : problem('vkid', 'unreadable', 'redirect: not an authorization answer'),
    );
  }

  const code = parameters.getAll('code');
  const deviceId = parameters.getAll('device_id');
  if (
    code.length !== 1 ||
    deviceId.length !== 1 ||
    !plausible.test(code[0] ?? '') ||
    !plausible.test(deviceId[0] ?? '')
  ) {
    return fail(problem('vkid', 'unreadable', 'redirect: code or device_id'));
  }
  return succeed({ code: code[0] ?? '', deviceId: deviceId[0] ?? '' });
}
