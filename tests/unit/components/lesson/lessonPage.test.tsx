// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { LessonPage } from '@/components/lesson/LessonPage';
import { callRow } from '@/tests/unit/components/calls/row';
import { buttonsOf, draw, press } from '@/tests/unit/components/draw';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const now = Date.UTC(2026, 10, 23, 7);
const view = { name: 'Алгебра', timeZone: 'Asia/Krasnoyarsk', clockOffset: 0 };

it('a lesson’s links are there to copy, as a code and for the calendar, each with its service', async () => {
  const onCalendar = vi.fn();
  const rows = [callRow({ service: 'zoom', id: 'link:1' }), callRow({ service: 'vk', id: 'link:2' })];
  const page = await draw(<LessonPage view={{ ...view, rows }} now={now} onCalendar={onCalendar} />);
  expect(page.querySelector('h1')?.textContent).toBe('Алгебра');
  expect(page.textContent).toContain('Сегодня, 14:00–14:40');
  expect([...page.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(['Zoom', 'Сферум']);
  expect(page.querySelectorAll('[role=img]')).toHaveLength(2);
  await press(page, 'В календарь');
  expect(onCalendar).toHaveBeenCalledWith(rows[0]);
});

it('without a time there is nothing for the calendar, without an address nothing to copy', async () => {
  const rows = [callRow({ start: null, end: null })];
  expect(buttonsOf(await draw(<LessonPage view={{ ...view, rows }} now={now} onCalendar={vi.fn()} />))).toEqual([
    'Скопировать ссылку',
  ]);
  const none = [callRow({ address: null, service: null })];
  expect(buttonsOf(await draw(<LessonPage view={{ ...view, rows: none }} now={now} onCalendar={vi.fn()} />))).toEqual([
    'В календарь',
  ]);
});

it.each([[null], [{ ...view, rows: [] }]])('what is not there any more is said, with what to do', async (gone) => {
  const page = await draw(<LessonPage view={gone} now={now} onCalendar={vi.fn()} />);
  expect(page.textContent).toContain('Этого урока здесь больше нет');
});
