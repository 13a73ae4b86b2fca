import { lessonsAt } from '@/entrypoints/background/diary/diaryTabs';
import { type Person, personAt } from '@/entrypoints/background/diary/personReading';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { viewOf } from '@/lib/diary/answers/account';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { addDays, civilDateOf } from '@/lib/time';
import { datesOfWeek, keepDays, needsNextWeek } from '@/lib/today/pupilDays';
import type { PupilDays } from '@/lib/today/types';

/** Lessons are read again when they are older, milliseconds. */
const freshFor = 10 * 60_000;

/** Makes what reads the days of the pupil who is chosen at a diary: from its page, or by the background where none is open. */
export function createDaysReading(services: Pick<Services, 'clock'>) {
  const { clock } = services;
  const todayAt = (timeZone: string) => civilDateOf(clock.now(), timeZone);

  /** The week with today in it and, where that has no other school day, the next. */
  async function readWeeks(place: Sender, person: Person, before?: PupilDays): Promise<Result<PupilDays>> {
    const today = todayAt(person.timeZone);
    const { account } = person;
    let days = before;
    for (const date of [today, addDays(today, 7)]) {
      if (days && date !== today && !needsNextWeek(days, today)) break;
      const lessons = await lessonsAt(place, clock, { date });
      if (!lessons.ok && date === today) return lessons;
      if (!lessons.ok) break;
      const read = { account, lessons: lessons.value, dates: datesOfWeek(date), at: clock.computerNow() };
      days = keepDays(days, read, today);
    }
    if (!days) return fail(problem('diary', 'unreadable', 'no days'));
    // `GetDiary` names no pupil: another may have been chosen meanwhile.
    const after = account.children.length > 1 ? await personAt(place, services, place.tab === null) : null;
    if (after && !(after.ok && viewOf(after.value.account) === viewOf(account)))
      return fail(problem('diary', 'unreadable', 'another pupil'));
    return succeed(days);
  }

  /** Whether what is held of a pupil will do. On the last day of a week its page alone does not know the next school day. */
  function isFresh(held: PupilDays, today: string): boolean {
    const isYoung = held.dates.includes(today) && Math.abs(clock.computerNow() - held.readAt) < freshFor;
    return isYoung && (!needsNextWeek(held, today) || held.dates.includes(addDays(today, 7)));
  }

  return {
    /** The days as they are held, or read again where they are old. */
    async read(place: Sender, person: Person, held: PupilDays | undefined): Promise<Result<PupilDays>> {
      if (held && isFresh(held, todayAt(person.timeZone))) return succeed(held);
      return readWeeks(place, person, held);
    },
  };
}
