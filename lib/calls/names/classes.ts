/** Reads classes and their groups out of the names that teachers give to calls and chats. */
import { longestName } from '@/lib/names';
import { beginsWithSubject } from './namedSubjects';
import { inDigits, soleGrade } from './spelledGrades';

/** What a text says of classes. */
export interface NamedClasses {
  /** Classes with what tells them from others of their grade: «8б», «10фм», «8а1», «6-2». */
  classes: Set<string>;
  /** Whole grades: «8 классы», or a bare number that may be a grade. */
  grades: Set<number>;
}

/** A pupil's own class; `letter` is `null` where the diary gives the grade alone. */
export interface OwnClass {
  grade: number;
  letter: string | null;
}

const lastGrade = 11;

const countedBefore =
  /(?<!\p{L})(?:урок|занят\p{L}*|тема|часть|ч|глава|раздел|параграф|(?:под)?групп[аы]|(?:под)?гр|номер|школа|сош|лицей|гимназия|каб|кабинет|№|§)[.\s№-]*$/iu;
const countedAfter =
  /^[.\s-]*(?:(?:й|я|е|ый|ая|ой)\s+)?(?:(?:урок|занят|школ|част|(?:под)?групп|четверт|триместр|полугод|смен|мин|час|год|балл|недел|январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*|мая|май|(?:под)?гр)(?!\p{L})/iu;
/** «1 ч», «2 ч.»: a part or hours; «6Ч» and «6 Ч» are a class. */
const partAfter = /^\s+ч(?!\p{L})/u;

/** «кл.», «классы»; endings before them: «5-х классов», «8-е классы», «7-й класс». */
const classWord = /^\s*[-–—]?\s*кл(?:асс\p{L}*|\.)?(?!\p{L})/iu;
const endingBeforeClass = /^\s*-?\s*(?:х|й|ых|ые|го|м|ми|му|е(?=\s+класс(?:ы|ов|ам)))\s+класс\p{L}*/iu;
/** A class's letter behind the word: «6 класс «Б»», «6 кл. Б», «6 класс б». Words of the sentence are longer, or small and of one letter. */
const letterBehindClass =
  /^[\s.]*(?:[«"“„'(]+\s*(\p{L}{1,4}\d{0,2})(?=\s*[»"”'“)])|[-–—]?\s*(\p{Lu}{1,2}\d{0,2}(?![\p{L}\d])|[б-зл-нпртф-я](?![\p{L}\d])|[авиксоу](?=\s*(?:[,;:!?)]|$))))/u;
/** «6 и 7 Л», «5, 6, 7 Л»: the letter is that of each grade. */
const nextGrade = /^\s*(?:[,;+]|и(?=\s))\s*\d{1,2}(?!\d)/u;
const range = /^\s*(?:[–—]\s*(\d{1,2})(?!\d)|-\s*(\d{1,2})(?=\s*(?:-?\s*(?:х|е|ые|ых)\s+)?кл))/iu;

/** Where and when a call is held: «в зуме», «в понедельник», «в 10:20». Times, dates and long numbers are no grades. */
const placesAndTimes = [
  /(?<!\p{L})(?:(?:в|на|in|on)\s+)?(?:zoom|online|meet|teams|max|sferum|зум|сферум|макс|телемост|скайп|дискорд|чат|онлайн|дистант|дистанц)\p{L}*/giu,
  /(?<!\p{L})(?:в|во|на)\s+(?:понедельник|вторник|сред[уы]|четверг|пятниц[уы]|суббот[уы]|сегодня|завтра)/giu,
  /(?:(?<!\p{L})(?:в|к|с|до|на)\s+)?\d{1,4}\s*[:./]\s*\d{2}(?:[./]\d{2,4})?|\d{3,}/giu,
];

/** Lower-case words behind a number that are no letters of a class. «в», «а», «к» may be: doubt is kept on the side of naming. */
const smallWords = new Set([
  'и',
  'или',
  'на',
  'по',
  'до',
  'от',
  'из',
  'за',
  'для',
  'где',
  'это',
  'как',
  'не',
  'при',
  'об',
]);
/** Names of classes by what they study or what school they are like, when written as words. */
const profile =
  /^(?:физ|хим|био|гум|соц|инж|мед|тех|линг|кадет|лице[йи]|гимназ|универс|педаг|эконом|юрид|информ|матем|профил|общеобр|корр)/u;
/** «6 академический», «для 6 мариинского»: names in small letters. People's names have a capital; «8 практический урок» is no class. */
const adjective = /^\p{Ll}+ск(?:ий|ого|ому|им|ом|ие|их)$/u;
const described = /^\P{L}*\p{L}+\s+(?:урок|час|чат|звонок|день|разбор|диктант|тест)/iu;
const longestLetter = 4;

/** Groups within a class: «1 группа», «гр. 2», «2-я подгруппа», «II группа». */
const groupForms = [
  /(?<![\d\p{L}])(\d|i{1,3}|і{1,2})\s*-?\s*(?:я|ая|й|ой)?\s*(?:под)?(?:групп\p{L}*|гр)(?!\p{L})/giu,
  /(?<!\p{L})(?:под)?(?:групп\p{L}*|гр)[.\s№-]*(\d|i{1,3}|і{1,2})(?![\d\p{L}])/giu,
];
const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, і: 1, іі: 2 };

/**
 * The classes that a text names: «8 Б», «8-«Б»», «8 А, Б», «8АБ», «10 ФМ», «8А1», «6-2», «5–7 классы», «8 кл.», «VI Б». Latin letters
 * that look like Cyrillic ones count as those.
 *
 * Whatever stands behind a grade and is no «класс» is the class's letter; doubt is kept on the side of naming: a class that is
 * read by mistake at most hides a button.
 */
export function namedClasses(text: string): NamedClasses {
  const named: NamedClasses = { classes: new Set(), grades: new Set() };
  const source = [...placesAndTimes, ...groupForms].reduce((rest, form) => rest.replace(form, ' '), plain(text));
  const number = /(?<!\d)\d{1,2}(?!\d)/g;
  for (let match = number.exec(source); match; match = number.exec(source)) {
    const after = source.slice(number.lastIndex);
    const isCounted = countedBefore.test(source.slice(0, match.index));
    const span = range.exec(after);
    const first = Number(match[0]);
    const last = Number(span?.[1] ?? span?.[2] ?? first);
    if (first < 1 || last < first || last > lastGrade) continue;
    const behind = span ? after.slice(span[0].length) : after;
    const { letters, length } = lettersBehind(behind, isCounted);
    if (!letters.length && !isCounted) letters.push(...lettersOfList(behind));
    for (let grade = first; grade <= last; grade++) {
      for (const letter of letters) named.classes.add(`${grade}${letter}`);
      if (!letters.length && !isCounted && !isCountedBy(behind)) named.grades.add(grade);
    }
    number.lastIndex += (span?.[0].length ?? 0) + length;
  }
  return named;
}

/** A pupil's class as the diary gives it, «8 Б»; `null` when it cannot be read. */
export function readClass(text: string): OwnClass | null {
  const sole = soleGrade(text);
  if (sole) return { grade: sole, letter: null };
  const [whole, number = '', digits, letters] =
    /(?<!\d)(\d{1,2})(?!\d)(?:\s*[-–—/.]\s*(\d{1,2})(?!\d)|\s*[-–—"«“„'(]*\s*(?!кл(?:асс|\.|$))(\p{L}+(?:-?\d{1,2})?)(?![\p{L}\d]))?/iu.exec(
      plain(text),
    ) ?? [];
  const grade = Number(number);
  if (!whole || grade < 1 || grade > lastGrade) return null;
  return { grade, letter: digits ? `-${digits}` : letters ? cyrillic(letters) : null };
}

/** Whether every name that says anything of classes includes the pupil's: `null` where none says anything. */
export function includesClass(all: readonly NamedClasses[], own: OwnClass | null): boolean | null {
  const telling = all.filter(({ classes, grades }) => classes.size > 0 || grades.size > 0);
  if (telling.length === 0) return null;
  if (!own) return false;
  return telling.every(({ classes, grades }) => {
    if (grades.has(own.grade)) return true;
    if (own.letter !== null) return classes.has(`${own.grade}${own.letter}`);
    return [...classes].some((one) => Number.parseInt(one, 10) === own.grade);
  });
}

/** The groups that a text names. */
export function namedGroups(text: string): Set<number> {
  const groups = groupForms.flatMap((form) =>
    [...text.slice(0, longestName).matchAll(form)].map((match) => (match[1] ?? '').toLowerCase()),
  );
  return new Set(groups.map((group) => roman[group] ?? Number(group)));
}

/** The letters right behind a grade, «б», «а, б», «абв», «фм», «-2», and how far they reach. */
function lettersBehind(after: string, isCounted: boolean): { letters: string[]; length: number } {
  const none = { letters: [], length: 0 };
  const word = classWord.exec(after) ?? endingBeforeClass.exec(after);
  if (word) return lettersBehindWord(after, word[0].length);
  if (isCountedBy(after)) return none;
  const digits = isCounted ? null : /^\s*[-/.]\s*(\d{1,2})(?![\d\p{L}])/u.exec(after);
  if (digits) return { letters: [`-${digits[1]}`], length: digits[0].length };
  const [whole, gap = '', written = ''] =
    /^(\s*(?:[-–—/]|[.:](?=\p{L}{1,2}\d?(?![\p{L}\d])))?\s*["«“„'([]?\s*)(\p{L}{1,30}(?:-?\d{1,2})?)(?![\p{L}\d])/u.exec(
      after,
    ) ?? [];
  if (!whole || !isLetter(written, after.slice(gap.length), /^\s+$/.test(gap), isCounted)) return none;
  const isCapital = written === written.toUpperCase();
  const letters = lettersIn(cyrillic(written));
  let length = whole.length;
  const next = /^["»”')]*\s*(?:[,;/+]|\sи(?=\s))\s*["«“„'(]*(\p{L}{1,2}\d?)(?![\p{L}\d])/u;
  for (let more = next.exec(after.slice(length)); more; more = next.exec(after.slice(length))) {
    const [all, letter = ''] = more;
    const isAside = !isCapital && smallWords.has(letter);
    if (isAside || (letter === letter.toUpperCase()) !== isCapital || beginsWithSubject(letter)) break;
    letters.push(...lettersIn(cyrillic(letter)));
    length += all.length;
  }
  return { letters, length };
}

function isCountedBy(after: string): boolean {
  return countedAfter.test(after) || partAfter.test(after);
}

/** The letter behind «класс», if one is there: «6 класс «Б»». */
function lettersBehindWord(after: string, wordLength: number): { letters: string[]; length: number } {
  const rest = after.slice(wordLength);
  const [whole, quoted, bare] = letterBehindClass.exec(rest) ?? [];
  const written = quoted ?? bare;
  if (!whole || !written || beginsWithSubject(written)) return { letters: [], length: 0 };
  return { letters: lettersIn(cyrillic(written)), length: wordLength + whole.length };
}

/** The letters behind the last of several grades. */
function lettersOfList(after: string): string[] {
  let rest = after;
  for (let next = nextGrade.exec(rest); next; next = nextGrade.exec(rest)) {
    rest = rest.slice(next[0].length);
    const { letters } = lettersBehind(rest, false);
    if (letters.length > 0) return letters;
  }
  return [];
}

/** Whether a word behind a grade is the class's letter and no word of the sentence. */
function isLetter(written: string, from: string, isApart: boolean, isCounted: boolean): boolean {
  const isCapital = written === written.toUpperCase();
  if (isApart && !isCapital && (isCounted || smallWords.has(written.toLowerCase()))) return false;
  if (written.length > 1 && beginsWithSubject(from)) return false;
  if (isCapital || written.length <= longestLetter || profile.test(cyrillic(written))) return true;
  return adjective.test(written) && !described.test(from);
}

/** «абв» are three classes, «фм» is one: several follow each other in the alphabet. */
function lettersIn(letter: string): string[] {
  const follows = [...letter].every(
    (one, index) => index === 0 || one.charCodeAt(0) === letter.charCodeAt(index - 1) + 1,
  );
  return follows && /^[а-к]{2,5}$/.test(letter) ? [...letter] : [letter];
}

function plain(text: string): string {
  return inDigits(
    text
      .slice(0, longestName)
      .normalize('NFC')
      .replace(/\p{Cf}/gu, '')
      .replace(/[\u2010-\u2012\u2212\ufe63\uff0d]/g, '-')
      .replaceAll('_', ' ')
      .replaceAll('ё', 'е')
      .replaceAll('Ё', 'Е'),
  );
}

const latin = 'ABCEHKMOPTXY';
const lookingAlike = 'АВСЕНКМОРТХУ';

/** In small letters, Latin ones that look like Cyrillic as those; «ФМ-2» as «ФМ2». */
function cyrillic(letters: string): string {
  return letters
    .replace('-', '')
    .toUpperCase()
    .replace(/[A-Z]/g, (letter) => lookingAlike[latin.indexOf(letter)] ?? letter)
    .toLowerCase();
}
