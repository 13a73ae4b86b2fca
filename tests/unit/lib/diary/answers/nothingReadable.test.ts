import { expect, it } from 'vitest';
import { readDays } from '@/lib/diary/answers/reading';
import { sent } from '@/tests/unit/lib/diary/sent';

const good = { days: [{ date: '2026-11-23', lessons: [{ discipline: 'Алгебра', time_begin: '08:30' }] }] };
const lessonsOf = (read: ReturnType<typeof readDays>) =>
  read.ok ? read.value.days.flatMap(({ lessons }) => lessons.map(({ discipline }) => discipline)) : read.problem.kind;

it.each<[string, unknown, unknown]>([
  ['days of other types', { days: [{ date: 7, lessons: [{ discipline: 7 }] }] }, 'unreadable'],
  ['objects for lists, too', [{ 0: ['2026-11-23', { 0: ['Алгебра'] }] }], 'unreadable'],
  ['lists for objects', [[['2026-11-23', [['Алгебра']]]]], 'unreadable'],
  ['one lesson of two', { days: [{ date: '2026-11-23', lessons: [null, good.days[0]?.lessons[0]] }] }, ['Алгебра']],
  ['a week without lessons', { days: [{ date: '2026-11-23', lessons: null }] }, []],
  ['no days', { days: [] }, []],
])('%s', (_, answer, outcome) => {
  expect(lessonsOf(readDays({ diary: sent(answer) }))).toEqual(outcome);
});

it('«Расписание» that was not understood is read from the diary’s own answer', () => {
  const schedule = sent({ days: [{ date: 7, lessons: [{ discipline: 7 }] }] });
  expect(lessonsOf(readDays({ schedule, diary: sent(good) }))).toEqual(['Алгебра']);
});
