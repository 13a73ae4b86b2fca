/**
 * Recognition of join links: an address is opened only when it is proven, against the one table below, to open a call.
 * The forms are those of VK and MAX as their clients write them; the other
 * services' as their invitations write them (2024–2026).
 */
import type { Lesson } from '@/lib/diary/types';
import { htmlPieces, plainText } from './markup';
import type { CallService, JoinLink, LessonLink } from './types';

/** A query key that is kept; all others are dropped. */
export interface QueryRule {
  key: string;
  /** Form of the value as written: an encoded value is never accepted. */
  form: RegExp;
  /** `id` is what distinguishes the call, `needed` must be there, `optional` is kept when it has the form. */
  role: 'id' | 'needed' | 'optional';
}

/** One form of a service's addresses. */
export interface JoinLinkRow {
  service: CallService;
  /** The form as people write it. */
  form: string;
  /** Exact hosts; `*.` stands for exactly one label. */
  hosts: readonly string[];
  /** The whole path as written. Its groups, joined by a slash, distinguish the call. */
  path: RegExp;
  query: readonly QueryRule[];
}

const base64url = /^[A-Za-z0-9_-]{16,128}$/;
const password: QueryRule = { key: 'psw', form: /^[A-Za-z0-9_.~=-]{1,128}$/, role: 'needed' };
const webinarHosts = ['my.mts-link.ru', 'events.mts-link.ru', 'mts-link.ru', 'my.webinar.ru', 'events.webinar.ru'];

/** Every address that can be opened as a call. The first row that an address fits is its row. */
export const joinLinkTable: readonly JoinLinkRow[] = [
  {
    service: 'vk',
    form: 'https://vk.com/call/join/<id>',
    hosts: ['vk.com', 'vk.ru', 'm.vk.com', 'm.vk.ru', 'web.vk.me'],
    path: /^\/call\/join\/([A-Za-z0-9_-]{16,128})$/,
    query: [],
  },
  {
    service: 'vk',
    form: 'https://sferum.ru/?call_link=<id>',
    hosts: ['sferum.ru', 'me.sferum.ru'],
    path: /^\/$/,
    query: [{ key: 'call_link', form: base64url, role: 'id' }],
  },
  {
    service: 'vk',
    form: 'https://sferum.ru/?p=join_call_page&callId=<id>',
    hosts: ['sferum.ru', 'me.sferum.ru'],
    path: /^\/$/,
    query: [
      { key: 'p', form: /^join_call_page$/, role: 'needed' },
      { key: 'callId', form: base64url, role: 'id' },
    ],
  },
  {
    service: 'max',
    form: 'https://max.ru/joincall/<id>',
    hosts: ['max.ru'],
    path: /^\/joincall\/([A-Za-z0-9_-]{16,128})$/,
    query: [],
  },
  {
    service: 'telemost',
    form: 'https://telemost.yandex.ru/j/<digits>',
    hosts: ['telemost.yandex.ru', 'telemost.360.yandex.ru'],
    path: /^\/j\/(\d{6,32})$/,
    query: [],
  },
  {
    service: 'ktalk',
    form: 'https://<organisation>.ktalk.ru/<room>',
    hosts: ['*.ktalk.ru'],
    // One segment; those that are pages of the service itself are no rooms.
    path: /^\/(?!(?:api|admin|auth|calendar|chats?|contacts|content|help|history|home|join|login|logout|meetings?|profile|recordings?|rooms?|search|settings|system|users?)$)([A-Za-z0-9_-]{2,128})$/i,
    query: [{ key: 'pinCode', form: /^\d{1,12}$/, role: 'optional' }],
  },
  {
    service: 'mtslink',
    form: 'https://my.mts-link.ru/j/<organisation>/<event>',
    hosts: webinarHosts,
    // A running event adds its session. `record` and `record-new` are recordings, not calls.
    path: /^\/j\/([A-Za-z0-9_-]{1,64})\/([A-Za-z0-9_-]{1,64})(?:\/(?:session|stream|stream-new)\/\d{1,20})?$/,
    query: [],
  },
  {
    service: 'mtslink',
    form: 'https://events.webinar.ru/<organisation>/<event digits>',
    hosts: webinarHosts,
    path: /^\/(?!api\/)([A-Za-z0-9_-]{2,64})\/(\d{5,20})(?:\/(?:session|stream|stream-new)\/\d{1,20})?$/,
    query: [],
  },
  {
    service: 'jazz',
    form: 'https://salutejazz.ru/calls/<id>?psw=<password>',
    hosts: ['salutejazz.ru', 'jazz.sber.ru'],
    path: /^\/calls\/([A-Za-z0-9_-]{4,64})$/,
    // Without the password the service asks the person for it.
    query: [{ ...password, role: 'optional' }],
  },
  {
    service: 'jazz',
    form: 'https://jazz.sber.ru/<id>?psw=<password>',
    hosts: ['jazz.sber.ru', 'salutejazz.ru'],
    path: /^\/([A-Za-z0-9_-]{4,64})$/,
    // Here the password alone tells a call from a page of the site.
    query: [password],
  },
];

