/** A text as it is searched: case, ё = е and punctuation do not matter. */
function comparable(text: string): string {
  return text
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Endings of Russian words are worth three letters at most: «родителя» finds «родители». */
function stem(word: string): string {
  return word.length > 5 ? word.slice(0, Math.max(5, word.length - 3)) : word;
}

/**
 * The texts in which every word of the query begins a word, in their order; all of them for an empty query.
 *
 * @example searchTexts(['Два родителя', 'Код из СМС'], 'родителей') // [0]
 */
export function searchTexts(texts: readonly string[], query: string): number[] {
  const wanted = comparable(query).split(' ').filter(Boolean).map(stem);
  return texts.flatMap((text, index) => {
    const present = ` ${comparable(text)}`;
    return wanted.every((word) => present.includes(` ${word}`)) ? [index] : [];
  });
}
