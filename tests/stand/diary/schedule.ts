import { json, type Reply } from '../http/reply.ts';
import { isIsoDate, monthOf, weekOf } from '../time/dates.ts';
import { planOf, servedDay } from './days.ts';
import { diaryFault } from './fault.ts';
import type { ApiCall } from './session.ts';

/** `GetDiary` and `GetWeekSchedule`: the week that contains `date`. */
export function week(call: ApiCall): Reply {
  return days(call, weekOf);
}

/** `GetMonthSchedule`: the month that contains `date`. */
export function month(call: ApiCall): Reply {
  return days(call, monthOf);
}

/** The refusal of a date that is none. */
export function badDate(): Reply {
  return diaryFault('Client.ValidationError', 'Неверный параметр: date');
}

function days({ context, diary, session, exchange }: ApiCall, around: (date: string) => string[]): Reply {
  const { world } = context;
  const date = exchange.query.get('date') ?? '';
  if (!isIsoDate(date)) return badDate();
  const pupil = session.pupil;
  if (pupil === null) return json({ days: [] });
  const served = around(date).map((one) => servedDay(planOf(world, diary, pupil, one), one));
  const edit = world.diaryApi.editDays;
  return json({ days: edit ? edit(served, { host: diary.host, pupil, date }) : served });
}
