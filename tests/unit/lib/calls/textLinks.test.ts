import { describe, expect, it } from 'vitest';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { lessonLinks } from '@/lib/calls/lessonLinks';
import { linkInField, linksInText } from '@/lib/calls/textLinks';
import { growthOf, steepest } from '@/tests/unit/lib/growth';
import { callId, lesson } from './samples';

const join = `https://vk.com/call/join/${callId}`;
/** A link at a lesson: in homework as the diary sends it. */
const inHomework = (homework: string) => lessonLinks(lesson('Алгебра', undefined, { homework }));

describe('links in a text', () => {
  it.each([
    ['alone', join],
    ['in a sentence', `Подключаемся по ссылке ${join} в 10:20`],
    ['without a scheme', `Ссылка: vk.com/call/join/${callId}`],
    ['without a scheme, in capitals', `VK.COM/call/join/${callId}`],
    ['with a full stop', `Урок здесь: ${join}.`],
    ['with an exclamation', `${join}!!!`],
    ['with an ellipsis', `${join}…`],
    ['with a comma and a word', `${join}, пароль 123`],
    ['with a comma and no space', `${join},пароль`],
    ['in brackets', `(${join})`],
    ['in brackets with a full stop', `(${join}).`],
    ['in quotes', `«${join}»`],
    ['in typed quotes', `"${join}"`],
    ['in angle brackets', `<${join}>`],
    ['in angle brackets, without a scheme', `<vk.com/call/join/${callId}>`],
    ['behind a colon without a space', `Ссылка:${join}`],
    ['behind a full stop without a space', `Урок.${join}`],
    ['behind a number', `1)${join}`],
    ['behind a dash', `-vk.com/call/join/${callId}`],
    ['behind a long dash', `урок—${join}`],
    ['with a tail', `${join}?from=diary`],
    ['with a tail in Cyrillic', `${join}?name=Пётр`],
    ['with zero-width spaces inside', `https://vk.com/\u200bcall/join/\u200b${callId}`],
    ['with zero-width spaces around', `\u200b${join}\u200b`],
    ['with a soft hyphen', `https://vk.com/call/join/${callId.slice(0, 10)}\u00ad${callId.slice(10)}`],
    ['in Markdown', `[Урок](${join})`],
    ['in Markdown, twice', `[vk.com/call/join/${callId}](${join})`],
    ['in HTML', `<span class="hw">Упр. 112.\u200b Подключаемся: ${join}</span>`],
    ['in HTML, cut by tags', `<span>https://vk.com/call/</span><b>join/${callId}</b>`],
    ['in HTML, cut by wbr', `https://vk.com/call/<wbr>join/${callId}`],
    ['before a line break', `${join}<br>Пароль: 123`],
    ['before a paragraph', `<p>${join}</p><p>Жду</p>`],
    ['before a non-breaking space', `${join}&nbsp;жду`],
    ['as an address', `<a href="${join}">ссылка</a>`],
    ['as an address in single quotes', `<A class='x' HREF='${join}'>ссылка</A>`],
    ['as an address without quotes', `<a href=${join}>ссылка</a>`],
    ['as an address without a scheme', `<a href="vk.com/call/join/${callId}">ссылка</a>`],
    ['as an address and its text', `<a href="${join}">${join}</a>`],
    ['twice', `${join} ${join}`],
    ['in two spellings', `${join} https://m.vk.ru/call/join/${callId} https://sferum.ru/?call_link=${callId}`],
    ['behind a label in Latin', `Sferum:${join}`],
    ['behind a label in capitals', `VK:${join}`],
    ['behind a class', `8B:${join}`],
    ['behind a time', `8.30:${join}`],
    ['behind a time with a dash', `08.30–09.10:${join}`],
    ['with a class in brackets', `${join}(8Б)`],
    ['with a class in square brackets', `${join}[8Б]`],
    ['with a word in brackets', `${join}(вход`],
    ['behind a label, http', `MAX:${join.replace('https', 'http')}`],
    ['behind a label, without a scheme', `Zoom:vk.com/call/join/${callId}`],
    ['behind a label in Markdown', `[link](${join})`],
    ['in single angle quotes', `meeting‹${join}›`],
    ['in angle quotes behind a word', `meeting«${join}»`],
    ['behind a bracket', `(Zoom)${join}`],
    ['behind a long dash and Latin', `Zoom—${join}`],
    ['with «Пароль» stuck on', `${join}Пароль:123`],
    ['with «Пароль» and a space', `${join}Пароль 123`],
    ['with «ПАРОЛЬ» stuck on', `${join}ПАРОЛЬ:123`],
    ['with «Ключ» stuck on', `${join}Ключ: 123`],
    ['with «Вход» stuck on', `${join}Вход в 10:20`],
    ['with «начало» stuck on', `${join}начало в 8.30`],
    ['behind a Russian word and an equals sign', `Ссылка=${join}`],
    ['with «Код» stuck on', `${join}Код доступа: 123`],
    ['with «пин-код» stuck on', `${join}пин-код:1`],
    ['with «Идентификатор» stuck on', `${join}Идентификатор 1`],
    ['with a label and «Пароль»', `Sferum:${join}Пароль:123`],
    ['with a slash', `${join}/`],
    ['with a slash and a full stop', `${join}/.`],
    ['as VK copies it', `https://vk.com/away.php?to=${encodeURIComponent(join)}`],
    ['as VK copies it, in brackets', `(https://vk.com/away.php?to=${encodeURIComponent(join)}&cc_key=)`],
    [
      'as VK copies it, as an address',
      `<a href="https://vk.com/away.php?to=${encodeURIComponent(join)}&amp;x=1">тут</a>`,
    ],
    ['http', join.replace('https', 'http')],
    ['http, as an address', `<a href="${join.replace('https', 'http')}">тут</a>`],
    ['behind a comparison', `при x<5 и y>3 решаем тут: ${join}`],
  ])('%s: %s', (_, text) => {
    const links = inHomework(text);
    expect(links.map(({ callKey }) => callKey)).toEqual([`vk:${callId}`]);
  });

  it.each([
    ['page of Сферум, escaped', `https://sferum.ru/?p=join_call_page&amp;callId=${callId}`],
    ['page of Сферум, plain', `sferum.ru/?p=join_call_page&callId=${callId}.`],
    ['page of Сферум, without a slash', `sferum.ru?p=join_call_page&callId=${callId}`],
    ['page of Сферум as an address', `<a href="https://sferum.ru/?p=join_call_page&amp;callId=${callId}">тут</a>`],
    ['page of Сферум, numbers', `https://sferum.ru/?p=join_call_page&#38;callId=${callId}`],
  ])('%s: %s', (_, text) => {
    expect(inHomework(text)).toMatchObject([{ address: `https://sferum.ru/?p=join_call_page&callId=${callId}` }]);
  });

  it.each([
    [`${join},https://max.ru/joincall/${callId}`, ['vk', 'max']],
    [`${join}; https://max.ru/joincall/${callId}`, ['vk', 'max']],
    [`max.ru/joincall/${callId} или ${join}`, ['max', 'vk']],
    [`<a href="https://max.ru/joincall/${callId}">MAX</a> или ${join}`, ['vk', 'max']],
    [`https://example.com/учебник.pdf ${join}`, ['vk']],
    [`https://jazz.sber.ru/in0sec?psw=OBgW, телемост telemost.yandex.ru/j/03400912122761)`, ['jazz', 'telemost']],
  ])('several, in their order: %s', (text, services) => {
    expect(inHomework(text).map(({ service }) => service)).toEqual(services);
  });

  it.each([
    ['a comment', `<!-- ${join} -->`],
    ['a script', `<script>location='${join}'</script>`],
    ['a picture', `<img src="${join}">`],
    ['a form', `<form action="${join}">`],
    ['a handler', `<a href="#" onclick="open('${join}')">урок</a>`],
    ['an unclosed tag', `<a href="${join}`],
    ['a host in Cyrillic with a dash', `я-vk.com/call/join/${callId}`],
    ['a subdomain in Cyrillic', `школа.vk.com/call/join/${callId}`],
    ['an e-mail', `me@vk.com/call/join/${callId}`],
    ['glued to a word', `${join}Подключайтесь`],
    ['glued to a word by a dash, which may be its own', `${join}-Пароль:123`],
    ['glued to a longer word', `${join}Паролька`],
    ['behind a script', `javascript:${join}`],
    ['behind a script in brackets', `javascript:(${join})`],
    ['behind a host', `evil.example:${join}`],
    ['behind an address of numbers', `10.20.30.40:${join}`],
    ['behind a host with a time in it', `8.30.example:${join}`],
    ['with Latin in brackets', `${join}(x)y`],
    ['behind a host in Markdown', `[evil.example](${join})`],
    ['glued to Latin letters', `link${join}`],
    ['behind a hyphen', `evil-${join}`],
    ['behind a key of a query', `to=${join}`],
    ['behind a key in two alphabets', `tо=${join}`],
  ])('none in %s: %s', (_, text) => {
    expect(inHomework(text)).toEqual([]);
  });

  it('keeps the password of a call when «Пароль» is stuck on behind it', () => {
    expect(linksInText('https://us04web.zoom.us/j/71234567890?pwd=a_b.1Пароль:123')).toMatchObject([
      { address: 'https://us04web.zoom.us/j/71234567890?pwd=a_b.1' },
    ]);
    expect(linksInText('https://jazz.sber.ru/in0sec?psw=OBgWПароль: нет')).toMatchObject([
      { address: 'https://jazz.sber.ru/in0sec?psw=OBgW' },
    ]);
  });

  it('of two addresses of one call takes the one whose session is checked', () => {
    const sferum = `https://sferum.ru/?call_link=${callId}`;
    expect(linksInText(sferum)).toMatchObject([{ address: sferum, hostSession: 'other' }]);
    expect(linksInText(`${sferum} ${join}`)).toEqual([recognizeJoinLink(join)]);
    expect(linksInText(`${join} ${sferum}`)).toEqual([recognizeJoinLink(join)]);
  });

  it('reads an ampersand that was escaped twice', () => {
    expect(linksInText(`sferum.ru/?p=join_call_page&amp;callId=${callId}`)).toHaveLength(1);
    expect(linkInField(`sferum.ru/?p=join_call_page&amp;callId=${callId}`)).not.toBeNull();
  });

  // Each of these kept a careless pattern busy for seconds.
  it.each([
    ['tags', '<a '],
    ['tags without a space', '<a'],
    ['tags in angle quotes', '<a‹'],
    ['addresses', 'https://'],
    ['addresses with spaces', `${'https://'.repeat(500)} `],
    ['links', `${'x'.repeat(4000)}.ru `],
    ['hosts', `${'a.'.repeat(2000)} `],
    ['letters', `${'a'.repeat(4095)} `],
    ['labels', `${'a-'.repeat(2000)} `],
    ['points', `${'.'.repeat(4000)}/ `],
    ['commas', `https://vk.com/${','.repeat(4000)}x `],
    ['passwords', `https://vk.com/?${'пароль'.repeat(600)} `],
    ['colons', `${'a:'.repeat(2000)}https:// `],
    ['ampersands', '&amp;'],
    ['redirects', `https://vk.com/away.php?to=${'https%3A%2F%2Fvk.com%2Faway.php%3Fto%3D'.repeat(40)} `],
    ['links in links', `https://vk.com/call/join/${callId},`],
  ])('80,000 characters of %s take four times as long as 20,000', (_, part) => {
    const read = (times: number) => {
      const text = `${part.repeat(Math.ceil((20_000 * times) / part.length))}/`;
      for (const reader of [linksInText, linkInField, recognizeJoinLink]) reader(text);
    };
    expect(growthOf(read)).toBeLessThan(steepest);
  });
});

it('an accent on a word that is stuck on behind an address does not make the word a part of it', () => {
  const addresses = linksInText('https://salutejazz.ru/calls/abc123?psw=Zm9vпароль\u0301').map(
    ({ address }) => address,
  );
  expect(addresses).toEqual(linksInText('https://salutejazz.ru/calls/abc123?psw=Zm9v').map(({ address }) => address));
});
