import type { CallService } from '@/lib/calls/types';
import { callId } from './samples';

/** Addresses of one service as they are met. */
interface ServiceSamples {
  /** As written, as opened (`null`: as written), the call's key without the service. */
  calls: readonly (readonly [written: string, opened: string | null, key: string])[];
  /** Of the same hosts, or like them, and never a call. */
  none: readonly string[];
}

const opened = `https://web.vk.me/call/join/${callId}`;
const uuid = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const meeting = '19%3ameeting_NjYzY2FkYWMtMDUzNi00MWQ5LWE2ODYtMjk0NzQ0ZGNhNTQw%40thread.v2';
const meetingKey = 'meeting_NjYzY2FkYWMtMDUzNi00MWQ5LWE2ODYtMjk0NzQ0ZGNhNTQw/0';
const context = `%7b%22Tid%22%3a%22${uuid}%22%2c%22Oid%22%3a%22${uuid}%22%7d`;

/** The whole of `contract/join-links.md`, row by row. */
export const serviceSamples: Record<CallService, ServiceSamples> = {
  vk: {
    calls: [
      ...['vk.com', 'vk.ru', 'm.vk.com', 'm.vk.ru', 'web.vk.me'].map(
        (host) => [`https://${host}/call/join/${callId}`, opened, callId] as const,
      ),
      [`https://calls.vk.com/join/${callId}`, null, callId],
      [`https://sferum.ru/?call_link=${callId}`, null, callId],
      [`https://sferum.ru?call_link=${callId}`, `https://sferum.ru/?call_link=${callId}`, callId],
      [`https://me.sferum.ru/?call_link=${callId}`, null, callId],
      [`https://sferum.ru/?p=join_call_page&callId=${callId}`, null, callId],
      [
        `https://me.sferum.ru/?callId=${callId}&utm_source=x&p=join_call_page#top`,
        `https://me.sferum.ru/?p=join_call_page&callId=${callId}`,
        callId,
      ],
    ],
    none: [
      'https://sferum.ru/?p=messages&join=AJQ1d3Xk/Ab_0123456789abcdefghijklmn=',
      'https://web.vk.me/',
      'https://web.vk.me/convo/2000000001',
      'https://vk.me/join/AJQ1d3Xk01234567890123456789',
      `https://calls.vk.com/call/join/${callId}`,
      `https://calls.vk.ru/join/${callId}`,
      `https://vk.com/join/${callId}`,
      'https://vk.cc/cABCDE',
      'https://vk.com/video-1_2',
    ],
  },
  max: {
    calls: [
      [`https://max.ru/joincall/${callId}`, null, callId],
      [`https://web.max.ru/joincall/${callId}`, null, callId],
    ],
    none: [
      `https://max.ru/join/${callId}`,
      `https://max.ru/u/${callId}`,
      'https://max.ru/sferum_bot?startapp',
      'https://max.ru/school4',
      `https://m.max.ru/joincall/${callId}`,
    ],
  },
  telemost: {
    calls: [
      ['https://telemost.yandex.ru/j/03400912122761', null, '03400912122761'],
      [
        'https://telemost.yandex.ru/j/0340091212?source=tab-mail',
        'https://telemost.yandex.ru/j/0340091212',
        '0340091212',
      ],
      ['https://telemost.360.yandex.ru/j/7110455263', null, '7110455263'],
      ['https://telemost.yandex.com/j/03400912122761', null, '03400912122761'],
    ],
    none: [
      'https://telemost.yandex.ru/j/abcdefabcdef',
      'https://telemost.yandex.ru/j/123456789',
      'https://telemost.yandex.ru/j/123456789012345',
      'https://telemost.yandex.ru/live/03400912122761',
      'https://telemost.yandex.kz/j/03400912122761',
    ],
  },
  ktalk: {
    calls: [
      ['https://school4.ktalk.ru/r38minvlcc6e', null, 'school4.ktalk.ru/r38minvlcc6e'],
      [
        'https://2a14p7ld.ktalk.ru/algebra-8b?pinCode=1234&name=x',
        'https://2a14p7ld.ktalk.ru/algebra-8b?pinCode=1234',
        '2a14p7ld.ktalk.ru/algebra-8b',
      ],
      ['https://school4.ktalk.ru/room42?pinCode=a"b', 'https://school4.ktalk.ru/room42', 'school4.ktalk.ru/room42'],
    ],
    none: [
      'https://ktalk.ru/room42',
      'https://a.b.ktalk.ru/room42',
      'https://app.ktalk.ru/system',
      'https://www.ktalk.ru/room42',
      'https://xn--80ak6aa92e.ktalk.ru/room42',
      'https://-a.ktalk.ru/room42',
      'https://peaktalk.ru/room42',
      'https://school.ktalk.ru.example/room42',
      'https://school.ktalk.ru/recordings/xIu6mXwBVohle3V4anyX',
      'https://school.ktalk.ru/content/xIu6mXwBVohle3V4anyX',
      'https://school.ktalk.ru/api/rooms',
      'https://school.ktalk.ru/recordings',
      'https://school.ktalk.ru/about',
      'https://school.ktalk.ru/About/',
      'https://school.ktalk.ru/login',
      'https://school.ktalk.ru/calendar',
      'https://school.ktalk.ru/pricing',
      'https://school.ktalk.ru/download',
      'https://school.ktalk.ru/',
    ],
  },
  mtslink: {
    calls: [
      ['https://my.mts-link.ru/j/118241477/17695333414', null, '118241477/17695333414'],
      ['https://my.mts-link.ru/j/School4/17695333414/stream-new/18867526566', null, 'School4/17695333414'],
      ['https://events.mts-link.ru/j/School4/algebra-8b/session/123456', null, 'School4/algebra-8b'],
      ['https://mts-link.ru/j/12345/67890', null, '12345/67890'],
      ['https://school4.mts-link.ru/j/12345/67890', null, '12345/67890'],
    ],
    none: [
      'https://my.mts-link.ru/j/School4/17695333414/record/18659320070',
      'https://my.mts-link.ru/j/School4/17695333414/record-new/18659320070',
      'https://my.mts-link.ru/j/School4/record-new/18659320070',
      'https://my.mts-link.ru/j/School4/record-new',
      'https://my.mts-link.ru/record-new/18659320070',
      'https://my.mts-link.ru/login/12345678',
      'https://my.mts-link.ru/files/12345678',
      'https://my.mts-link.ru/School4/12345678',
      'https://mts-link.ru/products',
      'https://files.mts-link.ru/j/12345/67890',
      'https://a.b.mts-link.ru/j/12345/67890',
      'https://notmts-link.ru/j/12345/67890',
    ],
  },
  webinar: {
    calls: [
      ['https://events.webinar.ru/school4/2278021', null, 'school4/2278021'],
      ['https://my.webinar.ru/12345/2278021', null, '12345/2278021'],
      ['https://events.webinar.ru/12345/2278021/stream-new/18867526566', null, '12345/2278021'],
      ['https://events.webinar.ru/event/12345/2278021', null, '12345/2278021'],
    ],
    none: [
      'https://events.webinar.ru/api/12345678',
      'https://events.webinar.ru/login/12345678',
      'https://events.webinar.ru/files/12345678',
      'https://events.webinar.ru/record-new/12345678',
      'https://events.webinar.ru/school4/2278021/record-new/18659320070',
      'https://events.webinar.ru/event/12345/2278021/record/18659320070',
      'https://webinar.ru/school4/2278021',
    ],
  },
  jazz: {
    calls: [
      [
        'https://jazz.sber.ru/in0sec?psw=OBgWD0RREwQNCBEZG0UEFwICDA&utm=1',
        'https://jazz.sber.ru/in0sec?psw=OBgWD0RREwQNCBEZG0UEFwICDA',
        'in0sec',
      ],
      ['https://salutejazz.ru/calls/ilqcsu?psw=OEUaC0tUCRRdVR0dFEAeB1JfAA', null, 'ilqcsu'],
      ['https://salutejazz.ru/calls/ilqcsu', null, 'ilqcsu'],
      ['https://jazz.sber.ru/#/calls/in0sec12?psw=Old_123-4', null, 'in0sec12'],
      [
        'https://jazz.sber.ru/#/calls/in0sec?lang=ru&psw=Old_123',
        'https://jazz.sber.ru/#/calls/in0sec?psw=Old_123',
        'in0sec',
      ],
    ],
    none: [
      'https://jazz.sber.ru/in0sec',
      'https://jazz.sber.ru/in0sec?psw=%41%42',
      'https://jazz.sber.ru/#/calls/in0sec',
      'https://jazz.sber.ru/#/records/in0sec?psw=Old_123',
      'https://jazz.sber.ru/about#/calls/in0sec?psw=Old_123',
      'https://jazz.sber.ru/?x=1#/calls/in0sec?psw=Old_123',
      'https://salutejazz.ru/#/calls/in0sec?psw=Old_123',
      'https://salutejazz.ru/record/in0sec?psw=Old_123',
    ],
  },
  wbstream: {
    calls: [[`https://stream.wb.ru/room/${uuid}`, null, uuid]],
    none: [
      'https://stream.wb.ru/room/algebra',
      `https://stream.wb.ru/${uuid}`,
      `https://stream.wb.ru/record/${uuid}`,
      `https://wb.ru/room/${uuid}`,
    ],
  },
  dion: {
    calls: [['https://dion.vc/event/algebra-8b_2026', null, 'algebra-8b_2026']],
    none: ['https://dion.vc/', 'https://dion.vc/video/algebra', 'https://my.dion.vc/event/algebra-8b'],
  },
  pruffme: {
    calls: [
      [`https://pruffme.com/webinar/?id=${'0a'.repeat(16)}`, null, '0a'.repeat(16)],
      [`https://pruffme.com/webinar?id=${'0a'.repeat(16)}`, null, '0a'.repeat(16)],
      ['https://pruffme.com/landing/u123456/algebra_8', null, 'u123456/algebra_8'],
    ],
    none: [
      'https://pruffme.com/webinar/',
      'https://pruffme.com/webinar/?id=12',
      'https://pruffme.com/landing/algebra/8',
      `https://pruffme.com/record/?id=${'0a'.repeat(16)}`,
    ],
  },
  zoom: {
    calls: [
      ['https://zoom.us/j/123456789', null, '123456789'],
      [
        'https://us04web.zoom.us/j/71234567890?pwd=Ab.c_d-1.1#success',
        'https://us04web.zoom.us/j/71234567890?pwd=Ab.c_d-1.1',
        '71234567890',
      ],
      ['https://zoom.us/s/123456789', null, '123456789'],
      ['https://school.zoom.us/w/123456789?tk=x', 'https://school.zoom.us/w/123456789', '123456789'],
      ['https://zoom.us/wc/123456789/join?pwd=abc', null, '123456789'],
      ['https://app.zoom.us/wc/join/123456789', null, '123456789'],
      ['https://zoom.us/my/school.teacher', null, 'zoom.us/school.teacher'],
    ],
    none: [
      'https://zoom.us/j/12345678',
      'https://zoom.us/j/123456789012',
      'https://zoom.us/download',
      'https://zoom.us/rec/share/abc',
      'https://a.b.zoom.us/j/123456789',
      'https://support.zoom.us/j/123456789',
      'https://zoom.us.example/j/123456789',
      'https://notzoom.us/j/123456789',
    ],
  },
  meet: {
    calls: [
      ['https://meet.google.com/abc-defg-hij', null, 'abc-defg-hij'],
      ['https://meet.google.com/abc-defg-hij?authuser=0', 'https://meet.google.com/abc-defg-hij', 'abc-defg-hij'],
      ['https://meet.google.com/lookup/algebra8b', null, 'lookup/algebra8b'],
    ],
    none: [
      'https://meet.google.com/',
      'https://meet.google.com/new',
      'https://meet.google.com/abcdefghij',
      'https://meet.google.com/abc-defg-hijk',
      'https://google.com/abc-defg-hij',
    ],
  },
  teams: {
    calls: [
      [`https://teams.microsoft.com/l/meetup-join/${meeting}/0?context=${context}`, null, meetingKey],
      [
        `https://teams.microsoft.com/l/meetup-join/${meeting}/0?context=%7b%22url%22%3a%22https%3a%2f%2fevil.example%22%7d`,
        `https://teams.microsoft.com/l/meetup-join/${meeting}/0`,
        meetingKey,
      ],
      ['https://teams.live.com/meet/9312345678901?p=AbCdEf123', null, '9312345678901'],
      ['https://teams.microsoft.com/meet/9312345678901?p=AbCdEf123', null, '9312345678901'],
    ],
    none: [
      'https://teams.microsoft.com/l/channel/19%3aabcdefgh%40thread.tacv2/General',
      'https://teams.microsoft.com/l/meetup-join/..%2f..%2fx/0',
      'https://teams.live.com/meet/algebra',
      'https://teams.microsoft.com/',
      'https://microsoft.com/meet/9312345678901',
    ],
  },
  jitsi: {
    calls: [
      ['https://meet.jit.si/Algebra-8B_2026', null, 'Algebra-8B_2026'],
      [
        'https://meet.jit.si/Algebra-8B_2026#config.startWithAudioMuted=true',
        'https://meet.jit.si/Algebra-8B_2026',
        'Algebra-8B_2026',
      ],
    ],
    none: [
      'https://meet.jit.si/',
      'https://meet.jit.si/static/close3.html',
      'https://meet.jit.si/privacy',
      'https://meet.jit.si/terms',
      'https://meet.jit.si/robots.txt',
      'https://beta.meet.jit.si/Algebra',
      'https://jitsi.school4.ru/Algebra',
    ],
  },
  webex: {
    calls: [
      ['https://school4.webex.com/meet/teacher.belova', null, 'school4.webex.com/teacher.belova'],
      ['https://school4.webex.com/join/teacher', null, 'school4.webex.com/teacher'],
      [
        'https://school4.webex.com/school4/j.php?MTID=m0123456789abcdef&x=1',
        'https://school4.webex.com/school4/j.php?MTID=m0123456789abcdef',
        'school4.webex.com/m0123456789abcdef',
      ],
    ],
    none: [
      'https://school4.webex.com/school4/ldr.php?RCID=0123456789abcdef',
      'https://school4.webex.com/recordingservice/sites/school4/recording/0123',
      'https://webex.com/meet/teacher',
      'https://www.webex.com/meet/teacher',
      'https://a.b.webex.com/meet/teacher',
    ],
  },
};

/** Services that cannot be told by their host, and addresses that hide theirs. */
export const unknownServices: readonly string[] = [
  'https://trueconf.school4.ru/c/1234567',
  'https://bbb.school4.ru/b/abc-def-ghi',
  'https://bbb.school4.ru/rooms/abc-def-ghi-jkl/join',
  'https://clck.ru/3ABCDE',
  'https://vk.cc/cABCDE',
  'https://goo.su/AbCd',
  'https://discord.gg/abcdef',
  'https://us.bbcollab.com/guest/0123456789abcdef',
];
