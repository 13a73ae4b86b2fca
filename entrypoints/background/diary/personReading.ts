import { findDiary, learnTime, zoneOf } from '@/entrypoints/background/diaries/addedDiaries';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { readPerson } from '@/lib/diary/answers/reading';
import type { DiaryAccount } from '@/lib/diary/types';
import { links } from '@/lib/linking/links';
import type { Link } from '@/lib/linking/types';
import { askTab } from '@/lib/messages/askTab';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { accountOfTab } from './diaryTabs';
import { accountFromBackground } from './ownRequests';

/** Who looks at the diary of a tab, and what is linked to them. Asked of the page itself each time, never of the message. */
export interface Person {
  account: DiaryAccount;
  link: Link | null;
  /** Zone of the diary's wall clock. */
  timeZone: string;
  /** That zone is the computer's: nobody said the school's. Nothing depends on lessons' times then. */
  isZoneAssumed: boolean;
}

/**
 * The person at the tab that a message came from; where there is none, but a diary, the background asks that itself.
 *
 * @param fresh asks the diary anew: before linking and joining
 */
export async function personAt(
  { tab, origin }: Sender,
  { clock }: Pick<Services, 'clock'>,
  fresh = false,
): Promise<Result<Person>> {
  if (!tab) return personWithoutPage(origin, clock);
  const account = await accountOfTab(tab.id, fresh);
  await learnTime(clock, origin, account.clockDifference);
  return account.ok ? toPerson(account.value, origin) : account;
}

async function personWithoutPage(origin: string, clock: Services['clock']): Promise<Result<Person>> {
  const diary = await findDiary(origin);
  if (!diary) return fail(problem('diary', 'unreadable', 'no diary'));
  const account = await accountFromBackground(diary, (difference) => clock.adopt(difference, zoneOf(diary)));
  return account.ok ? toPerson(account.value, origin) : account;
}

/** The person whose days the page of a tab shows; nobody is asked, however long ago that was. */
export async function personShownAt({ tab, origin }: Sender): Promise<Person | null> {
  const shown = tab && (await askTab(tab.id, 'diary.shown', {}));
  const account = shown && readPerson(shown.answer, shown.origin);
  const person = account?.ok ? await toPerson(account.value, origin) : null;
  return person?.ok ? person.value : null;
}

/** What is known of an account at the diary that it is of. */
export async function toPerson(account: DiaryAccount, origin: string): Promise<Result<Person>> {
  const [diary, linked] = await Promise.all([findDiary(origin), links.get()]);
  if (!diary) return fail(problem('diary', 'unreadable', 'no diary'));
  if (account.origin !== origin) return fail(problem('diary', 'unreadable', 'another origin'));
  return succeed({
    account,
    link: linked[account.key] ?? null,
    timeZone: zoneOf(diary),
    isZoneAssumed: diary.timeZone === null,
  });
}