/** Hosts of the services themselves, never an organisation's. */
const reservedLabels =
  /^(?:xn--.*|www\d*|api|app|admin|assets|auth|blog|cdn|dev|dl|docs|download|files|go|help|id|img|login|m|mail|my|static|status|st|stage|support|test|updates?)$/;

/**
 * Recognises an address that opens a call.
 *
 * The address must be whole and plain: https, an exact host with no credentials and no port (a written `:443` neither), no
 * encoded, hidden or foreign character up to the query. It is read by `URL` and by eye, and both must see the same.
 *
 * @returns the call's plain address, which alone may be opened; `null` for anything else
 */
export function recognizeJoinLink(address: string): JoinLink | null {
  if (address.length > 2048 || /[\s\\\p{C}]/u.test(address)) return null;
  const written = /^https:\/\/([a-z0-9.-]+)(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/i.exec(address);
  if (!written) return null;
  const host = (written[1] ?? '').toLowerCase();
  const path = written[2] ?? '/';
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.origin !== `https://${host}` || url.pathname !== path) return null;

  for (const row of joinLinkTable) {
    const found = row.hosts.some((pattern) => isHost(host, pattern)) ? row.path.exec(path) : null;
    const query = found && readQuery(row.query, written[3] ?? '');
    if (!found || !query) continue;
    const label = row.hosts[0]?.startsWith('*.') ? [host] : [];
    return {
      service: row.service,
      address: `https://${host}${path}${query.kept.length ? `?${query.kept.join('&')}` : ''}`,
      callKey: `${row.service}:${[...label, ...found.slice(1), ...query.ids].join('/')}`,
    };
  }
  return null;
}

function isHost(host: string, pattern: string): boolean {
  if (!pattern.startsWith('*')) return host === pattern;
  const suffix = pattern.slice(1);
  const label = host.slice(0, -suffix.length);
  return host.endsWith(suffix) && /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label) && !reservedLabels.test(label);
}

/** The kept keys as written, in the table's order; `null` when one that must be there is not, or is there twice. */
function readQuery(rules: readonly QueryRule[], query: string): { kept: string[]; ids: string[] } | null {
  const kept: string[] = [];
  const ids: string[] = [];
  for (const { key, form, role } of rules) {
    const values = query
      .split('&')
      .filter((pair) => pair.startsWith(`${key}=`))
      .map((pair) => pair.slice(key.length + 1));
    const value = values[0];
    if (value !== undefined && values.length === 1 && form.test(value)) {
      kept.push(`${key}=${value}`);
      if (role === 'id') ids.push(value);
    } else if (role !== 'optional') {
      return null;
    }
  }
  return { kept, ids };
}

/** An address in a field of its own: the whole of it must be a link, but for space around and punctuation behind. */
function recognizeField(field: string): JoinLink | null {
  const address = plainText(field).replace(trailing, '');
  return recognizeJoinLink(address) ?? recognizeJoinLink(`https://${address}`);
}

