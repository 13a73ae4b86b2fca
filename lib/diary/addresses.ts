import { addDays, weekdayOf } from '@/lib/time';
import type { PlaceMarkup } from './page/markup';
import type { ShownDays } from './page/shownDays';
import type { CivilDate } from './types';

/** Where the diary answers for some days, behind its origin. */
export interface DaysAddresses {
  schedule?: string;
  diary?: string;
  homework?: string;
}

/**
 * Where the diary is asked for the days shown. «Расписание» leaves out what teachers write, which the diary's own answer has; of
 * a month that is asked for this week alone, since for all of it would be many requests.
 *
 * @param today the civil date now, in the diary's zone
 */
export function addressesOf(days: ShownDays, today: CivilDate, { endpoints }: PlaceMarkup): DaysAddresses {
  const at = (endpoint: string, date: CivilDate) => `${endpoint}${endpoint.includes('?') ? '&' : '?'}date=${date}`;
  const ofWeek = (date: CivilDate) => ({
    diary: at(endpoints.diaryWeek, date),
    homework: at(endpoints.homework, date),
  });
  if (days.span === 'month') {
    const first = `${days.date.slice(0, 8)}01`;
    const isThisMonth = today.slice(0, 7) === first.slice(0, 7);
    return { schedule: at(endpoints.scheduleMonth, first), ...(isThisMonth ? ofWeek(mondayOf(today)) : {}) };
  }
  // A week is one, whichever of its days is asked for.
  const monday = mondayOf(days.date);
  return { ...(days.view === 'schedule' ? { schedule: at(endpoints.scheduleWeek, monday) } : {}), ...ofWeek(monday) };
}

function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekdayOf(date));
}
