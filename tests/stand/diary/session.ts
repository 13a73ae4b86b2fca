import type { Context } from '../context.ts';
import { diaryCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Reply, withCookies } from '../http/reply.ts';
import type { Diary, DiaryAccount } from '../model.ts';
import { randomText } from '../random.ts';
import { accountOf, type DiarySession, type World } from '../world.ts';

/** Who asks: the session and its account. */
export interface SignedIn {
  readonly session: DiarySession;
  readonly account: DiaryAccount;
}

/** One request to the API, from somebody signed in. */
export interface ApiCall extends SignedIn {
  readonly context: Context;
  readonly diary: Diary;
  readonly exchange: Exchange;
}

/** The session of this request; a cookie of another diary is worth nothing. */
export function signedIn(context: Context, diary: Diary, exchange: Exchange): SignedIn | null {
  const session = context.world.diarySessions.get(exchange.cookies.sessionid ?? '');
  if (session?.host !== diary.host) return null;
  const account = accountOf(diary, session.account);
  return account ? { session, account } : null;
}

/** Makes a session of this account and returns the value of its `sessionid`. */
export function openSession(world: World, diary: Diary, account: DiaryAccount): string {
  const value = randomText();
  world.diarySessions.set(value, { host: diary.host, account: account.id, pupil: account.pupil, requests: 0 });
  return value;
}

/** The answer with both cookies of a session. */
export function withSession(answer: Reply, value: string): Reply {
  return withCookies(answer, diaryCookie('sessionid', value, true), diaryCookie('csrftoken', randomText(), false));
}

/** Counts the request and gives the session a new name when it is time for one. */
export function rotated(world: World, session: DiarySession, answer: Reply): Reply {
  session.requests += 1;
  const every = world.diaryApi.rotateSessionEvery;
  if (every === 0 || session.requests % every !== 0) return answer;
  const value = randomText();
  world.diarySessions.set(value, session);
  return withCookies(answer, diaryCookie('sessionid', value, true));
}
