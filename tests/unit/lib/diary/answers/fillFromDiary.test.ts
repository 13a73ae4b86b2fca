import { describe, expect, it } from 'vitest';
import { fillFromDiary, readSchedule } from '@/lib/diary/answers/schedule';

interface Told {
  index?: number | null;
  teacher?: string | null;
  homework?: string;
}

const [belova, chernova] = ['Белова Елена Александровна', 'Чернова Ольга Петровна'];

/** Lessons of one subject at one hour, as an answer tells them. */
function answerOf(...lessons: Told[]) {
  const subject = { discipline: 'Английский язык', time_begin: '08:24', time_end: '09:04' };
  const read = readSchedule({
    days: [{ date: '2026-11-23', lessons: lessons.map((one) => ({ ...subject, ...one })) }],
  });
  if (!read) throw new Error('not read');
  return read;
}

function homeworkOf(schedule: Told[], diary: Told[]): string[] {
  const { days } = fillFromDiary(answerOf(...schedule), answerOf(...diary));
  return days.flatMap(({ lessons }) => lessons.map(({ homework }) => homework.text));
}

describe('a lesson of «Расписание» is filled from «Дневник»', () => {
  it.each([
    ['the only one', [{ index: 2, teacher: belova }], [{ index: 2, teacher: belova, homework: 'a' }], ['a']],
    [
      'the only one, of a substitute',
      [{ index: 2, teacher: belova }],
      [{ index: 3, teacher: chernova, homework: 'a' }],
      ['a'],
    ],
    [
      'groups of two teachers with one number',
      [
        { index: 2, teacher: belova },
        { index: 2, teacher: chernova },
      ],
      [
        { index: 2, teacher: chernova, homework: 'c' },
        { index: 2, teacher: belova, homework: 'b' },
      ],
      ['b', 'c'],
    ],
    [
      'groups with two numbers and no teacher',
      [{ index: 2 }, { index: 3 }],
      [
        { index: 3, homework: 'c' },
        { index: 2, homework: 'b' },
      ],
      ['b', 'c'],
    ],
    [
      'the pupil’s own group alone',
      [
        { index: 2, teacher: belova },
        { index: 2, teacher: chernova },
      ],
      [{ index: 2, teacher: belova, homework: 'b' }],
      ['b', ''],
    ],
  ])('%s', (_, schedule, diary, expected) => {
    expect(homeworkOf(schedule, diary)).toEqual(expected);
  });

  it.each([
    [
      'nothing tells the groups apart',
      [{ index: 2 }, { index: 2 }],
      [
        { index: 2, homework: 'b' },
        { index: 2, homework: 'c' },
      ],
    ],
    ['one of the two is told, nobody knows which', [{ index: 2 }, { index: 2 }], [{ index: 2, homework: 'b' }]],
    [
      'one of the two is told, without its teacher',
      [
        { index: 2, teacher: belova },
        { index: 2, teacher: chernova },
      ],
      [{ index: 2, homework: 'b' }],
    ],
  ])('not where %s', (_, schedule, diary) => {
    expect(homeworkOf(schedule, diary)).toEqual(['', '']);
  });
});
