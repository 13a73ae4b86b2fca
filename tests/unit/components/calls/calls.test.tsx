// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CallTable } from '@/components/calls/CallTable';
import { dayHeading, groupCalls } from '@/components/calls/groups';
import type { CallRow } from '@/lib/messages/calls';

import { callRow as row } from './row';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const zone = 'Asia/Krasnoyarsk';
const minute = 60_000;
/** Monday, 23 November 2026, 14:00 in Krasnoyarsk. */
const now = Date.UTC(2026, 10, 23, 7);

function show(rows: CallRow[], computerZone = zone, onOpen: (row: CallRow, background: boolean) => void = () => {}) {
  render(
    <CallTable
      rows={rows}
      label="Видеоконференции"
      now={now}
      timeZone={zone}
      computerZone={computerZone}
      onOpen={onOpen}
      onChat={() => {}}
      onCalendar={() => {}}
    />,
    document.body,
  );
  return (column: string) => document.querySelector(`td.${column}`)?.textContent ?? '';
}

afterEach(() => render(null, document.body));

describe('groups', () => {
  it('stand in the order of the day, with what is on first', () => {
    const rows = [
      row({ id: 'later', start: now + 60 * minute, end: now + 90 * minute }),
      row({ id: 'on' }),
      row({ id: 'tomorrow', start: now + 1440 * minute, end: now + 1500 * minute }),
      row({ id: 'live', live: true, start: null, end: null }),
      row({ id: 'some day', start: null, end: null }),
    ];
    expect(
      groupCalls(rows, now, zone).map(({ heading, rows: held }) => [heading, ...held.map(({ id }) => id)]),
    ).toEqual([
      ['Сейчас', 'on', 'live'],
      ['Сегодня', 'later'],
      ['Завтра', 'tomorrow'],
      ['Время не указано', 'some day'],
    ]);
  });

  it.each([
    [now, 'Сегодня'],
    [now + 1440 * minute, 'Завтра'],
    [now + 3 * 1440 * minute, '26 ноября, четверг'],
    [now + 45 * 1440 * minute, '7 января 2027 г., четверг'],
  ])('are named by the day in the diary’s zone', (instant, heading) => {
    expect(dayHeading(instant, now, zone)).toBe(heading);
  });
});

describe('the name', () => {
  it('says which service and, where the lesson is there twice, where the link stands', () => {
    expect(show([row({ service: 'zoom', origin: 'homework' })])('columnName')).toBe('АлгебраZoomиз домашнего задания');
    expect(show([row({ origin: 'calls' })])('columnName')).toBe('Алгебраиз видеоконференций Сферума');
    expect(show([row({})])('columnName')).toBe('Алгебра');
  });

  it('of a call with no address that may be opened names no service', () => {
    expect(show([row({ service: null, address: null })])('columnName')).toBe('Алгебра');
  });
});

describe('the link', () => {
  it.each([
    ['outlined from ten minutes before, with how long it is', { start: now + 8 * minute }, 'ПерейтиЧерез 8 минут'],
    ['solid once it has begun', { start: now - minute }, 'Перейти'],
    ['open while live, past the end', { live: true, start: now - 90 * minute, end: now - 50 * minute }, 'Перейти'],
    ['given alone without a time', { start: null, end: null }, 'Перейти'],
    ['counted down before it opens', { start: now + 15 * minute }, 'Войти можно через 5:00'],
    ['announced', { start: now + 60 * minute, end: now + 100 * minute }, 'Войти можно с 14:50'],
    [
      'announced for another day',
      { start: now + 1500 * minute, end: now + 1540 * minute },
      'Войти можно завтра с 14:50',
    ],
    ['gone afterwards', { start: now - 90 * minute, end: now - 50 * minute }, 'Закончилась'],
    ['in the chat alone', { address: null, live: true }, 'Войти можно из чата'],
    ['a way to the chat', { address: null, live: true, chat: { peerId: 1, title: '8 Б' } }, 'Войти из чата'],
  ])('is %s', (_, changes, text) => {
    expect(show([row(changes)])('columnLink')).toBe(text);
  });

  it('opens in front with a click and behind with the middle button', () => {
    const onOpen = vi.fn();
    const call = row({ live: true });
    show([call], zone, onOpen);
    const button = document.querySelector('td button');
    button?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    button?.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, button: 1 }));
    expect(onOpen.mock.calls).toEqual([
      [call, false],
      [call, true],
    ]);
  });
});

describe('times', () => {
  it('are the diary’s', () => {
    expect(show([row({})])('columnStart')).toBe('14:00');
  });

  it('have the computer’s beside them where it shows another', () => {
    expect(show([row({})], 'Europe/Moscow')('columnStart')).toBe('14:00у вас 10:00');
    expect(show([row({})], 'Pacific/Honolulu')('columnStart')).toBe('14:00у вас 22 нояб., 21:00');
  });
});
