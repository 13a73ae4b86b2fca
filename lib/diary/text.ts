const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", shy: '' };

function decode(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  // Not a character: left as it stands, since `fromCodePoint` would throw.
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Without tags, entities and invisible characters. */
function bare(raw: string): string {
  // Most strings have none of these: told by one look, as a week holds a thousand of them.
  if (!/[<&\u00ad\u200b-\u200f\u2060\ufeff]/.test(raw)) return raw;
  return raw
    .replace(/<\/?[a-z!][^>]*>/gi, ' ')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, decode)
    .replace(invisible, '');
}

/**
 * The text a person would read in a string of the diary: without tags, entities, zero-width characters and doubled
 * spaces. The diary puts `<span>` and U+200B into any of its strings (source: eschool API). The result is text, never
 * markup: it may hold `<` and must not be rendered as HTML.
 */
export function plainText(raw: string): string {
  return bare(raw).replace(/\s+/g, ' ').trim();
}

/**
 * A form of a string that is the same wherever it is shown: {@link plainText} in lower case, ё as е, without any space.
 * Spaces go altogether because `<br>` and `<p>` leave none in a page's `textContent`.
 */
export function compact(raw: string): string {
  return raw && bare(raw).toLowerCase().replace(/\s+/g, '').replaceAll('ё', 'е');
}
