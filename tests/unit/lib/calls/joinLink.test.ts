import { describe, expect, it } from 'vitest';
import { findJoinLinks, joinLinkTable, lessonLinks, recognizeJoinLink } from '@/lib/calls/joinLink';
import { callId, lesson } from './samples';

const id16 = 'abcdefgh-_345678';
const id128 = 'A'.repeat(128);
const join = `https://vk.com/call/join/${callId}`;

describe('recognized addresses', () => {
  it.each([
    ['vk', join, join, `vk:${callId}`],
    ['vk', `https://vk.ru/call/join/${callId}`, `https://vk.ru/call/join/${callId}`, `vk:${callId}`],
    ['vk', `https://m.vk.com/call/join/${callId}`, `https://m.vk.com/call/join/${callId}`, `vk:${callId}`],
    ['vk', `https://m.vk.ru/call/join/${callId}`, `https://m.vk.ru/call/join/${callId}`, `vk:${callId}`],
    ['vk', `https://web.vk.me/call/join/${callId}`, `https://web.vk.me/call/join/${callId}`, `vk:${callId}`],
    ['vk', `https://sferum.ru/?call_link=${callId}`, `https://sferum.ru/?call_link=${callId}`, `vk:${callId}`],
    ['vk', `https://sferum.ru?call_link=${callId}`, `https://sferum.ru/?call_link=${callId}`, `vk:${callId}`],
    ['vk', `https://me.sferum.ru/?call_link=${callId}`, `https://me.sferum.ru/?call_link=${callId}`, `vk:${callId}`],
    [
      'vk',
      `https://sferum.ru/?callId=${callId}&utm_source=x&p=join_call_page#top`,
      `https://sferum.ru/?p=join_call_page&callId=${callId}`,
      `vk:${callId}`,
    ],
    ['max', `https://max.ru/joincall/${callId}`, `https://max.ru/joincall/${callId}`, `max:${callId}`],
    ['vk', `HTTPS://VK.COM/call/join/${callId}`, join, `vk:${callId}`],
    ['vk', `${join}?from=chat&x=https://evil.example/`, join, `vk:${callId}`],
    ['vk', `${join}#start`, join, `vk:${callId}`],
    ['vk', `${join}?#`, join, `vk:${callId}`],
    ['vk', `https://vk.com/call/join/${id16}`, `https://vk.com/call/join/${id16}`, `vk:${id16}`],
    ['vk', `https://vk.com/call/join/${id128}`, `https://vk.com/call/join/${id128}`, `vk:${id128}`],
    [
      'telemost',
      'https://telemost.yandex.ru/j/03400912122761?source=tab-mail',
      'https://telemost.yandex.ru/j/03400912122761',
      'telemost:03400912122761',
    ],
    [
      'telemost',
      'https://telemost.360.yandex.ru/j/7110455263',
      'https://telemost.360.yandex.ru/j/7110455263',
      'telemost:7110455263',
    ],
    ['ktalk', 'https://school4.ktalk.ru/r38minvlcc6e', 'https://school4.ktalk.ru/r38minvlcc6e', null],
    [
      'ktalk',
      'https://2a14p7ld.ktalk.ru/algebra-8b?pinCode=1234&name=x',
      'https://2a14p7ld.ktalk.ru/algebra-8b?pinCode=1234',
      'ktalk:2a14p7ld.ktalk.ru/algebra-8b',
    ],
    ['ktalk', 'https://school4.ktalk.ru/room42?pinCode=a"b', 'https://school4.ktalk.ru/room42', null],
    [
      'mtslink',
      'https://my.mts-link.ru/j/118241477/17695333414',
      'https://my.mts-link.ru/j/118241477/17695333414',
      'mtslink:118241477/17695333414',
    ],
    [
      'mtslink',
      'https://my.mts-link.ru/j/School4/17695333414/stream-new/18867526566',
      'https://my.mts-link.ru/j/School4/17695333414/stream-new/18867526566',
      'mtslink:School4/17695333414',
    ],
    ['mtslink', 'https://mts-link.ru/j/12345/67890', 'https://mts-link.ru/j/12345/67890', null],
    ['mtslink', 'https://events.webinar.ru/school4/2278021', 'https://events.webinar.ru/school4/2278021', null],
    [
      'jazz',
      'https://jazz.sber.ru/in0sec?psw=OBgWD0RREwQNCBEZG0UEFwICDA&utm=1',
      'https://jazz.sber.ru/in0sec?psw=OBgWD0RREwQNCBEZG0UEFwICDA',
      'jazz:in0sec',
    ],
    [
      'jazz',
      'https://salutejazz.ru/calls/ilqcsu?psw=OEUaC0tUCRRdVR0dFEAeB1JfAA',
      'https://salutejazz.ru/calls/ilqcsu?psw=OEUaC0tUCRRdVR0dFEAeB1JfAA',
      'jazz:ilqcsu',
    ],
    ['jazz', 'https://salutejazz.ru/calls/ilqcsu', 'https://salutejazz.ru/calls/ilqcsu', 'jazz:ilqcsu'],
  ])('%s: %s', (service, address, plain, callKey) => {
    const link = recognizeJoinLink(address);
    expect(link).toMatchObject({ service, address: plain, ...(callKey ? { callKey } : {}) });
    expect(recognizeJoinLink(plain)).toEqual(link);
  });

  it('has a row for every service', () => {
    expect([...new Set(joinLinkTable.map(({ service }) => service))]).toEqual([
      'vk',
      'max',
      'telemost',
      'ktalk',
      'mtslink',
      'jazz',
    ]);
  });
});

