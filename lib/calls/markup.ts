/**
 * Reads the diary's texts, which are plain or HTML, without a DOM: nothing is parsed by the page, nothing is loaded or run.
 */

/** A stretch of text as a reader sees it, or the address behind a link. */
export type HtmlPiece = { kind: 'text'; text: string } | { kind: 'address'; address: string };

/**
 * Comments, elements whose content is not text, and tags. `<https://…>` and `<vk.com/…>` are no tags. No `<`
 * stands in a tag, so that a hostile text is read in one go.
 */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)[\s>][\s\S]*?(?:<\/\1\s*>|$)|<(\/?[a-z][a-z0-9]*(?::[a-z][a-z0-9]*)?)((?:[\s/](?:"[^"<]*"|'[^'<]*'|[^"'<>])*)?)>/gi;

/** Tags that do not part words: a link may run through them. Every other parts. */
const inline = /^\/?(?:b|bdi|bdo|code|em|font|i|mark|s|small|span|strong|tt|u|wbr|\w+:\w+)$/i;

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '',
  zwnj: '',
  zwj: '',
};

/** Decodes the character references that editors write and removes zero-width and other invisible characters. */
function decode(text: string): string {
  return text
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/\p{Cf}/gu, '');
}

/**
 * Cuts a text, HTML or plain, into what is read and the addresses of its links, in order.
 *
 * @param html untrusted; only its first 50,000 characters are read
 */
export function htmlPieces(html: string): HtmlPiece[] {
  const source = html.slice(0, 50_000);
  const pieces: HtmlPiece[] = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(markup)) {
    text += source.slice(from, match.index);
    from = match.index + match[0].length;
    const [, , name, attributes] = match;
    if (name && inline.test(name)) continue;
    text += ' ';
    const href =
      name && /^a$/i.test(name) ? /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes ?? '') : null;
    if (!href) continue;
    pieces.push(
      { kind: 'text', text: decode(text) },
      { kind: 'address', address: decode(href[1] ?? href[2] ?? href[3] ?? '') },
    );
    text = '';
  }
  pieces.push({ kind: 'text', text: decode(text + source.slice(from)) });
  return pieces;
}

/** The text of an HTML or plain text as one line. */
export function plainText(html: string): string {
  return htmlPieces(html)
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
