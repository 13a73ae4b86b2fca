import type { Context } from '../context.ts';
import { guarded } from '../guard.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Reply, redirect } from '../http/reply.ts';
import { openedPage } from '../places/opened.ts';
import { messengerHome, signOut, switchAccount } from './home.ts';
import { takeHop } from './hop.ts';
import { sessionOf } from './session.ts';
import { beginEducational, beginSignIn, signInStep } from './sign-in.ts';
import { webToken } from './web-token.ts';

/** web.vk.me */
export function serveMessenger(context: Context, exchange: Exchange): Reply | Promise<Reply> {
  switch (exchange.path) {
    case '/':
      return serveRoot(context, exchange);
    case '/auth/step':
      return signInStep(context, exchange);
    case '/account/sign-out':
      return signOut(context, exchange);
    case '/account/switch':
      return switchAccount(context, exchange);
    default:
      return openedPage(context, exchange);
  }
}

function serveRoot(context: Context, exchange: Exchange): Reply | Promise<Reply> {
  switch (exchange.query.get('act') ?? exchange.form.get('act')) {
    case 'web_token':
      return guarded(context, exchange, 'messenger.webToken', () => webToken(context, exchange));
    case 'hop':
      return takeHop(context.world, exchange);
    case 'add_profile':
      return beginSignIn(context);
    case 'invited':
      return beginSignIn(context, invitationAddress(exchange));
    case 'create_educational': {
      const session = sessionOf(context.world, exchange);
      return session ? beginEducational(context, session.active) : redirect('/');
    }
    default:
      return guarded(context, exchange, 'messenger.page', () => messengerHome(context, exchange));
  }
}

/** A finished sign-in goes back to the invitation it began from, and nowhere else. */
function invitationAddress(exchange: Exchange): string {
  const address = new URL('https://sferum.ru/');
  address.searchParams.set('p', 'invite_parent');
  address.searchParams.set('invite', exchange.query.get('invite') ?? '');
  return address.href;
}
