import fc from 'fast-check';

/** What people, programs and attackers have put into texts: each has broken some reader somewhere. */
const pieces = [
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!--',
    '-->',
    ']]>',
    '<a href="',
    '"\'`>',
    '</style>',
    '<title>',
  ],
  ...[
    '&lt;',
    '&amp;amp;',
    '&#x110000;',
    '&#0;',
    '&nbsp',
    '&',
    '<',
    '>',
    '\u0000',
    '\u001b[31m',
    '\r\n',
    '\t',
    '\u2028',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200f',
    '\ufeff',
    '\ud800',
    '\udfff',
    '\u0301\u0301\u0301',
    '🧑‍🧑‍🧒‍🧒',
    '\u{e0041}',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',

    '{{7*7}}',
    '%s%n',
    "'; DROP TABLE --",
  ],
  ...[
    'https://vk.com/call/join/abcdefghijklmnop',
    'https://vk.com@evil.example/',
    'javascript:alert(1)',
    'http://',
    'https://[',
  ],
  ...[
    '8 Б',
    '10 ФМ',
    'Алгебра',
    'Русский язык',
    'VI',
    '10:20',
    '10:20 - 11:00',
    '23/11',
    'ПН',
    '2026-11-26',
    '∞',
    '-0',
    '1e999',
  ],
  ...['родитель', 'Учащийся', 'учитель,', ',;,', 'ё', 'Ё', 'Ⅷ', 'ﬁ', 'İ', 'ß'],
];

/** Hostile text of some pieces. */
export const hostileText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** One piece again and again: what takes a careless reader the square of its length. `length`: UTF-16 units. */
export function longTexts(length: number): string[] {
  const repeated = [...pieces, 'a', ' ', '9', '9:', '(', '[[', '<a ', '&#', '.-', 'https://', 'Ы ', '\n', '| ', '`'];
  return repeated.map((piece) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
}

/** Any JSON with these keys, hostile texts and numbers that are none in it; a list where an object is meant and back. */
export function hostileJson(keys: readonly string[]): fc.Arbitrary<unknown> {
  const numbers = fc.constantFrom(0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 2_000_000_001, 871000002);
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6, depthSize: 'medium' },
      fc.oneof(hostileText, numbers, fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.constantFrom('__proto__', 'length', 'then')), tie('value'), {
        maxKeys: 7,
      }),
    ),
  }));
  // As it arrives: own keys `__proto__`, no `undefined`.
  return value.map((raw) => JSON.parse(JSON.stringify(raw)) as unknown);
}
