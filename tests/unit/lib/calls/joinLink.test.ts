import { describe, expect, it } from 'vitest';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { lessonLinks } from '@/lib/calls/lessonLinks';
import { linksInText } from '@/lib/calls/textLinks';
import { callId, lesson } from './samples';
import { serviceSamples, unknownServices } from './serviceSamples';

const join = `https://vk.com/call/join/${callId}`;
const opened = `https://web.vk.me/call/join/${callId}`;
const away = (address: string) => `https://vk.com/away.php?to=${encodeURIComponent(address)}`;
/** A link at a lesson: in homework as the diary sends it. */
const inHomework = (homework: string) => lessonLinks(lesson('Алгебра', undefined, { homework }));

describe('addresses that open a call', () => {
  for (const [service, { calls }] of Object.entries(serviceSamples)) {
    it.each(calls)(`${service}: %s`, (written, plain, key) => {
      const link = recognizeJoinLink(written);
      expect(link).toMatchObject({ service, address: plain ?? written, callKey: `${service}:${key}` });
      expect(recognizeJoinLink(link?.address ?? '')).toEqual(link);
      expect(linksInText(`Урок: ${written.replace(/[?&]name=x|"b/, '')}, жду`)).toMatchObject([{ service }]);
    });
  }

  it.each([
    ['http', join.replace('https', 'http')],
    ['capitals', `HTTPS://VK.COM/call/join/${callId}`],
    ['a slash at the end', `${join}/`],
    ['a slash and a tail', `${join}/?from=chat`],
    ['a tail', `${join}?from=chat&x=https://evil.example/`],
    ['a fragment', `${join}#start`],
    ['an empty tail', `${join}?#`],
    ['VK’s redirect', away(join)],
    ['VK’s redirect, more keys', `https://m.vk.ru/away.php?cc_key=&to=${encodeURIComponent(join)}&post=1_2`],
    ['VK’s redirect to http', away(join.replace('https', 'http'))],
  ])('as people write it, %s: %s', (_, written) => {
    expect(recognizeJoinLink(written)).toEqual(recognizeJoinLink(join));
    expect(linksInText(`Урок: ${written}`)).toEqual([recognizeJoinLink(join)]);
  });

  it('VK copies addresses of other services as its own redirect, too', () => {
    expect(recognizeJoinLink(away('https://zoom.us/j/123456789?pwd=a.1'))).toMatchObject({
      service: 'zoom',
      address: 'https://zoom.us/j/123456789?pwd=a.1',
    });
  });

  it('a call of VK opens on the host whose session was checked; Сферум’s hosts and other services say that theirs was not', () => {
    for (const host of ['vk.com', 'vk.ru', 'm.vk.com', 'm.vk.ru', 'web.vk.me']) {
      expect(recognizeJoinLink(`https://${host}/call/join/${callId}`)).toEqual({
        service: 'vk',
        address: opened,
        callKey: `vk:${callId}`,
        hostSession: 'checked',
      });
    }
    for (const address of [
      `https://sferum.ru/?call_link=${callId}`,
      `https://me.sferum.ru/?p=join_call_page&callId=${callId}`,
      `https://calls.vk.com/join/${callId}`,
    ]) {
      expect(recognizeJoinLink(address)).toEqual({
        service: 'vk',
        address,
        callKey: `vk:${callId}`,
        hostSession: 'other',
      });
    }
    expect(recognizeJoinLink('https://zoom.us/j/123456789')?.hostSession).toBe('other');
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
  ['http with its port', `http://vk.com:80/call/join/${callId}`],
  ['http with the port of https', `http://vk.com:443/call/join/${callId}`],
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
  ['two slashes behind', `${join}//`],
  ['parameters', `${join};x=1`],
  ['another path', `https://vk.com/calls/join/${callId}`],
  ['capitals in the path', `https://vk.com/Call/join/${callId}`],
  ['a redirect of VK, twice', away(away(join))],
  ['a redirect of VK, encoded twice', away(encodeURIComponent(join))],
  ['a redirect of VK to a look-alike', away(`https://vk.com.example/call/join/${callId}`)],
  ['a redirect of VK to a port', away(`https://vk.com:8443/call/join/${callId}`)],
  ['a redirect of VK with two targets', `${away(join)}&to=${encodeURIComponent(join)}`],
  ['a redirect of VK to a script', away(`javascript:location='${join}'`)],
  ['a redirect of VK that cannot be decoded', 'https://vk.com/away.php?to=https%3A%2F%2F%E0%A4%A'],
  ['a redirect of a look-alike', `https://vk.com.example/away.php?to=${encodeURIComponent(join)}`],
  ['a redirect of VK, deeper', `https://vk.com/x/away.php?to=${encodeURIComponent(join)}`],
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
  ['a host like Сферум', `https://sferum.ru.com/?call_link=${callId}`],
  ...Object.entries(serviceSamples).flatMap(([service, { none }]) =>
    none.map((address): [string, string] => [service, address]),
  ),
  ...unknownServices.map((address): [string, string] => ['a service that cannot be told', address]),
  ['nothing', ''],
  ['words', 'ссылка будет позже'],
];

describe('look-alikes are never joinable', () => {
  it.each(lookAlikes)('%s: %s', (_, address) => {
    expect(recognizeJoinLink(address)).toBeNull();
    expect(lessonLinks(lesson('Алгебра', undefined, { materials: [{ name: '', address }] }))).toEqual([]);
    expect(inHomework(`<a href="${address.replaceAll('"', '&quot;')}">урок</a>`)).toEqual([]);
  });

  it.each(lookAlikes)('in a text, %s: %s', (_, address) => {
    expect(linksInText(address)).toEqual([]);
    expect(linksInText(`Урок: ${address} Жду всех!`)).toEqual([]);
    expect(inHomework(`<p>(${address}).</p>`)).toEqual([]);
  });

  it.each(['\t', '\n', '\r', ' ', '\0', '\u200b', '\u00ad', '\u202e', '\ufeff'])('with %j anywhere', (character) => {
    for (let index = 0; index <= join.length; index++) {
      expect(recognizeJoinLink(join.slice(0, index) + character + join.slice(index))).toBeNull();
    }
  });
});
