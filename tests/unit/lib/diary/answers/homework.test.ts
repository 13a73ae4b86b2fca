import { describe, expect, it } from 'vitest';
import { joinHomework, readHomework } from '@/lib/diary/answers/homework';
import { readSchedule } from '@/lib/diary/answers/schedule';

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
    return joinHomework(told, items).days.flatMap((one) =>
      one.lessons.map((it) => it.individualHomework.map(({ text, name, address }) => [text.text, name, address])),
    );
  };

  it('goes to the lessons of the same day and discipline', () => {
    expect(join(week, answer(item, null, {}))).toEqual([
      [],
      [
        ['Пересдача: https://m.vk.ru/call/join/x', '', ''],
        ['', 'План', '/media/plan.pdf'],
        ['Не задано', '', ''],
      ],
    ]);
  });

  it('says nothing twice that the lesson says already', () => {
    const same = { ...item, discipline: 'Алгебра', individualHomeworks: [] };
    expect(
      join(week, answer({ ...same, homework: lesson.homework, theme: lesson.theme, materials: lesson.materials }))[0],
    ).toEqual([]);
    expect(join(week, answer({ ...same, materials: [{ name: null, url: 'https://x.test/' }] }))[0]).toEqual([
      ['', '', 'https://x.test/'],
      ['Не задано', '', ''],
    ]);
  });

  it('goes in order where a discipline has as many items as lessons, else to each', () => {
    const two = { days: [{ date: '2026-11-23', lessons: [lesson, { ...lesson, index: 2 }] }] };
    const one = (homework: string) => ({ ...item, discipline: 'Алгебра', individualHomeworks: [], homework });
    const texts = (joined: string[][][]) => joined.map((items) => items.map(([text]) => text));
    expect(texts(join(two, answer(one('a'), one('b'))))).toEqual([['a'], ['b']]);
    expect(texts(join(two, answer(one('a'))))).toEqual([['a'], ['a']]);
    expect(texts(join(two, answer(one('a'), one('b'), one('c'))))[1]).toEqual(['a', 'b', 'c']);
  });

  describe('of two groups at one hour', () => {
    const ofGroup = (teacher: string | null) => ({ ...lesson, discipline: 'Английский язык', teacher });
    const told = (teacher: string | null, homework: string) => ({
      ...item,
      discipline: 'Английский язык',
      individualHomeworks: [],
      teacher,
      homework,
    });
    const groups = (...teachers: (string | null)[]) => ({
      days: [{ date: '2026-11-23', lessons: teachers.map(ofGroup) }],
    });
    const texts = (...all: Parameters<typeof join>) => join(...all).map((items) => items.map(([text]) => text));
    const [belova, chernova] = ['Белова Елена Александровна', 'Чернова Ольга Петровна'];

    it.each([
      [
        'in another order',
        groups(belova, chernova),
        [told(chernova, 'of Чернова'), told('БЕЛОВА ЕЛЕНА АЛЕКСАНДРОВНА', 'of Белова')],
      ],
      ['one of them alone', groups(belova, chernova), [told(belova, 'of Белова'), told(null, 'of Чернова')]],
    ])('goes to the lesson of its teacher: %s', (_, week, items) => {
      expect(texts(week, answer(...items))).toEqual([['of Белова'], ['of Чернова']]);
    });

    it('of another teacher’s group is none of a lesson that has its own', () => {
      const items = [told(chernova, 'of Чернова'), told(belova, 'of Белова')];
      expect(texts(groups(belova), answer(...items))).toEqual([['of Белова']]);
    });

    it('of whoever stood in for the teacher goes to the lesson all the same', () => {
      expect(texts(groups(belova), answer(told(chernova, 'of Чернова')))).toEqual([['of Чернова']]);
    });

    it('goes in order to two lessons of one teacher', () => {
      const items = [told(chernova, 'c'), told(belova, 'a'), told(belova, 'b')];
      expect(texts(groups(belova, belova, chernova), answer(...items))).toEqual([['a'], ['b'], ['c']]);
    });
  });

  it.each([[null], [{}], ['x']])('does not read %j', (wrong) => {
    expect(readHomework(wrong)).toBeNull();
  });
});
