import type { Lesson } from '@/lib/diary/types';

/** What is used of a lesson to find its call. */
export type MatchableLesson = Pick<Lesson, 'id' | 'date' | 'begin' | 'end' | 'discipline' | 'teacher'>;

/** The call of a lesson. */
export interface LessonMatch {
  callId: string;
  kind: 'scheduled' | 'live';
  /** Of the occurrence that overlaps the lesson, unix milliseconds; `null` for a live call. */
  start: number | null;
  end: number | null;
  /** Known to be on. */
  live: boolean;
}

/** Why a call that names a lesson's subject was not taken for it. */
export interface Refusal {
  lessonId: string;
  callId: string;
  /** `name` of a rule. */
  rule: string;
}

export interface MatchedLessons {
  /** By the lesson's id. */
  byLesson: Record<string, LessonMatch>;
  reasons: Refusal[];
}
