import { json, type Reply } from '../http/reply.ts';
import type { Lesson } from '../model.ts';
import { isIsoDate, weekdayName, weekOf } from '../time/dates.ts';
import { planOf } from './days.ts';
import { badDate } from './schedule.ts';
import type { ApiCall } from './session.ts';

/** `GetHomeworkFromRange`: homework of the week that contains `date`, days without any left out. */
export function homeworkFromRange({ context, diary, session, exchange }: ApiCall): Reply {
  const date = exchange.query.get('date') ?? '';
  if (!isIsoDate(date)) return badDate();
  const days = weekOf(date).map((one) => {
    const lessons = planOf(context.world, diary, session.pupil, one).lessons ?? [];
    const given = lessons.filter((lesson) => lesson.homework || lesson.individual);
    return { date: one, name: weekdayName(one), homeworks: given.map((lesson) => homework(lesson, one)) };
  });
  return json(days.filter((day) => day.homeworks.length > 0));
}

function homework(lesson: Lesson, date: string): unknown {
  return {
    discipline: lesson.discipline,
    homework: lesson.homework,
    teacher: lesson.teacher,
    theme: lesson.theme,
    date,
    schedulelessontype: lesson.schedulelessontype,
    materials: lesson.materials,
    nextMaterials: [],
    nextHomework: '',
    individualHomeworks: lesson.individual ?? [],
    nextIndividualHomeworks: [],
  };
}
