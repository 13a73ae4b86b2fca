import * as z from 'zod/mini';
import { compact } from '@/lib/diary/text';
import type { CivilDate, HomeworkItem, IndividualHomework, Lesson, Schedule } from '@/lib/diary/types';
import { date, list, plain, raw, readFitting, readWriting, writing } from './fields';
import { material } from './schedule';

const individualFields = z.object({ description: writing, document: z.unknown() });
const documentFields = z.object({ name: plain, url: raw });
const itemFields = z.object({
  date,
  discipline: plain,
  teacher: plain,
  theme: writing,
  homework: writing,
  materials: list,
  individualHomeworks: list,
});
const dayFields = z.object({ date, homeworks: list });

function readIndividual({ description, document }: z.infer<typeof individualFields>): IndividualHomework | [] {
  const file = documentFields.safeParse(document).data;
  const item = { text: description, name: file?.name ?? '', address: file?.url.trim() ?? '' };
  return item.text.source || item.address ? item : [];
}

/**
 * Reads the answer of `GetHomeworkFromRange`: a list of days. `null` when it is no list. The `next…` fields are left
 * out: they belong to a lesson of another day, which has an item of its own.
 */
export function readHomework(answer: unknown): HomeworkItem[] | null {
  if (!Array.isArray(answer)) return null;
  return readFitting(answer.slice(0, 100), dayFields).flatMap((day) =>
    readFitting(day.homeworks, itemFields).flatMap((fields) => {
      const ofDay = day.date ?? fields.date;
      if (!ofDay || !fields.discipline) return [];
      return {
        date: ofDay,
        discipline: fields.discipline,
        teacher: fields.teacher,
        theme: fields.theme,
        homework: fields.homework,
        materials: readFitting(fields.materials, material).flatMap(({ name, url }) =>
          url.trim() ? { name, address: url.trim() } : [],
        ),
        individual: readFitting(fields.individualHomeworks, individualFields).flatMap(readIndividual),
      };
    }),
  );
}

/** What one homework item adds to a lesson: its own words only where the lesson does not say the same already. */
function additions(item: HomeworkItem, lesson: Lesson): IndividualHomework[] {
  const known = new Set(lesson.materials.map(({ address }) => address));
  const texts = [
    item.homework.source === lesson.homework.source ? null : item.homework,
    item.theme.source === lesson.theme.source ? null : item.theme,
  ].filter((text) => text !== null && text.source !== '');
  const materials = item.materials.filter(({ address }) => !known.has(address));
  const nothing = readWriting('');
  return [
    ...item.individual,
    ...materials.map((one) => ({ text: nothing, ...one })),
    ...texts.flatMap((text) => (text ? { text, name: '', address: '' } : [])),
  ];
}

/** Which items are one lesson's, of all of its day and discipline. */
function itemsOf(lesson: Lesson, all: HomeworkItem[], siblings: Lesson[]): HomeworkItem[] {
  const isOf = ({ teacher }: HomeworkItem, one: Lesson) => teacher !== '' && compact(teacher) === compact(one.teacher);
  const own = all.filter((item) => isOf(item, lesson));
  const [items, mates] =
    own.length > 0
      ? [own, siblings.filter((one) => own.some((item) => isOf(item, one)))]
      : [
          all.filter((item) => !siblings.some((one) => isOf(item, one))),
          siblings.filter((one) => !all.some((item) => isOf(item, one))),
        ];
  return items.length === mates.length ? items.slice(mates.indexOf(lesson)).slice(0, 1) : items;
}

/**
 * Puts homework to its lessons, by date, discipline and, where it tells one, teacher; nothing given is changed. When a day has as many
 * items as lessons, they go in order; else each lesson gets all.
 */
export function joinHomework(schedule: Schedule, homework: HomeworkItem[]): Schedule {
  if (homework.length === 0) return schedule;
  const keyOf = (of: { date: CivilDate; discipline: string }) => `${of.date}|${compact(of.discipline)}`;
  const items = Map.groupBy(homework, keyOf);
  const days = schedule.days.map((day) => {
    const lessonsOf = Map.groupBy(day.lessons, keyOf);
    const lessons = day.lessons.map((lesson) => {
      const key = keyOf(lesson);
      const own = items.get(key);
      if (!own) return lesson;
      const added = itemsOf(lesson, own, lessonsOf.get(key) ?? []).flatMap((item) => additions(item, lesson));
      return { ...lesson, individualHomework: [...lesson.individualHomework, ...added] };
    });
    return { ...day, lessons };
  });
  return { ...schedule, days };
}