/** Each is refused as an address and, in a text, stays text. */
const lookAlikes: [string, string][] = [
  ['another host behind', `https://vk.com.example/call/join/${callId}`],
  ['another host in front', `https://example.vk.com/call/join/${callId}`],
  ['a host with a prefix', `https://evilvk.com/call/join/${callId}`],
  ['a host with a dash', `https://evil-vk.com/call/join/${callId}`],
  ['www', `https://www.vk.com/call/join/${callId}`],
  ['another VK host', `https://id.vk.ru/call/join/${callId}`],
  ['another VK domain', `https://vk.me/call/join/${callId}`],
  ['a trailing dot', `https://vk.com./call/join/${callId}`],
  ['credentials', `https://vk.com@evil.example/call/join/${callId}`],
  ['credentials of VK', `https://user:password@vk.com/call/join/${callId}`],
  ['an empty user', `https://@vk.com/call/join/${callId}`],
  ['a port', `https://vk.com:8443/call/join/${callId}`],
  ['the default port, written', `https://vk.com:443/call/join/${callId}`],
  ['an empty port', `https://vk.com:/call/join/${callId}`],
  ['http', `http://vk.com/call/join/${callId}`],
  ['a script', `javascript:location='${join}'`],
  ['a script with a comment', `javascript://vk.com/call/join/${callId}%0aalert(1)`],
  ['data', `data:text/html,${join}`],
  ['blob', `blob:${join}`],
  ['view-source', `view-source:${join}`],
  ['an intent', `intent://vk.com/call/join/${callId}#Intent;end`],
  ['no scheme but slashes', `//vk.com/call/join/${callId}`],
  ['one slash', `https:/vk.com/call/join/${callId}`],
  ['three slashes', `https:///vk.com/call/join/${callId}`],
  ['no slash', `https:vk.com/call/join/${callId}`],
  ['backslashes', `https:\\\\vk.com\\call\\join\\${callId}`],
  ['a backslash before another host', `https://vk.com\\@evil.example/call/join/${callId}`],
  ['a backslash behind', `${join}\\..\\..`],
  ['an encoded slash', `https://vk.com/call%2Fjoin%2F${callId}`],
  ['an encoded slash in the host', `https://vk.com%2F@evil.example/call/join/${callId}`],
  ['an encoded letter in the path', `https://vk.com/c%61ll/join/${callId}`],
  ['an encoded letter in the host', `https://%76k.com/call/join/${callId}`],
  ['an encoded letter in the id', `https://vk.com/call/join/%41${callId}`],
  ['a way back', `https://vk.com/call/join/../../away.php/${callId}`],
  ['a way back to the right path', `https://vk.com/x/../call/join/${callId}`],
  ['a dot in the path', `https://vk.com/call/./join/${callId}`],
  ['a doubled slash', `https://vk.com//call/join/${callId}`],
  ['more path', `${join}/extra`],
  ['a slash behind', `${join}/`],
  ['parameters', `${join};x=1`],
  ['another path', `https://vk.com/calls/join/${callId}`],
  ['capitals in the path', `https://vk.com/Call/join/${callId}`],
  ['a redirect of VK', `https://vk.com/away.php?to=${encodeURIComponent(join)}`],
  ['a redirect of VK, not encoded', `https://vk.com/away.php?to=${join}`],
  ['a redirect elsewhere', `https://evil.example/?to=${join}`],
  ['a redirect with a quoted address', `https://evil.example/?to='${join}'`],
  ['another address with a comma', `https://evil.example/,${join}`],
  ['in the path of another', `https://evil.example/${join}`],
  ['in the fragment of another', `https://evil.example/#${join}`],
  ['in an address without a scheme', `evil.example/?to=${join}`],
  ['in an address in Cyrillic', `школа.рф/?to=${join}`],
  ['behind a host in Cyrillic', `школа.рф:${join}`],
  ['a short id', 'https://vk.com/call/join/abcdefgh-_34567'],
  ['a long id', `https://vk.com/call/join/${'A'.repeat(129)}`],
  ['a foreign letter in the id', `https://vk.com/call/join/${callId}ж`],
  ['a Cyrillic letter in the host', `https://vк.com/call/join/${callId}`],
  ['a Cyrillic letter in the domain', `https://vk.соm/call/join/${callId}`],
  ['that host in punycode', `https://xn--v-jtb.com/call/join/${callId}`],
  ['full-width letters', `https://ｖｋ.com/call/join/${callId}`],
  ['a full-width dot', `https://vk。com/call/join/${callId}`],
  ['the Kelvin sign', `https://v\u212a.com/call/join/${callId}`],
  ['a subdomain in Cyrillic', `https://школа.vk.com/call/join/${callId}`],
  ['a space', `https://vk.com /call/join/${callId}`],
  ['Сферум with another path', `https://sferum.ru/call?call_link=${callId}`],
  ['Сферум with two ids', `https://sferum.ru/?call_link=${callId}&call_link=${callId}x`],
  ['Сферум with a short id', 'https://sferum.ru/?call_link=abc'],
  ['Сферум with an encoded id', `https://sferum.ru/?call_link=%41${callId}`],
  ['Сферум with an encoded key', `https://sferum.ru/?c%61ll_link=${callId}`],
  ['Сферум, page without its name', `https://sferum.ru/?callId=${callId}`],
  ['Сферум, another page', `https://sferum.ru/?p=messages&callId=${callId}`],
  ['Сферум, key in the fragment', `https://sferum.ru/#?call_link=${callId}`],
  ['a chat', 'https://sferum.ru/?p=messages&join=AAAAAAAAAAAAAAAAAAAA'],
  ['a host like Сферум', `https://sferum.ru.com/?call_link=${callId}`],
  ['a host under MAX', `https://web.max.ru/joincall/${callId}`],
  ['MAX, a chat', `https://max.ru/join/${callId}`],
  ['Телемост with letters', 'https://telemost.yandex.ru/j/abcdefabcdef'],
  ['Телемост, another country', 'https://telemost.yandex.com/j/03400912122761'],
  ['Толк without an organisation', 'https://ktalk.ru/room42'],
  ['Толк, two labels', 'https://a.b.ktalk.ru/room42'],
  ['Толк, the service itself', 'https://app.ktalk.ru/system'],
  ['Толк, www', 'https://www.ktalk.ru/room42'],
  ['Толк, punycode', 'https://xn--80ak6aa92e.ktalk.ru/room42'],
  ['Толк, a dash at the edge', 'https://-a.ktalk.ru/room42'],
  ['Толк, a host that ends so', 'https://peaktalk.ru/room42'],
  ['Толк, behind', 'https://school.ktalk.ru.example/room42'],
  ['Толк, a recording', 'https://school.ktalk.ru/recordings/xIu6mXwBVohle3V4anyX'],
  ['Толк, its own page', 'https://school.ktalk.ru/recordings'],
  ['Толк, home', 'https://school.ktalk.ru/'],
  ['МТС Линк, a recording', 'https://my.mts-link.ru/j/School4/17695333414/record-new/18659320070'],
  ['МТС Линк, its API', 'https://events.webinar.ru/api/12345678'],
  ['МТС Линк, the site', 'https://mts-link.ru/products'],
  ['SaluteJazz without a password', 'https://jazz.sber.ru/in0sec'],
  ['SaluteJazz with an encoded password', 'https://jazz.sber.ru/in0sec?psw=%41%42'],
  ['SaluteJazz in the fragment', 'https://jazz.sber.ru/#/calls/in0sec?psw=Old_123'],
  ['VK Мессенджер', 'https://web.vk.me/'],
  ['nothing', ''],
  ['words', 'ссылка будет позже'],
];

