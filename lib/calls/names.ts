/** Reads classes, groups and people out of the names that teachers give to calls and chats. */
import { wordsOf } from './subjects';

/** What a text says of classes. */
export interface NamedClasses {
  /** Classes with a letter, «8б». */
  classes: Set<string>;
  /** Whole grades: «8 классы», or a bare number that may be a grade. */
  grades: Set<number>;
}

/** Words of one letter: «урок 9 в зуме». After a number and a space, in small letters, they are no class. */
const shortWords = new Set(['в', 'и', 'а', 'к']);
const countedBefore =
  /(?<!\p{L})(?:урок|занят\p{L}*|тема|часть|ч|глава|раздел|параграф|(?:под)?групп[аы]|(?:под)?гр|номер|школа|сош|лицей|гимназия|каб|кабинет|№|§)[.\s№-]*$/iu;
const countedAfter =
  /^[.\s-]*(?:(?:й|я|е|ый|ая|ой)\s+)?(?:(?:урок|занят|школ|част|(?:под)?групп|четверт|триместр|полугод|смен|мин|час|год|балл|недел|январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*|мая|май|(?:под)?гр|ч|г)(?!\p{L})/iu;

/**
 * The classes that a text names: «8 Б», «8б», «8-«Б»», «8 А, Б», «8АБ», «5–7 классы», «8 кл.».
 *
 * Doubt is kept on the side of naming: a class that is read by mistake at most hides a button.
 */
export function namedClasses(text: string): NamedClasses {
  const classes = new Set<string>();
  const grades = new Set<number>();
  const source = text
    .normalize('NFC')
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
    // Times, dates and numbers of exercises are no grades.
    .replace(/\d{1,4}\s*[:./]\s*\d{2}(?:[./]\d{2,4})?|\d{3,}/g, ' ');

  for (const match of source.matchAll(/(?<!\d)(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?(?!\d)/g)) {
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    const before = source.slice(0, match.index);
    const after = source.slice(match.index + match[0].length);
    if (first < 1 || last > 11) continue;
    const letters = classLetters(after);
    if (letters.length) for (const letter of letters) classes.add(`${last}${letter}`);
    else if (!countedBefore.test(before) && !countedAfter.test(after)) {
      for (let grade = first; grade <= last; grade++) grades.add(grade);
    }
  }
  return { classes, grades };
}

/** The class letters right behind a grade: «б», «а, б», «абв». Parallel classes go from А to К. */
function classLetters(after: string): string[] {
  // «5-х классов», «8-е классы», «7-й класс»: endings.
  if (/^\s*-?\s*(?:х|й|ых|ые|го|м|ми|му|е(?=\s+класс(?:ы|ов|ам)))\s+класс/iu.test(after)) return [];
  const first = /^(\s*[-–—]?\s*["«“„'(]?\s*)([а-к]{1,5})(?!\p{L})/iu.exec(after);
  if (!first) return [];
  const [whole, gap = '', written = ''] = first;
  const capital = written === written.toUpperCase();
  let rest = after.slice(whole.length);
  if (!capital && /^\s+$/.test(gap)) {
    // «8 где», «8 в зуме» against «8 б», «8 в класс».
    if (written.length > 1 || (shortWords.has(written) && !/^["»”'\s]*кл/iu.test(rest))) return [];
  }
  const letters = [...written.toLowerCase()];
  for (;;) {
    const more = /^["»”')]*\s*(?:[,;/+]|\sи(?=\s))\s*["«“„'(]*([а-к])(?!\p{L})/iu.exec(rest);
    const letter = more?.[1];
    if (!more || !letter || (letter === letter.toUpperCase()) !== capital) return letters;
    if (!capital && shortWords.has(letter) && /^[,;]\s/.test(rest)) return letters;
    letters.push(letter.toLowerCase());
    rest = rest.slice(more[0].length);
  }
}

/** A pupil's class, «8 Б», as grade and letter; `null` when it cannot be read. */
export function readClass(text: string): { grade: number; letter: string | null } | null {
  const match = /(?<!\d)(\d{1,2})(?!\d)\s*[-–—"«“„'(]*\s*(\p{L})?(?!\p{L})/u.exec(text.replaceAll(/[Ёё]/g, 'е'));
  const grade = Number(match?.[1]);
  return match && grade >= 1 && grade <= 11 ? { grade, letter: match[2]?.toLowerCase() ?? null } : null;
}

/** The groups that a text names: «1 группа», «гр. 2», «2-я подгруппа», «II группа». */
export function namedGroups(text: string): Set<number> {
  const groups = new Set<number>();
  const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, і: 1, іі: 2 };
  const forms = [
    /(?<![\d\p{L}])(\d|i{1,3})\s*-?\s*(?:я|ая|й|ой)?\s*(?:под)?(?:групп\p{L}*|гр)(?!\p{L})/giu,
    /(?<!\p{L})(?:под)?(?:групп\p{L}*|гр)[.\s№-]*(\d|i{1,3})(?![\d\p{L}])/giu,
  ];
  for (const form of forms) {
    for (const match of text.matchAll(form)) groups.add(roman[(match[1] ?? '').toLowerCase()] ?? Number(match[1]));
  }
  return groups;
}

/**
 * Whether the diary's «Белова Елена Александровна» or «Белова Е. А.» and a display name, «Елена Белова», are one person.
 *
 * @returns `null` when one of them is not known
 */
export function samePerson(teachers: string, caller: string): boolean | null {
  const callerWords = wordsOf(caller);
  if (!callerWords.length || !wordsOf(teachers).length) return null;
  return teachers.split(/[,;/\n]/).some((teacher) => {
    const [surname, given] = wordsOf(teacher);
    if (!surname || surname.length < 3 || !callerWords.includes(surname)) return false;
    return !given || callerWords.some((word) => word !== surname && word[0] === given[0]);
  });
}
