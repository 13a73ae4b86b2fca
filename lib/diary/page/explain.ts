import { compact, plainText } from '@/lib/diary/text';
import type { Lesson, WallMinutes } from '@/lib/diary/types';

/** Words of the page itself, which say nothing of a lesson, in {@link compact} form. */
const labels = [
  'времяначала',
  'домашнеезадание',
  'индивидуальноезадание',
  'незадано',
  'подключиться',
  'преподаватель',
  'учитель',
  'подробнее',
  'скачать',
  'кабинет',
  'тема',
  'урок',
  'каб',
];

/**
 * Every value that the diary gives a lesson and the page's labels, in {@link compact} form, the longest first: the mark «Н»
 * must not be taken out of a word.
 */
export function valuesOf(lesson: Lesson): string[] {
  const { materials, individualHomework } = lesson;
  const values = [
    lesson.discipline,
    lesson.teacher,
    lesson.office,
    lesson.type,
    lesson.theme,
    lesson.homework,
    lesson.comment,
    lesson.remarks,
    lesson.mark,
    lesson.attendance,
    String(lesson.index ?? ''),
    ...timeTexts(lesson.begin),
    ...timeTexts(lesson.end),
    ...materials.map((material) => material.name),
    ...individualHomework.flatMap((item) => [item.text, item.name]),
  ].map(compact);
  return [...values, ...labels].filter(Boolean).sort((one, other) => other.length - one.length);
}

function timeTexts(minutes: WallMinutes | null): string[] {
  if (minutes === null) return [];
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  return [`${String(hours).padStart(2, '0')}:${rest}`, `${hours}:${rest}`];
}

/**
 * Whether a shown text agrees with one field: it holds the field's value, and nothing that the diary does not say of this
 * lesson. «Не задано» is no value.
 *
 * @param text as the page shows it
 * @param told the field as the diary sent it
 */
export function agrees(text: string, told: string, lesson: Lesson): boolean {
  // Mostly it is the same text.
  if (text.trim() === told) return true;
  const shown = compact(text);
  const value = compact(told);
  const required = value === 'незадано' || value === '-' || value === '—' ? '' : value;
  return shown === required || (placeOf(shown, required) >= 0 && isExplained(shown, lesson));
}

/** Whether a shown text, in {@link compact} form, consists of the lesson's own values and the page's labels alone. */
export function isExplained(shown: string, lesson: Lesson): boolean {
  if (!/[\p{L}\p{N}]/u.test(shown)) return true;
  let rest = shown;
  for (const value of valuesOf(lesson)) rest = take(rest, value);
  return !/[\p{L}\p{N}]/u.test(rest);
}

function take(text: string, value: string): string {
  const at = placeOf(text, value);
  return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + value.length)}`;
}

/** Where a value stands in a text: a number never inside a longer one, mark 5 is not in office 205. */
function placeOf(text: string, value: string): number {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const end = at + value.length;
    if (!(isDigit(value[0]) && isDigit(text[at - 1])) && !(isDigit(value.at(-1)) && isDigit(text[end]))) return at;
    if (value === '') return at;
  }
  return -1;
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '0' && letter <= '9';
}

/** Whether two spellings of a teacher are one: «Белова Е. А.» and «Белова» are «Белова Елена Александровна». */
export function isSameTeacher(shown: string, told: string): boolean {
  const [one, other] = [words(shown), words(told)];
  if (one.length === 0 || other.length === 0 || one[0] !== other[0]) return false;
  return one.length <= other.length && one.every((word, index) => other[index]?.startsWith(word));
}

function words(name: string): string[] {
  return plainText(name)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s.,]+/)
    .filter(Boolean);
}
