import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shapeOfDate, shapeOfWrittenDate } from '@/lib/diary/sample/dates';
import { shapeOfHead } from '@/lib/diary/sample/headShape';
import { isLabel } from '@/lib/diary/sample/labels';
import { shapeOfAddress, shapeOfName, shapeOfNumber, shapeOfText } from '@/lib/diary/sample/shapes';
import { addDays, civilDate, weekdayOf } from '@/lib/time';

/** Texts as people and servers write them, with all that unicode has among it. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'абвёйАБЖqWxаХ 12:.-@/№\u200b\n') }),
      fc.constantFrom('Соколова Мария', 'Понедельник', '09:10–09:55', '6 А', '+7 (913) 000-00-01', 'мария@школа.рф'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(' '));

const wordsOf = (text: string) => text.normalize('NFC').match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
const digitsOf = (text: string) => text.match(/\p{N}+/gu) ?? [];

describe('the shape of a text', () => {
  it.each([
    ['Белова Е. А., 6 А', 'Аааааа А. А., 1 А'],
    ['09:10–09:55', '08:11–08:56'],
    ['8:30 - 9:10', '7:31 - 8:11'],
    ['08.30 - 09.10', '07.31 - 08.11'],
    ['08:30:00', '07:31:11'],
    ['Знак 4.20', 'Аааа 1.11'],
    ['Понедельник', 'Понедельник'],
    ['Доска объявлений', 'Доска объявлений'],
    ['Кабинет: 207', 'Кабинет: 111'],
    ['География (Дистанционный урок)', 'Ааааааааа (Дистанционный урок)'],
    ['Марта', 'Ааааа'],
    ['Здравствуйте, Марта!', 'Аааааааааааа, Ааааа!'],
    ['ааа 111', 'ооо 222'],
    ['Peter 🎒 ٣', 'Xxxxx · 1'],
    ['№ 231–235', '№ 111–111'],
    ['', ''],
  ])('of «%s» is «%s»', (text, shape) => {
    expect(shapeOfText(text)).toBe(shape);
  });

  test('has no word of the text but the labels of a page', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const shape = shapeOfText(text);
        const made = new Set(wordsOf(shape));
        const isPartOfLabel = (word: string) =>
          (shape.match(/[\p{L}\p{M}\s.\u00ad\u200b-]+/gu) ?? []).some((part) => part.includes(word) && isLabel(part));
        const through = wordsOf(text).filter((word) => made.has(word) && !isNeutral(word) && !isPartOfLabel(word));
        expect(through).toEqual([]);
      }),
    );
  });

  test('has no number of the text in its place', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [before, after] = [digitsOf(text.normalize('NFC')), digitsOf(shapeOfText(text))];
        expect(after.length).toBe(before.length);
        for (const [at, digits] of before.entries()) expect(after[at]).not.toBe(digits);
      }),
    );
  });

  test('is the same for the same text, wherever it stands', () => {
    const plain = fc.constantFrom('Алгебра', '№ 231', 'Н', '08:30 - 09:10', 'Белова Елена');
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        expect(shapeOfText(`${one}; ${other}`)).toBe(`${shapeOfText(one)}; ${shapeOfText(other)}`);
      }),
    );
  });
});

/** A word that a shape is made of. */
function isNeutral(word: string): boolean {
  return /^[аАоОxXzZ]+$/.test(word);
}

describe('the shape of a name in the code', () => {
  it.each([
    ['menu active', 'menu active'],
    ['calendar_btn', 'calendar_btn'],
    ['lessonRow', 'lessonRow'],
    ['sokolova', 'xxxxxxxx'],
    ['pupil-sokolov-petr', 'pupil-xxxxxxx-xxxx'],
    ['u700101', 'x111111'],
    ['соколова', 'аааааааа'],
    ['auth_user_profile_id', 'auth_user_profile_id'],
    ['810233', '111111'],
    ['a"b<c', 'x·x·x'],
    ['school.r-19.ru menu', 'xxxxxx.x-11.xx menu'],
  ])('of %s is %s', (name, shape) => {
    expect(shapeOfName(name)).toBe(shape);
  });
});

