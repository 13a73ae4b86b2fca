// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { proofOf } from '@/lib/diary/answers/proof';
import { markupOf } from '@/lib/diary/page/markup';
import { readShownView } from '@/lib/diary/page/shownDays';
import { judgeRows } from '@/lib/diary/recognition/rowVerdicts';
import type { Lesson } from '@/lib/diary/types';
import { lesson } from '@/tests/unit/lib/calls/samples';
import { copied } from '@/tests/unit/lib/diary/page/copied';
import { type DrawnLesson, drawDiary } from '@/tests/unit/lib/diary/page/samples';

const markup = markupOf('personalArea');
const today = '2026-11-23';

/** A Monday with three lessons that agree, and one that may not. */
function judge(shown: DrawnLesson, told: Lesson[], weekday = 'Понедельник') {
  const others = ['Алгебра', 'Химия', 'История'].map((discipline, at) => ({
    drawn: { time: `1${at}:20 - 1${at + 1}:00`, discipline },
    told: lesson(discipline, `1${at}:20-1${at + 1}:00`),
  }));
  document.body.innerHTML = drawDiary([
    { weekday, day: '23', month: '11', lessons: [...others.map(({ drawn }) => drawn), shown] },
  ]);
  const { rows } = readShownView(copied(document.body), '', today, markup);
  const lessons = [...others.map((one) => one.told), ...told].map(proofOf);
  return judgeRows(rows, { dates: [today], lessons }, today, markup).map(({ reason, kind }) =>
    kind ? `${reason} ${kind}` : reason,
  );
}

describe('why a row is taken for no lesson', () => {
  const physics = (rest = {}) => lesson('Физика', '14:20-15:00', rest);
  const drawn: DrawnLesson = { time: '14:20 - 15:00', discipline: 'Физика' };
  it.each<[string, DrawnLesson, Lesson[], string | null]>([
    ['it is one', drawn, [physics()], null],
    ['nothing then', drawn, [], 'otherTime'],
    ['another end', { ...drawn, time: '14:20 - 15:05' }, [physics()], 'otherTime'],
    ['another subject', drawn, [lesson('Биология', '14:20-15:00')], 'otherSubject'],
    [
      'another teacher',
      { ...drawn, teacher: 'Орлова Нина' },
      [physics({ teacher: 'Белова Елена' })],
      'otherWords teacher',
    ],
    ['another mark', { ...drawn, mark: '5' }, [physics({ mark: '4' })], 'otherWords mark'],
    ['two groups at one hour', drawn, [physics(), physics({ id: 'second' })], 'unsure'],
  ])('%s', (_name, shown, told, reason) => {
    expect(judge(shown, told)).toEqual([null, null, null, reason]);
  });

  it('its day cannot be told, or is not in the answer: then nothing is', () => {
    expect(judge(drawn, [physics()], 'Сегодня')).toEqual([null, null, null, null]);
    document.body.innerHTML = drawDiary([{ weekday: 'Вторник', day: '24', month: '11', lessons: [drawn] }]);
    const { rows } = readShownView(copied(document.body), '', today, markup);
    const reasonsFor = (told: typeof rows) =>
      judgeRows(told, { dates: [today], lessons: [proofOf(physics())] }, today, markup).map(({ reason }) => reason);
    expect(reasonsFor(rows)).toEqual(['otherDays']);
    expect(reasonsFor(rows.map((row) => ({ ...row, date: null })))).toEqual(['noDay']);
  });

  it('others contradict', () => {
    document.body.innerHTML = drawDiary([
      {
        weekday: 'Понедельник',
        day: '23',
        month: '11',
        lessons: [drawn, { time: '08:00 - 08:40', discipline: 'Труд' }],
      },
    ]);
    const { rows } = readShownView(copied(document.body), '', today, markup);
    const verdicts = judgeRows(rows, { dates: [today], lessons: [proofOf(physics())] }, today, markup);
    expect(verdicts.map(({ reason }) => reason)).toEqual(['outvoted', 'otherTime']);
  });
});
