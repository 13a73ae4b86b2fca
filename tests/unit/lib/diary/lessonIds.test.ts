import { expect, it } from 'vitest';
import { findLessonIndex } from '@/lib/diary/lessonIds';

const lessons = [
  { id: '2026-11-23|1|510|Алгебра' },
  { id: '2026-11-23|2|560|Алгебра' },
  { id: '2026-11-23|3|560|Химия' },
];

it.each([
  ['the same', '2026-11-23|2|560|Алгебра', 1],
  ['another number, or none', '2026-11-23||560|Химия', 2],
  ['another time', '2026-11-23|2|600|Алгебра', -1],
  ['another day', '2026-11-24|1|510|Алгебра', -1],
])('a lesson of another answer is found: %s', (_, id, index) => {
  expect(findLessonIndex(lessons, id)).toBe(index);
});
