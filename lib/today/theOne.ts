import { joinState, type TimeOfCall } from '@/lib/calls/joinTime';
import type { AgendaLink } from './types';

/**
 * The one thing that is meant by «join what is on»: a lesson comes before a call, what has begun before what is about to; of several
 * nobody knows which is meant.
 */
export function theOne<Row extends TimeOfCall & { isLesson: boolean }>(rows: readonly Row[], now: number): Row | null {
  const open = rows.flatMap((row) => {
    const state = joinState(row, now);
    return state.kind === 'open' ? [{ row, live: state.live }] : [];
  });
  const lessons = open.filter(({ row }) => row.isLesson);
  const meant = lessons.length > 0 ? lessons : open;
  const begun = meant.filter(({ live }) => live);
  const [only, another] = begun.length > 0 ? begun : meant;
  return only && !another ? only.row : null;
}

/**
 * The one way in that is meant by «join this»: as at the lesson itself, a link of its own comes before a call that was found for it; of
 * several nobody knows which is meant.
 */
export function theLink(links: readonly AgendaLink[]): AgendaLink | null {
  const own = links.filter(({ source }) => source.kind === 'lessonLink');
  const [only, another] = own.length > 0 ? own : links;
  return only && !another ? only : null;
}
