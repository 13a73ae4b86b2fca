import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import type { DiaryAccount } from '@/lib/diary/types';
import { links } from '@/lib/linking/links';
import type { Link } from '@/lib/linking/types';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { findDiary, zoneOf } from './diaries';
import { accountOfTab } from './diaryTabs';

/** Who looks at the diary of a tab, and what is linked to them. Asked of the page itself each time, never of the message. */
export interface Person {
  account: DiaryAccount;
  link: Link | null;
  /** Zone of the diary's wall clock. */
  timeZone: string;
}

/**
 * The person at the tab that a message came from.
 *
 * @param fresh asks the diary anew: before linking and joining
 */
export async function personAt(sender: Sender, services: Services, fresh = false): Promise<Result<Person>> {
  const { tab, origin } = sender;
  const diary = await findDiary(origin);
  if (!tab || !diary) return fail(problem('diary', 'unreadable', 'no diary'));
  const [account, linked] = await Promise.all([accountOfTab(tab.id, fresh), links.get()]);
  if (account.clockDifference !== null) services.clock.adopt(account.clockDifference);
  if (!account.ok) return account;
  if (account.value.origin !== origin) return fail(problem('diary', 'unreadable', 'another origin'));
  return succeed({ account: account.value, link: linked[account.value.key] ?? null, timeZone: zoneOf(diary) });
}

/** The given name in a Russian full name, family name first; the whole where there is only one word. */
export function givenName(fullName: string): string {
  const [family, given] = fullName.trim().split(/\s+/);
  return given ?? family ?? '';
}
