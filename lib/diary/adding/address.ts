import { shippedDiaries } from '@/lib/diary/diaries';

/** Why an address is not taken as a diary's. Each has one sentence for people: `diaryAddress_<reason>`. */
export type AddressRefusal =
  | 'empty'
  /** No address at all, or one with no name of a site in it. */
  | 'notAnAddress'
  | 'notSecure'
  /** A name and a password stand in it. */
  | 'credentials'
  /** A number instead of a name, a port, a name of the home network. */
  | 'notPublic'
  /** VK, Сферум, MAX: never a diary, and the extension must not read them. */
  | 'messenger'
  | 'mail';

export type DiaryAddress =
  /** Works with no question asked. */
  | { kind: 'shipped'; origin: string }
  /** The person is asked for this one site. */
  | { kind: 'new'; origin: string }
  | { kind: 'refused'; reason: AddressRefusal };

const messengerHosts = [
  'vk.com',
  'vk.ru',
  'vk.me',
  'vk.cc',
  'userapi.com',
  'sferum.ru',
  'max.ru',
  'ok.ru',
  'tamtam.chat',
];

/** Whole domains of mail, and hosts of mail inside a larger one. */
const mailHosts = [
  'mail.ru',
  'mail.yandex.ru',
  'mail.yandex.com',
  'mail.google.com',
  'gmail.com',
  'mail.rambler.ru',
  'outlook.com',
  'outlook.live.com',
  'outlook.office.com',
  'mail.yahoo.com',
  'proton.me',
];

/** Longer than any address that a person copies; what comes after is not read. */
const longestAddress = 2000;

const isUnder = (hostname: string, domains: readonly string[]) =>
  domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));

/**
 * What a person copied from the address bar of their diary: any page of it, with or without `https://`. Nothing is asked of the
 * network here.
 *
 * @returns the diary's origin (`https://host`, a Russian name in its encoded form), or why it is none
 */
export function readDiaryAddress(text: string): DiaryAddress {
  const trimmed = text.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();
  if (trimmed === '') return { kind: 'refused', reason: 'empty' };
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed);
  const written = hasScheme ? trimmed : `https://${trimmed}`;
  if (/\s/.test(trimmed) || trimmed.length > longestAddress || !URL.canParse(written)) return refused('notAnAddress');
  const { hostname, origin, password, port, protocol, username } = new URL(written);
  if (username !== '' || password !== '') return refused('credentials');
  if (protocol === 'http:') return refused('notSecure');
  if (protocol !== 'https:') return refused('notAnAddress');
  const name = hostname.replace(/\.$/, '');
  if (
    port !== '' ||
    name.startsWith('[') ||
    /^[\d.]+$/.test(name) ||
    /(^|\.)(local|localhost|internal|lan)$/.test(name)
  )
    return refused('notPublic');
  if (!/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(name)) return refused('notAnAddress');
  if (isUnder(name, messengerHosts)) return refused('messenger');
  if (isUnder(name, mailHosts)) return refused('mail');
  const own = origin.replace(/\.$/, '');
  return shippedDiaries.some((diary) => diary.origin === own)
    ? { kind: 'shipped', origin: own }
    : { kind: 'new', origin: own };
}

function refused(reason: AddressRefusal): DiaryAddress {
  return { kind: 'refused', reason };
}
