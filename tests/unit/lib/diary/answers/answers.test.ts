import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinHomework, readAccount, readHomework, readSchedule } from '@/lib/diary/answers/answers';

const origin = 'https://school.r-19.ru';

const parent = {
  auth_user_profile_id: 700101,
  user_fullname: 'Соколова Мария Игоревна',
  user_desc: 'Родитель',
  user_is_male: false,
  children_persons: [
    { person_id: 810233, fullname: 'Соколов Пётр Андреевич', school: 'МБОУ "СОШ № 4"', classyear: '8 Б', email: null },
    { person_id: 810234, fullname: 'Соколова Анна Андреевна', school: 'МБОУ "СОШ № 4"', classyear: '3 А', email: null },
  ],
  selected_pupil_id: 810233,
  selected_pupil_name: 'Соколов Пётр',
  selected_pupil_school: 'МБОУ "СОШ № 4"',
  selected_pupil_classyear: '8 Б',
  phone: null,
  indicators: [{ name: 'Общий средний балл', value: '4.20', css: 'good' }],
};

const pupil = {
  ...parent,
  auth_user_profile_id: 700102,
  user_fullname: 'Соколов Пётр Андреевич',
  user_desc: 'Ученик 8 Б класса',
  children_persons: [],
};

describe('readAccount', () => {
  it('reads a parent, one account whichever child is chosen', () => {
    expect(readAccount(parent, origin)).toEqual({
      key: 'https://school.r-19.ru#700101',
      origin,
      id: 700101,
      fullName: 'Соколова Мария Игоревна',
      role: 'parent',
      description: 'Родитель',
      children: [
        { id: 810233, fullName: 'Соколов Пётр Андреевич', school: 'МБОУ "СОШ № 4"', classYear: '8 Б' },
        { id: 810234, fullName: 'Соколова Анна Андреевна', school: 'МБОУ "СОШ № 4"', classYear: '3 А' },
      ],
      selectedPupil: { id: 810233, fullName: 'Соколов Пётр Андреевич', school: 'МБОУ "СОШ № 4"', classYear: '8 Б' },
    });
    expect(readAccount({ ...parent, selected_pupil_id: 810234 }, origin)).toMatchObject({
      key: 'https://school.r-19.ru#700101',
      selectedPupil: { id: 810234, classYear: '3 А' },
    });
  });

  it('reads a pupil, who is their own selected pupil, by the full name', () => {
    expect(readAccount(pupil, origin)).toMatchObject({
      role: 'pupil',
      children: [],
      selectedPupil: { id: 810233, fullName: 'Соколов Пётр Андреевич', classYear: '8 Б' },
    });
  });

  it.each([
    ['Ученик 8 Б класса', [], 'pupil'],
    ['Ученица 3 А класса', [], 'pupil'],
    ['Обучающийся', [], 'pupil'],
    ['  УЧЕНИК ', [], 'pupil'],
    ['<span>Ученик</span> 8 Б', [], 'pupil'],
    ['Родитель', [], 'parent'],
    ['Родитель (законный представитель)', [], 'parent'],
    ['Ученик 11 А класса', [{ person_id: 5 }], 'parent'],
    ['Учитель', [{ person_id: 5 }], 'parent'],
    ['Учитель', [], 'other'],
    ['Бывший ученик', [], 'other'],
    ['', [], 'other'],
    [null, null, 'other'],
    [7, 'x', 'other'],
  ])('gives «%s» with children %j the role %s', (user_desc, children_persons, role) => {
    expect(readAccount({ auth_user_profile_id: 1, user_desc, children_persons }, origin)?.role).toBe(role);
  });

  it.each([
    [{ selected_pupil_id: null, children_persons: [{ person_id: 5, fullname: 'А' }] }, 5],
    [{ selected_pupil_id: null, children_persons: [{ person_id: 5 }, { person_id: 6 }] }, undefined],
    [{ selected_pupil_id: '6', children_persons: [{ person_id: 5 }, { person_id: 6 }] }, 6],
    [{ selected_pupil_id: 9, children_persons: [{ person_id: 5 }], selected_pupil_name: 'Б' }, 9],
    [{ children_persons: [null, 5, { person_id: null }, { person_id: 0 }, { person_id: -1 }] }, undefined],
    [{}, undefined],
  ])('finds the selected pupil of %j', (fields, id) => {
    expect(readAccount({ auth_user_profile_id: 1, ...fields }, origin)?.selectedPupil?.id).toBe(id);
  });

  it.each([
    [null],
    [[]],
    ['<html>'],
    [{}],
    [{ auth_user_profile_id: null }],
    [{ auth_user_profile_id: 0 }],
    [{ auth_user_profile_id: 1.5 }],
    [{ auth_user_profile_id: 'admin' }],
    [{ faultcode: 'Server.UserNotAuthenticated' }],
  ])('takes %j for no answer of ЭШ', (answer) => {
    expect(readAccount(answer, origin)).toBeNull();
  });

  it('survives nulls in every field but the id', () => {
    const nulls = Object.fromEntries(Object.keys(parent).map((key) => [key, null]));
    expect(readAccount({ ...nulls, auth_user_profile_id: '42' }, origin)).toMatchObject({ id: 42, fullName: '' });
  });
});

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
              theme: 'Квадратные уравнения',
              homework: '<span>№ 231–235\u200b</span>',
              comment: '',
              remarks: '',
              mark: '',
              attendance: '',
              materials: [{ name: 'Урок в Сферуме', address: 'https://sferum.ru/?call_link=AbC' }],
              individualHomework: [],
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

  it('cleans names and keeps what may hold a link as it was sent', () => {
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
      comment: '<a href="https://max.ru/joincall/x">сюда</a>',
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
    expect(told?.dropped).toBe(2);
  });

  it('gives every lesson an id of its own, the same each time', () => {
    const ids = () => readSchedule(day(lesson, lesson, { ...lesson, index: 2 }))?.days[0]?.lessons.map(({ id }) => id);
    expect(new Set(ids()).size).toBe(3);
    expect(ids()).toEqual(ids());
  });

  it.each([[[{ date: '2026-11-23', lessons: [lesson] }]], [{ weeks: [day(lesson)] }], [day(lesson)]])(
    'reads days in any of the shapes of a month',
    (answer) => {
      expect(readSchedule(answer)?.days[0]?.lessons).toHaveLength(1);
    },
  );

  it.each([[null], [{}], [{ days: null }], ['x'], [3]])('does not read %j', (answer) => {
    expect(readSchedule(answer)).toBeNull();
  });
});

