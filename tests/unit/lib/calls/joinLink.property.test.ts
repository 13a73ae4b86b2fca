import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { callServices } from '@/lib/calls/callServices';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { ServiceForm } from '@/lib/calls/serviceForm';
import { linksInText } from '@/lib/calls/textLinks';
import { address, mutated, openable, openedOf, small, text } from './addresses.arbitraries';

/** 100,000 look-alikes in the full run, enough to notice a slip in the everyday one. */
const full = Boolean(process.env.FULL);
const lookAlikes = full ? 100_000 : 5_000;
const genuine = full ? 20_000 : 1_000;

let tried = 0;
let tokens = 0;
afterAll(() => {
  process.stdout.write(`recognition: ${tried} look-alikes refused, ${tokens} genuine addresses accepted\n`);
});

describe('recognition', () => {
  it(`refuses ${lookAlikes} look-alikes, as an address and in a text`, { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(mutated, ({ address }) => {
        tried++;
        expect(recognizeJoinLink(address)).toBeNull();
        // In a text a control character is a space: what stands before or behind it may be a whole link.
        for (const link of linksInText(`Урок: ${address}, жду`)) {
          expect(address).toMatch(/[\s\p{C}]/u);
          expect(link.address).toMatch(openable);
        }
      }),
      { numRuns: lookAlikes },
    );
  });

  it('opens only what has a known form, whatever is read', { timeout: 300_000 }, () => {
    const pieces = fc.constantFrom(
      ...Object.values(callServices).flatMap((forms) => forms.flatMap(({ hosts }: ServiceForm) => hosts)),
      ...[
        'https://',
        'http://',
        '/',
        '//',
        '/call/join/',
        '/joincall/',
        '/j/',
        '?call_link=',
        '?p=join_call_page',
        '&callId=',
        '?psw=',
      ],
      ...[
        '@',
        ':',
        ':443',
        '.',
        '\\',
        '%2f',
        '#',
        '?',
        '&',
        '=',
        ' ',
        '\u200b',
        '<a href="',
        '">',
        '<b>',
        '&amp;',
        'А',
        'а',
        '-',
        '12345678',
      ],
      'AAAAAAAAAAAAAAAAAAAA',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (written) => {
        const whole = written.join('');
        for (const link of [recognizeJoinLink(whole), ...linksInText(whole)]) {
          if (!link) continue;
          expect(link.address).toMatch(openable);
          expect(recognizeJoinLink(link.address)).toEqual(link);
        }
      }),
      { numRuns: lookAlikes },
    );
  });

  it('accepts every genuine address, with any tail, in its plain form', { timeout: 300_000 }, () => {
    const tail = fc.constantFrom('', '#', '#start', '#?x=1');
    const more = text(`${small}=%./:`, 0, 20);
    fc.assert(
      fc.property(address, tail, more, fc.constantFrom('https', 'http', 'HTTPS'), (given, fragment, extra, scheme) => {
        tokens++;
        const { host, path, query } = given;
        const plain = `https://${host}${path}${query}`;
        const long = `${scheme}://${host.toUpperCase()}${path}${query}${query ? '&' : '?'}x${extra}${fragment}`;
        const link = recognizeJoinLink(plain);
        expect(link?.address).toBe(openedOf(given));
        expect(recognizeJoinLink(long)).toEqual(link);
        expect(recognizeJoinLink(`https://m.vk.com/away.php?to=${encodeURIComponent(plain)}`)).toEqual(link);
        for (const written of [
          `Урок: ${plain.slice(8)}, жду`,
          `(${plain.replaceAll('&', '&amp;')}).`,
          `Zoom:${plain}`,
          `[link](${plain})`,
          `meeting‹${plain}›`,
          ...(plain.endsWith('-') ? [] : [`${plain}Пароль:123`]),
          `${query ? plain : `${plain}/`} жду`,
          `${plain.slice(0, 12)}\u200b${plain.slice(12)}`,
        ]) {
          expect(linksInText(written)).toEqual([link]);
        }
      }),
      { numRuns: genuine },
    );
  });
});