it.each([
  ['#homework', '#homework'],
  ['/personal-area/?pupil=810233#homework', '/xxxxxxxx-xxxx/?xxxxx=111111#homework'],
  ['#sokolova', '#xxxxxxxx'],
  ['https://sferum.ru/?call_link=abc', 'xxxxx://xxxxxx.xx/?xxxx_xxxx=xxx'],
  ['mailto:maria@example.ru', 'xxxxxx:xxxxx@xxxxxxx.xx'],
])('the address %s becomes %s', (address, shape) => {
  expect(shapeOfAddress(address)).toBe(shape);
});

test('a number becomes another one of as many digits', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.double({ noNaN: true })), (number) => {
      expect(shapeOfNumber(number)).not.toBe(number);
      expect(Number.isFinite(shapeOfNumber(number))).toBe(true);
    }),
  );
  expect([700101, 4.2, 11].map(shapeOfNumber)).toEqual([111111, 1.1, 22]);
});

describe('dates', () => {
  const today = '2026-11-23';
  const dates = fc.integer({ min: 20_000, max: 33_000 }).map(civilDate);

  test('move by weeks, and no number of them stays', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const moved = shapeOfDate(date);
        expect(weekdayOf(moved)).toBe(weekdayOf(date));
        for (const [at, number] of date.split('-').entries()) expect(moved.split('-')[at]).not.toBe(number);
      }),
    );
  });

  test.each([
    ['2026-11-23', '2054-12-28'],
    ['23.11.2026', '28.12.2054'],
    ['23-11-2026', '28-12-2054'],
    ['2011-11-23', null],
    ['23.11.26', null],
    ['23.11-2026', null],
    ['2026-02-30', null],
    ['Алгебра', null],
  ])('%s of an answer becomes %s', (text, shape) => {
    expect(shapeOfWrittenDate(text, today)).toBe(shape);
  });

  test.each([
    [
      ['Понедельник ', '23/', '11'],
      ['Понедельник ', '28/', '12'],
    ],
    [['Вт, 24 ноября 2026'], ['Вт, 29 декабря 2054']],
    [['Сегодня 23.11.26'], ['Сегодня 28.12.54']],
    [['Понедельник, 23 нояб.'], ['Понедельник, 28 декабря.']],
    // No reader knows these yet.
    [
      ['пнд ', '23-11-2026'],
      ['пнд ', '28-12-2054'],
    ],
    [['2026-11-25, ср'], ['2054-12-30, ср']],
    [['Среда, 25-го ноября 2026 года'], ['Среда, 30-го декабря 2054 года']],
    [
      ['25', 'Ноябрь', 'Срд'],
      ['30', 'Декабря', 'Срд'],
    ],
    [['Ноябрь, 25 (среда)'], ['Декабря, 30 (среда)']],
    [['25.11.2026'], ['30.12.2054']],
    [['25 ноября'], ['30 декабря']],
    [['Среда 25/11, уроков: 6, 08:30'], ['Среда 30/12, аааааа: 1, 07:31']],
  ])('%j of a head becomes %j', (texts, shapes) => {
    expect(shapeOfHead(texts, today, shapeOfText)).toEqual(shapes);
  });

  test('a head of another time of the year, or a birthday, is none', () => {
    expect(shapeOfHead(['Среда 12.03'], today, shapeOfText)).toBeNull();
    expect(shapeOfHead(['12.03.2011'], today, shapeOfText)).toBeNull();
    expect(shapeOfHead(['Среда 26.11'], today, shapeOfText)).toBeNull();
    expect(shapeOfHead(['Принести 25 ноября'], today, shapeOfText)).toBeNull();
    expect(shapeOfHead(['К среде, 25.11.2026'], today, shapeOfText)).toBeNull();
    expect(shapeOfHead(['23 11 ПН – 29 11 ВС'], today, shapeOfText)).toBeNull();
    expect(shapeOfHead(['4.11'], today, shapeOfText)).toBeNull();
    expect(shapeOfHead([`Марта ${addDays(today, 1).slice(5)}`], today, shapeOfText)).toBeNull();
  });
});
