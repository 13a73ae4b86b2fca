import { isPermitted } from '@/entrypoints/background/browser/permissions';
import { readPerson } from '@/lib/diary/answers/reading';
import { askDiary, type DiaryAnswer } from '@/lib/diary/diaryClient';
import { markupOf } from '@/lib/diary/page/markup';
import type { Diary, DiaryAccount } from '@/lib/diary/types';
import { longestWait } from '@/lib/http';
import type { Result } from '@/lib/result';

/** Lessons wait so long for what they may do without, milliseconds: two weeks may be asked for, one after the other. */
const shortWait = longestWait / 2;

/**
 * Asks a diary with the background's own cookies, which are those of the ordinary windows (in Chrome's incognito half its own):
 * for a diary of which no page is open. Whoever calls it sees to it that a session is not kept alive so.
 *
 * @param addresses behind the diary's origin
 * @param learn hears how far the diary's clock is ahead of the computer's, milliseconds
 * @param spare the address that can be done without
 */
export async function askFromBackground(
  origin: string,
  addresses: readonly string[],
  learn: (difference: number) => void,
  spare?: string,
): Promise<Record<string, DiaryAnswer>> {
  if (!(await isPermitted(origin)))
    return Object.fromEntries(addresses.map((one) => [one, { failed: 'notPermitted' }]));
  // Without a page the origin is another one: cookies must be asked for.
  const withCookies: typeof fetch = (address, init) => fetch(address, { ...init, credentials: 'include' });
  const answers = await Promise.all(
    addresses.map(async (one) => {
      const wait = one === spare ? shortWait : longestWait;
      return [one, await askDiary(withCookies, origin + one, learn, wait)] as const;
    }),
  );
  return Object.fromEntries(answers);
}

/** Who is signed in to a diary of which no page is open. */
export async function accountFromBackground(
  { origin, markup }: Diary,
  learn: (difference: number) => void,
): Promise<Result<DiaryAccount>> {
  const endpoint = markupOf(markup).endpoints.person;
  const answers = await askFromBackground(origin, [endpoint], learn);
  return readPerson(answers[endpoint] ?? { failed: 'offline' }, origin);
}
