import { describe, expect, it } from 'vitest';
import { linked, names, rows } from './rows';
import { addressOf, at, lesson, liveCall, scheduledCall } from './samples';

describe('the table of videoconferences', () => {
  it('has live calls first, then today, then day by day', () => {
    const found = rows(
      [
        linked('История', '12:00-12:40', 'history'),
        linked('Химия', '08:30-09:10', 'chemistry', { date: '2026-11-24' }),
      ],
      {
        scheduled: [
          scheduledCall('Собрание', '18:00'),
          scheduledCall('Завтра в семь', '2026-11-24T07:00+07:00'),
          scheduledCall('Идёт по времени', '08:50'),
        ],
        live: [liveCall('8 Б')],
      },
    );
    expect(names(found)).toEqual(['8 Б', 'Идёт по времени', 'История', 'Собрание', 'Завтра в семь', 'Химия']);
    expect(found.map(({ state }) => state.kind)).toEqual(['open', 'open', 'before', 'before', 'before', 'before']);
    expect(found.map(({ day }) => day)).toEqual([
      null,
      '2026-11-23',
      '2026-11-23',
      '2026-11-23',
      '2026-11-24',
      '2026-11-24',
    ]);
  });

  it('calls what matches a lesson an online lesson, else a call', () => {
    const found = rows([lesson('География', '10:20-11:00'), linked('История', '12:00-12:40', 'history')], {
      scheduled: [scheduledCall('География 8 Б'), scheduledCall('География 9 А', '10:25')],
    });
    expect(found.map(({ name, type }) => [name, type])).toEqual([
      ['География 8 Б', 'lesson'],
      ['География 9 А', 'call'],
      ['История', 'lesson'],
    ]);
  });

  it('has what is over of this week at its end, the latest first', () => {
    const found = rows(
      [
        linked('История', '08:00-08:40', 'history', { date: '2026-11-25' }),
        linked('Химия', '09:00-09:40', 'chemistry', { date: '2026-11-24' }),
        linked('Физика', '11:00-11:40', 'physics', { date: '2026-11-25' }),
      ],
      { now: '2026-11-25T10:00+07:00', scheduled: [scheduledCall('Собрание', '2026-11-23T10:00+07:00')] },
    );
    expect(names(found)).toEqual(['Физика', 'История', 'Химия', 'Собрание']);
    expect(found.map(({ state }) => state.kind)).toEqual(['before', 'over', 'over', 'over']);
  });

  it('leaves out what was over before this week, and shows the next time of what repeats', () => {
    const found = rows([], {
      scheduled: [
        scheduledCall('Вчера', '2026-11-22T10:00+07:00'),
        scheduledCall('Каждую неделю', '2026-09-07T08:00+07:00', { recurrence: 'weekly' }),
        scheduledCall('До ноября', '2026-09-07T08:00+07:00', {
          recurrence: 'weekly',
          until: at('2026-11-01T00:00+07:00'),
        }),
      ],
    });
    expect(found).toMatchObject([
      { name: 'Каждую неделю', recurrence: 'weekly', start: at('2026-11-30T08:00+07:00'), day: '2026-11-30' },
    ]);
  });

  it('has a lesson with several links once for each call, with the names of the materials', () => {
    const found = rows(
      [
        lesson('Английский язык', '10:20-11:00', {
          homework: addressOf('one'),
          materials: [
            { name: '1 группа', address: addressOf('one') },
            { name: '2 группа', address: addressOf('two') },
          ],
        }),
      ],
      {},
    );
    expect(names(found)).toEqual(['Английский язык — 1 группа', 'Английский язык — 2 группа']);
  });

  it('has a teacher’s one room once for each lesson, live for the one that is on', () => {
    const found = rows([linked('Алгебра', '08:30-09:10', 'room'), linked('Геометрия', '12:00-12:40', 'room')], {
      live: [liveCall('8 Б', { address: addressOf('room'), participants: 7 })],
    });
    expect(found.map(({ name, participants }) => [name, participants])).toEqual([
      ['Алгебра', 7],
      ['Геометрия', null],
    ]);
  });

  it('shows a room that is live at another time as a call of its own', () => {
    const found = rows([linked('Геометрия', '12:00-12:40', 'room')], {
      live: [liveCall('8 А', { address: addressOf('room') })],
    });
    expect(found.map(({ name, state }) => [name, state.kind])).toEqual([
      ['8 А', 'open'],
      ['Геометрия', 'before'],
    ]);
  });

  it('has a scheduled call whose address is a lesson’s own link once', () => {
    const given = linked('География', '10:20-11:00', 'geography');
    const call = scheduledCall('География 8 Б', '10:15', { address: addressOf('geography'), caller: 'Елена Белова' });
    expect(rows([given], { scheduled: [call] })).toMatchObject([
      {
        name: 'География 8 Б',
        type: 'lesson',
        start: at('10:15'),
        end: at('11:00'),
        caller: 'Елена Белова',
        source: { kind: 'call', id: call.id },
      },
    ]);
  });

  it('has a live call that is scheduled once, by its id or its address', () => {
    const address = addressOf('same');
    const one = scheduledCall('Собрание', '08:50');
    const two = scheduledCall('Кружок', '08:55', { address });
    const live = [
      liveCall('8 Б', { id: one.id, participants: 5 }),
      liveCall('Кружок', { address: address.replace('vk.com', 'm.vk.ru') }),
    ];
    expect(
      rows([], { scheduled: [one, two], live }).map((row) => [row.name, row.participants, row.chat?.title]),
    ).toEqual([
      ['Собрание', 5, '8 Б'],
      ['Кружок', 12, 'Кружок'],
    ]);
  });

  it('keeps a call that is live past its end, at its time', () => {
    const call = scheduledCall('Собрание', '07:00', { live: true });
    expect(rows([], { scheduled: [call] })).toMatchObject([
      { start: at('07:00'), state: { kind: 'open', live: true } },
    ]);
    const weekly = scheduledCall('Собрание', '2026-11-16T08:15+07:00', { live: true, recurrence: 'weekly' });
    expect(rows([], { scheduled: [weekly] })).toMatchObject([
      { start: at('08:15'), state: { kind: 'open', live: true } },
    ]);
  });

  it('lists a call without an address, with nothing to open', () => {
    expect(rows([], { scheduled: [scheduledCall('Собрание', '18:00', { address: null })] })).toMatchObject([
      { name: 'Собрание', service: null },
    ]);
  });

  it('gives the link of a lesson alone while the school’s zone is only assumed', () => {
    const lessons = [
      linked('История', '08:00-08:40', 'history'),
      linked('Химия', '-', 'chemistry', { date: '2026-11-24' }),
      linked('Физика', '08:00-08:40', 'physics', { date: '2026-11-20' }),
    ];
    const found = rows(lessons, { scheduled: [scheduledCall('Собрание', '18:00')], isZoneAssumed: true });
    expect(found.map(({ name, state, start }) => [name, state.kind, start])).toEqual([
      ['Собрание', 'before', at('18:00')],
      ['История', 'timeless', null],
      ['Химия', 'timeless', null],
    ]);
    expect(names(rows([lesson('Химия', '-', { homework: addressOf('x') })], {}))).toEqual(['Химия']);
  });

  it('takes no lesson for live, and none for over, by a time of an assumed zone', () => {
    const lessons = [linked('Алгебра', '08:30-09:10', 'room'), linked('Геометрия', '08:50-09:30', 'geometry')];
    const found = rows(lessons, { isZoneAssumed: true, live: [liveCall('8 Б', { address: addressOf('geometry') })] });
    expect(found.map(({ name, state }) => [name, state.kind])).toEqual([
      ['Геометрия', 'open'],
      ['Алгебра', 'timeless'],
    ]);
    // One room of several lessons: which of them is on cannot be told.
    const room = [linked('Алгебра', '08:30-09:10', 'room'), linked('Геометрия', '12:00-12:40', 'room')];
    expect(
      rows(room, { isZoneAssumed: true, live: [liveCall('8 Б', { address: addressOf('room') })] }).map(
        ({ name, state }) => [name, state.kind],
      ),
    ).toEqual([
      ['8 Б', 'open'],
      ['Алгебра', 'timeless'],
      ['Геометрия', 'timeless'],
    ]);
  });

  it('of a repeating call tells no time but the first in a zone that is only assumed', () => {
    const scheduled = [
      scheduledCall('Будет', '2026-11-24T07:00+07:00', { recurrence: 'weekly' }),
      scheduledCall('По будням', '2026-11-16T06:00+12:00', { recurrence: 'weekdays' }),
      scheduledCall('Кончилось', '2026-11-16T07:00+07:00', {
        recurrence: 'daily',
        until: at('2026-11-17T07:00+07:00'),
      }),
    ];
    const found = (isZoneAssumed: boolean) =>
      rows([], { scheduled, isZoneAssumed }).map(({ name, state }) => [name, state.kind]);
    expect(found(true)).toEqual([
      ['Будет', 'before'],
      ['По будням', 'timeless'],
    ]);
    expect(found(false)).toEqual([
      ['По будням', 'before'],
      ['Будет', 'before'],
    ]);
  });

  it('matches no call to a lesson by a time of an assumed zone', () => {
    const scheduled = [scheduledCall('География 8 Б')];
    const types = (isZoneAssumed: boolean) =>
      rows([lesson('География', '10:20-11:00')], { scheduled, isZoneAssumed }).map(({ type }) => type);
    expect(types(false)).toEqual(['lesson']);
    expect(types(true)).toEqual(['call']);
  });

  it('has keys of its own for every row', () => {
    const found = rows([linked('Алгебра', '08:30-09:10', 'room'), linked('Геометрия', '12:00-12:40', 'room')], {
      scheduled: [scheduledCall('Собрание', '18:00'), scheduledCall('Собрание', '19:00')],
      live: [liveCall('8 Б'), liveCall('8 Б')],
    });
    expect(new Set(found.map(({ key }) => key)).size).toBe(6);
  });
});
