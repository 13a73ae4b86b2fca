import { describe, expect, it } from 'vitest';
import type { DiaryAccount, Lesson } from '@/lib/diary/types';
import { type AgendaInput, makeAgenda } from '@/lib/today/agenda';
import { datesOfWeek, keepDays } from '@/lib/today/pupilDays';
import type { AgendaRow, PupilDays } from '@/lib/today/types';
import { addressOf, lesson, liveCall, openedAddressOf, scheduledCall } from '@/tests/unit/lib/calls/samples';

const timeZone = 'Asia/Krasnoyarsk';
const monday = '2026-11-23';
const tuesday = '2026-11-24';
const wednesday = '2026-11-25';
/** 08:40 in Khakassia. */
const now = Date.UTC(2026, 10, 23, 1, 40);
const computerNow = now;

const petr = { id: 1, fullName: 'Соколов Пётр Игоревич', school: '', classYear: '8 Б' };
const anna = { id: 2, fullName: 'Соколова Анна Игоревна', school: '', classYear: '5 А' };
const account: DiaryAccount = {
  key: 'https://school.r-19.ru#700101',
  origin: 'https://school.r-19.ru',
  id: 700101,
  fullName: 'Соколова Мария Игоревна',
  role: 'parent',
  description: 'Родитель',
  children: [petr],
  selectedPupil: petr,
};

function days(lessons: Lesson[], pupil = petr, dates = datesOfWeek(monday), at = computerNow): PupilDays {
  return keepDays(undefined, { account: { ...account, selectedPupil: pupil }, lessons, dates, at }, monday);
}

const online = (discipline: string, times: string, date = monday, link = discipline) =>
  lesson(discipline, times, { date, homework: `Урок: ${addressOf(link)}` });
const offline = (discipline: string, times: string, date = monday) => lesson(discipline, times, { date });

const input = (pupils: PupilDays[], rest: Partial<AgendaInput> = {}): AgendaInput => ({
  pupils,
  chosenPupilId: petr.id,
  childCount: 1,
  scheduled: [],
  live: [],
  timeZone,
  isZoneAssumed: false,
  now,
  computerNow,
  ...rest,
});

const told = (rows: readonly AgendaRow[]) => rows.map(({ name, pupil }) => (pupil ? `${name} (${pupil})` : name));

