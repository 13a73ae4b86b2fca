import { describe, expect, test } from 'vitest';
import { entries, guideLinks, paragraphKeys, titleKey } from '@/components/guide/entries';
import { searchTexts } from '@/components/guide/guideSearch';
import messages from '@/public/_locales/ru/messages.json';

const texts = ['У ребёнка уже два родителя', 'Не приходит код из СМС', 'Регистрация ученика 1–4 класса по почте'];

describe('searching the guide', () => {
  test.each([
    ['', [0, 1, 2]],
    ['  ', [0, 1, 2]],
    ['код', [1]],
    ['КОД', [1]],
    ['ребенка', [0]],
    ['родителей', [0]],
    ['код смс', [1]],
    ['код почта', []],
    ['класс 1-4', [2]],
    ['дитель', []],
    ['.*', [0, 1, 2]],
  ])('%j', (query, expected) => {
    expect(searchTexts(texts, query)).toEqual(expected);
  });
});

test('every entry has its words, and every link leads to Сферум, to MAX or to a page of the extension', () => {
  for (const entry of entries) {
    for (const key of [titleKey(entry), ...paragraphKeys(entry)]) expect(messages[key]?.message, key).toBeTruthy();
  }
  for (const { address } of Object.values(guideLinks)) {
    const { hostname } = new URL(address, 'https://extension.example');
    expect(['me.sferum.ru', 'sferum.ru', 'prof-sferum.ru', 'max.ru', 'web.max.ru', 'extension.example']).toContain(
      hostname,
    );
  }
});

test.each([
  ['кнопка подключиться', 'noButton'],
  ['микрофон', 'noSound'],
  ['камера не видно', 'noSound'],
  ['моего дневника нет', 'notListed'],
  ['max', 'schoolInMax'],
  ['только для чтения', 'schoolInMax'],
  ['учителю опубликовать', 'teachers'],
  ['тумблер', 'teachers'],
])('whoever looks for «%s» finds %s', (query, id) => {
  const said = entries.map((entry) =>
    [titleKey(entry), ...paragraphKeys(entry)].map((key) => messages[key].message).join(' '),
  );
  expect(searchTexts(said, query).map((index) => entries[index]?.id)).toContain(id);
});
