/** Finding by words, as people type them: case, «ё», marks and spacing do not count. */

/** What stays of a text then: its words. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Longer texts are found by their words alone: running many words together grows with their square. */
const mostJoinedWords = 8;

/**
 * A text made ready to be searched: its words with a space before each, and the same run together from each word on. «8 Б —
 * родители» gives ` 8 б родители` and ` 8бродители бродители родители`, so that «8б» finds it too.
 */
export function searchable(text: string): string {
  const words = wordsOf(text);
  const joined = words.slice(0, mostJoinedWords).map((_, index) => words.slice(index, mostJoinedWords).join(''));
  return ` ${words.join(' ')} ${joined.join(' ')}`;
}

/**
 * Makes the test that a query stands for: whether a text has, for each of its words, a word that begins so; in any order. A query
 * without a letter or digit finds all.
 *
 * @returns takes texts that were made {@link searchable}
 */
export function finder(query: string): (prepared: string) => boolean {
  const beginnings = wordsOf(query).map((word) => ` ${word}`);
  return (prepared) => beginnings.every((beginning) => prepared.includes(beginning));
}
