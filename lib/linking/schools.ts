import { comparableName } from './samePerson';

/** Legal forms say nothing of which school it is, and one of the two names often lacks them: «МБОУ», «ГАОУ», «ФГКОУ». */
const legalForm = /^(?:ф?[гмчн])?[бакн]?п?оу$/;

/** What the usual abbreviations stand for, in the nominative and in the genitive («директор средней школы»). */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/средн\p{L}+ (?:общеобразовательн\p{L}+ )?школ\p{L}+/gu, 'сош'],
  [/основн\p{L}+ (?:общеобразовательн\p{L}+ )?школ\p{L}+/gu, 'оош'],
  [/начальн\p{L}+ (?:общеобразовательн\p{L}+ )?школ\p{L}+/gu, 'нош'],
];

const shortForms: ReadonlyMap<string, string> = new Map([['сш', 'сош']]);

const isNumber = (word: string) => /^\p{N}+$/u.test(word);

/** A school's name taken apart. Quotes, dots and «№» do not matter. */
export interface SchoolName {
  words: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

/** Takes a school's name apart; `null` when nothing in it could tell one school from another. */
export function readSchool(name: string): SchoolName | null {
  let text = comparableName(name).replace(/[^\p{L}\p{N}]+/gu, ' ');
  for (const [long, short] of abbreviations) text = text.replace(long, short);
  const all = (text.match(/\p{L}+|\p{N}+/gu) ?? []).filter((word) => !legalForm.test(word));
  const words = new Set(all.filter((word) => !isNumber(word)).map((word) => shortForms.get(word) ?? word));
  const numbers = new Set(all.filter(isNumber).map((number) => String(Number(number))));
  return words.size + numbers.size > 0 ? { words, numbers } : null;
}

/** Whether two names may mean one school: the same numbers, and all words of the shorter name in the longer one. */
export function isSameSchool(one: SchoolName, other: SchoolName): boolean {
  if (one.numbers.size !== other.numbers.size || ![...one.numbers].every((number) => other.numbers.has(number))) {
    return false;
  }
  const [shorter, longer] = one.words.size <= other.words.size ? [one, other] : [other, one];
  return [...shorter.words].every((word) => longer.words.has(word));
}
