import { recognizeJoinLink } from '../calls/joinLink';
import { isParentInvitation, readSferumAddress } from './invitation';

/** What a person has pasted to be checked. `address` is what may be opened. */
export type Pasted =
  | { kind: 'empty' }
  /** Words without a link. */
  | { kind: 'notALink' }
  /** A link of another site, look-alikes of Сферум's included. */
  | { kind: 'foreign'; host: string }
  | { kind: 'call'; address: string }
  | { kind: 'chat'; address: string }
  | { kind: 'invitation'; address: string }
  /** A link of Сферум whose form is not known: it may be an invitation all the same. */
  | { kind: 'sferum'; address: string };

/** An address as people write it in a message, with or without its scheme; Russian host names count. */
const links = /(?:https?:\/\/)?(?:[\p{L}\p{N}_-]+\.)+[\p{L}][\p{L}\p{N}-]+(?::\d+)?(?:[/?#][^\s<>«»"“”]*)?/giu;

/** Two sentences without a space between them are no link: a bare name is one only under a Latin or Russian zone. */
const isLink = (text: string) => /^https?:|[/?#]|\.(?:[a-z]{2,}|рф)$/i.test(text);

/** Punctuation of the sentence around a link. */
const trailing = /[.,;:!?)\]}'’]+$/;

/** The most telling link of a text is the one that is meant. */
const order: readonly Pasted['kind'][] = ['invitation', 'sferum', 'chat', 'call', 'foreign'];

/**
 * What a pasted text is. Messengers add words around a link, leave out `https://` or write `http://`: all that is fine.
 *
 * @example readPasted('Пётр приглашает вас: sferum.ru/?p=invite_parent&invite=4f2a').kind // 'invitation'
 */
export function readPasted(text: string): Pasted {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const candidates = (trimmed.match(links) ?? []).map((link) => link.replace(trailing, '')).filter(isLink);
  const found = candidates.flatMap((link) => readLink(link) ?? []);
  const [best] = found.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return best ?? { kind: 'notALink' };
}

function readLink(link: string): Pasted | null {
  const address = `https://${link.replace(/^https?:\/\//i, '')}`;
  if (!URL.canParse(address)) return null;
  const call = recognizeJoinLink(address);
  if (call) return { kind: 'call', address: call.address };
  const url = readSferumAddress(address);
  if (!url) return { kind: 'foreign', host: new URL(address).hostname };
  if (url.searchParams.get('p') === 'messages') return { kind: 'chat', address: url.href };
  return { kind: isParentInvitation(url.href) ? 'invitation' : 'sferum', address: url.href };
}
