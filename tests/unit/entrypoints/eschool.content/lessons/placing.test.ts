// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPlacing } from '@/entrypoints/eschool.content/lessons/placing';
import type { ReadyLesson } from '@/lib/messages/lessons';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
const geography: ReadyLesson = {
  id: 'geography',
  name: 'География',
  interval: { start: at('10:20'), end: at('11:00') },
  opensAt: '10:10',
  links: [{ address: 'https://vk.com/call/join/x', name: 'Сферум', isOfVk: true }],
  call: null,
};

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<table><tr><td id="one"></td><td id="two"></td></tr></table>';
});

afterEach(() => {
  vi.useRealTimers();
});

function arrange(time: string) {
  let offset = at(time) - Date.now();
  const onMoment = vi.fn();
  const open = vi.fn(async () => undefined);
  const placing = createPlacing({
    now: () => Date.now() + offset,
    open,
    more: () => undefined,
    alsoAwaited: () => [],
    onMoment,
  });
  const cell = (id: string) => document.querySelector(`#${id}`) as Element;
  const says = (id = 'one') => {
    const host = cell(id).querySelector('sferum-lesson');
    const parts = [...(host?.shadowRoot?.querySelectorAll('[part~=join], [part~=live], [part~=before]') ?? [])];
    return host ? parts.map(({ textContent }) => textContent).join(', ') : null;
  };
  return {
    placing,
    cell,
    says,
    onMoment,
    open,
    /** The computer sleeps: its clock goes on, its timers do not. */
    sleepUntil(wake: string) {
      offset = at(wake) - Date.now();
    },
  };
}

it('a computer that slept from 08:00 to 10:25 shows the running lesson within a minute', () => {
  const { placing, cell, says, onMoment, sleepUntil } = arrange('08:00');
  placing.place(new Map([[cell('one'), geography]]));
  expect(says()).toBe('Онлайн, вход с 10:10');
  sleepUntil('10:25');
  vi.advanceTimersByTime(61_000);
  expect(says()).toBe('Подключиться, Урок уже идёт');
  expect(onMoment).toHaveBeenCalled();
});

it('holds one timer at most', () => {
  const { placing, cell } = arrange('08:00');
  for (let round = 0; round < 5; round += 1) placing.place(new Map([[cell('one'), geography]]));
  expect(vi.getTimerCount()).toBe(1);
  placing.place(new Map());
  expect(vi.getTimerCount()).toBe(0);
});

it('a row whose text changes in place loses the button of the lesson before', () => {
  const { placing, cell, says } = arrange('10:30');
  placing.place(new Map([[cell('one'), geography]]));
  expect(says()).toContain('Подключиться');
  placing.place(new Map([[cell('two'), { ...geography, id: 'physics', name: 'Физика' }]]));
  expect([says('one'), says('two') !== null]).toEqual([null, true]);
});

it('nothing depends on time where none is known: the link alone is given', () => {
  const { placing, cell, says } = arrange('03:00');
  placing.place(new Map([[cell('one'), { ...geography, interval: null }]]));
  expect(says()).toBe('Подключиться');
  expect(vi.getTimerCount()).toBe(0);
});
