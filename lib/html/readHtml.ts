/**
 * Reads HTML as a browser would show it, without a DOM: nothing is loaded or run. For the background and the extension's
 * own pages; never part of what is injected.
 */
import { decodeReferences } from './references';
import { readTokens } from './tokens';

/** What somebody wrote, as it is read: in words, and the addresses behind them. */
export interface Writing {
  /** One line, without invisible characters. */
  text: string;
  /** The addresses of its links, in order, unproven. */
  hrefs: readonly string[];
}

/** Longer texts are read up to here; characters. */
const longestSource = 50_000;

/** Tags that do not part words: a link may run through them. Every other parts. */
const inline = /^(?:b|bdi|bdo|code|em|font|i|mark|s|small|span|strong|tt|u|wbr|\w+:\w+)$/;

/** `<https://…>` and `<vk.com/…>` are addresses that somebody put into brackets; a browser takes them for tags. */
const bracketed = /^(?:https?:|[a-z\d][a-z\d-]*\.)/i;

/**
 * What is read in a string that is HTML or plain text: named and numeric references, comments, Word's conditional ones,
 * `<style>`, `title="a > b"` as browsers take them.
 *
 * @param source untrusted; only its first 50,000 characters are read, in one go whatever they are
 */
export function readHtml(source: string): Writing {
  // Most strings of a diary are plain: told by one look.
  if (!/[<&]/.test(source)) return { text: oneLine(source.slice(0, longestSource)), hrefs: [] };
  const html = source.slice(0, longestSource);
  const hrefs: string[] = [];
  let text = '';
  const onTag = (tag: string) => {
    if (!inline.test(tag)) text += ' ';
  };
  readTokens(html, {
    onText(written, hidden) {
      if (!hidden) text += decodeReferences(written);
    },
    onOpen(name, attributes, source) {
      if (bracketed.test(name)) {
        hrefs.push(oneLine(source));
        return;
      }
      const href = name === 'a' ? attributes.get('href') : undefined;
      if (href !== undefined) hrefs.push(oneLine(decodeReferences(href, true)));
      onTag(name);
    },
    onClose: onTag,
  });
  return { text: oneLine(text), hrefs };
}

/** The text of HTML or plain text, as one line. */
export function plainText(source: string): string {
  return readHtml(source).text;
}

/** Without invisible characters; runs of space are one. */
function oneLine(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
