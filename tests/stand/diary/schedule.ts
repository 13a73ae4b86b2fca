import { json, type Reply } from '../http/reply.ts';
import { isIsoDate, mondayOf, monthOf, weekOf } from '../time/dates.ts';
import type { ServedDay } from '../world.ts';
import { planOf, servedDay } from './days.ts';
import { diaryFault } from './fault.ts';
import type { ApiCall } from './session.ts';

/** `GetDiary`: the week that contains `date`. */
export function diaryWeek(call: ApiCall): Reply {
  return days(call, weekOf, (served) => ({ days: served }));
}

/** `GetWeekSchedule`: the same week, in full or as clients describe it. */
export function week(call: ApiCall): Reply {
  const isDescribed = call.context.world.diaryApi.schedule === 'described';
  return days(call, weekOf, (served) => ({ days: isDescribed ? served.map(described) : served }));
}

/** `GetMonthSchedule`: the month that contains `date`. */
export function month(call: ApiCall): Reply {
  if (call.context.world.diaryApi.schedule === 'full') return days(call, monthOf, (served) => ({ days: served }));
  return days(call, monthOf, (served) => {
    const weeks = Map.groupBy(served, ({ date }) => mondayOf(date));
    return [...weeks.values()].map((all, index) => ({ index, days: all.map(described) }));
  });
}

/** What «Расписание» leaves out, and its dates. */
function described({ lessons, ...day }: ServedDay): unknown {
  const told = ['id', 'date', 'discipline', 'index', 'is_control_work', 'office', 'study_time_name', 'teacher'];
  const some = (lesson: Record<string, unknown>) =>
    Object.fromEntries([...told, 'time_begin', 'time_end'].map((name) => [name, lesson[name] ?? null]));
  const dated = (date: string) => date.split('-').reverse().join('-');
  return {
    ...day,
    date: dated(day.date),
    ...(Array.isArray(lessons)
      ? { lessons: lessons.map((lesson) => ({ ...some(lesson), date: dated(day.date), has_auth_sferum: false })) }
      : {}),
  };
}

/** The refusal of a date that is none. */
export function badDate(): Reply {
  return diaryFault('Client.ValidationError', 'Неверный параметр: date');
}

function days(
  { context, diary, session, exchange }: ApiCall,
  around: (date: string) => string[],
  shape: (served: ServedDay[]) => unknown,
): Reply {
  const { world } = context;
  const date = exchange.query.get('date') ?? '';
  if (!isIsoDate(date)) return badDate();
  const pupil = session.pupil;
  if (pupil === null) return json(shape([]));
  const served = around(date).map((one) => servedDay(planOf(world, diary, pupil, one), one));
  const edit = world.diaryApi.editDays;
  return json(shape(edit ? edit(served, { host: diary.host, pupil, date }) : served));
}
