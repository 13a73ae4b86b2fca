import type { DaysAddresses } from '@/lib/diary/addresses';
import type { DaysAnswers, DiaryAnswer } from '@/lib/diary/diaryClient';
import type { Markup } from '@/lib/diary/page/markup';
import { readShownDays, readShownView, type ShownDays } from '@/lib/diary/page/shownDays';
import { type ReadCopy, readCopy } from '@/lib/diary/page/shownElement';
import type { ShownView } from '@/lib/diary/page/shownLessons';
import type { CivilDate } from '@/lib/diary/types';
import type { ShownPage } from '@/lib/messages/lessons';

/** The heads of days on a page, its rows and which days they are of (`null`: none that can be told). */
export function readPage(
  page: ShownPage,
  today: CivilDate,
  markup: Markup,
): (ShownView & { days: ShownDays | null; copy: ReadCopy }) | null {
  const copy = readCopy(page.copy);
  if (!copy) return null;
  const view = readShownView(copy.root, page.beside, today, markup);
  const days = view.rows.length > 0 ? readShownDays(view, page.hash, today, markup) : null;
  return { ...view, days, copy };
}

/** Those of some answers that are of the days shown. */
export function answersTo(
  { schedule, diary, homework }: DaysAddresses,
  answers: Record<string, DiaryAnswer>,
): DaysAnswers {
  const of = (address: string | undefined) => (address === undefined ? undefined : answers[address]);
  return { schedule: of(schedule), diary: of(diary), homework: of(homework) };
}
