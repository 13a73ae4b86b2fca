import { describe, expect, it } from 'vitest';
import { linked, rows } from './rows';
import { addressOf, lesson, scheduledCall } from './samples';

describe('a lesson that is in the table more than once', () => {
  it('says where each of its links stands; another says nothing', () => {
    const found = rows(
      [
        lesson('Алгебра', '10:20-11:00', { homework: addressOf('one'), comment: 'https://zoom.us/j/123456789' }),
        linked('История', '12:00-12:40', 'history'),
      ],
      {},
    );
    expect(found.map(({ name, service, origin }) => [name, service, origin])).toEqual([
      ['Алгебра', 'vk', 'homework'],
      ['Алгебра', 'zoom', 'comment'],
      ['История', 'vk', null],
    ]);
  });

  it('says so of a lesson with a link of its own and a call that VK has for it', () => {
    const given = lesson('География', '10:20-11:00', { theme: 'https://telemost.yandex.ru/j/03400912122761' });
    const found = rows([given], { scheduled: [scheduledCall('География 8 Б')] });
    expect(found.map(({ service, origin }) => [service, origin])).toEqual([
      ['telemost', 'theme'],
      ['vk', 'calls'],
    ]);
  });

  it('has a lesson that the diary lists for two groups, with one link, once', () => {
    const one = linked('Труд', '10:20-11:00', 'труд', { id: 'boys' });
    const two = linked('Труд', '10:20-11:00', 'труд', { id: 'girls' });
    expect(rows([one, two], {}).map(({ name, origin }) => [name, origin])).toEqual([['Труд', null]]);
  });

  it('tells two groups with a call each apart by their teachers', () => {
    const groups = ['Белова Елена Александровна', 'Чернова Ольга Петровна'].map((teacher) =>
      linked('Английский язык', '10:20-11:00', teacher, { id: teacher, teacher }),
    );
    const other = linked('История', '12:00-12:40', 'history', { teacher: 'Лыков Иван Петрович' });
    expect(rows([...groups, other], {}).map(({ name }) => name)).toEqual([
      'Английский язык, Белова Елена Александровна',
      'Английский язык, Чернова Ольга Петровна',
      'История',
    ]);
  });
});
