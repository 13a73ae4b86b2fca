/** The rows of «Видеоконференции». */
import type { CivilDate } from '@/lib/diary/types';
import { addDays, civilDateOf, toInstant, weekdayOf } from '@/lib/time';
import { type Draft, gatherCalls } from './gathering';
import { joinState } from './joinTime';
import type { Videoconference, VideoconferencesInput } from './videoconference';

/**
 * Every call once: lessons with a link of their own (once for each lesson and call), scheduled calls and live ones. A scheduled
 * call held at the time of a lesson that has its link is one row with it, a live call one row with what it is an
 * occurrence of. Live first, then by time: today, then day by day; repeating calls show their next time. At the end stands what is
 * over of this week, the latest first.
 */
export function listVideoconferences(input: VideoconferencesInput): Videoconference[] {
  const { now, timeZone } = input;
  const today = civilDateOf(now, timeZone);
  const left = gatherCalls(input)
    .map((draft) => ({ draft, row: finish(draft, now, timeZone) }))
    .filter(({ row }) => isWorthShowing(row, today));
  const rowsOf = Map.groupBy(left, ({ draft }) => draft.lessonId);
  return left
    .map(({ draft, row }) => ({
      ...row,
      origin: draft.lessonId !== null && (rowsOf.get(draft.lessonId)?.length ?? 0) > 1 ? draft.origin : null,
    }))
    .sort((one, other) => rank(one, timeZone) - rank(other, timeZone));
}

function finish(draft: Draft, now: number, timeZone: string): Videoconference {
  const { live, callKey: _, date, ...row } = draft;
  return {
    ...row,
    state: joinState({ start: row.start, end: row.end, live }, now),
    day: row.start === null ? date : civilDateOf(row.start, timeZone),
  };
}

/** What is over stays until its week ends, a lesson without times until its day does. */
function isWorthShowing({ state, start, day }: Videoconference, today: CivilDate): boolean {
  if (day === null) return true;
  if (state.kind === 'over') return day >= addDays(today, 1 - weekdayOf(today));
  return start !== null || day >= today;
}

/** Live first; then by start, lessons without times at the end of their day, the rest; what is over last. */
function rank(row: Videoconference, timeZone: string): number {
  if (row.state.kind === 'over') return 2 * Number.MAX_SAFE_INTEGER - (row.start ?? 0);
  if (row.state.kind === 'open' && row.state.live) return (row.start ?? 0) - 1e15;
  if (row.start !== null) return row.start;
  return row.day === null ? Number.MAX_SAFE_INTEGER : toInstant(row.day, 1439, timeZone);
}