describe('one list', () => {
  it('holds what can be joined today, by time, and the next school day, and nothing else', () => {
    const agenda = makeAgenda(
      input([
        days([
          online('География', '10:20-11:00'),
          offline('Русский язык', '09:20-10:00'),
          online('Алгебра', '08:30-09:10'),
          online('Химия', '08:30-09:10', wednesday),
        ]),
      ]),
    );
    expect(told(agenda.today)).toEqual(['Алгебра', 'География']);
    expect(agenda.next).toMatchObject({ date: wednesday, rows: [{ name: 'Химия' }] });
    expect(agenda.quiet).toBeNull();
  });

  it('a call that belongs to a lesson is one row with it, by its link and by its name', () => {
    const linked = scheduledCall('Созвон', '08:30', { address: addressOf('Алгебра') });
    const named = scheduledCall('География', '10:20');
    const agenda = makeAgenda(
      input([days([online('Алгебра', '08:30-09:10'), offline('География', '10:20-11:00')])], {
        scheduled: [linked, named, scheduledCall('Родительское собрание', '19:00')],
      }),
    );
    expect(told(agenda.today)).toEqual(['Алгебра', 'География', 'Родительское собрание']);
    expect(agenda.today.map(({ isLesson, links }) => [isLesson, links.length])).toEqual([
      [true, 1],
      [true, 1],
      [false, 1],
    ]);
    expect(agenda.today[0]?.links[0]).toMatchObject({
      source: { kind: 'lessonLink' },
      address: openedAddressOf('Алгебра'),
    });
    expect(agenda.today[1]?.links[0]?.source).toEqual({ kind: 'call', id: named.id });
  });

  it('a lesson that VK says is on is on', () => {
    const agenda = makeAgenda(
      input([days([online('Алгебра', '08:30-09:10')])], { live: [liveCall('8 Б', { address: addressOf('Алгебра') })] }),
    );
    expect(agenda.today).toMatchObject([{ name: 'Алгебра', live: true }]);
  });

  it('a call that began yesterday and is on still is in the list, over midnight; one that is over is not', () => {
    const afterMidnight = Date.UTC(2026, 10, 22, 17, 20);
    const call = (name: string, minutes: number) =>
      scheduledCall(name, '23:30', { start: Date.UTC(2026, 10, 22, 16, 30), duration: minutes * 60_000 });
    const agenda = makeAgenda(
      input([days([])], { scheduled: [call('Разбор олимпиады', 90), call('Созвон', 40)], now: afterMidnight }),
    );
    expect(told(agenda.today)).toEqual(['Разбор олимпиады']);
  });

  it('of several children each row has its name, and a child’s that is not chosen its age', () => {
    const ofAnna = days([online('Химия', '08:30-09:10')], anna, datesOfWeek(monday), computerNow - 7_200_000);
    const agenda = makeAgenda(input([days([online('Алгебра', '08:30-09:10')]), ofAnna], { childCount: 2 }));
    expect(told(agenda.today).sort()).toEqual([`Алгебра (${petr.fullName})`, `Химия (${anna.fullName})`]);
    expect(agenda.today.map(({ name, age }) => [name, age])).toContainEqual(['Химия', 7_200_000]);
    expect(agenda.today.map(({ name, age }) => [name, age])).toContainEqual(['Алгебра', null]);
  });

  it('a lesson of one child is no call beside another’s', () => {
    const ofAnna = days([offline('Музыка', '08:30-09:10')], anna);
    const agenda = makeAgenda(
      input([days([offline('География', '10:20-11:00')]), ofAnna], {
        childCount: 2,
        scheduled: [scheduledCall('География 8 Б', '10:20')],
      }),
    );
    expect(told(agenda.today)).toEqual([`География (${petr.fullName})`]);
  });

  it('an assumed zone gives links without a time', () => {
    const agenda = makeAgenda(input([days([online('Алгебра', '08:30-09:10')])], { isZoneAssumed: true }));
    expect(agenda.today).toMatchObject([{ name: 'Алгебра', start: null, end: null }]);
  });

  it('a lesson that is listed twice, as for two groups, is one row', () => {
    const twice = [online('Алгебра', '08:30-09:10'), { ...online('Алгебра', '08:30-09:10'), id: 'twin' }];
    expect(makeAgenda(input([days(twice)])).today).toHaveLength(1);
  });

  it('two groups with a call each are told apart by their teachers', () => {
    const groups = ['Белова Елена Александровна', 'Чернова Ольга Петровна'].map((teacher) => ({
      ...online('Английский язык', '08:30-09:10', monday, teacher),
      id: teacher,
      teacher,
    }));
    expect(told(makeAgenda(input([days(groups)])).today)).toEqual([
      'Английский язык, Белова Елена Александровна',
      'Английский язык, Чернова Ольга Петровна',
    ]);
  });
});

describe('where today has no row', () => {
  it.each([
    ['nobody read anything', [], 'unknown'],
    ['another week was read', [days([], petr, datesOfWeek('2026-11-30'))], 'unknown'],
    ['another child was read', [days([offline('Химия', '08:30-09:10')], anna)], 'unknown'],
    ['lessons, none online', [days([offline('Химия', '08:30-09:10')])], 'noOnline'],
    ['no lessons today', [days([offline('Химия', '08:30-09:10', tuesday)])], 'noLessons'],
    ['no lessons at all', [days([])], 'holidays'],
    ['only the weekend is known', [days([], petr, [monday, tuesday])], 'noLessons'],
  ] as const)('%s', (_, pupils, quiet) => {
    expect(makeAgenda(input([...pupils])).quiet).toBe(quiet);
  });
});

describe('what is kept', () => {
  it('what is read replaces what was known of the same dates; days before today and what teachers wrote go', () => {
    const before = days([online('Алгебра', '08:30-09:10'), online('Химия', '08:30-09:10', tuesday)]);
    const read = { account, lessons: [online('Физика', '09:20-10:00', tuesday)], dates: [tuesday], at: computerNow };
    expect(keepDays(before, read, monday).lessons.map(({ discipline }) => discipline)).toEqual(['Алгебра', 'Физика']);
    const after = keepDays(before, read, tuesday);
    expect(after.lessons.map(({ discipline }) => discipline)).toEqual(['Физика']);
    expect(after.dates[0]).toBe(tuesday);
    expect(JSON.stringify(after)).not.toContain('Урок:');
  });
});
