/** Of longer texts only so much is compared: a row with such a text is not worth the page's time. Characters. */
export const longestText = 10_000;

/** Soft hyphens, zero-width characters and marks of direction: the diary puts U+200B into any of its strings. */
const invisible = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/g;

/**
 * A form of a shown text that is the same wherever it is shown: lower case, ё as е, without invisible characters and without
 * any space. Spaces go altogether because `<br>` and `<p>` leave none in a page's `textContent`.
 *
 * @param text what is read on the screen, never markup
 */
export function compact(text: string): string {
  return text.slice(0, longestText).toLowerCase().replace(invisible, '').replaceAll('ё', 'е');
}
