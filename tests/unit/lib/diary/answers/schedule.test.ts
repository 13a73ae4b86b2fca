import { describe, expect, it } from 'vitest';
import { readWriting } from '@/lib/diary/answers/fields';
import { proofOf } from '@/lib/diary/answers/proof';
import { readDays } from '@/lib/diary/answers/reading';
import { readSchedule } from '@/lib/diary/answers/schedule';
import { sent } from '@/tests/unit/lib/diary/sent';

const lesson = {
  index: 1,
  date: '2026-11-23',
  discipline: 'Алгебра',
  time_begin: '08:30',
  time_end: '09:10',
  teacher: 'Белова Елена Александровна',
  office: '207',
  study_time_name: '1 урок',
  schedulelessontype: 'Дистанционный урок',
  theme: 'Квадратные уравнения',
  homework: '<span>№ 231–235\u200b</span>',
  comment: '',
  remarks: '',
  mark: '',
  attendance: '',
  ind_homework_exists: false,
  materials: [{ name: 'Урок в Сферуме', url: 'https://sferum.ru/?call_link=AbC' }],
};

function day(...lessons: unknown[]) {
  return { days: [{ date: '2026-11-23', is_weekend: false, lessons }] };
}

describe('readSchedule', () => {
  it('takes a list of days that is null for an empty one', () => {
    expect(readSchedule({ days: null })).toEqual({ days: [], dropped: 0 });
  });

  it('reads a lesson', () => {
    expect(readSchedule(day(lesson))).toEqual({
      dropped: 0,
      days: [
        {
          date: '2026-11-23',
          lessons: [
            {
              id: '2026-11-23|1|510|Алгебра',
              date: '2026-11-23',
              index: 1,
              discipline: 'Алгебра',
              begin: 510,
              end: 550,
              teacher: 'Белова Елена Александровна',
              office: '207',
              type: 'Дистанционный урок',
              theme: readWriting('Квадратные уравнения'),
              homework: { text: '№ 231–235', hrefs: [], source: '<span>№ 231–235\u200b</span>' },
              comment: readWriting(''),
              remarks: readWriting(''),
              mark: '',
              attendance: '',
              materials: [{ name: 'Урок в Сферуме', address: 'https://sferum.ru/?call_link=AbC' }],
              individualHomework: [],
              said: ['1 урок'],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['8:30', 510],
    ['08:30', 510],
    ['08:30:00', 510],
    ['00:00', 0],
    ['23:59:59', 1439],
    [null, null],
    ['', null],
    ['24:00', null],
    ['урок', null],
    [830, null],
  ])('reads the time %j as %j', (time_begin, begin) => {
    expect(readSchedule(day({ ...lesson, time_begin }))?.days[0]?.lessons[0]?.begin).toBe(begin);
  });

  it('gives names and writings as they are read, with the addresses behind them', () => {
    const told = readSchedule(
      day({
        ...lesson,
        discipline: '<span class="d">Русский&nbsp;язык\u200b</span>',
        teacher: ' Белова&#32;Е.  ',
        comment: '<a href="https://max.ru/joincall/x">сюда</a>',
      }),
    )?.days[0]?.lessons[0];
    expect(told).toMatchObject({
      discipline: 'Русский язык',
      teacher: 'Белова Е.',
      comment: { text: 'сюда', hrefs: ['https://max.ru/joincall/x'] },
    });
  });

  it('reads a lesson of nulls, drops what is no lesson and counts it', () => {
    const nulls = Object.fromEntries(Object.keys(lesson).map((key) => [key, null]));
    const told = readSchedule(day({ ...nulls, discipline: 'Химия' }, null, 'x', {}, { discipline: '<b></b>' }, lesson));
    expect(told?.dropped).toBe(4);
    expect(told?.days[0]?.lessons).toMatchObject([
      { discipline: 'Химия', begin: null, end: null, index: null, teacher: '', materials: [] },
      { discipline: 'Алгебра' },
    ]);
  });

  it('reads days without lessons and weekends with them', () => {
    const told = readSchedule({
      days: [
        { date: '2026-11-28', is_weekend: true },
        { date: '2026-11-29', is_weekend: true, lessons: null },
        { date: '2026-11-30', is_weekend: true, lessons: [{ ...lesson, date: undefined }] },
        { date: '2026-02-30', lessons: [] },
        { lessons: [lesson, { ...lesson, date: 'вчера' }] },
        null,
      ],
    });
    expect(told?.days.map((one) => [one.date, one.lessons.length])).toEqual([
      ['2026-11-28', 0],
      ['2026-11-29', 0],
      ['2026-11-30', 1],
      ['2026-11-23', 1],
    ]);
    expect(told?.dropped).toBe(3);
  });

  it('gives every lesson an id of its own, the same each time', () => {
    const ids = () => readSchedule(day(lesson, lesson, { ...lesson, index: 2 }))?.days[0]?.lessons.map(({ id }) => id);
    expect(new Set(ids()).size).toBe(3);
    expect(ids()).toEqual(ids());
  });

  it.each([
    [[{ date: '2026-11-23', lessons: [lesson] }]],
    [{ weeks: [day(lesson)] }],
    [
      [
        { index: 1, days: [] },
        { index: 2, ...day(lesson) },
      ],
    ],
    [day(lesson)],
  ])('reads days in any of the shapes of a month', (answer) => {
    expect(readSchedule(answer)?.days[0]?.lessons).toHaveLength(1);
  });

  it.each([[null], [{}], [{ days: 3 }], ['x'], [3]])('does not read %j', (answer) => {
    expect(readSchedule(answer)).toBeNull();
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-23T00:00:00', '2026-11-23'],
    ['23.11.2026', '2026-11-23'],
    ['23-11-2026', '2026-11-23'],
    ['3.1.2026', '2026-01-03'],
    ['31.02.2026', undefined],
    ['23/11/2026', undefined],
    ['вчера', undefined],
    [20261123, undefined],
  ])('%s', (date, read) => {
    expect(readSchedule({ days: [{ date, lessons: [] }] })?.days[0]?.date).toBe(read);
  });
});

describe('the answer for «Расписание» as clients describe it', () => {
  /** No homework, theme, materials, comment or type; dates day-month-year. */
  const bare = ({ index, discipline, time_begin, time_end, teacher, office }: typeof lesson) => ({
    id: 1,
    date: '23-11-2026',
    index,
    discipline,
    time_begin,
    time_end,
    teacher,
    office,
    is_control_work: false,
    has_auth_sferum: true,
    study_time_shift: 1,
  });
  const second = { ...lesson, index: 2, discipline: 'Химия', time_begin: '09:20', time_end: '10:00', materials: [] };
  const week = { days: [{ date: '23-11-2026', lessons: [bare(lesson), bare(second)] }] };

  it('takes the rest from the answer for «Дневник»', () => {
    const read = readDays({ schedule: sent(week), diary: sent(day(lesson, second)) });
    const lessons = read.ok ? read.value.days.flatMap((one) => one.lessons) : [];
    expect(lessons).toMatchObject([
      {
        date: '2026-11-23',
        discipline: 'Алгебра',
        type: 'Дистанционный урок',
        homework: { text: '№ 231–235' },
        materials: [{ address: 'https://sferum.ru/?call_link=AbC' }],
      },
      { discipline: 'Химия', materials: [] },
    ]);
  });

  it('takes homework from its own answer where the diary does not answer', () => {
    const homework = [
      { date: '2026-11-23', homeworks: [{ discipline: 'Химия', homework: 'https://max.ru/joincall/x' }] },
    ];
    const read = readDays({ schedule: sent(week), diary: { failed: 'slow' }, homework: sent(homework) });
    const lessons = read.ok ? read.value.days.flatMap((one) => one.lessons) : [];
    expect(lessons[1]?.individualHomework).toMatchObject([{ text: { text: 'https://max.ru/joincall/x' } }]);
  });

  it('is not needed where the diary answers', () => {
    expect(readDays({ schedule: sent({}, 404), diary: sent(day(lesson)) })).toMatchObject({ ok: true });
  });
});

it('texts of 100,000 characters in all fields take no other lesson', () => {
  const long = '<p>Очень длинный текст</p>'.repeat(4000);
  const texts = Object.fromEntries(Object.keys(lesson).map((key) => [key, long]));
  const read = readSchedule(day({ ...texts, date: '2026-11-23', materials: [{ name: long, url: long }] }, lesson));
  expect(read?.days[0]?.lessons.map(({ discipline }) => discipline.length)).toEqual([500, 7]);
  expect(JSON.stringify(read?.days.flatMap(({ lessons }) => lessons.map(proofOf))).length).toBeLessThan(200_000);
});
