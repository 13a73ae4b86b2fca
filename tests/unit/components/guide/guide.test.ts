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

test('every entry has its words, and every link leads to Сферум', () => {
  for (const entry of entries) {
    for (const key of [titleKey(entry), ...paragraphKeys(entry)]) expect(messages[key]?.message, key).toBeTruthy();
  }
  for (const { address } of Object.values(guideLinks)) {
    expect(['me.sferum.ru', 'prof-sferum.ru']).toContain(new URL(address).hostname);
  }
});
