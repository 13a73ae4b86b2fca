import type { DaysAddresses } from '@/lib/diary/addresses';
import type { DaysAnswers, DiaryAnswer } from '@/lib/diary/diaryClient';
import type { Markup } from '@/lib/diary/page/markup';
import { readShownDays, readShownView, type ShownDays } from '@/lib/diary/page/shownDays';
import { readCopy } from '@/lib/diary/page/shownElement';
import type { ShownView } from '@/lib/diary/page/shownLessons';
import type { CivilDate } from '@/lib/diary/types';
import type { ShownPage } from '@/lib/messages/lessons';

/** The heads of days on a page and the rows that are to be believed, and which days they are of (`null`: none that can be told). */
export function readPage(
  page: ShownPage,
  today: CivilDate,
  markup: Markup,
): (ShownView & { days: ShownDays | null }) | null {
  const content = readCopy(page.copy);
  if (!content) return null;
  const view = readShownView(content, page.beside, today, markup);
  const rows = view.rows.filter(({ element }) => !element.isOld);
  const days = rows.length > 0 ? readShownDays({ ...view, rows }, page.hash, today, markup) : null;
  return { heads: view.heads, rows, days };
}

/** Those of some answers that are of the days shown. */
export function answersTo(
  { schedule, diary, homework }: DaysAddresses,
  answers: Record<string, DiaryAnswer>,
): DaysAnswers {
  const of = (address: string | undefined) => (address === undefined ? undefined : answers[address]);
  return { schedule: of(schedule), diary: of(diary), homework: of(homework) };
}
