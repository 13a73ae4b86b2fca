import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Person } from '../model.ts';
import { personOf } from '../world.ts';
import { withdrawConsent } from './consent.ts';
import { failure, OAuthFailure } from './failure.ts';
import type { IssuedToken } from './state.ts';
import { requireForm } from './token.ts';

/** `POST /oauth2/user_info`. */
export function userInfo(context: Context, exchange: Exchange): Reply {
  return answered(context, exchange, (token, person) => ({
    user: {
      user_id: String(token.userId),
      first_name: person.firstName,
      last_name: person.lastName,
      avatar: person.educational?.photo ?? '',
      ...(token.scope.includes('phone') ? { phone: person.vkid?.phone?.slice(1) ?? '' } : {}),
      ...(token.scope.includes('email') ? { email: person.vkid?.email ?? '' } : {}),
    },
  }));
}

/** `POST /oauth2/revoke`: the consent is withdrawn, and with it every token of this person. */
export function revoke(context: Context, exchange: Exchange): Reply {
  return answered(context, exchange, (token) => {
    withdrawConsent(context.world, token.person);
    return { response: 1 };
  });
}

function answered(
  context: Context,
  exchange: Exchange,
  answer: (token: IssuedToken, person: Person) => unknown,
): Reply {
  try {
    requireForm(exchange);
    const token = tokenOf(context, exchange);
    return json(answer(token, personOf(context.world, token.person)));
  } catch (error) {
    return failure(context, exchange, error);
  }
}

function tokenOf(context: Context, exchange: Exchange): IssuedToken {
  if (exchange.query.get('client_id') !== context.settings.appId) {
    throw new OAuthFailure('invalid_client', 'client_id is unknown');
  }
  const value = exchange.form.get('access_token');
  if (!value) throw new OAuthFailure('invalid_request', 'access_token must stand in the body');
  const token = context.world.vkid.tokens.get(value);
  if (!token || token.grant.revoked || context.clock.now() > token.expiresAt) {
    throw new OAuthFailure('invalid_token', 'access_token is not valid');
  }
  return token;
}