const trailing = /[.,;:!?…()[\]{}*»]+$/u;
const linkStart = /https:\/\/|[a-z\d](?:[a-z\d-]*\.)+[a-z]{2,}(?=[/?])/i;
const linkRun = /^[^\s"'<>`|?#\u0080-\uffff]+(?:[?#][^\s"'<>`|«»“”„]*)?/;
/** Two links with nothing but a comma or bracket between. */
const glue = /[,;()[\]{}]+(?=https:\/\/)/i;

/**
 * Links in one word, a run without spaces. Where the word holds another address, or anything that could be part of one, the
 * rest of it is given up: what stands there may be the tail of that address.
 */
function linksInWord(word: string): JoinLink[] {
  const links: JoinLink[] = [];
  // Two addresses of the greatest length; what is longer is no writing of a teacher.
  let rest = word.length > 4096 ? '' : word;
  for (let start = linkStart.exec(rest); start; start = linkStart.exec(rest)) {
    const bare = !start[0].includes(':');
    const before = rest.slice(0, start.index);
    if (/[a-z/?=&#%@\\]|[\p{L}\d]\.[\p{L}\d]/iu.test(before)) break;
    // «пример-vk.com» and «пример.vk.com» are hosts of their own; «Ссылка:vk.com» is not.
    if (bare && !/(?:^|[^\p{L}\p{N}\p{M}._-])$|^-+$/u.test(before)) break;

    const from = rest.slice(start.index);
    const run = linkRun.exec(from)?.[0] ?? '';
    const single = run.slice(0, glue.exec(run)?.index ?? run.length);
    const address = single.replace(trailing, '');
    const next = from.slice(single.length);
    // A letter of another alphabet right behind: where the address ends cannot be told.
    if (address === single && /^[\p{L}\p{M}\p{N}]/u.test(next)) break;
    const link = recognizeJoinLink(bare ? `https://${address}` : address);
    if (!link) break;
    links.push(link);
    rest = next;
  }
  return links;
}

/** Keeps the first of each call; a later one gives its name where the first has none. */
function unique<Link extends JoinLink>(links: Iterable<Link>): Link[] {
  const byKey = new Map<string, Link>();
  for (const link of links) {
    const first = byKey.get(link.callKey);
    if (!first) byKey.set(link.callKey, link);
    else if ('name' in first && 'name' in link && !first.name) first.name = link.name;
  }
  return [...byKey.values()];
}

/**
 * Finds the join links of a text, HTML or plain, in its order, each call once: in words, with or without `https://`, and in the
 * `href` of links. Zero-width characters and punctuation around do not matter. A link that is part of another address is
 * not one.
 */
export function findJoinLinks(text: string): JoinLink[] {
  // Most homework holds no address at all.
  if (!/[./]/.test(text)) return [];
  const links: JoinLink[] = [];
  for (const piece of htmlPieces(text)) {
    if (piece.kind === 'text') links.push(...piece.text.split(/\s+/).flatMap(linksInWord));
    else links.push(...[recognizeField(piece.address)].filter((link) => link !== null));
  }
  return unique(links);
}

/**
 * The join links of a lesson itself, wherever its teacher put them, each call once: materials first, then homework, individual
 * homework, theme, comment and remarks.
 */
export function lessonLinks(lesson: Lesson): LessonLink[] {
  const attached = (address: string, name: string): LessonLink[] => {
    const link = address ? recognizeField(address) : null;
    const inName = findJoinLinks(name);
    const shown = inName.length ? '' : plainText(name);
    return [...(link ? [{ ...link, name: shown }] : []), ...inName.map((found) => ({ ...found, name: '' }))];
  };
  const written = (text: string): LessonLink[] => findJoinLinks(text).map((link) => ({ ...link, name: '' }));
  return unique([
    ...lesson.materials.flatMap((material) => attached(material.address, material.name)),
    ...written(lesson.homework),
    ...lesson.individualHomework.flatMap((task) => [...attached(task.address, task.name), ...written(task.text)]),
    ...written(lesson.theme),
    ...written(lesson.comment),
    ...written(lesson.remarks),
  ]);
}
