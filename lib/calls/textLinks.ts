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
 * A class of Unicode takes as long to be compiled as a page is to be read: it is reached only by texts that hold more than the letters
 * of an address.
 */
/** No host's name is without it, an invisible character between or not. */
const hostDot = /\.[a-zA-Z\u00ad\u0600-\uffff]/;
/** Has all invisible characters, and others. */
const mayBeInvisible = /[\u00ad\u0600-\u206f\ud800-\uffff]/;
const invisible = /\p{Cf}/gu;
const foreign = /[\u0080-\uffff]/;
/** What a text without the name of any service's host holds, is no link. */
const anyHost = new RegExp(
  [...new Set([...hosts, ...redirects.hosts].map((host) => host.replace('*.', '').replaceAll('.', '\\.')))].join('|'),
  'i',
);

/** Every part of it is bounded, so that a hostile text is read in one go. */
const linkStart = /https?:\/\/|(?<![a-z\d._-])[a-z\d](?:[a-z\d-]{0,62}\.){1,4}[a-z]{2,12}(?=[/?])/gi;
/** Behind such a character a host's name does not begin. */
const foreignLetter = /[\p{L}\p{N}\p{M}]$/u;
const linkRun = /^[^\s"'<>`|?#\u0080-\uffff]+(?:[?#][^\s"'<>`|«»‹›“”„]*)?/;
/** Two links with nothing but a comma or bracket between. */
const glue = /[,;()[\]{}]{1,3}(?=https?:\/\/)/i;
/** Words that teachers stick on behind: no address holds them. */
const gluedWords =
  /(?:пароль|пин-?код|пин|код|ключ|идентификатор|логин|доступ|вход|начало|время|ссылка|тема|урок|конференция)(?!\p{L})/iu;
/** A class in brackets right behind: «https://…(8Б)». */
const aside = /[([]\d{0,2}[«"“]?(?=[а-яё])/iu;
/** «8.30:https://…»: a time is no host. */
const time = /(?<![\d.])\d{1,2}\.\d{2}(?![\d.])/g;
const trailing = new Set('.,;:!?…()[]{}*»›”’');
/** A Russian word with an equals sign is no part of a query: «Ссылка=https://…». */
const equated = /^\p{Script=Cyrillic}{1,40}=$/u;
/** What stands before a colon is a label unless it is one of these. */
const schemes =
  /(?:^|[^a-z-])(?:https?|javascript|vbscript|data|blob|filesystem|file|ftp|wss?|intent|about|chrome|resource|view-source|mailto|tel|(?:chrome|moz)-extension)\W*$/i;

/** Most texts hold no link, and that is soon seen. An invisible character may stand in a host's name. */
export function mayHoldLink(text: string): boolean {
  return hostDot.test(text) && (anyHost.test(text) || hasInvisible(text));
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
    const end = Math.min(glue.exec(run)?.index ?? run.length, foreignEnd(from, run));
    const single = run.slice(0, end);
    const next = from.slice(end);
    const address = withoutTrailing(single);
    if (foreign.test(next) && isStuckOn(single, address, next)) break;
    const link = recognizeJoinLink(start[0].includes(':') ? address : `https://${address}`);
    if (!link) break;
    links.push(link);
    rest = next;
  }
  return links;
}

/** Where the first address of a word begins. */
function findStart(word: string): RegExpExecArray | null {
  linkStart.lastIndex = 0;
  for (let start = linkStart.exec(word); start; start = linkStart.exec(word)) {
    const before = word.slice(Math.max(0, start.index - 2), start.index);
    if (start[0].includes('/') || !foreign.test(before) || !foreignLetter.test(before)) return start;
    linkStart.lastIndex = start.index + 1;
  }
  return null;
}

/** Where words of another alphabet begin that are stuck on behind an address. */
function foreignEnd(from: string, run: string): number {
  const withNext = from.slice(0, run.length + 1);
  if (!foreign.test(withNext)) return run.length;
  return Math.min(gluedWords.exec(run)?.index ?? run.length, aside.exec(withNext)?.index ?? run.length);
}

/** A letter right behind, or a dash before a word stuck on: where the address ends cannot be told. */
function isStuckOn(single: string, address: string, next: string): boolean {
  if (gluedWords.exec(next)?.index === 0) return single.endsWith('-');
  return address === single && /^[\p{L}\p{M}\p{N}]/u.test(next);
}

/**
 * Whether what stands before an address in its word is a label («Sferum:», «8B:», «Ссылка=», «[link](», «урок‹») and no part of another
 * address.
 */
function isLabel(before: string): boolean {
  if (before === '' || equated.test(before)) return true;
  if (/[/?=&#%@\\]|[\p{L}\d]\.[\p{L}\d]/u.test(before.replace(time, ''))) return false;
  return !/[a-z]/i.test(before) || (/[^\p{L}\p{N}\p{M}._+-]$/u.test(before) && !schemes.test(before));
}

/** Without invisible characters; an ampersand that was escaped once too often is one. */
function visible(text: string): string {
  return (hasInvisible(text) ? text.replace(invisible, '') : text).replaceAll('&amp;', '&');
}

function hasInvisible(text: string): boolean {
  return mayBeInvisible.test(text) && text.search(invisible) >= 0;
}

function withoutTrailing(address: string): string {
  let end = address.length;
  while (end > 0 && trailing.has(address[end - 1] ?? '')) end -= 1;
  return address.slice(0, end);
}
