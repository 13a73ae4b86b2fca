import type { Clock } from '@/lib/clock';
import type { Lesson } from '@/lib/diary/types';
import type { LessonCall } from '@/lib/messages/lessons';

/** So long what was found is not looked for again at a lesson's boundary, milliseconds: VK's own answer is as old. */
const lifetime = 60_000;

/** The calls found for lessons that have no link of their own. */
export interface LessonMatches {
  of(lessonId: string): LessonCall | undefined;
  /** Looks for the calls of these lessons, once for each list. */
  find(lessons: Lesson[]): void;
  /** The same again, where the last look is older than a minute. */
  findAgain(lessons: Lesson[]): void;
  forget(): void;
}

export function createLessonMatches({
  clock,
  match,
  onChange,
}: {
  clock: Clock;
  match: (lessons: Lesson[]) => Promise<LessonCall[]>;
  onChange: () => void;
}): LessonMatches {
  let calls = new Map<string, LessonCall>();
  let search: { lessons: Lesson[]; at: number } | null = null;

  async function seek(lessons: Lesson[]): Promise<void> {
    const mine = { lessons, at: clock.computerNow() };
    search = mine;
    const found = await match(lessons);
    if (search !== mine) return;
    const before = calls;
    calls = new Map(found.map((call) => [call.lessonId, call]));
    if (before.size > 0 || calls.size > 0) onChange();
  }

  return {
    of: (lessonId) => calls.get(lessonId),
    find(lessons) {
      if (search?.lessons !== lessons) void seek(lessons);
    },
    findAgain(lessons) {
      if (Math.abs(clock.computerNow() - (search?.at ?? 0)) >= lifetime) void seek(lessons);
    },
    forget() {
      search = null;
      calls = new Map();
    },
  };
}
