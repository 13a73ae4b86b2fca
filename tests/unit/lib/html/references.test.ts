import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeReferences } from '@/lib/html/references';

test.each([
  ['names of HTML 4', '&laquo;Весна&raquo;&nbsp;&mdash; &alpha;&rarr;&hearts;&yuml;', '«Весна»\u00a0— α→♥ÿ'],
  ['signs of the keyboard and №', '&apos;&lpar;&numero;1&rpar;', "'(№1)"],
  ['two names of one sign', '&lsqb;&lbrack;&check;&checkmark;&rdquo;&rdquor;', '[[✓✓””'],
  ['numbers', '&#1059;&#x440;&#X43E;&#1082 5', 'Урок 5'],
  ['numbers that programs of Windows write', '&#150;&#133;&#147;', '–…“'],
  ['numbers of no sign', '&#0;&#xD800;&#x110000;&#99999999999999;', '\ufffd\ufffd\ufffd\ufffd'],
  ['old names without a semicolon', '&nbspдо &copy2026 &notit; &AMP', '\u00a0до ©2026 ¬it; &'],
  ['other names without one', '&mdash 5, &numero1', '&mdash 5, &numero1'],
  ['what is no reference', 'Q&A, AT&T; &nope; & &; &#; &#x;', 'Q&A, AT&T; &nope; & &; &#; &#x;'],
  ['once', '&amp;lt;', '&lt;'],
])('%s', (_name, source, shown) => {
  expect(decodeReferences(source)).toBe(shown);
});

test.each([
  ['?a=1&copy=2&lt=3&section=4', '?a=1&copy=2&lt=3&section=4'],
  ['?a=1&amp;b=2&copy', '?a=1&b=2©'],
  ['?a=1&copyright=2', '?a=1&copyright=2'],
])('in an attribute %s is %s', (source, value) => {
  expect(decodeReferences(source, true)).toBe(value);
});

test('a text without a reference stays as it is', () => {
  const plain = fc.string().map((text) => text.replaceAll('&', ''));
  fc.assert(
    fc.property(plain, (text) => {
      expect(decodeReferences(text)).toBe(text);
    }),
  );
});
