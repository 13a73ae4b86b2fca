import { describe, expect, it } from 'vitest';
import type { MatchInput } from '@/lib/calls/matching/matching';
import type { Lesson } from '@/lib/diary/types';
import type { ScheduledCall } from '@/lib/messenger/types';
import { at, lesson, liveCall, scheduledCall } from '../samples';
import { chat, match, week } from './match';

const teacher = 'Белова Елена Александровна';

/** One lesson at 10:20–11:00 and one scheduled call: taken, or the rule that forbids it; nothing when they do not meet. */
function verdict(given: Lesson, call: ScheduledCall, rest: Partial<MatchInput> = {}): string {
  const { byLesson, reasons } = match([given], { scheduled: [call], ...rest });
  if (byLesson[given.id]) return 'taken';
  return reasons[0]?.rule ?? 'another subject';
}

describe('a scheduled call and a lesson', () => {
  it.each<[string, string, string, Partial<ScheduledCall> & { from?: string }, string]>([
    // What is taken
    ['the same name', 'География', 'География', {}, 'taken'],
    ['class behind', 'География', 'География 8 Б', {}, 'taken'],
    ['class before', 'География', '8Б география', {}, 'taken'],
    ['abbreviation', 'Алгебра', 'Алг. 8-б', {}, 'taken'],
    ['abbreviation of a language', 'Английский язык', 'англ. яз. 8Б', {}, 'taken'],
    ['abbreviation with the language in brackets', 'Иностранный язык (английский)', 'Ин.яз (англ)', {}, 'taken'],
    ['physical education', 'Физическая культура', 'физ-ра', {}, 'taken'],
    ['safety, new and old', 'Основы безопасности и защиты Родины', 'ОБЗР 8 Б', {}, 'taken'],
    ['safety, old in the call', 'ОБЗР', 'ОБЖ', {}, 'taken'],
    ['art', 'Изобразительное искусство', 'ИЗО 8 Б', {}, 'taken'],
    ['probability', 'Вероятность и статистика', 'ВиС', {}, 'taken'],
    ['a subject that is not in the table', 'Робототехника', 'Урок робототехники 8 Б', {}, 'taken'],
    ['the number of the lesson', 'География', '3 урок География', {}, 'taken'],
    ['the whole grade', 'География', 'География, 8 классы', {}, 'taken'],
    ['several classes', 'География', 'География 8 А и Б', {}, 'taken'],
    ['the chat names the subject', 'География', 'Урок', { chat: chat('География 8 Б') }, 'taken'],
    ['in the parents’ chat', 'География', 'География 8 Б', { chat: chat('8 Б — родители') }, 'taken'],
    ['begins earlier', 'География', 'География', { from: '10:00' }, 'taken'],
    ['begins later', 'География', 'География', { from: '10:55' }, 'taken'],
    ['weekly since September', 'География', 'География', { from: '2026-09-07T10:20+07:00', ...week }, 'taken'],
    ['the caller is not the teacher: a deputy', 'География', 'География', { caller: 'Ольга Серова' }, 'taken'],
    // The time
    ['ends as it begins', 'География', 'География', { from: '09:40' }, 'is held during the lesson'],
    ['begins as it ends', 'География', 'География', { from: '11:00' }, 'is held during the lesson'],
    ['on another day', 'География', 'География', { from: '2026-11-24T10:20+07:00' }, 'is held during the lesson'],
    [
      'weekly from the next week',
      'География',
      'География',
      { from: '2026-11-30T10:20+07:00', ...week },
      'is held during the lesson',
    ],
    [
      'at that time of another zone',
      'География',
      'География',
      { from: '2026-11-23T10:20+03:00' },
      'is held during the lesson',
    ],
    // The subject
    ['another subject', 'География', 'Геометрия', {}, 'another subject'],
    ['no subject', 'География', 'Классное собрание', {}, 'another subject'],
    ['a name that may be two subjects', 'Физика', 'Физ.', {}, 'another subject'],
    ['native language for Russian', 'Русский язык', 'Родной язык (русский)', {}, 'another subject'],
    ['its own name against the chat’s', 'География', 'Физика', { chat: chat('География 8 Б') }, 'another subject'],
    ['two subjects', 'Алгебра', 'Физика вместо алгебры', {}, 'names no other subject'],
    ['a broader subject', 'Алгебра', 'Математика', {}, 'broader name needs the teacher'],
    ['a broader subject, its teacher calls', 'Алгебра', 'Математика', { caller: 'Елена Белова' }, 'taken'],
    [
      'a broader subject, another calls',
      'Алгебра',
      'Математика',
      { caller: 'Ольга Серова' },
      'broader name needs the teacher',
    ],
    ['a narrower subject, its teacher calls', 'Иностранный язык', 'Немецкий язык', { caller: 'Елена Белова' }, 'taken'],
    // The occasion
    ['a parents’ meeting', 'Алгебра', 'Алгебра: родительское собрание', {}, 'is a lesson'],
    ['a consultation', 'Алгебра', 'Консультация по алгебре', {}, 'is a lesson'],
    ['a lesson that is off', 'Алгебра', 'Алгебра отменена', {}, 'is a lesson'],
    ['extra, as the diary has it', 'Факультатив по алгебре', 'Алгебра, факультатив', {}, 'taken'],
    // Class and group
    ['another class', 'География', 'География 9 А', {}, 'is for this class'],
    ['the parallel class', 'География', 'География 8А', {}, 'is for this class'],
    ['another grade', 'География', 'География 7 классы', {}, 'is for this class'],
    ['another class by its chat', 'География', 'География', { chat: chat('9 А') }, 'is for this class'],
    ['a number that may be a grade', 'География', 'География 9', {}, 'is for this class'],
    ['another group', 'Английский язык (1 группа)', 'Англ. яз. 2 группа', {}, 'is for this group'],
    ['the group', 'Английский язык (1 группа)', 'Англ. яз. 8 Б, гр. 1', {}, 'taken'],
    ['a group, the caller not known', 'Английский язык', 'Англ. яз. 8 Б 1 группа', {}, 'taken'],
    ['a group, its teacher calls', 'Английский язык', 'Англ. яз. 1 гр', { caller: 'Елена Белова' }, 'taken'],
    ['a group, another calls', 'Английский язык', 'Англ. яз. 1 гр', { caller: 'Ольга Серова' }, 'is for this group'],
    // The address
    ['no address', 'География', 'География', { address: null }, 'can be opened'],
    [
      'a look-alike',
      'География',
      'География',
      { address: 'https://vk.com.example/call/join/AAAAAAAAAAAAAAAAAAAA' },
      'can be opened',
    ],
  ])('%s: «%s», call «%s»', (_, discipline, name, { from = '10:20', ...rest }, expected) => {
    expect(verdict(lesson(discipline, undefined, { teacher }), scheduledCall(name, from, rest))).toBe(expected);
  });

  it.each([
    ['6 А', 'География 6 Л', 'is for this class'],
    ['6 А', 'География 6 ИТ', 'is for this class'],
    ['6 А', 'География 6B', 'is for this class'],
    ['6 А', 'География 6-2', 'is for this class'],
    ['6-2', 'География 6-2', 'taken'],
    ['1 А', 'География 1 «Ю»', 'is for this class'],
    ['10 ФМ', 'География 10 СЭ', 'is for this class'],
    ['10 ФМ', 'География 10 ФМ', 'taken'],
    ['8А2', 'География 8А1', 'is for this class'],
    ['8А2', 'География, 8 классы', 'taken'],
    ['', 'География 9 А', 'taken'],
    ['ИС-21', 'География', 'taken'],
    ['ИС-21', 'География 9 А', 'is for this class'],
    ['8', 'География 8 Б', 'taken'],
    ['10 А', 'География 10А', 'taken'],
  ])('of a pupil of class «%s», call «%s»: %s', (pupilClass, name, expected) => {
    expect(verdict(lesson('География'), scheduledCall(name), { pupilClass })).toBe(expected);
  });

  it.each<[string, number, string, Partial<ScheduledCall>, string, string]>([
    ['one child, nothing tells', 1, 'География', {}, '8 Б', 'taken'],
    ['a pupil’s own account, nothing tells', 0, 'География', {}, '8 Б', 'taken'],
    ['two children, nothing tells', 2, 'География', {}, '8 Б', 'is for this child'],
    ['two children, another calls', 2, 'География', { caller: 'Ольга Серова' }, '8 Б', 'is for this child'],
    ['two children, its teacher calls', 2, 'География', { caller: 'Елена Белова' }, '8 Б', 'taken'],
    ['two children, the class tells', 2, 'География 8 Б', {}, '8 Б', 'taken'],
    ['two children, the grade tells', 2, 'География, 8 классы', {}, '8 Б', 'taken'],
    ['two children, the chat tells', 3, 'География', { chat: chat('8 Б') }, '8 Б', 'taken'],
    ['two children, the class is another’s', 2, 'География 5 А', {}, '8 Б', 'is for this class'],
    ['two children, the class is not known', 2, 'География 8 Б', {}, '', 'is for this child'],
  ])('of an account with %s', (_, childCount, name, call, pupilClass, expected) => {
    const given = lesson('География', undefined, { teacher });
    expect(verdict(given, scheduledCall(name, '10:20', call), { childCount, pupilClass })).toBe(expected);
  });

  it('of two children with the same subject at the same hour: a live call that names neither class nor teacher is nobody’s', () => {
    const given = lesson('Русский язык');
    const live = [liveCall('Русский язык')];
    expect(match([given], { live, childCount: 2 }).byLesson).toEqual({});
    expect(match([given], { live, childCount: 1 }).byLesson).not.toEqual({});
    expect(match([given], { live: [liveCall('Русский язык 8 Б')], childCount: 2 }).byLesson).not.toEqual({});
  });

  it('are not matched by time while the school’s zone is only assumed', () => {
    const given = lesson('География');
    const input = {
      scheduled: [scheduledCall('География 8 Б')],
      live: [liveCall('География 8 Б')],
      isZoneAssumed: true,
    };
    expect(match([given], input)).toEqual({ byLesson: {}, reasons: [] });
  });

  it('meet over midnight and not without times', () => {
    const late = scheduledCall('Астрономия', '2026-11-24T00:05+07:00');
    expect(verdict(lesson('Астрономия', '23:40-00:20'), late)).toBe('taken');
    expect(verdict(lesson('География', '-'), scheduledCall('География'))).toBe('another subject');
  });

  it('gives the time of the call and whether it is live now', () => {
    const given = lesson('География');
    const call = scheduledCall('География', '2026-09-07T10:15+07:00', { ...week, live: true });
    const times = { start: at('10:15'), end: at('10:55') };
    const taken = { callId: call.id, kind: 'scheduled', ...times };
    expect(match([given], { scheduled: [call] }).byLesson).toEqual({ [given.id]: { ...taken, live: true } });
    const nextWeek = lesson('География', undefined, { date: '2026-11-30' });
    expect(match([nextWeek], { scheduled: [call] }).byLesson[nextWeek.id]).toMatchObject({
      callId: call.id,
      live: false,
    });
    const known = liveCall('8 Б', { id: call.id });
    const planned = { ...call, live: false };
    expect(match([given], { scheduled: [planned], live: [known] }).byLesson[given.id]).toMatchObject({
      kind: 'scheduled',
      live: true,
    });
  });
});
