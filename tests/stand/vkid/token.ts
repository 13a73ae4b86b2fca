import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { json, type Reply } from '../http/reply.ts';
import { randomText } from '../random.ts';
import { isTrustedRedirect } from './authorize-request.ts';
import { failure, OAuthFailure } from './failure.ts';
import type { AuthorizationCode, IssuedToken } from './state.ts';

/** `POST /oauth2/auth`: a code for tokens. Strict about what stands in the query and what in the body. */
export function exchangeToken(context: Context, exchange: Exchange): Reply {
  try {
    return json(grantTokens(context, exchange));
  } catch (error) {
    return failure(context, exchange, error);
  }
}

/** Names that belong in the query; in the body they are an error. */
const IN_QUERY = ['grant_type', 'client_id', 'redirect_uri', 'code_verifier', 'device_id', 'state'];

function grantTokens(context: Context, exchange: Exchange): Record<string, unknown> {
  requireForm(exchange);
  const misplaced = IN_QUERY.find((name) => exchange.form.has(name));
  if (misplaced) throw new OAuthFailure('invalid_request', `${misplaced} must stand in the query`);
  for (const name of ['grant_type', 'client_id', 'redirect_uri', 'device_id', 'state']) {
    if (!exchange.query.get(name)) throw new OAuthFailure('invalid_request', `${name} is missing`);
  }
  if (exchange.query.get('client_id') !== context.settings.appId) {
    throw new OAuthFailure('invalid_client', 'client_id is unknown');
  }
  if (!isTrustedRedirect(context.settings, exchange.query.get('redirect_uri') ?? '')) {
    throw new OAuthFailure('invalid_request', 'redirect_uri is not in the trusted list');
  }
  if (exchange.query.get('grant_type') !== 'authorization_code') {
    throw new OAuthFailure('invalid_request', 'grant_type is not supported');
  }
  return byCode(context, exchange);
}

/** Refuses anything but a POST with a form. */
export function requireForm(exchange: Exchange): void {
  if (exchange.method !== 'POST') throw new OAuthFailure('invalid_request', 'POST is required');
  const type = exchange.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw new OAuthFailure('invalid_request', 'a form body is required');
  }
}

function byCode(context: Context, exchange: Exchange): Record<string, unknown> {
  const value = fromBody(exchange, 'code');
  const verifier = exchange.query.get('code_verifier') ?? '';
  if (!/^[\w.~-]{43,128}$/.test(verifier)) {
    throw new OAuthFailure('invalid_request', 'code_verifier must have 43 to 128 characters');
  }
  const code = context.world.vkid.codes.get(value);
  if (!code) throw new OAuthFailure('invalid_grant', 'code is unknown');
  if (code.used) {
    // A code that comes twice may have been stolen: what was issued for it is taken back.
    code.grant.revoked = true;
    throw new OAuthFailure('invalid_grant', 'code has been used');
  }
  checkCode(context, exchange, code, verifier);
  code.used = true;
  return issue(context, exchange, {
    clientId: code.request.clientId,
    redirectUri: code.request.redirectUri,
    deviceId: code.deviceId,
    person: code.person,
    userId: code.userId,
    scope: code.request.scope,
    grant: code.grant,
  });
}

function checkCode(context: Context, exchange: Exchange, code: AuthorizationCode, verifier: string): void {
  if (context.clock.now() > code.expiresAt) throw new OAuthFailure('invalid_grant', 'code has expired');
  if (exchange.query.get('redirect_uri') !== code.request.redirectUri) {
    throw new OAuthFailure('invalid_grant', 'redirect_uri is not the one used');
  }
  if (exchange.query.get('device_id') !== code.deviceId) {
    throw new OAuthFailure('invalid_grant', 'device_id does not match');
  }
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  if (challenge !== code.request.codeChallenge) {
    throw new OAuthFailure('invalid_grant', 'code_verifier does not match');
  }
}

/** A value that must stand in the body and nowhere else. */
function fromBody(exchange: Exchange, name: string): string {
  const value = exchange.form.get(name);
  if (!value || exchange.query.has(name)) {
    throw new OAuthFailure('invalid_request', `${name} must stand in the body`);
  }
  return value;
}

/** An access token for the application; the other two are made up, as nobody asks with them. */
function issue(context: Context, exchange: Exchange, about: Omit<IssuedToken, 'expiresAt'>): Record<string, unknown> {
  const { vkid } = context.world;
  const { leavesOut, numbersAsText } = vkid.oddities;
  const accessToken = `vk2.a.${randomText(48)}`;
  vkid.tokens.set(accessToken, { ...about, expiresAt: context.clock.now() + vkid.accessLifetimeSeconds * 1000 });
  const number = (value: number) => (numbersAsText ? String(value) : value);
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    access_token: accessToken,
    refresh_token: `vk2.r.${randomText(48)}`,
    id_token: `${part({ alg: 'RS256' })}.${part({ sub: about.userId, jti: randomText(8) })}.${randomText(32)}`,
    token_type: 'Bearer',
    expires_in: number(vkid.accessLifetimeSeconds),
    user_id: number(about.userId),
    ...(leavesOut.includes('state') ? {} : { state: exchange.query.get('state') }),
    scope: about.scope,
  };
}
