import { describe, expect, it } from 'vitest';
import { isCalledByTeacher } from '@/lib/calls/names/teachers';

describe('the teacher and the caller', () => {
  it.each([
    ['Белова Елена Александровна', 'Елена Белова', true],
    ['Белова Е. А.', 'Елена Белова', true],
    ['Белова', 'Елена Белова', true],
    ['Белова Елена Александровна', 'Белова Елена Александровна', true],
    ['Семёнова Алёна Игоревна', 'Алена Семенова', true],
    ['Иванов И. И., Белова Е. А.', 'Елена Белова', true],
    ['Белова Елена Александровна', 'Ольга Белова', false],
    ['Белова Елена Александровна', 'Елена Серова', false],
    ['', 'Елена Белова', null],
    ['Белова Елена Александровна', '', null],
  ])('«%s» and «%s»: %s', (teacher, caller, expected) => {
    expect(isCalledByTeacher(teacher, caller)).toBe(expected);
  });
});
