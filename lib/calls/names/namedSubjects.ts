/**
 * Reads subjects out of the names that teachers give to calls and chats, and out of the diary's disciplines. Longer patterns are
 * read first and a word is read once, so that «русская литература» is literature and not Russian.
 */
import { longestName } from '@/lib/names';
import { notSubjects, subjects } from './subjects';

interface Pattern {
  subject: string | null;
  words: string[];
  length: number;
}

const patterns: readonly Pattern[] = [
  ...notSubjects.map((pattern) => readPattern(null, pattern)),
  ...subjects.flatMap(({ name, patterns }) => patterns.map((pattern) => readPattern(name, pattern))),
].toSorted((one, other) => other.words.length - one.words.length || other.length - one.length);

function readPattern(subject: string | null, pattern: string): Pattern {
  return { subject, words: pattern.split(' '), length: pattern.length };
}

/** Lower-case words of a text: ё is е, everything but letters and digits parts them. */
export function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, longestName)
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}+|\d+/gu) ?? []
  );
}

/**
 * The subjects that a text names, by their `name` in the table.
 *
 * @param text name of a discipline, a call or a chat
 */
export function namedSubjects(text: string): Set<string> {
  const words: (string | null)[] = wordsOf(text);
  const named = new Set<string>();
  for (const pattern of patterns) {
    for (let at = 0; at + pattern.words.length <= words.length; at++) {
      if (!pattern.words.every((word, index) => fits(words[at + index], word))) continue;
      words.fill(null, at, at + pattern.words.length);
      if (pattern.subject) named.add(pattern.subject);
    }
  }
  return named;
}

function fits(word: string | null | undefined, pattern: string): boolean {
  if (!word) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** Whether a text begins with the name of a subject: «алгебра в 10:20», but not «в алгебре». */
export function beginsWithSubject(text: string): boolean {
  const words = wordsOf(text.slice(0, 200));
  return patterns.some(
    (pattern) => pattern.subject !== null && pattern.words.every((word, index) => fits(words[index], word)),
  );
}

/** The broader subject, when there is one: algebra is mathematics too. */
export function broaderSubject(name: string): string | undefined {
  return subjects.find((subject) => subject.name === name)?.broader;
}

/** Words of a discipline's name that do not tell it from others. */
const common =
  /^(?:язык.*|урок.*|основ.*|курс.*|предмет.*|деятельн.*|заняти.*|внеурочн.*|факультатив.*|электив.*|кружок|практик.*|групп.*|подгрупп.*|класс.*|родн.*|введени.*|функциональн.*|современн.*|част.*|модул.*|школьн.*|наш.*|росси.*|мои)$/;

/**
 * Whether a text holds every telling word of a discipline that is not in the table, such as «Робототехника», in any of
 * its forms.
 */
export function namesDiscipline(text: string, discipline: string): boolean {
  const telling = wordsOf(discipline).filter((word) => word.length >= 5 && !common.test(word));
  const words = wordsOf(text);
  return (
    telling.length > 0 &&
    telling.every((word) => {
      const stem = word.slice(0, Math.max(5, word.length - 3));
      return words.some((candidate) => candidate.startsWith(stem));
    })
  );
}
