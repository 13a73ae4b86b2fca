import { openSession } from './diary/session.ts';
import { addAccount, keepSession } from './messenger/session.ts';
import type { MessengerSession } from './messenger/state.ts';
import { accountOf, type World } from './world.ts';

/*
 * Ways into the world without clicking through its pages, for tests about something else.
 */

/** Signs an account in to a diary and returns the value for the cookie `sessionid` on that host. */
export function diarySession(world: World, host: string, accountId: number): string {
  const diary = world.diaries.find((one) => one.host === host);
  const account = diary && accountOf(diary, accountId);
  if (!diary || !account) throw new Error(`No account ${accountId} in ${host}`);
  return openSession(world, diary, account);
}

/** Signs people in to one browser's VK Мессенджер, the last one active, and returns `remixdsid` for web.vk.me. */
export function messengerSession(world: World, ...people: string[]): string {
  return keepSession(world, sessionWith(people));
}

/** The same, with the cookie of sferum.ru too. */
export function messengerCookies(world: World, ...people: string[]): { remixdsid: string; sferumsid: string } {
  const session = sessionWith(people);
  const remixdsid = keepSession(world, session);
  world.messenger.sferumSessions.set(remixdsid, session);
  return { remixdsid, sferumsid: remixdsid };
}

/** The school goes to MAX: chats stay, read only, without calls. */
export function moveToMax(world: World): void {
  for (const chat of world.chats) Object.assign(chat, { readOnly: true, bare: false });
  for (const call of [...world.calls.scheduled, ...world.calls.live]) call.members = [];
}

function sessionWith(people: readonly string[]): MessengerSession {
  const session: MessengerSession = { accounts: [], active: '' };
  for (const person of people) addAccount(session, { person, educational: true, personal: true });
  return session;
}
