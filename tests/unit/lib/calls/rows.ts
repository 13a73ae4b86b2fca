import { lessonLinks } from '@/lib/calls/lessonLinks';
import { matchLessons } from '@/lib/calls/matching/matching';
import type { VideoconferencesInput } from '@/lib/calls/videoconference';
import { listVideoconferences } from '@/lib/calls/videoconferences';
import type { Lesson } from '@/lib/diary/types';
import { addressOf, at, lesson, type SentLesson } from './samples';

const timeZone = 'Asia/Krasnoyarsk';

/** The rows as the section makes them: links and matches from the same lessons. */
export function rows(
  lessons: Lesson[],
  {
    now = '09:00',
    scheduled = [],
    live = [],
    isZoneAssumed = false,
  }: Partial<Omit<VideoconferencesInput, 'now'>> & { now?: string },
) {
  const common = { scheduled, live, timeZone, isZoneAssumed, now: at(now) };
  return listVideoconferences({
    ...common,
    lessons: lessons.map((given) => ({ lesson: given, links: lessonLinks(given) })),
    matches: matchLessons({ ...common, lessons, pupilClass: '8 Б', childCount: 1 }),
  });
}

export const linked = (discipline: string, times: string, name: string, rest: SentLesson = {}) =>
  lesson(discipline, times, { materials: [{ name: '', address: addressOf(name) }], ...rest });
export const names = (found: ReturnType<typeof rows>) => found.map(({ name }) => name);
