// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { createLessonButton } from '@/entrypoints/eschool.content/lessons/lessonButton';

vi.mock('@/lib/words', () => import('@/tests/unit/components/russian'));

it('what is said of a call that was opened is not in the colour of a failure', () => {
  const button = createLessonButton('География');
  const status = button.host.shadowRoot?.querySelector('[role=status]');
  button.say('Не получилось открыть.', 'bad');
  expect(status?.getAttribute('part')).toBe('status bad');
  button.say('Войдёте как Пётр', 'calm');
  expect([status?.textContent, status?.getAttribute('part')]).toEqual(['Войдёте как Пётр', 'status calm']);
  button.retire('Обновите страницу.');
  expect(status?.getAttribute('part')).toBe('status bad');
});
