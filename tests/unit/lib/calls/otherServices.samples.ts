import type { ServiceSamples } from './firstServices.samples';

const uuid = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const meeting = '19%3ameeting_NjYzY2FkYWMtMDUzNi00MWQ5LWE2ODYtMjk0NzQ0ZGNhNTQw%40thread.v2';
const meetingKey = 'meeting_NjYzY2FkYWMtMDUzNi00MWQ5LWE2ODYtMjk0NzQ0ZGNhNTQw/0';
const context = `%7b%22Tid%22%3a%22${uuid}%22%2c%22Oid%22%3a%22${uuid}%22%7d`;

/** Services that came to schools later, and foreign ones. */
export const otherServices = {
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
} as const satisfies Record<string, ServiceSamples>;
