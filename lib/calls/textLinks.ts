/** Join links in what people write: in sentences, behind labels, in Markdown, broken by invisible characters. */
import { callServices } from './callServices';
import { recognizeJoinLink } from './joinLink';
import { redirects, type ServiceForm } from './serviceForm';
import type { JoinLink } from './types';

/** What is longer is no writing of a teacher: the rest is not read. */
export const longestSearched = 50_000;
/** Two addresses of the greatest length. */
const longestWord = 4096;

const hosts = Object.values(callServices).flatMap((forms) => forms.flatMap((form: ServiceForm) => form.hosts));
/*
 * A class of Unicode takes as long to be made as a page takes to be read: it stands where only texts get that hold more than the letters
 * of an address.
 */
const foreign = /[^\0-\x7f]/;
/** What a text without the name of any service's host holds, is no link. */
const anyHost = new RegExp(
  [...new Set([...hosts, ...redirects.hosts].map((host) => host.replace('*.', '').replaceAll('.', '\\.')))].join('|'),
  'i',
);

const linkRun = /^[^\s"'<>`|?#\u0080-\uffff]+(?:[?#][^\s"'<>`|«»‹›“”„]*)?/;
/** Two links with nothing but a comma or bracket between. */
const glue = /[,;()[\]{}]{1,3}(?=https?:\/\/)/i;
/** Words that teachers stick on behind: no address holds them. */
const gluedWords =
  /(?:пароль|пин-?код|пин|код|ключ|идентификатор|логин|доступ|вход|начало|время|ссылка|тема|урок|конференция)(?![a-z\u00c0-\u02c1\u0370-\u0482\u048a-\u1fff])/i;
/** A class in brackets right behind: «https://…(8Б)». */
const aside = /[([]\d{0,2}[«"“]?(?=[а-яё])/i;
/** «8.30:https://…»: a time is no host. */
const time = /(?<![\d.])\d{1,2}\.\d{2}(?![\d.])/g;
const trailing = new Set('.,;:!?…()[]{}*»›”’');
/** What stands before a colon is a label unless it is one of these. */
const schemes =
  /(?:^|[^a-z-])(?:https?|javascript|vbscript|data|blob|filesystem|file|ftp|wss?|intent|about|chrome|resource|view-source|mailto|tel|(?:chrome|moz)-extension)\W*$/i;

/** Most texts hold no link, and that is soon seen. An invisible character may stand in a host's name. */
export function mayHoldLink(text: string): boolean {
  // No host's name is without a dot and a letter, an invisible character between or not.
  return /\.[a-z\u00ad\u0600-\uffff]/i.test(text) && (anyHost.test(text) || withoutInvisible(text) !== text);
}

/**
 * Finds the join links of a plain text in its order, each call once: with or without `https://`, behind a label, with
 * punctuation or «Пароль» stuck on. A link that is part of another address is not one.
 *
 * @param text what a reader sees, untrusted; only its first 50,000 characters are read
 */
export function linksInText(text: string): JoinLink[] {
  if (!mayHoldLink(text)) return [];
  const words = visible(text.slice(0, longestSearched)).split(/\s+/);
  return uniqueLinks(words.flatMap((word) => (word.includes('.') ? linksInWord(word) : [])));
}

/** The join link in a field of its own: the whole of it must be one, but for space around and punctuation behind. */
export function linkInField(field: string): JoinLink | null {
  if (field.length > longestWord || !mayHoldLink(field)) return null;
  const address = withoutTrailing(visible(field).trim());
  return recognizeJoinLink(address) ?? recognizeJoinLink(`https://${address}`);
}

/**
 * Each call once, in the order in which they were found. Of several addresses of a call the first that opens where the
 * session is checked is kept, and the first name of them.
 */
export function uniqueLinks<Link extends JoinLink & { name?: string }>(links: Iterable<Link>): Link[] {
  const byKey = new Map<string, Link>();
  for (const link of links) {
    const first = byKey.get(link.callKey);
    if (!first) {
      byKey.set(link.callKey, link);
      continue;
    }
    const isBetter = first.hostSession === 'other' && link.hostSession === 'checked';
    const { address, hostSession } = isBetter ? link : first;
    const name = first.name || link.name;
    byKey.set(link.callKey, { ...first, address, hostSession, ...(name === undefined ? {} : { name }) });
  }
  return [...byKey.values()];
}

/**
 * Links in one word, a run without spaces. Where the word holds another address, or anything that could be part of one, the
 * rest of it is given up: what stands there may be the tail of that address.
 */
function linksInWord(word: string): JoinLink[] {
  const links: JoinLink[] = [];
  let rest = word.length > longestWord ? '' : word.replace(/^[-–—]{1,9}/, '');
  for (let start = findStart(rest); start; start = findStart(rest)) {
    if (!isLabel(rest.slice(0, start.index))) break;
    const from = rest.slice(start.index);
    const run = linkRun.exec(from)?.[0] ?? '';
    const ends = [glue, gluedWords].map((pattern) => pattern.exec(run)?.index ?? run.length);
    const end = Math.min(...ends, aside.exec(from.slice(0, run.length + 1))?.index ?? run.length);
    const single = run.slice(0, end);
    const next = from.slice(end);
    const address = withoutTrailing(single);
    // A letter of another alphabet right behind, or a dash before a word stuck on: where the address ends cannot be told.
    const isStuckOn = gluedWords.exec(next)?.index === 0;
    if (isStuckOn ? single.endsWith('-') : address === single && next > '~' && /^[\p{L}\p{M}\p{N}]/u.test(next)) break;
    const link = recognizeJoinLink(start[0].includes(':') ? address : `https://${address}`);
    if (!link) break;
    links.push(link);
    rest = next;
  }
  return links;
}

/** Where the first address of a word begins. Every part of a pattern is bounded, so that a hostile text is read in one go. */
function findStart(word: string): RegExpExecArray | null {
  const start = foreign.test(word)
    ? /https?:\/\/|(?<![\p{L}\p{N}\p{M}._-])[a-z\d](?:[a-z\d-]{0,62}\.){1,4}[a-z]{2,12}(?=[/?])/iu
    : /https?:\/\/|(?<![a-z\d._-])[a-z\d](?:[a-z\d-]{0,62}\.){1,4}[a-z]{2,12}(?=[/?])/i;
  return start.exec(word);
}

/**
 * Whether what stands before an address in its word is a label («Sferum:», «8B:», «Ссылка=», «[link](», «урок‹») and no part of another
 * address.
 */
function isLabel(before: string): boolean {
  // A Russian word with an equals sign is no part of a query: «Ссылка=https://…».
  if (before === '' || /^\p{Script=Cyrillic}{1,40}=$/u.test(before)) return true;
  if (/[/?=&#%@\\]|[\p{L}\d]\.[\p{L}\d]/u.test(before.replace(time, ''))) return false;
  return !/[a-z]/i.test(before) || (/[^\p{L}\p{N}\p{M}._+-]$/u.test(before) && !schemes.test(before));
}

/** Without invisible characters; an ampersand that was escaped once too often is one. */
function visible(text: string): string {
  return withoutInvisible(text).replaceAll('&amp;', '&');
}

function withoutInvisible(text: string): string {
  // Nothing else is asked of the letters in which a page is written.
  return /[\u00ad\u0600-\u206f\ud800-\uffff]/.test(text) ? text.replace(/\p{Cf}/gu, '') : text;
}

function withoutTrailing(address: string): string {
  let end = address.length;
  while (end > 0 && trailing.has(address[end - 1] ?? '')) end -= 1;
  return address.slice(0, end);
}
