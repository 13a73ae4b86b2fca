import { type MatchInput, matchLessons } from '@/lib/calls/matching/matching';
import type { Lesson } from '@/lib/diary/types';
import { at } from '../samples';

/** Matches for a pupil of 8 Б who is the only child, at 10:30 in Khakassia, unless something else is given. */
export function match(lessons: Lesson[], { scheduled = [], live = [], ...rest }: Partial<Omit<MatchInput, 'lessons'>>) {
  return matchLessons({
    lessons,
    scheduled,
    live,
    pupilClass: '8 Б',
    childCount: 1,
    isZoneAssumed: false,
    timeZone: 'Asia/Krasnoyarsk',
    now: at('10:30'),
    ...rest,
  });
}

export const week = { recurrence: 'weekly' as const };
export const chat = (title: string) => ({ peerId: 2_000_000_002, title });
