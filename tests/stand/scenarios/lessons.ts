import type { DayPlan, Lesson } from '../model.ts';
import { addMinutes } from '../time/zone.ts';

/** Beginning and end of a lesson by its number. */
export const BELLS: Readonly<Record<number, readonly [string, string]>> = {
  1: ['08:30', '09:10'],
  2: ['09:20', '10:00'],
  3: ['10:20', '11:00'],
  4: ['11:20', '12:00'],
  5: ['12:15', '12:55'],
  6: ['13:05', '13:45'],
  7: ['13:55', '14:35'],
};

/**
 * A lesson with nothing unusual about it; `changes` go over the usual fields.
 *
 *     lesson(3, 'География', { schedulelessontype: 'Дистанционный урок' })
 */
export function lesson(index: number, discipline: string, changes: Partial<Lesson> = {}): Lesson {
  const [begin, end] = BELLS[index] ?? ['15:00', '15:40'];
  return {
    index,
    discipline,
    time_begin: begin,
    time_end: end,
    teacher: 'Белова Елена Александровна',
    office: String(200 + index),
    study_time_name: '1 смена',
    schedulelessontype: '',
    theme: '',
    homework: '',
    comment: '',
    remarks: '',
    mark: '',
    attendance: '',
    ind_homework_exists: false,
    materials: [],
    ...changes,
  };
}

/** A school day. */
export function day(...lessons: Lesson[]): DayPlan {
  return { lessons };
}

/** The same lesson at another time: it begins so many minutes from `time` and lasts 40. */
export function shifted(plan: Lesson, time: string, minutes: number): Lesson {
  const begin = addMinutes(time, minutes);
  return { ...plan, time_begin: begin, time_end: addMinutes(begin, 40) };
}
