import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { isParentInvitation, readSferumAddress } from './invitation';

/** What a person has pasted to be checked. `address` is what may be opened. */
export type Pasted =
  | { kind: 'empty' }
  /** Words without a link. */
  | { kind: 'notALink' }
  /** A link of another site, look-alikes of Сферум's included. */
  | { kind: 'foreign'; host: string }
  /** A link of VK that may be an invitation or anything else: not opened, but copied. */
  | { kind: 'unknown'; link: string }
  | { kind: 'call'; address: string }
  | { kind: 'chat'; address: string }
  | { kind: 'invitation'; address: string }
  /** A link of Сферум whose form is not known: it may be an invitation all the same. */
  | { kind: 'sferum'; address: string };

/** Pieces of a text between which no link goes on. */
const separators = /[\s<>«»"“”„]+/u;

/** Punctuation of the sentence around a link. */
const surroundings = /^[([{'’]+|[.,;:!?)\]}'’]+$/g;

/** A scheme, also in the middle of a piece: «Ссылка:https://…». */
const scheme = /https?:\/\//i;

/** A link without its scheme. Two sentences without a space between them are none: only Latin or Russian zones count. */
const bare = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:[a-z]{2,}|рф)(?::\d+)?(?:[/?#]|$)/iu;

/** Hosts of VK whose links may be an invitation: real ones were seen on `web.vk.me`, as `vk.me/join/…` and behind `vk.cc`. */
const vkHosts = /^(?:(?:[a-z0-9-]+\.)?vk\.(?:me|com|ru)|vk\.cc)$/;

/** The most telling link of a text is the one that is meant. */
const order: readonly Pasted['kind'][] = ['invitation', 'sferum', 'chat', 'call', 'unknown', 'foreign'];

/**
 * What a pasted text is. Messengers add words around a link, leave out `https://` or write `http://`: all that is fine.
 *
 * @example readPasted('Пётр приглашает вас: sferum.ru/?p=invite_parent&invite=4f2a').kind // 'invitation'
 */
export function readPasted(text: string): Pasted {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const found = trimmed.split(separators).flatMap((piece) => readPiece(piece.replace(surroundings, '')) ?? []);
  const [best] = found.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return best ?? { kind: 'notALink' };
}

function readPiece(piece: string): Pasted | null {
  const start = piece.search(scheme);
  if (start < 0 && !bare.test(piece)) return null;
  const address = `https://${start < 0 ? piece : piece.slice(start).replace(scheme, '')}`;
  if (!URL.canParse(address)) return null;
  const call = recognizeJoinLink(address);
  if (call) return { kind: 'call', address: call.address };
  const url = readSferumAddress(address);
  if (!url) return readForeign(new URL(address));
  if (url.searchParams.get('p') === 'messages') return { kind: 'chat', address: url.href };
  return { kind: isParentInvitation(url.href) ? 'invitation' : 'sferum', address: url.href };
}

function readForeign(url: URL): Pasted {
  const plain = url.port === '' && url.username === '' && url.password === '';
  return plain && vkHosts.test(url.hostname)
    ? { kind: 'unknown', link: url.href }
    : { kind: 'foreign', host: url.hostname };
}
