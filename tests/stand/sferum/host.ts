import type { Context } from '../context.ts';
import { guarded } from '../guard.ts';
import type { Exchange } from '../http/exchange.ts';
import { escapeHtml } from '../http/html.ts';
import { html, type Reply } from '../http/reply.ts';
import { vkPage } from '../http/vk-page.ts';
import { takeSferumHop } from '../messenger/hop.ts';
import { openedPage } from '../places/opened.ts';
import { personOf } from '../world.ts';
import { confirmInvitation, invitationPage, sferumSession } from './invitation.ts';

/** sferum.ru and me.sferum.ru. */
export function serveSferum(context: Context, exchange: Exchange): Reply | Promise<Reply> {
  if (exchange.path === '/auth/hop') return takeSferumHop(context.world, exchange);
  if (exchange.path === '/invitation/confirm') return confirmInvitation(context, exchange);
  if (exchange.query.get('p') === 'invite_parent') {
    return guarded(context, exchange, 'sferum.invitation', () => invitationPage(context, exchange));
  }
  return exchange.url.search === '' && exchange.path === '/' ? home(context, exchange) : openedPage(context, exchange);
}

function home(context: Context, exchange: Exchange): Reply {
  const session = sferumSession(context, exchange);
  const person = session && personOf(context.world, session.active);
  const words = person ? `${person.firstName} ${person.lastName}` : 'Войдите в Сферум';
  return html(vkPage('Сферум', 'Сферум', `<p>${escapeHtml(words)}</p>`));
}
