/** Genuine addresses of calls and everything that looks like one, made by chance. */
import fc from 'fast-check';
import type { CallService } from '@/lib/calls/types';

/** Written anew, on purpose, without a look at the table: what an address that is opened may look like. */
const forms: Record<CallService, string[]> = {
  vk: [
    '^https://web\\.vk\\.me/call/join/[\\w-]{16,128}$',
    '^https://calls\\.vk\\.com/join/[\\w-]{16,128}$',
    '^https://(?:me\\.)?sferum\\.ru/\\?call_link=[\\w-]{16,128}$',
    '^https://(?:me\\.)?sferum\\.ru/\\?p=join_call_page&callId=[\\w-]{16,128}$',
  ],
  max: ['^https://(?:web\\.)?max\\.ru/joincall/[\\w-]{16,128}$'],
  telemost: ['^https://telemost\\.(?:(?:360\\.)?yandex\\.ru|yandex\\.com)/j/\\d{10,14}$'],
  ktalk: ['^https://[a-z0-9]([a-z0-9-]*[a-z0-9])?\\.ktalk\\.ru/[\\w-]{2,128}(?:\\?pinCode=\\d{1,12})?$'],
  mtslink: ['^https://(?:[a-z0-9-]+\\.)?mts-link\\.ru/j/[\\w-]+/[\\w-]+(?:/(?:session|stream|stream-new)/\\d+)?$'],
  webinar: ['^https://(?:my|events)\\.webinar\\.ru/(?:event/)?[\\w-]+/\\d+(?:/(?:session|stream|stream-new)/\\d+)?$'],
  jazz: [
    '^https://salutejazz\\.ru/calls/[a-z0-9]{6,8}(?:\\?psw=[\\w.~=-]{1,128})?$',
    '^https://jazz\\.sber\\.ru/(?:#/calls/)?[a-z0-9]{6,8}\\?psw=[\\w.~=-]{1,128}$',
  ],
  wbstream: ['^https://stream\\.wb\\.ru/room/[\\da-fA-F-]{36}$'],
  dion: ['^https://dion\\.vc/event/[\\w-]{2,128}$'],
  pruffme: ['^https://pruffme\\.com/(?:webinar/?\\?id=[\\da-fA-F]{32}|landing/u\\d+/[\\w-]+)$'],
  zoom: [
    '^https://(?:[a-z0-9-]+\\.)?zoom\\.us/(?:[jsw]/\\d{9,11}|wc/\\d{9,11}/join|wc/join/\\d{9,11}|my/[\\w.-]+)(?:\\?pwd=[\\w.-]+)?$',
  ],
  meet: ['^https://meet\\.google\\.com/(?:[a-zA-Z]{3}-[a-zA-Z]{4}-[a-zA-Z]{3}|lookup/[\\w-]+)$'],
  teams: [
    '^https://teams\\.(?:microsoft|live)\\.com/(?:meet/\\d+(?:\\?p=[\\w-]+)?|l/meetup-join/[\\w%:@.]+/\\d+(?:\\?context=[\\w%:{}",-]+)?)$',
  ],
  jitsi: ['^https://meet\\.jit\\.si/[\\w-]{2,128}$'],
  webex: ['^https://[a-z0-9-]+\\.webex\\.com/(?:(?:meet|join)/[\\w.-]+|[\\w.-]+/j\\.php\\?MTID=\\w+)$'],
};
export const openable = new RegExp(Object.values(forms).flat().join('|'));

