import { callId } from './samples';

/** Addresses of one service as they are met. */
export interface ServiceSamples {
  /** As written, as opened (`null`: as written), the call's key without the service. */
  calls: readonly (readonly [written: string, opened: string | null, key: string])[];
  /** Of the same hosts, or like them, and never a call. */
  none: readonly string[];
}

const opened = `https://web.vk.me/call/join/${callId}`;

/** Services that schools used first. */
export const firstServices = {
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
      'https://school.ktalk.ru/dashboard',
      'https://school.ktalk.ru/index',
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
} as const satisfies Record<string, ServiceSamples>;