describe('homework', () => {
  const item = {
    discipline: 'География',
    homework: 'Не задано',
    teacher: null,
    theme: null,
    date: '2026-11-23',
    materials: null,
    individualHomeworks: [
      { description: 'Пересдача: https://m.vk.ru/call/join/x', document: null, lesson_id: '55' },
      { description: null, document: { name: 'План', url: '/media/plan.pdf' } },
      { description: null, document: null },
    ],
    nextHomework: 'https://vk.com/call/join/of-another-day',
    nextIndividualHomeworks: [],
  };
  const week = { days: [{ date: '2026-11-23', lessons: [lesson, { ...lesson, index: 2, discipline: 'ГЕОГРАФИЯ ' }] }] };
  const answer = (...homeworks: unknown[]) => [{ date: '2026-11-23', name: 'Понедельник', homeworks }];
  const join = (schedule: unknown, homework: unknown) => {
    const told = readSchedule(schedule);
    const items = readHomework(homework);
    if (!told || !items) throw new Error('not read');
    return joinHomework(told, items).days.flatMap((one) => one.lessons.map((it) => it.individualHomework));
  };

  it('goes to the lessons of the same day and discipline', () => {
    expect(join(week, answer(item, null, {}))).toEqual([
      [],
      [
        { text: 'Пересдача: https://m.vk.ru/call/join/x', name: '', address: '' },
        { text: '', name: 'План', address: '/media/plan.pdf' },
        { text: 'Не задано', name: '', address: '' },
      ],
    ]);
  });

  it('says nothing twice that the lesson says already', () => {
    const same = { ...item, discipline: 'Алгебра', individualHomeworks: [] };
    expect(
      join(week, answer({ ...same, homework: lesson.homework, theme: lesson.theme, materials: lesson.materials }))[0],
    ).toEqual([]);
    expect(join(week, answer({ ...same, materials: [{ name: null, url: 'https://x.test/' }] }))[0]).toEqual([
      { text: '', name: '', address: 'https://x.test/' },
      { text: 'Не задано', name: '', address: '' },
    ]);
  });

  it('goes in order where a discipline has as many items as lessons, else to each', () => {
    const two = { days: [{ date: '2026-11-23', lessons: [lesson, { ...lesson, index: 2 }] }] };
    const one = (homework: string) => ({ ...item, discipline: 'Алгебра', individualHomeworks: [], homework });
    const texts = (joined: { text: string }[][]) => joined.map((items) => items.map(({ text }) => text));
    expect(texts(join(two, answer(one('a'), one('b'))))).toEqual([['a'], ['b']]);
    expect(texts(join(two, answer(one('a'))))).toEqual([['a'], ['a']]);
    expect(texts(join(two, answer(one('a'), one('b'), one('c'))))[1]).toEqual(['a', 'b', 'c']);
  });

  it.each([[null], [{}], ['x']])('does not read %j', (wrong) => {
    expect(readHomework(wrong)).toBeNull();
  });
});

describe('any JSON', () => {
  const keys = [...Object.keys(parent), ...Object.keys(lesson), 'days', 'weeks', 'lessons', 'homeworks', 'materials'];
  const likely = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.jsonValue(),
      fc.constantFrom('2026-11-23', '08:30', '&#x110000;', '<'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
    ),
  })).value;

  it('never throws', () => {
    fc.assert(
      fc.property(likely, likely, (one, other) => {
        readAccount(one, origin);
        const schedule = readSchedule(one);
        const homework = readHomework(other);
        if (schedule && homework) joinHomework(schedule, homework);
      }),
      { numRuns: 2000 },
    );
  });
});
