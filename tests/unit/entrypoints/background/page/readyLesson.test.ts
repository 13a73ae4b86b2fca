import { expect, it, vi } from 'vitest';
import { readyLesson } from '@/entrypoints/background/page/readyLesson';
import { addressOf, lesson, openedAddressOf } from '@/tests/unit/lib/calls/samples';

vi.mock('@/lib/words', async () => (await import('@/tests/unit/components/russian')).russianTexts);

const zoom = 'https://zoom.us/j/123456789';

it('a choice of links says where each stands', () => {
  const given = lesson('Алгебра', undefined, {
    materials: [{ name: '1 группа', address: addressOf('one') }],
    homework: addressOf('two'),
    individualHomework: [{ text: zoom, name: '', address: '' }],
  });
  expect(readyLesson(given, null).links.map(({ name, isOfVk }) => [name, isOfVk])).toEqual([
    ['1 группа, из материалов урока', true],
    ['Сферум, из домашнего задания', true],
    ['Zoom, из индивидуального задания', false],
  ]);
});

it('the only link of a lesson has a name alone', () => {
  const given = lesson('Алгебра', undefined, { comment: addressOf('one') });
  expect(readyLesson(given, null).links).toEqual([{ address: openedAddressOf('one'), name: 'Сферум', isOfVk: true }]);
});

it('links that would be called the same are told by their number', () => {
  const comment = ['one', 'two'].map((token) => addressOf(token)).join(' или ');
  const given = lesson('Алгебра', undefined, { comment, homework: zoom });
  expect(readyLesson(given, null).links.map(({ name }) => name)).toEqual([
    'Zoom, из домашнего задания',
    'Сферум, из комментария к уроку 2',
    'Сферум, из комментария к уроку 3',
  ]);
});
