import { describe, expect, it, test } from 'vitest';
import { readPasted } from '@/lib/conflict/pasted';
import { growthOf, steepest } from '@/tests/unit/lib/growth';

const invitation = 'https://sferum.ru/?p=invite_parent&invite=petr-8b-4f2a';

describe('what a person pastes', () => {
  test.each([
    [invitation, { kind: 'invitation', address: invitation }],
    [`  ${invitation}\n`, { kind: 'invitation', address: invitation }],
    ['sferum.ru/?p=invite_parent&invite=petr-8b-4f2a', { kind: 'invitation', address: invitation }],
    ['http://SFERUM.RU/?p=invite_parent&invite=petr-8b-4f2a', { kind: 'invitation', address: invitation }],
    [`Пётр приглашает вас в Сферум: ${invitation}.`, { kind: 'invitation', address: invitation }],
    [`«${invitation}»`, { kind: 'invitation', address: invitation }],
    [`(${invitation})`, { kind: 'invitation', address: invitation }],
    [`Сначала https://vk.com/help, потом ${invitation}`, { kind: 'invitation', address: invitation }],
    ['https://sferum.ru/?p=something&code=1', { kind: 'sferum', address: 'https://sferum.ru/?p=something&code=1' }],
    ['sferum.ru', { kind: 'sferum', address: 'https://sferum.ru/' }],
    [
      'https://sferum.ru/?p=messages&join=AbC123',
      { kind: 'chat', address: 'https://sferum.ru/?p=messages&join=AbC123' },
    ],
    [
      'https://sferum.ru/?call_link=AAAAbbbbCCCCdddd',
      { kind: 'call', address: 'https://sferum.ru/?call_link=AAAAbbbbCCCCdddd' },
    ],
    [
      'vk.com/call/join/AAAAbbbbCCCCdddd?from=chat',
      { kind: 'call', address: 'https://web.vk.me/call/join/AAAAbbbbCCCCdddd' },
    ],
    ['https://sferum.ru.example.com/?p=invite', { kind: 'foreign', host: 'sferum.ru.example.com' }],
    ['https://sferum.ru@example.com/?p=invite', { kind: 'foreign', host: 'example.com' }],
    ['https://sfеrum.ru/invite', { kind: 'foreign', host: new URL('https://sfеrum.ru/').hostname }],
    ['школа.рф', { kind: 'foreign', host: new URL('https://школа.рф/').hostname }],
    ['https://clck.ru/abc', { kind: 'foreign', host: 'clck.ru' }],
    ['', { kind: 'empty' }],
    [' \n ', { kind: 'empty' }],
    ['приглашение', { kind: 'notALink' }],
    ['Готово.Пришли ссылку в 8.30', { kind: 'notALink' }],
    [`Ссылка:${invitation}`, { kind: 'invitation', address: invitation }],
    ['petr@mail.ru', { kind: 'notALink' }],
    ['petr@', { kind: 'notALink' }],
    ['javascript:alert(1)', { kind: 'notALink' }],
  ])('%j', (text, expected) => {
    expect(readPasted(text)).toEqual(expected);
  });

  test('a text four times as long takes four times as long', () => {
    const read = (times: number) => readPasted(`${'а.'.repeat(600 * times)} ${'sferum.'.repeat(120 * times)}`);
    expect(growthOf(read)).toBeLessThan(steepest);
  });
});

describe('links of VK that may be an invitation are not called foreign, nor opened', () => {
  it.each([
    'https://web.vk.me/invite/parent?hash=4f2a',
    'https://vk.me/join/AJQ1d4fLwQ4ab_cd',
    'vk.me/join/AJQ1d4fLwQ4ab_cd',
    'Ссылка: https://vk.cc/cAbCdE',
    'https://vk.com/sferum_invite',
    'https://m.vk.ru/wall-1_2',
  ])('%s', (text) => {
    const pasted = readPasted(text);
    expect(pasted.kind).toBe('unknown');
    expect('address' in pasted).toBe(false);
    expect('link' in pasted && text.replace(/^Ссылка: /, '')).toContain(
      'link' in pasted ? pasted.link.replace('https://', '') : '?',
    );
  });

  it.each([
    'https://vk.com.evil.ru/x',
    'https://evilvk.me/join/a',
    'https://web.vk.me:8443/x',
    'https://a@vk.cc/x',
    'https://vk.c/x',
  ])('a look-alike: %s', (text) => expect(['foreign', 'notALink']).toContain(readPasted(text).kind));
});
