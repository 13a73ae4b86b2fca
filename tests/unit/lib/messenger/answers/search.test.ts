import { describe, expect, it } from 'vitest';
import { searchChats } from '@/lib/messenger/answers/search';
import { chat } from '@/tests/unit/lib/messenger/samples';

describe('search', () => {
  const titles = [
    '8 Б — ученики и учитель',
    'Алгебра 8 Б',
    'Алгебра 8 А',
    'Ёлка и ёжики',
    'Пётр Соколов',
    'МБОУ "СОШ № 4"',
  ];
  const chats = titles.map((title, index) => chat(index, { title }));
  const found = (query: string) => searchChats(chats, query).map(({ title }) => title);

  it.each<[string, string[]]>([
    ['', titles],
    [' — ', titles],
    ['алг', ['Алгебра 8 Б', 'Алгебра 8 А']],
    ['АЛГЕБРА', ['Алгебра 8 Б', 'Алгебра 8 А']],
    ['8 алг', ['Алгебра 8 Б', 'Алгебра 8 А']],
    ['алг 8 б', ['Алгебра 8 Б']],
    ['8б', ['8 Б — ученики и учитель', 'Алгебра 8 Б']],
    ['елка', ['Ёлка и ёжики']],
    ['ЁЖИК', ['Ёлка и ёжики']],
    ['петр', ['Пётр Соколов']],
    ['соколов пётр', ['Пётр Соколов']],
    ['пе\u0308тр', ['Пётр Соколов']],
    ['сош', ['МБОУ "СОШ № 4"']],
    ['ебра', []],
    ['алг химия', []],
    ['.*', titles],
  ])('«%s»', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('finds one of 1,000 chats', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      chat(index, { title: `Алгебра и геометрия ${index} Б — родители` }),
    );
    expect(searchChats(many, 'родит 999')).toHaveLength(1);
    expect(searchChats(many, 'геом 998')).toHaveLength(1);
  });
});
