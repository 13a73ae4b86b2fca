import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { isPermitted } from '@/entrypoints/background/browser/permissions';
import { findDiary, zoneOf } from '@/entrypoints/background/diaries/addedDiaries';
import { type Person, personAt } from '@/entrypoints/background/diary/personReading';
import { answersTo, readPage } from '@/entrypoints/background/diary/shownPage';
import type { Sender } from '@/entrypoints/background/sender';
import type { Clock } from '@/lib/clock';
import { addressesOf } from '@/lib/diary/addresses';
import { proofOf } from '@/lib/diary/answers/proof';
import { readDays } from '@/lib/diary/answers/reading';
import type { DaysAnswers, DiaryAnswer } from '@/lib/diary/diaryClient';
import { markupOf } from '@/lib/diary/page/markup';
import type { ShownDays } from '@/lib/diary/page/shownDays';
import type { ShownView } from '@/lib/diary/page/shownLessons';
import type { PageParts } from '@/lib/diary/recognition/pageParts';
import { judgeRows, type RowVerdict } from '@/lib/diary/recognition/rowVerdicts';
import type { CivilDate, Diary, Lesson, LessonProof, Schedule } from '@/lib/diary/types';
import type { Wait } from '@/lib/inTime';
import { askTab } from '@/lib/messages/askTab';
import { shownPage } from '@/lib/messages/lessons';
import { type Result, succeed } from '@/lib/result';
import { civilDateOf } from '@/lib/time';

const section = z.enum(['schedule', 'homework', 'portfolio', 'board', 'mail']);

/** What the script in the page found, before anything of it is believed. */
const foundPage = z.object({
  parts: z.object({
    menus: z.number(),
    menuItems: z.number(),
    sections: z.array(section),
    vendorItem: z.boolean(),
    contentParent: z.boolean(),
    content: z.boolean(),
    ours: z.object({ menuItem: z.number(), corner: z.number(), lessons: z.number() }),
  }),
  page: z.nullable(shownPage),
});

/** What an open page of a diary shows and how that was understood. It is passed on in numbers alone. */
export interface PageReading {
  diary: Diary;
  today: CivilDate;
  isPermitted: boolean;
  /** `null`: the page could not be looked into. */
  parts: PageParts | null;
  hash: string;
  person: Result<Person>;
  shown: (ShownView & { days: ShownDays | null }) | null;
  answers: DaysAnswers;
  /** `null`: no days are shown. */
  days: Result<Schedule> | null;
  verdicts: RowVerdict<LessonProof>[];
  lessons: Map<string, Lesson>;
}

/** Looks into an open page of a diary; its content script hands over the answers that it has. `null` where it is no diary. */
export async function readDiaryPage(
  sender: Sender & { tab: object },
  clock: Clock,
  wait: Wait,
): Promise<PageReading | null> {
  const diary = await findDiary(sender.origin);
  if (!diary) return null;
  const today = civilDateOf(clock.now(), zoneOf(diary));
  const markup = markupOf(diary.markup);
  const [permitted, found, person] = await Promise.all([
    isPermitted(diary.origin),
    runInPage(sender.tab.id, '/diary-page.js', foundPage),
    wait('diary', personAt(sender, { clock })),
  ]);
  const shown = found?.page ? readPage(found.page, today, markup) : null;
  const addresses = shown?.days ? addressesOf(shown.days, today, markup) : {};
  const wanted = Object.values(addresses);
  const given = wanted.length > 0 && person.ok ? await answersFrom(sender.tab.id, wanted, wait) : null;
  const answers = answersTo(addresses, given ?? {});
  const days = given ? readDays(answers) : null;
  const told = days?.ok ? days.value.days : [];
  const lessons = told.flatMap((day) => day.lessons);
  return {
    diary,
    today,
    isPermitted: permitted,
    parts: found?.parts ?? null,
    hash: found?.page?.hash ?? '',
    person,
    shown,
    answers,
    days,
    verdicts: judgeRows(
      shown?.rows ?? [],
      { dates: told.map(({ date }) => date), lessons: lessons.map(proofOf) },
      today,
      markup,
    ),
    lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
  };
}

/** What the diary answers of this week, where nobody can tell which days a page shows: one of another kind has its sample, too. */
export async function answersOfWeek(tabId: number, { diary, today }: PageReading, wait: Wait): Promise<DaysAnswers> {
  const addresses = addressesOf({ view: 'diary', span: 'week', date: today }, today, markupOf(diary.markup));
  return answersTo(addresses, (await answersFrom(tabId, Object.values(addresses), wait)) ?? {});
}

async function answersFrom(
  tabId: number,
  addresses: string[],
  wait: Wait,
): Promise<Record<string, DiaryAnswer> | null> {
  const read = await wait('diary', askTab(tabId, 'diary.answers', { addresses, fresh: false }).then(succeed));
  return read.ok ? read.value : null;
}

/** What one of our scripts finds in the page of a tab; `null` where the browser lets nobody in, or it gave something else. */
export async function runInPage<Value>(
  tabId: number,
  file: string,
  schema: z.ZodMiniType<Value>,
): Promise<Value | null> {
  const files: string[] = [file];
  // The tab may be leaving.
  const results = await browser.scripting.executeScript({ target: { tabId }, files: files as [] }).catch(() => []);
  const found = schema.safeParse(results[0]?.result);
  return found.success ? found.data : null;
}
