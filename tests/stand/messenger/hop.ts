import { vkCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Reply, redirect, text, withCookies } from '../http/reply.ts';
import type { Person } from '../model.ts';
import { randomText } from '../random.ts';
import type { World } from '../world.ts';
import { addAccount, sessionOf, withSessionCookie } from './session.ts';
import type { MessengerSession, SignedAccount, Ticket } from './state.ts';

/*
 * Signing in passes through VK's hosts one after another, so that each can set its own cookie:
 * web.vk.me learns who has come, then sferum.ru, then the browser goes on to where it was going.
 */

/** The address that signs the person in to VK Мессенджер with all their profiles and goes on to `to`. */
export function signInHop(world: World, person: Person, to: string): string {
  const account = { person: person.key, educational: true, personal: true };
  return `https://web.vk.me/?act=hop&ticket=${keepTicket(world, { account, to })}`;
}

/** `web.vk.me/?act=hop`: signs the ticket's account in. */
export function takeHop(world: World, exchange: Exchange): Reply {
  const ticket = takeTicket(world, exchange);
  return ticket?.account ? signIn(world, exchange, ticket.account, ticket.to) : text('The ticket is not valid', 400);
}

/** Signs an account in to this browser, next to those that are, and goes on to `to` by sferum.ru. */
export function signIn(world: World, exchange: Exchange, account: SignedAccount, to: string): Reply {
  const session: MessengerSession = sessionOf(world, exchange) ?? { accounts: [], active: '' };
  addAccount(session, account);
  const ticket = keepTicket(world, { session, to });
  const answer = redirect(`https://sferum.ru/auth/hop?ticket=${ticket}`, 303);
  return withSessionCookie(world, exchange, session, answer);
}

/** `sferum.ru/auth/hop`: from now on sferum.ru knows the browser's session too. */
export function takeSferumHop(world: World, exchange: Exchange): Reply {
  const ticket = takeTicket(world, exchange);
  if (!ticket?.session) return text('The ticket is not valid', 400);
  const value = randomText();
  world.messenger.sferumSessions.set(value, ticket.session);
  return withCookies(redirect(ticket.to), vkCookie('sferumsid', value));
}

function keepTicket(world: World, ticket: Ticket): string {
  const value = randomText();
  world.messenger.tickets.set(value, ticket);
  return value;
}

function takeTicket(world: World, exchange: Exchange): Ticket | undefined {
  const value = exchange.query.get('ticket') ?? '';
  const ticket = world.messenger.tickets.get(value);
  world.messenger.tickets.delete(value);
  return ticket;
}
