import { noCookie, vkCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Reply, withCookies } from '../http/reply.ts';
import { randomText } from '../random.ts';
import { personOf, type World } from '../world.ts';
import type { MessengerSession, SignedAccount } from './state.ts';

const COOKIE = 'remixdsid';

/** One profile that the browser is signed in to. */
export interface SignedProfile {
  readonly userId: number;
  readonly type: 0 | 2;
  readonly person: string;
}

/** The session of this browser. */
export function sessionOf(world: World, exchange: Exchange): MessengerSession | undefined {
  return world.messenger.sessions.get(exchange.cookies[COOKIE] ?? '');
}

/** The profiles of a session, personal before educational, in the order of signing in. */
export function profilesOf(world: World, session: MessengerSession): SignedProfile[] {
  return session.accounts.flatMap((account) => {
    const { vkid, educational } = personOf(world, account.person);
    const profiles: SignedProfile[] = [];
    if (account.personal && vkid?.personalProfile) {
      profiles.push({ userId: vkid.id, type: 0, person: account.person });
    }
    if (account.educational && educational) {
      profiles.push({ userId: educational.id, type: 2, person: account.person });
    }
    return profiles;
  });
}

/** Adds an account to the session, or renews it there, and makes it the active one. */
export function addAccount(session: MessengerSession, account: SignedAccount): void {
  session.accounts = [...session.accounts.filter((one) => one.person !== account.person), account];
  session.active = account.person;
}

/** Signs one account out; its tokens die. */
export function removeAccount(world: World, session: MessengerSession, person: string): void {
  session.accounts = session.accounts.filter((account) => account.person !== person);
  session.active = session.accounts[0]?.person ?? '';
  for (const token of world.messenger.tokens.values()) {
    if (token.session === session && token.person === person) token.revoked = true;
  }
}

/** The answer with the session's cookie under a new value: VK changes it whenever somebody signs in or out. */
export function withSessionCookie(world: World, exchange: Exchange, session: MessengerSession, answer: Reply): Reply {
  world.messenger.sessions.delete(exchange.cookies[COOKIE] ?? '');
  const domain = world.messenger.cookieOf === 'vk.me' ? 'vk.me' : undefined;
  if (session.accounts.length === 0) return withCookies(answer, noCookie(COOKIE, domain));
  return withCookies(answer, vkCookie(COOKIE, keepSession(world, session), domain));
}

/** Keeps the session under a new value of the cookie. */
export function keepSession(world: World, session: MessengerSession): string {
  const value = randomText();
  world.messenger.sessions.set(value, session);
  return value;
}
