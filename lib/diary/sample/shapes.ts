/*
 * Shapes of texts: every word and number in other letters and digits, of the same length, the same ones always, so that a row and
 * the answer it is compared with still agree. Nothing is looked for and taken out: what a sample shows is made anew.
 */
import { markupNames, markupOf } from '@/lib/diary/page/markup';
import { isCodeWord } from './codeWords';
import { isLabel } from './labels';

/** Signs that say nothing of anybody; whatever else is neither letter, digit nor space becomes `·`. */
const signs = /[\p{P}\p{Sm}\p{Sc}\p{Sk}№°▾▴▸◂▦\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

const label = /[\p{L}\p{M}][\p{L}\p{M}\s.\u00ad\u200b-]*/gu;
/** «08:30», and «08.30» where it begins or ends a range: alone it may be a mark. */
const time =
  /(?<![\d:.])\d{1,2}(?::\d{2}(?!\d)|\.\d{2}(?=\s*[-–—−‒]\s*\d{1,2}\.\d{2}(?![\d.])))|(?<=(?<![\d:.])\d{1,2}\.\d{2}\s*[-–—−‒]\s*)\d{1,2}\.\d{2}(?![\d.])/g;

/**
 * The shape of what people read: «Белова Е. А., 6 А, 09:10» is «Аааааа А. А., 1 А, 08:11». Labels of the page itself stay; a time is
 * one hour less and one minute more, so that lessons keep their order.
 *
 * @param text plain, not markup
 */
export function shapeOfText(text: string): string {
  return replaceBetween(
    text.normalize('NFC'),
    label,
    (words) => (isLabel(words) ? words : shapeOfWords(words)),
    (rest) => replaceBetween(rest, time, shapeOfTime, shapeOfWords),
  );
}

/**
 * The shape of a class, an id, a role or a field's name: the parts that are words of any page's code stay.
 *
 * @example shapeOfName('lesson-row sokolov-petr12') // 'lesson-row xxxxxxx-xxxx11'
 */
export function shapeOfName(name: string): string {
  return name
    .slice(0, longestName)
    .replace(/\S+/g, shapeOfToken)
    .replace(/["'<>&`]/g, '·');
}

function shapeOfToken(token: string): string {
  // An address or a mailbox is no name.
  if (!/^[A-Za-z\d_:-]+$/.test(token)) return shapeOfWords(token);
  return token.replace(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g, (part) => (isCodeWord(part) ? part : shapeOfWords(part)));
}

/**
 * The shape of an address: its signs, and at its end the name of a section, by which menus are known.
 *
 * @example shapeOfAddress('/personal-area/?pupil=810233#homework') // '/xxxxxxxx-xxxx/?xxxxx=111111#homework'
 */
export function shapeOfAddress(address: string): string {
  const whole = address.slice(0, longestName);
  const end = sectionEnds.find((one) => whole.endsWith(one)) ?? '';
  return (shapeOfWords(whole.slice(0, whole.length - end.length)) + end).replace(/["<>&]/g, '·');
}

/** How the addresses of the sections of all known pages end. */
const sectionEnds = [
  ...markupNames.map(markupOf).flatMap(({ sections }) => Object.values(sections).map(({ hash }) => hash)),
  ...['#diary', '#marks', '#school', '#missed'],
];

/** The shape of a number: as many digits. */
export function shapeOfNumber(number: number): number {
  const shape = Number(String(number).replace(/\d+/g, shapeOfDigits));
  return Number.isFinite(shape) ? shape : 1;
}

const longestName = 200;

/** All letters and digits are others, also of words that are labels. */
function shapeOfWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{M}/gu, '')
    .replace(/\p{L}+/gu, shapeOfWord)
    .replace(/\p{N}+/gu, shapeOfDigits)
    .replace(/[^\p{L}\p{N}\s]/gu, (sign) => (signs.test(sign) ? sign : '·'));
}

function shapeOfWord(word: string): string {
  const of = (small: string, latin: string) =>
    [...word].map((letter) => {
      const neutral = /\p{Script=Latin}/u.test(letter) ? latin : small;
      return /\p{Lu}/u.test(letter) ? neutral.toUpperCase() : neutral;
    });
  const shape = of('а', 'x').join('');
  // A word that looks like a shape must not come through either; one letter says nothing, and initials agree with their names.
  return shape === word && word.length > 1 ? of('о', 'z').join('') : shape;
}

function shapeOfDigits(digits: string): string {
  const length = [...digits].length;
  const shape = '1'.repeat(length);
  return shape === digits ? '2'.repeat(length) : shape;
}

function shapeOfTime(found: string): string {
  const [, hours = '', sign = '', minutes = ''] = /^(\d+)([:.])(\d+)$/.exec(found) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59) return shapeOfWords(found);
  const pad = (number: number, { length }: string) => String(number).padStart(length, '0');
  return pad((Number(hours) + 23) % 24, hours) + sign + pad((Number(minutes) + 1) % 60, minutes);
}

/** Replaces what a pattern finds by one rule and everything between by another. */
function replaceBetween(
  text: string,
  pattern: RegExp,
  found: (part: string) => string,
  between: (part: string) => string,
): string {
  let made = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    made += between(text.slice(at, match.index)) + found(match[0]);
    at = match.index + match[0].length;
  }
  return made + between(text.slice(at));
}
