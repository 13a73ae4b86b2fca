import type { CivilDate } from '@/lib/diary/types';
import { dateCalendar, readMonths } from './calendarMonth';
import { dateOfHead } from './dayHeads';
import type { LessonMarkup } from './markup';
import type { ShownElement } from './shownElement';
import { readShown, type ShownView } from './shownLessons';

/** Which days the page shows, and so which answer to ask for. */
export interface ShownDays {
  /** `diary`: `GetDiary`; `schedule`: `GetWeekSchedule`, or `GetMonthSchedule` where `span` is `month`. */
  view: 'diary' | 'schedule';
  span: 'week' | 'month';
  /** A day of the shown week or month: its first one. */
  date: CivilDate;
}

/**
 * Which week or month the page shows, by its day heads; folded days have one too. `null` where no head can be read or
 * dated: then nothing is asked for.
 *
 * @param hash the page's hash
 * @param today the civil date now, in the diary's zone
 */
export function readShownDays(
  shown: ShownView,
  hash: string,
  today: CivilDate,
  { scheduleHash }: LessonMarkup,
): ShownDays | null {
  const dates = shown.heads.flatMap((head) => dateOfHead(head, today) ?? []).sort();
  const [date] = dates;
  if (!date) return null;
  return {
    view: scheduleHash.test(hash) ? 'schedule' : 'diary',
    span: new Set(dates).size > 7 ? 'month' : 'week',
    date,
  };
}

/**
 * The lessons and day heads that the content shows, a calendar of a month among them: which month that is stands beside the
 * content.
 *
 * @param beside the text around the content
 * @param today the civil date now, in the diary's zone
 */
export function readShownView(
  content: ShownElement,
  beside: string,
  today: CivilDate,
  markup: LessonMarkup,
): ShownView {
  return readShown(content, markup, (days) => dateCalendar(days, readMonths(beside), today));
}
