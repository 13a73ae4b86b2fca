import type { DayPlan } from '../model.ts';
import { CALLS } from './family/links.ts';
import { family } from './family.ts';
import { day, lesson, shifted } from './lessons.ts';
import type { Scenario } from './scenario.ts';

/**
 * The family on a day whose lessons lie around this very minute, whatever day it is: «История» is over,
 * «Алгебра» with a link of its own is on, «География» with a scheduled call begins in five minutes after it.
 */
export const rightNow: Scenario = {
  ...family,
  title: 'Урок идёт прямо сейчас',
  timetable: family.timetable.map((entry) =>
    entry.host === 'school.r-19.ru' && entry.classyear === '8 Б' ? { ...entry, today: lessonsAround } : entry,
  ),
  calls: {
    ...family.calls,
    scheduled: family.calls.scheduled.map((call) =>
      call.name === 'География 8 Б' ? { ...call, start: { inMinutes: 25 } } : call,
    ),
  },
};

function lessonsAround(time: string): DayPlan {
  const online = { schedulelessontype: 'Дистанционный урок' };
  const own = [{ name: 'Урок в Сферуме', url: `https://sferum.ru/?call_link=${CALLS.now}` }];
  return day(
    shifted(lesson(1, 'История', online), time, -70),
    shifted(lesson(2, 'Алгебра', { ...online, materials: own }), time, -20),
    shifted(lesson(3, 'География', online), time, 25),
    shifted(lesson(4, 'Физическая культура', { teacher: null }), time, 80),
  );
}
