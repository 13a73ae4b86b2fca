import type { DayPlan, Diary, Lesson } from '../model.ts';
import { addDays, weekdayOf } from '../time/dates.ts';
import { pupilOf, type ServedDay, type World } from '../world.ts';

/** The plan of this pupil's class for the date. */
export function planOf(world: World, diary: Diary, pupil: number | null, date: string): DayPlan {
  const classyear = pupilOf(diary, pupil)?.classyear;
  const timetable = world.timetable.find((one) => one.host === diary.host && one.classyear === classyear);
  const weekday = weekdayOf(addDays(date, world.weekShift));
  return timetable?.dates[date] ?? timetable?.weekly[weekday] ?? { weekend: weekday > 5 };
}

/** A day as the API serves it: `lessons` absent, null or a list, just as the plan has it. */
export function servedDay(plan: DayPlan, date: string): ServedDay {
  return {
    date,
    is_weekend: plan.weekend ?? false,
    is_vacation: plan.vacation ?? false,
    is_holiday: plan.holiday ?? false,
    ...(plan.lessons === undefined ? {} : { lessons: plan.lessons?.map((one) => servedLesson(one, date)) ?? null }),
  };
}

function servedLesson({ individual: _served, ...lesson }: Lesson, date: string): unknown {
  return { ...lesson, date };
}
