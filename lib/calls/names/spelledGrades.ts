const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI'];

/** How the words for a grade begin: «шестой», and «шестиклассники». «Класс» is masculine: «первая» is another thing's. */
const stems = [
  ['перв', 'перво'],
  ['втор', 'второ'],
  ['трет', 'третье'],
  ['четверт', 'четверо'],
  ['пят', 'пяти'],
  ['шест', 'шести'],
  ['седьм', 'семи'],
  ['восьм', 'восьми'],
  ['девят', 'девяти'],
  ['десят', 'десяти'],
  ['одиннадцат', 'одиннадцати'],
] as const;
const ending = '(?:ь?и[йхм]|ь?его|ь?ему|ь?ем|ьи|ый|ой|ого|ому|ым|ом|ые|ых)';
/** One group for each grade: a pattern of its own for each would have to be made at the first name that is read. */
const anyOf = (form: 0 | 1) => stems.map((forms) => `(${forms[form]})`).join('|');
const ordinals = new RegExp(`^(?:${anyOf(0)})${ending}$`, 'iu');
const pupils = new RegExp(`(?<!\\p{L})(?:${anyOf(1)})классни\\p{L}+`, 'giu');

/** A numeral may have its letter stuck on: «VIБ». */
const spelled = /(?<![\p{L}\d])(?:[IVX]{1,4}(?![A-Za-z])(?!\p{L}{2})|\p{L}{5,15}(?!\p{L}))/gu;

/**
 * What stands behind a grade and behind no king, chapter or war: «класс», a letter in quotes, capital letters alone, or one
 * more grade.
 */
const behindGrade =
  /^(?:\s*[-–—]?\s*(?:[Кк]л(?:асс\p{L}*|\.)?(?!\p{L})|КЛАСС|["«“„'(]\s*\p{L}{1,4}\d?\s*["»”“')]|\p{Lu}{1,3}\d?(?![\p{L}\d.]))|\s*[-–—,]\s*\d|\s+и\s+\d)/u;

/**
 * Writes grades in digits: «VI Б», «шестой «Б»», «V–VII классы», «для восьмиклассников». Everything else stays as it is: «Пётр I»,
 * «Вторая мировая».
 */
export function inDigits(text: string): string {
  const source = text.replace(pupils, (_, ...groups) => `${placeIn(groups)} класс`);
  let behind = '';
  let end = source.length;
  // From the end: «V» in «V–VII классы» is a grade because «VII» is one.
  for (const { 0: word, index } of [...source.matchAll(spelled)].reverse()) {
    behind = source.slice(index + word.length, end) + behind;
    const grade = gradeOf(word);
    behind = (grade && behindGrade.test(behind) ? String(grade) : word) + behind;
    end = index;
  }
  return source.slice(0, end) + behind;
}

/** The grade that a whole text is: «VI», «шестой»; `null` where it says anything else. */
export function soleGrade(text: string): number | null {
  return gradeOf(text.trim());
}

function gradeOf(word: string): number | null {
  return numerals.indexOf(word) + 1 || placeIn(ordinals.exec(word)?.slice(1) ?? []) || null;
}

/** Which group it was that was found, from 1; 0: none. */
function placeIn(groups: readonly unknown[]): number {
  return groups.findIndex((group) => group !== undefined) + 1;
}
