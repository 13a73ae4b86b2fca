/** Keeps of a week that was read what today's list needs. */
import { lessonLinks } from '@/lib/calls/lessonLinks';
import { classOf } from '@/lib/diary/answers/account';
import type { CivilDate, DiaryAccount, Lesson } from '@/lib/diary/types';
import { addDays, weekdayOf } from '@/lib/time';
import type { AgendaLesson, PupilDays } from './types';

/** Lessons of one pupil as they were read. */
export interface DaysRead {
  account: DiaryAccount;
  lessons: readonly Lesson[];
  /** The dates that the answer was about. */
  dates: readonly CivilDate[];
  /** Unix milliseconds of the computer's clock. */
  at: number;
}

/** A week is read whole: its seven dates, whichever of them is given. */
export function datesOfWeek(date: CivilDate): CivilDate[] {
  const monday = addDays(date, 1 - weekdayOf(date));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/**
 * What is kept of a pupil after days were read: those replace what was known of the same dates. Days before today go.
 *
 * @param today the civil date now, in the diary's zone
 */
export function keepDays(before: PupilDays | undefined, read: DaysRead, today: CivilDate): PupilDays {
  const pupil = read.account.selectedPupil;
  const isNew = new Set(read.dates);
  const isLeft = (date: CivilDate) => date >= today && !isNew.has(date);
  return {
    pupilId: pupil?.id ?? 0,
    fullName: pupil?.fullName ?? '',
    classYear: classOf(read.account),
    readAt: isNew.has(today) ? read.at : (before?.readAt ?? 0),
    dates: [...(before?.dates ?? []).filter(isLeft), ...[...isNew].filter((date) => date >= today)].sort(),
    lessons: [
      ...(before?.lessons ?? []).filter(({ date }) => isLeft(date)),
      ...read.lessons.filter(({ date }) => date >= today && isNew.has(date)).map(slim),
    ],
  };
}

/** Whether another week must be asked for the next school day: of what was read no day after today has lessons. */
export function needsNextWeek({ lessons }: Pick<PupilDays, 'lessons'>, today: CivilDate): boolean {
  return !lessons.some(({ date }) => date > today);
}

function slim(lesson: Lesson): AgendaLesson {
  const { id, date, begin, end, discipline, teacher } = lesson;
  return { id, date, begin, end, discipline, teacher, links: lessonLinks(lesson) };
}
