import type { LinkedLesson } from '@/lib/calls/videoconference';

/**
 * What lessons with links are called, by their ids: their discipline; several of one discipline at one time, as of two groups of a
 * class, each with its teacher where they have calls of their own.
 */
export function nameLessons(all: readonly LinkedLesson[]): Map<string, string> {
  const byTime = Map.groupBy(
    all.filter(({ links }) => links.length > 0),
    ({ lesson: { discipline, date, begin, id } }) => JSON.stringify([discipline, date, begin ?? id]),
  );
  const names = new Map<string, string>();
  for (const same of byTime.values()) {
    const calls = new Set(same.map(({ links }) => links.map(({ callKey }) => callKey).join()));
    for (const { lesson } of same) {
      const teacher = calls.size > 1 ? lesson.teacher : '';
      names.set(lesson.id, [lesson.discipline, teacher].filter(Boolean).join(', '));
    }
  }
  return names;
}