export const text = (characters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
const digits = '0123456789';
export const small = `abcdefghijklmnopqrstuvwxyz${digits}`;
const base64url = `${small}ABCDEFGHIJKLMNOPQRSTUVWXYZ-_`;
const id = text(base64url, 16, 128);

/** The parts of a genuine address. */
interface Parts {
  host: string;
  path: string;
  query: string;
}
const parts = (hosts: string[], path: fc.Arbitrary<string>, query: fc.Arbitrary<string> = fc.constant('')) =>
  fc.record<Parts>({ host: fc.constantFrom(...hosts), path, query });
const uuid = fc.uuid();
/** Addresses of every service that are opened. */
const genuine: Record<CallService, fc.Arbitrary<Parts>> = {
  vk: fc.oneof(
    parts(
      ['vk.com', 'vk.ru', 'm.vk.com', 'm.vk.ru', 'web.vk.me'],
      id.map((value) => `/call/join/${value}`),
    ),
    parts(
      ['calls.vk.com'],
      id.map((value) => `/join/${value}`),
    ),
    parts(
      ['sferum.ru', 'me.sferum.ru'],
      fc.constant('/'),
      id.map((value) => `?call_link=${value}`),
    ),
    parts(
      ['sferum.ru', 'me.sferum.ru'],
      fc.constant('/'),
      id.map((value) => `?p=join_call_page&callId=${value}`),
    ),
  ),
  max: parts(
    ['max.ru', 'web.max.ru'],
    id.map((value) => `/joincall/${value}`),
  ),
  telemost: parts(
    ['telemost.yandex.ru', 'telemost.360.yandex.ru', 'telemost.yandex.com'],
    text(digits, 10, 14).map((value) => `/j/${value}`),
  ),
  ktalk: parts(
    ['school4.ktalk.ru', '2a14p7ld.ktalk.ru'],
    text(small, 8, 20).map((value) => `/${value}`),
  ),
  mtslink: parts(
    ['my.mts-link.ru', 'school4.mts-link.ru'],
    text(digits, 6, 12).map((value) => `/j/12345678/${value}`),
  ),
  webinar: parts(
    ['events.webinar.ru'],
    text(digits, 6, 12).map((value) => `/school4/${value}`),
  ),
  jazz: parts(
    ['jazz.sber.ru'],
    text(small, 6, 8).map((value) => `/${value}`),
    text(base64url, 8, 30).map((value) => `?psw=${value}`),
  ),
  wbstream: parts(
    ['stream.wb.ru'],
    uuid.map((value) => `/room/${value}`),
  ),
  dion: parts(
    ['dion.vc'],
    text(base64url, 4, 30).map((value) => `/event/${value}`),
  ),
  pruffme: parts(
    ['pruffme.com'],
    fc.constant('/webinar/'),
    uuid.map((value) => `?id=${value.replaceAll('-', '')}`),
  ),
  zoom: parts(
    ['zoom.us', 'us04web.zoom.us', 'school.zoom.us'],
    text(digits, 9, 11).map((value) => `/j/${value}`),
    text(base64url, 8, 30).map((value) => `?pwd=${value}`),
  ),
  meet: parts(
    ['meet.google.com'],
    text('abcdefghijklmnopqrstuvwxyz', 10, 10).map(
      (value) => `/${value.slice(0, 3)}-${value.slice(3, 7)}-${value.slice(7)}`,
    ),
  ),
  teams: parts(
    ['teams.live.com', 'teams.microsoft.com'],
    text(digits, 10, 14).map((value) => `/meet/${value}`),
    text(base64url, 8, 30).map((value) => `?p=${value}`),
  ),
  jitsi: parts(
    ['meet.jit.si'],
    text(small, 4, 30).map((value) => `/Room${value}`),
  ),
  webex: parts(
    ['school4.webex.com'],
    text(small, 4, 20).map((value) => `/meet/${value}`),
  ),
};
export const address: fc.Arbitrary<Parts> = fc.oneof(...Object.values(genuine));
/** Where the address of a genuine call is opened. */
export const openedOf = ({ host, path, query }: Parts) =>
  path.startsWith('/call/join/') ? `https://web.vk.me${path}` : `https://${host}${path}${query}`;

const insert = (whole: string, at: number, what: string) => {
  const index = at % (whole.length + 1);
  return whole.slice(0, index) + what + whole.slice(index);
};
/** Replaces a letter of the host by one that looks like it. */
const homoglyphs: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  m: 'м',
  o: 'о',
  r: 'г',
  s: 'ѕ',
  u: 'ц',
  v: 'ν',
  w: 'ѡ',
  x: 'х',
  b: 'Ь',
  t: 'т',
  y: 'у',
  j: 'ј',
  z: 'ᴢ',
  l: 'ӏ',
  d: 'ԁ',
  n: 'ո',
  f: 'ғ',
  2: '２',
  3: '３',
  4: '４',
  6: '６',
  0: 'О',
  1: 'ӏ',
  p: 'р',
  h: 'һ',
  '.': '。',
  '-': '‐',
};
const evilHost = fc.oneof(
  fc
    .tuple(text(small, 1, 12), fc.constantFrom('com', 'ru', 'example', 'su', 'xyz'))
    .map(([name, top]) => `${name}-evil.${top}`),
  fc.constantFrom('evil.example', 'xn--80ak6aa92e.com', '127.0.0.1', '[::1]', 'localhost', 'школа.рф'),
);

/** The first label where it is an organisation's own, and another one is as good. */
const freeLabel = /^(?:school4?|2a14p7ld|us04web|my(?=\.mts-link))(?=\.)/;

