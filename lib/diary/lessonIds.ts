import type { Lesson } from './types';

/**
 * Finds a lesson by its id among those of another answer: «Расписание» may number the lessons of a day otherwise than the diary, so
 * day, beginning and subject tell.
 *
 * @returns its place in the list, -1 where it is not there
 */
export function findLessonIndex(lessons: readonly Pick<Lesson, 'id'>[], id: string): number {
  const exact = lessons.findIndex((lesson) => lesson.id === id);
  return exact >= 0 ? exact : lessons.findIndex((lesson) => withoutNumber(lesson.id) === withoutNumber(id));
}

function withoutNumber(id: string): string {
  return id.split('|').toSpliced(1, 1).join('|');
}
