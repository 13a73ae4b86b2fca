import * as z from 'zod/mini';
import { compact } from '@/lib/diary/text';
import type { CivilDate, DiaryDay, Lesson, LessonText, Schedule } from '@/lib/diary/types';
import { date, list, ordinal, plain, raw, readEach, readFitting, wallTime, writing } from './fields';

/** A file or link at a lesson. */
export const material = z.object({ name: plain, url: raw });

const lessonFields = z.looseObject({
  index: ordinal,
  date,
  discipline: plain,
  time_begin: wallTime,
  time_end: wallTime,
  teacher: plain,
  office: plain,
  schedulelessontype: plain,
  theme: writing,
  homework: writing,
  comment: writing,
  remarks: writing,
  mark: plain,
  attendance: plain,
  materials: list,
});

const dayFields = z.object({ date, lessons: list });
const weekFields = z.object({ days: list });

/** The days of an answer in any of the shapes that clients describe; `null` when there are none in it at all. */
function daysOf(answer: unknown): unknown[] | null {
  const whole = z.object({ days: z.nullish(z.array(z.unknown())), weeks: z.optional(z.array(z.unknown())) });
  const read = whole.safeParse(answer);
  if (read.success && read.data.days !== undefined) return read.data.days ?? [];
  const items = read.success ? read.data.weeks : z.array(z.unknown()).safeParse(answer).data;
  // A month is a bare list of weeks (`{index, days}`); a list of days is read too.
  const isWeek = (item: unknown) => typeof item === 'object' && item !== null && 'days' in item;
  return (
    items?.flatMap((item) => (isWeek(item) ? readFitting([item], weekFields).flatMap(({ days }) => days) : item)) ??
    null
  );
}

/** A longer text of a field that nobody knows is none that a row shows. Characters. */
const longestSaid = 60;

/** What stands in the fields that nobody knows. */
function saidIn(fields: Record<string, unknown>): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const text = typeof value === 'number' ? `${value}` : value;
    return typeof text === 'string' && text.length <= longestSaid && !(name in lessonFields.shape) ? text : [];
  });
}

function readLesson(fields: z.infer<typeof lessonFields>, ofDay: CivilDate | null): Lesson | null {
  const day = ofDay ?? fields.date;
  if (!day || !fields.discipline) return null;
  const { index, discipline, time_begin: begin, time_end: end } = fields;
  return {
    id: [day, index ?? '', begin ?? '', discipline].join('|'),
    date: day,
    index,
    discipline,
    begin,
    end,
    teacher: fields.teacher,
    office: fields.office,
    type: fields.schedulelessontype,
    theme: fields.theme,
    homework: fields.homework,
    comment: fields.comment,
    remarks: fields.remarks,
    mark: fields.mark,
    attendance: fields.attendance,
    materials: readFitting(fields.materials, material).flatMap(({ name, url }) =>
      url.trim() ? { name, address: url.trim() } : [],
    ),
    individualHomework: [],
    said: saidIn(fields),
  };
}

/**
 * Reads the answer of `GetDiary`, `GetWeekSchedule` or `GetMonthSchedule`: `{days: […]}`, a list of days, a list of weeks or
 * `{weeks: […]}`. `null` when there are no days in it at all, or nothing could be read of what there is. A lesson or day that cannot
 * be read is dropped and counted.
 */
export function readSchedule(answer: unknown): Schedule | null {
  const rawDays = daysOf(answer);
  if (!rawDays) return null;

  const days = new Map<CivilDate, DiaryDay>();
  const taken = new Map<string, number>();
  let dropped = 0;
  for (const day of readEach(rawDays.slice(0, 100), dayFields)) {
    if (!day || (day.date === null && day.lessons.length === 0)) {
      dropped += 1;
      continue;
    }
    if (day.date && !days.has(day.date)) days.set(day.date, { date: day.date, lessons: [] });
    for (const fields of readEach(day.lessons, lessonFields)) {
      const lesson = fields && readLesson(fields, day.date);
      if (!lesson) {
        dropped += 1;
        continue;
      }
      // Two groups of one class may have the same subject at the same hour.
      const twins = (taken.get(lesson.id) ?? 0) + 1;
      taken.set(lesson.id, twins);
      if (twins > 1) lesson.id += `|${twins}`;
      const home = days.get(lesson.date);
      if (home) home.lessons.push(lesson);
      else days.set(lesson.date, { date: lesson.date, lessons: [lesson] });
    }
  }
  // Not one of them: that is no week with gaps but an answer that was not understood.
  return dropped > 0 && taken.size === 0 ? null : { days: [...days.values()], dropped };
}

/** Whether two answers may speak of the same of several lessons: what both tell of it is the same. */
function areAlike(one: Lesson, other: Lesson): boolean {
  const areSame = <Value>(told: Value, toldToo: Value) => !told || !toldToo || told === toldToo;
  return areSame(compact(one.teacher), compact(other.teacher)) && areSame(one.index, other.index);
}

/**
 * Fills what the answer for «Расписание» leaves out (homework, theme, comment, remarks, materials, type) from the answer for
 * «Дневник» of the same days; nothing given is changed. Of several lessons of a subject at one hour, those of the class's groups, only
 * one that cannot be another is filled: its link would open the other group's call.
 */
export function fillFromDiary(schedule: Schedule, diary: Schedule): Schedule {
  const keyOf = ({ date, begin, discipline }: Lesson) => [date, begin, compact(discipline)].join('|');
  const lessonsOf = ({ days }: Schedule) =>
    Map.groupBy(
      days.flatMap(({ lessons }) => lessons),
      keyOf,
    );
  const [shown, told] = [lessonsOf(schedule), lessonsOf(diary)];

  function sameOf(lesson: Lesson): Lesson | undefined {
    const [siblings = [], all = []] = [shown.get(keyOf(lesson)), told.get(keyOf(lesson))];
    if (siblings.length === 1 && all.length === 1) return all[0];
    const [same, another] = all.filter((one) => areAlike(one, lesson));
    const isOnlyOne = same && !another && siblings.filter((one) => areAlike(one, same)).length === 1;
    return isOnlyOne ? same : undefined;
  }

  const fill = (lesson: Lesson): Lesson => {
    const same = sameOf(lesson);
    if (!same) return lesson;
    const fuller = (own: LessonText, other: LessonText) => (own.source ? own : other);
    return {
      ...lesson,
      index: lesson.index ?? same.index,
      end: lesson.end ?? same.end,
      teacher: lesson.teacher || same.teacher,
      office: lesson.office || same.office,
      type: lesson.type || same.type,
      theme: fuller(lesson.theme, same.theme),
      homework: fuller(lesson.homework, same.homework),
      comment: fuller(lesson.comment, same.comment),
      remarks: fuller(lesson.remarks, same.remarks),
      mark: lesson.mark || same.mark,
      attendance: lesson.attendance || same.attendance,
      materials: lesson.materials.length > 0 ? lesson.materials : same.materials,
      said: [...lesson.said, ...same.said],
    };
  };
  return { ...schedule, days: schedule.days.map((day) => ({ ...day, lessons: day.lessons.map(fill) })) };
}
