// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { createLessonButton } from '@/entrypoints/eschool.content/lessons/lessonButton';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

it('what is said of a call that was opened is not in the colour of a failure', () => {
  const button = createLessonButton('География', () => undefined);
  const status = button.host.shadowRoot?.querySelector('[role=status]');
  button.say('Не получилось открыть.', 'bad');
  expect(status?.getAttribute('part')).toBe('status bad');
  button.say('Войдёте как Пётр', 'calm');
  expect([status?.textContent, status?.getAttribute('part')]).toEqual(['Войдёте как Пётр', 'status calm']);
  button.retire('Обновите страницу.');
  expect(status?.getAttribute('part')).toBe('status bad');
});

it('«⋯» stands at it as long as it is not over', () => {
  const button = createLessonButton('География', () => undefined);
  const more = () => button.host.shadowRoot?.querySelector('[aria-label="Ещё действия"]')?.isConnected ?? false;
  document.body.append(button.host);
  button.show({ kind: 'before', startsAt: 2, opensAt: 1 }, [], 'Онлайн, вход с 10:10');
  expect(more()).toBe(true);
  button.show({ kind: 'open', live: true }, [{ name: '', open: async () => undefined }], '');
  expect(more()).toBe(true);
  button.show({ kind: 'over' }, [], '');
  expect(more()).toBe(false);
});
