import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDiaryAddress } from '@/lib/diary/adding/address';

describe('the address of a diary', () => {
  it.each([
    ['https://school.example/personal-area/#diary', 'https://school.example'],
    ['school.example', 'https://school.example'],
    ['  https://School.Example/auth/login-page?next=%2F \n', 'https://school.example'],
    ['https://дневник.рф/personal-area/', 'https://xn--b1aecn1ae4d.xn--p1ai'],
    ['https://\u200bschool.example/', 'https://school.example'],
    ['https://school.vip.edu35.ru/', 'https://school.vip.edu35.ru'],
  ])('%j is a new diary at %s', (text, origin) => {
    const read = readDiaryAddress(text);
    expect(read).toMatchObject({ kind: 'new' });
    if (read.kind === 'new' && !text.includes('дневник')) expect(read.origin).toBe(origin);
  });

  it('knows the shipped ones', () => {
    expect(readDiaryAddress('school.r-19.ru/personal-area/#diary')).toEqual({
      kind: 'shipped',
      origin: 'https://school.r-19.ru',
    });
  });

  it.each([
    ['', 'empty'],
    ['   \u200b', 'empty'],
    ['дневник школы', 'notAnAddress'],
    ['school', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['ftp://school.example', 'notAnAddress'],
    ['file:///etc/passwd', 'notAnAddress'],
    ['chrome://extensions', 'notAnAddress'],
    [`https://school.example/${'a'.repeat(3000)}`, 'notAnAddress'],
    ['http://school.example/', 'notSecure'],
    ['https://login:password@school.example/', 'credentials'],
    ['https://school.r-19.ru@evil.example/', 'credentials'],
    ['https://192.168.0.1/', 'notPublic'],
    ['https://3232235521/', 'notPublic'],
    ['https://0x7f.1/', 'notPublic'],
    ['https://[::1]/', 'notPublic'],
    ['https://school.example:8443/', 'notPublic'],
    ['https://localhost/', 'notPublic'],
    ['https://router.local/', 'notPublic'],
    ['https://vk.com/', 'messenger'],
    ['https://web.vk.me/', 'messenger'],
    ['https://id.vk.ru/', 'messenger'],
    ['https://me.sferum.ru/', 'messenger'],
    ['https://web.max.ru/', 'messenger'],
    ['https://VK.COM./', 'messenger'],
    ['https://e.mail.ru/inbox', 'mail'],
    ['https://mail.yandex.ru/', 'mail'],
    ['https://mail.google.com/mail/u/0', 'mail'],
  ] as const)('%j is refused: %s', (text, reason) => {
    expect(readDiaryAddress(text)).toEqual({ kind: 'refused', reason });
  });

  it('never throws and gives nothing but https origins with a name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })), (text) => {
        const read = readDiaryAddress(text);
        if (read.kind === 'refused') return;
        const { protocol, port, pathname, hostname } = new URL(read.origin);
        expect({ protocol, port, pathname }).toEqual({ protocol: 'https:', port: '', pathname: '/' });
        expect(hostname).toContain('.');
      }),
      { numRuns: 2000 },
    );
  });
});
