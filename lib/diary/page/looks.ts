import type { CivilDate } from '@/lib/diary/types';
import { dateOfHead } from './dates';
import type { ShownDate } from './heads';
import { dateCalendar, readMonths } from './month';
import { shownText } from './row';
import { readShown, type ShownView } from './rows';

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
 * @param hash the page's hash: `#schedule…` is «Расписание», all else with day heads «Дневник»
 * @param today the civil date now, in the diary's zone
 */
export function readShownDays(shown: ShownView, hash: string, today: CivilDate): ShownDays | null {
  const dates = shown.heads.flatMap((head) => dateOfHead(head, today) ?? []).sort();
  const [date] = dates;
  if (!date) return null;
  return {
    view: /^#!?\/?schedule/.test(hash) ? 'schedule' : 'diary',
    span: new Set(dates).size > 7 ? 'month' : 'week',
    date,
  };
}

/**
 * The lessons and day heads that the content shows, a calendar of a month among them: which month that is stands beside the
 * content.
 *
 * @param today the civil date now, in the diary's zone
 */
export function readShownView(content: Element, today: CivilDate): ShownView {
  return readShown(content, (days) => {
    const around = content.parentElement ? shownText(content.parentElement, undefined, content).text : '';
    return dateCalendar(days, readMonths(around), today);
  });
}

/**
 * The date in the page's header («23 Ноябрь / ПОНЕДЕЛЬНИК 2026»), which the diary counts as today; `null` where there is
 * none.
 */
export function readHeaderDate(document: Document): ShownDate | null {
  const header = document.querySelector('.header');
  const head = header && readShown(header).heads[0];
  return head ? { ...head, today: true } : null;
}
