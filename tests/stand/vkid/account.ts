import type { Context } from '../context.ts';
import type { Exchange } from '../http/exchange.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Person } from '../model.ts';
import { maskedContact } from '../signin/contact.ts';
import { personOf } from '../world.ts';
import { withdrawConsent } from './consent.ts';
import { failure, OAuthFailure } from './failure.ts';
import type { IssuedToken } from './state.ts';
import { requireForm } from './token.ts';

/** `POST /oauth2/user_info`. */
export function userInfo(context: Context, exchange: Exchange): Reply {
  return answered(context, exchange, 'access', (token, person) => ({
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

/** `POST /oauth2/public_info`: the same, masked. */
export function publicInfo(context: Context, exchange: Exchange): Reply {
  return answered(context, exchange, 'id', (token, person) => ({
    user: {
      user_id: String(token.userId),
      first_name: person.firstName,
      last_name: `${person.lastName.slice(0, 1)}.`,
      avatar: person.educational?.photo ?? '',
      phone: person.vkid?.phone ? maskedContact(person.vkid.phone) : '',
      email: person.vkid?.email ? maskedContact(person.vkid.email) : '',
    },
  }));
}

/** `POST /oauth2/logout`: this token, and all issued with it, are over. */
export function logout(context: Context, exchange: Exchange): Reply {
  return answered(context, exchange, 'access', (token) => {
    token.grant.revoked = true;
    return { response: 1 };
  });
}

/** `POST /oauth2/revoke`: the consent is withdrawn, and with it every token of this person. */
export function revoke(context: Context, exchange: Exchange): Reply {
  return answered(context, exchange, 'access', (token) => {
    withdrawConsent(context.world, token.person);
    return { response: 1 };
  });
}

function answered(
  context: Context,
  exchange: Exchange,
  kind: 'access' | 'id',
  answer: (token: IssuedToken, person: Person) => unknown,
): Reply {
  try {
    requireForm(exchange);
    const token = tokenOf(context, exchange, kind);
    return json(answer(token, personOf(context.world, token.person)));
  } catch (error) {
    return failure(context, exchange, error);
  }
}

function tokenOf(context: Context, exchange: Exchange, kind: 'access' | 'id'): IssuedToken {
  if (exchange.query.get('client_id') !== context.settings.appId) {
    throw new OAuthFailure('invalid_client', 'client_id is unknown');
  }
  const name = `${kind}_token`;
  const value = exchange.form.get(name);
  if (!value) throw new OAuthFailure('invalid_request', `${name} must stand in the body`);
  const token = context.world.vkid.tokens.get(value);
  if (token?.kind !== kind || token.dead || token.grant.revoked || context.clock.now() > token.expiresAt) {
    throw new OAuthFailure('invalid_token', `${name} is not valid`);
  }
  return token;
}