type Mutation = (parts: Parts, seed: { at: number; name: string; evil: string; port: number }) => string;
/** Every way to make an address look like a call that it is not. */
const mutations: Record<string, Mutation> = {
  'a host behind': ({ host, path, query }, { evil }) => `https://${host}.${evil}${path}${query}`,
  'a host in front': ({ host, path, query }, { name }) => `https://${name}x.sub.${host}${path}${query}`,
  'a longer first label': ({ host, path, query }, { name }) =>
    `https://${name}-evil${host.replace(freeLabel, '.a')}${path}${query}`,
  www: ({ host, path, query }) => `https://www.${host}${path}${query}`,
  'a trailing dot': ({ host, path, query }) => `https://${host}.${path}${query}`,
  credentials: ({ host, path, query }, { evil }) => `https://${host}@${evil}${path}${query}`,
  'credentials of the host': ({ host, path, query }, { name }) => `https://${name}@${host}${path}${query}`,
  'credentials with a password': ({ host, path, query }, { name, evil }) =>
    `https://${host}:${name}@${evil}${path}${query}`,
  'a port': ({ host, path, query }, { port }) => `https://${host}:${port}${path}${query}`,
  'another scheme': ({ host, path, query }, { at }) =>
    `${['https+http', 'ftp', 'javascript', 'data', 'file', 'blob:https', 'view-source:https', 'ws', 'wss', 'httpss', 'vk'][at % 11]}://${host}${path}${query}`,
  'a script': ({ host, path, query }) => `javascript:location.href='https://${host}${path}${query}'`,
  'a redirect': ({ host, path, query }, { evil }) => `https://${evil}/?to=https://${host}${path}${query}`,
  'an encoded redirect': ({ host, path, query }, { evil }) =>
    `https://${evil}/?to=${encodeURIComponent(`https://${host}${path}${query}`)}`,
  'a redirect of the host': ({ host, path, query }) => `https://${host}/away.php?to=https://${host}${path}${query}`,
  'inside a path': ({ host, path, query }, { evil }) => `https://${evil}/https://${host}${path}${query}`,
  'inside a fragment': ({ host, path, query }, { evil }) => `https://${evil}/#https://${host}${path}${query}`,
  'an encoded slash': ({ host, path, query }) => `https://${host}/${path.slice(1).replaceAll('/', '%2F')}%2f${query}`,
  'an encoded slash before the host’s end': ({ host, path, query }, { evil }) =>
    `https://${host}%2f.${evil}${path}${query}`,
  'a backslash': ({ host, path, query }, { at }) => insert(`https://${host}${path}${query}`, at, '\\'),
  'a control character': ({ host, path, query }, { at }) => {
    const whole = `https://${host}${path}${query}`;
    return insert(whole, 1 + (at % (whole.length - 1)), ['\t', '\n', '\r', '\0', '\u007f', '\u001f'][at % 6] ?? '\t');
  },
  'a foreign letter in the host': ({ host, path, query }, { at }) => {
    const index = at % host.length;
    return `https://${host.slice(0, index)}${homoglyphs[host[index] ?? ''] ?? 'ё'}${host.slice(index + 1)}${path}${query}`;
  },
  'an encoded letter in the host': ({ host, path, query }, { at }) => {
    const index = at % host.length;
    return `https://${host.slice(0, index)}%${host.charCodeAt(index).toString(16)}${host.slice(index + 1)}${path}${query}`;
  },
  'more path': ({ host, path, query }, { name }) => `https://${host}${path}/${name}/${name}${query}`,
  'a way back': ({ host, path, query }, { name }) => `https://${host}/${name}/..${path}${query}`,
  'a doubled slash': ({ host, path, query }) => `https://${host}//${path}${query}`,
  'slashes lost or won': ({ host, path, query }, { at }) =>
    `https:${['', '/', '///', '\\\\', '/\\'][at % 5]}${host}${path}${query}`,
  'a shorter id': ({ host }, { at, name }) =>
    `https://${host.includes('vk') ? host : 'vk.com'}/call/join/${name.slice(0, at % 16)}`,
  'a longer id': ({ host }, { at }) =>
    `https://${host.includes('vk') ? host : 'vk.com'}/call/join/${'A'.repeat(129 + (at % 200))}`,
};

export const mutated = fc
  .record({
    parts: address,
    mutation: fc.constantFrom(...Object.keys(mutations)),
    seed: fc.record({
      at: fc.nat(100_000),
      name: text(small, 1, 20),
      evil: evilHost,
      port: fc.integer({ min: 0, max: 65_535 }),
    }),
  })
  .map(({ parts, mutation, seed }) => ({ mutation, address: mutations[mutation]?.(parts, seed) ?? '' }));
