import { describe, expect, it, vi } from 'vitest';
import { lastMessageWords } from '@/components/chats/lastMessageWords';
import { formatAge, formatCountdown } from '@/components/parts/age';
import { problemWords } from '@/components/parts/problemWords';
import { initialsOf } from '@/components/people/Avatar';
import { accountRole } from '@/components/people/personWords';
import type { LastMessage } from '@/lib/messenger/types';

vi.mock('@/lib/words', async () => (await import('./russian')).russianTexts);

const message: LastMessage = { at: 0, author: 'Елена Белова', own: false, text: '', attachment: null };

describe('what people read', () => {
  it('says of a problem which service it was met at', () => {
    expect(problemWords({ kind: 'offline', service: 'diary' })).toMatch(/^Дневник не отвечает/);
    expect(problemWords({ kind: 'serverError', service: 'vkid' })).toMatch(/^VK ID временно не работает/);
    expect(problemWords({ kind: 'noAccess', service: 'diary' })).toMatch(/школу/);
  });

  it.each([
    [{ ...message, text: 'Привет' }, 'Елена Белова', 'Привет', false],
    [{ ...message, own: true, author: '', attachment: 'voice' }, 'Вы', 'Голосовое сообщение', true],
    [{ ...message, attachment: 'poll' }, 'Елена Белова', 'Опрос', true],
    [{ ...message, attachment: 'service' }, '', 'Изменения в чате', true],
    [{ ...message, attachment: 'photo', text: 'Наш класс' }, 'Елена Белова', 'Наш класс', false],
  ] as const)('tells who wrote last and what: %o', (last, author, text, isAttachment) => {
    expect(lastMessageWords(last)).toEqual({ author, text, isAttachment });
  });

  it.each([
    ['Мария Соколова', 'МС'],
    ['8 Б класс', '8Б'],
    ['«Хор»', 'Х'],
    ['', ''],
    ['…', ''],
  ])('makes initials of «%s»', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it.each([
    [0, 'в эту минуту'],
    [5 * 60_000, '5 минут назад'],
    [3 * 3_600_000, '3 часа назад'],
    [-1000, 'в эту минуту'],
  ])('says how old %i milliseconds are', (age, text) => {
    expect(formatAge(age)).toBe(text);
  });

  it.each([
    [581_000, '9:41'],
    [1, '0:01'],
    [0, '0:00'],
    [-5, '0:00'],
  ])('counts down %i milliseconds', (left, text) => {
    expect(formatCountdown(left)).toBe(text);
  });

  it('falls back to the role where the diary does not describe the person', () => {
    expect(accountRole({ fullName: '', role: 'parent', description: '', school: '' })).toBe('Родитель');
    expect(accountRole({ fullName: '', role: 'pupil', description: 'Ученица 8 Б', school: '' })).toBe('Ученица 8 Б');
    expect(accountRole({ fullName: '', role: 'other', description: '', school: '' })).toBe('');
  });
});
