import type { Context } from '../context.ts';
import { guarded } from '../guard.ts';
import type { Exchange } from '../http/exchange.ts';
import { html, type Reply, redirect } from '../http/reply.ts';
import { vkPage } from '../http/vk-page.ts';
import { revoke, userInfo } from './account.ts';
import { authorize, authorizeStep } from './authorize.ts';
import { backTo, readAuthorizeRequest } from './authorize-request.ts';
import { cabinet, disconnect } from './cabinet.ts';
import { exchangeToken } from './token.ts';

/** id.vk.ru, and id.vk.com, its older name. */
export function serveVkid(context: Context, exchange: Exchange): Reply | Promise<Reply> {
  if (context.world.vkid.oddities.refusesExtensions && /^(chrome|moz)-extension:/.test(exchange.headers.origin ?? '')) {
    return html(vkPage('VK ID', 'Доступ запрещён', ''), 403);
  }
  switch (exchange.path) {
    case '/authorize':
      return guardedAuthorize(context, exchange);
    case '/auth/step':
      return authorizeStep(context, exchange);
    case '/oauth2/auth':
      return guarded(context, exchange, 'vkid.token', () => exchangeToken(context, exchange));
    case '/oauth2/user_info':
      return guarded(context, exchange, 'vkid.userInfo', () => userInfo(context, exchange));
    case '/oauth2/revoke':
      return guarded(context, exchange, 'vkid.revoke', () => revoke(context, exchange));
    case '/account/disconnect':
      return disconnect(context, exchange);
    default:
      return cabinet(context, exchange);
  }
}

function guardedAuthorize(context: Context, exchange: Exchange): Reply | Promise<Reply> {
  const request = readAuthorizeRequest(exchange.query, context.settings);
  // An error of the authorisation itself comes back in the redirect, not as the page's body.
  return guarded(
    context,
    exchange,
    'vkid.authorize',
    () => authorize(context, exchange),
    (fault) =>
      fault.kind === 'oauthError' && typeof request !== 'string'
        ? redirect(backTo(request, { error: fault.error, error_description: fault.error }, context.world.vkid.oddities))
        : undefined,
  );
}