describe('look-alikes are never joinable', () => {
  it.each(lookAlikes)('%s: %s', (_, address) => {
    expect(recognizeJoinLink(address)).toBeNull();
    expect(lessonLinks(lesson('Алгебра', undefined, { materials: [{ name: '', address }] }))).toEqual([]);
    expect(findJoinLinks(`<a href="${address.replaceAll('"', '&quot;')}">урок</a>`)).toEqual([]);
  });

  it.each(lookAlikes)('in a text, %s: %s', (_, address) => {
    expect(findJoinLinks(address)).toEqual([]);
    expect(findJoinLinks(`Урок: ${address} Жду всех!`)).toEqual([]);
    expect(findJoinLinks(`<p>(${address}).</p>`)).toEqual([]);
  });

  it.each(['\t', '\n', '\r', ' ', '\0', '\u200b', '\u00ad', '\u202e', '\ufeff'])('with %j anywhere', (character) => {
    for (let index = 0; index <= join.length; index++) {
      expect(recognizeJoinLink(join.slice(0, index) + character + join.slice(index))).toBeNull();
    }
  });
});

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
    ['behind a comparison', `при x<5 и y>3 решаем тут: ${join}`],
  ])('%s: %s', (_, text) => {
    const links = findJoinLinks(text);
    expect(links.map(({ callKey }) => callKey)).toEqual([`vk:${callId}`]);
  });

  it.each([
    ['page of Сферум, escaped', `https://sferum.ru/?p=join_call_page&amp;callId=${callId}`],
    ['page of Сферум, plain', `sferum.ru/?p=join_call_page&callId=${callId}.`],
    ['page of Сферум, without a slash', `sferum.ru?p=join_call_page&callId=${callId}`],
    ['page of Сферум as an address', `<a href="https://sferum.ru/?p=join_call_page&amp;callId=${callId}">тут</a>`],
    ['page of Сферум, numbers', `https://sferum.ru/?p=join_call_page&#38;callId=${callId}`],
  ])('%s: %s', (_, text) => {
    expect(findJoinLinks(text)).toMatchObject([{ address: `https://sferum.ru/?p=join_call_page&callId=${callId}` }]);
  });

  it.each([
    [`${join},https://max.ru/joincall/${callId}`, ['vk', 'max']],
    [`${join}; https://max.ru/joincall/${callId}`, ['vk', 'max']],
    [`max.ru/joincall/${callId} или ${join}`, ['max', 'vk']],
    [`<a href="https://max.ru/joincall/${callId}">MAX</a> или ${join}`, ['max', 'vk']],
    [`https://example.com/учебник.pdf ${join}`, ['vk']],
    [`https://jazz.sber.ru/in0sec?psw=OBgW, телемост telemost.yandex.ru/j/03400912122761)`, ['jazz', 'telemost']],
  ])('several, in their order: %s', (text, services) => {
    expect(findJoinLinks(text).map(({ service }) => service)).toEqual(services);
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
  ])('none in %s: %s', (_, text) => {
    expect(findJoinLinks(text)).toEqual([]);
  });

  // Each of these would keep a careless pattern busy beyond the test's time.
  it('comes to an end with hostile texts', () => {
    for (const text of ['<a '.repeat(30_000), `<a href="`.repeat(20_000), `<!--`.repeat(20_000), 'a.'.repeat(30_000)]) {
      expect(findJoinLinks(`${text}/`)).toEqual([]);
    }
    expect(findJoinLinks('https://'.repeat(10_000))).toEqual([]);
  });
});

