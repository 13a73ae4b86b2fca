import { browser } from 'wxt/browser';
import { diaryPatterns, findDiary, zoneOf } from '@/entrypoints/background/diaries/addedDiaries';
import { type Sender, tabOf } from '@/entrypoints/background/sender';
import type { Clock } from '@/lib/clock';
import { addressesOf } from '@/lib/diary/addresses';
import { readDays, readPerson } from '@/lib/diary/answers/reading';
import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import { markupOf } from '@/lib/diary/page/markup';
import type { CivilDate, DiaryAccount, Lesson } from '@/lib/diary/types';
import { longestWait } from '@/lib/http';
import { inTime } from '@/lib/inTime';
import { askTab } from '@/lib/messages/askTab';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { civilDateOf } from '@/lib/time';
import { jarOf } from './lastSeen';
import { askFromBackground } from './ownRequests';

type AccountOfTab = Result<DiaryAccount> & { clockDifference: number | null };

/** So long an answer is given to whoever else asks, milliseconds: a section that opens wants to know in several places at once. */
const sharedFor = 2000;

/** A page that asks its diary anew is waited for no longer where it shows somebody's days, milliseconds. */
const shownAfter = 4000;

const shared = new Map<number, Promise<AccountOfTab>>();

/** Who is signed in to the diary of a tab, as its page knows; asked anew from the diary when `fresh`. */
export function accountOfTab(tabId: number, fresh = false): Promise<AccountOfTab> {
  const known = fresh ? undefined : shared.get(tabId);
  if (known) return known;
  const asking = askAccount(tabId, fresh);
  shared.set(tabId, asking);
  const forget = () => setTimeout(() => shared.get(tabId) === asking && shared.delete(tabId), sharedFor);
  void asking.then(forget, forget);
  return asking;
}

/** The page of a tab says itself who is signed in: what it said before is not believed any more. */
export function forgetAccountOf(tabId: number): void {
  shared.delete(tabId);
}

async function askAccount(tabId: number, fresh: boolean): Promise<AccountOfTab> {
  // It goes on waiting for its server, and holds what comes.
  const asking = askTab(tabId, 'diary.account', { fresh }).then((answer) => ({ answer }));
  let come = fresh ? null : await inTime(asking, shownAfter);
  if (!come && !fresh) {
    const shown = await askTab(tabId, 'diary.shown', {});
    if (shown) return { ...readPerson(shown.answer, shown.origin), clockDifference: null };
  }
  come ??= await inTime(asking, fresh ? longestWait : longestWait - shownAfter);
  if (!come) return { ...tooSlow, clockDifference: null };
  const { answer } = come;
  if (!answer) {
    // A page that is leaving says nothing of the one that comes.
    shared.delete(tabId);
    return { ...fail(problem('diary', 'unreadable', 'no content script')), clockDifference: null };
  }
  const account = answer.answer ? readPerson(answer.answer, answer.origin) : tooSlow;
  return { ...account, clockDifference: answer.clockDifference };
}

const tooSlow = fail(problem('diary', 'slow', 'no answer in time'));

interface WeekAsked {
  /** Asked anew from the diary. */
  fresh?: boolean;
  /** A civil date of the week, in the diary's zone; this week where none is given. */
  date?: CivilDate;
}

/**
 * A week's lessons of the pupil chosen in the diary that a sender stands in; a diary of which no page is open is asked by the
 * background itself.
 */
export async function lessonsAt(
  { tab, origin }: Sender,
  clock: Clock,
  { fresh = false, date }: WeekAsked = {},
): Promise<Result<Lesson[]>> {
  const diary = await findDiary(origin);
  if (!diary) return fail(problem('diary', 'unreadable', 'no diary'));
  const today = civilDateOf(clock.now(), zoneOf(diary));
  const week = { view: 'diary', span: 'week', date: date ?? today } as const;
  const { diary: address = '', homework = '' } = addressesOf(week, today, markupOf(diary.markup));
  const addresses = [address, homework];
  const learn = (difference: number) => clock.adopt(difference, zoneOf(diary));
  if (!tab) return lessonsIn(await askFromBackground(origin, addresses, learn, homework), address, homework);

  const answers = askTab(tab.id, 'diary.answers', { addresses, fresh });
  const read = answers.then((all) => lessonsIn(all, address, homework));
  return (await inTime(read, longestWait)) ?? tooSlow;
}

function lessonsIn(answers: Record<string, DiaryAnswer> | null, diary: string, homework: string): Result<Lesson[]> {
  if (!answers) return fail(problem('diary', 'unreadable', 'no content script'));
  const read = readDays({ diary: answers[diary], homework: answers[homework] });
  return read.ok ? succeed(read.value.days.flatMap((day) => day.lessons)) : read;
}

/** Gives focus back to the diary's menu item. */
export async function leaveSection(tabId: number): Promise<void> {
  await askTab(tabId, 'section.leave', {});
}

/** Every tab that shows a diary, as if it had asked something itself. */
export async function openTabs(): Promise<Sender[]> {
  const tabs = await browser.tabs.query({ url: await diaryPatterns() });
  return tabs.map((tab) => ({ kind: 'diary', tab: tabOf(tab), origin: new URL(tab.url ?? '').origin }));
}

/** Tells every open diary that links or sessions changed. */
export async function refreshDiaries(): Promise<void> {
  await Promise.all((await openTabs()).map(({ tab }) => tab && askTab(tab.id, 'diary.refresh', { person: false })));
}

/** Tells the other tabs of a diary, of those with the same session, that another account or child was seen in this one. */
export async function askPersonElsewhere(origin: string, tabId: number): Promise<void> {
  const [jar, tabs] = await Promise.all([jarOf(tabId), browser.tabs.query({ url: `${origin}/*` })]);
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id !== undefined && id !== tabId && (await jarOf(id)) === jar)
        await askTab(id, 'diary.refresh', { person: true });
    }),
  );
}
