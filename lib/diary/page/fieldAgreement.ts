import { compact } from '@/lib/diary/text';
import type { LessonField, LessonProof, WallMinutes } from '@/lib/diary/types';
import { isWritten, type ShownCell } from './lessonRow';
import type { LessonMarkup } from './markup';
import { holds, isForeign, type ShownElement, shownText } from './shownElement';

/** Everything that a row of the lesson may show and that proves nothing against it; the longest first. */
const valuesOf = new WeakMap<LessonProof, string[]>();

/** The mark «Н» must not be taken out of a word: longer values go first. */
function explainedBy(lesson: LessonProof, markup: LessonMarkup): string[] {
  let values = valuesOf.get(lesson);
  if (!values) {
    values = [
      ...Object.values(lesson.fields).flat(),
      String(lesson.index ?? ''),
      ...timeTexts(lesson.begin),
      ...timeTexts(lesson.end),
      ...lesson.others,
      ...markup.rowLabels,
      ...markup.nothing,
    ].filter(Boolean);
    values.sort((one, other) => other.length - one.length);
    valuesOf.set(lesson, values);
  }
  return values;
}

function timeTexts(minutes: WallMinutes | null): string[] {
  if (minutes === null) return [];
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  return [`${String(hours).padStart(2, '0')}:${rest}`, `${hours}:${rest}`];
}

/** A long text may be cut where a row ends: so much of it must be shown, letters without spaces. */
const cut = /^(.{10,}?)(?:…|\.{3})$/;

/**
 * Whether a cell agrees with one field: it shows the field's value, and nothing that the diary does not say of this lesson.
 * «Не задано» is no value. What another program put beside the value, or in the place of it, proves nothing against it.
 */
export function fieldAgrees(cell: ShownCell, field: LessonField, lesson: LessonProof, markup: LessonMarkup): boolean {
  const shown = compact(cell.text);
  const told = lesson.fields[field];
  // Mostly it is the same text.
  if (told.includes(shown)) return true;
  const values = told.map((value) => (markup.nothing.includes(value) ? '' : value));
  if (values.includes('') && (shown === '' || markup.nothing.includes(shown))) return true;
  const [, shortened] = (isWritten(field) && cut.exec(shown)) || [];
  if (shortened && values.some((value) => value.startsWith(shortened))) return true;
  const isSaid = isExplained(shown, lesson, markup);
  return values.some(
    (value) =>
      (isSaid && placeOf(shown, value) >= 0) ||
      (value !== '' && standsAlone(cell.element, value, lesson, markup)) ||
      ((value === '' || field !== 'discipline') && isOwnTextSaid(cell.element, value, lesson, markup)) ||
      (value !== '' && isLinked(cell.element, value)),
  );
}

/** Whether the value is the whole text of one node, beside which stand only elements and what the lesson says. */
function standsAlone(element: ShownElement, value: string, lesson: LessonProof, markup: LessonMarkup): boolean {
  let found = false;
  for (const node of element.nodes) {
    if (typeof node === 'string') {
      const text = compact(node);
      if (text === value) found = true;
      else if (!isExplained(text, lesson, markup)) return false;
    } else if (!found) {
      found = compact(shownText(node).text) === value || standsAlone(node, value, lesson, markup);
    }
  }
  return found;
}

/**
 * Whether what is left without another program's elements is said by the lesson: the value too, unless the browser's
 * translator has put other words in its place.
 */
function isOwnTextSaid(element: ShownElement, value: string, lesson: LessonProof, markup: LessonMarkup): boolean {
  let isTranslated = false;
  const own = compact(
    shownText(element, undefined, (inside) => {
      if (!isForeign(inside)) return false;
      isTranslated ||= inside.tagName === 'FONT';
      return true;
    }).text,
  );
  return isExplained(own, lesson, markup) && (isTranslated || placeOf(own, value) >= 0);
}

/** Whether the value is shown with its addresses made into links, whose text may be shortened. */
function isLinked(element: ShownElement, value: string): boolean {
  let rest = value;
  const own = shownText(element, undefined, (inside) => {
    if (inside.tagName !== 'A') return false;
    const address = compact(inside.value).replace(/^(?:https?:)?\/\/|\/$/g, '');
    const at = address === '' ? -1 : rest.indexOf(address);
    if (at < 0) return false;
    rest = rest.slice(0, at).replace(/https?:\/\/$/, '') + rest.slice(at + address.length);
    return true;
  }).text;
  return rest !== value && letters(own) === letters(rest);
}

/** A text without all that parts its words and numbers. */
export function letters(text: string): string {
  return compact(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether the subject of a row is not what the page rendered: the browser's translator has put other words in its place. */
export function isTranslated(cell: ShownCell): boolean {
  if (!holds(cell.element, 'FONT')) return false;
  return compact(shownText(cell.element, undefined, isForeign).text) === '';
}

/** Whether a shown text, in the form of `compact`, consists of the lesson's own values and the page's labels alone. */
export function isExplained(shown: string, lesson: LessonProof, markup: LessonMarkup): boolean {
  if (!/[\p{L}\p{N}]/u.test(shown)) return true;
  let rest = shown;
  for (const value of explainedBy(lesson, markup)) rest = take(rest, value);
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

/** Whether a name shown is the lesson's teacher, whole or in short: «Белова Е. А.» and «Белова» are «Белова Елена Александровна». */
export function isTeacher(shown: string, { teacher }: LessonProof): boolean {
  const [words, told] = [nameWords(shown), nameWords(teacher)];
  if (words.length === 0 || words[0] !== told[0]) return false;
  return words.length <= told.length && words.every((word, index) => told[index]?.startsWith(word));
}

/** The words of a name, lower case, ё as е. */
function nameWords(name: string): string[] {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s.,\u200b]+/)
    .filter(Boolean);
}
