/**
 * What the address of a parent's invitation looks like. Part of a content script that runs on every page of Сферум: small,
 * no dependency.
 */

import { sferumHosts } from '@/lib/sites/sferum';

/** The exact form of an invitation is not public: one of these stands in the path or the query, in any case. */
export const invitationWords: readonly string[] = ['invite', 'invitation', 'priglas', 'parent'];

/** Values of `p` that name another page, whatever else stands in the query: the code of a chat or a call may hold anything. */
const otherPages: readonly string[] = ['messages', 'join_call_page', 'download_app'];

/** An https address on Сферум's own hosts, without credentials and port; `null` for any other. */
export function readSferumAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return plain && sferumHosts.includes(url.hostname) ? url : null;
}

/**
 * Whether an address is that of a parent's invitation. The part after `#` says nothing: it is not sent to Сферум.
 *
 * @example isParentInvitation('https://sferum.ru/?p=invite_parent&invite=4f2a') // true
 */
export function isParentInvitation(address: string): boolean {
  const url = readSferumAddress(address);
  if (!url) return false;
  const { searchParams } = url;
  if (otherPages.includes(searchParams.get('p') ?? '') || searchParams.has('call_link')) return false;
  const text = [decode(url.pathname), ...[...searchParams].flat()].join(' ').toLowerCase();
  return invitationWords.some((word) => text.includes(word));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