describe('links of a lesson', () => {
  const max = `https://max.ru/joincall/${callId}`;
  it.each([
    ['materials', { materials: [{ name: 'Урок в Сферуме', address: join }] }, 'Урок в Сферуме'],
    ['materials, without a scheme', { materials: [{ name: 'Урок', address: ` vk.com/call/join/${callId} ` }] }, 'Урок'],
    ['a material’s name', { materials: [{ name: `Урок ${join}`, address: 'https://example.com/' }] }, ''],
    ['homework', { homework: `<span>Подключаемся: ${join}</span>` }, ''],
    ['individual homework, its text', { individualHomework: [{ text: join, name: '', address: '' }] }, ''],
    [
      'individual homework, its document',
      { individualHomework: [{ text: '', name: 'Пересдача', address: join }] },
      'Пересдача',
    ],
    ['theme', { theme: join }, ''],
    ['comment', { comment: `Ссылка: vk.com/call/join/${callId}` }, ''],
    ['remarks', { remarks: join }, ''],
  ])('in %s', (_, fields, name) => {
    expect(lessonLinks(lesson('Алгебра', undefined, fields))).toEqual([
      { service: 'vk', address: join, callKey: `vk:${callId}`, name },
    ]);
  });

  it('are each call once, materials first, with the name of the material', () => {
    const links = lessonLinks(
      lesson('Алгебра', undefined, {
        homework: `${max} ${join}`,
        comment: max,
        materials: [
          { name: '', address: `https://m.vk.ru/call/join/${callId}` },
          { name: '<b>Сферум</b>', address: join },
        ],
      }),
    );
    expect(links.map(({ callKey, name }) => [callKey, name])).toEqual([
      [`vk:${callId}`, 'Сферум'],
      [`max:${callId}`, ''],
    ]);
  });

  it('are none where there is none', () => {
    expect(lessonLinks(lesson('Алгебра', undefined, { homework: '№ 231–235, учебник стр. 12' }))).toEqual([]);
  });
});
