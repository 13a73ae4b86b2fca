import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { json, type Reply } from '../http/reply.ts';

export type OAuthError =
  | 'invalid_client'
  | 'invalid_request'
  | 'invalid_grant'
  | 'invalid_token'
  | 'access_denied'
  | 'slow_down';

/** A request that VK ID refuses. */
export class OAuthFailure extends Error {
  readonly code: OAuthError;

  constructor(code: OAuthError, description: string) {
    super(description);
    this.code = code;
  }
}

/** The answer to a refused request; anything but a refusal is thrown on. */
export function failure(context: Context, exchange: Exchange, error: unknown): Reply {
  if (!(error instanceof OAuthFailure)) throw error;
  const state = exchange.query.get('state');
  return json(
    { error: error.code, error_description: error.message, ...(state ? { state } : {}) },
    context.world.vkid.failureStatus,
  );
}
