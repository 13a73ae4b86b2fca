import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarFileName, calendarText } from '@/lib/calls/calendarFile/calendarText';
import { addressOf, at } from '../samples';

const krasnoyarsk = 'Asia/Krasnoyarsk';
const now = at('09:00');
const entry: CalendarEntry = {
  id: '0f1e2d3c-0000-4000-8000-000000000101',
  name: 'География 8 Б',
  start: at('10:20'),
  end: at('11:00'),
  recurrence: 'never',
  until: null,
  address: addressOf('geography'),
  details: 'Елена Белова\n8 Б — родители',
};

/** Reads the file as a calendar does: unfolds, then takes the first value of each property. */
function read(text: string) {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.pop()).toBe('');
  return lines;
}

describe('an .ics file', () => {
  it('has a single call at its time in UTC', () => {
    expect(read(calendarText(entry, now, krasnoyarsk))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//sferum-for-eschool//calls//RU',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:0f1e2d3c-0000-4000-8000-000000000101@sferum-for-eschool',
      'DTSTAMP:20261123T020000Z',
      'DTSTART:20261123T032000Z',
      'DTEND:20261123T040000Z',
      'SUMMARY:География 8 Б',
      `DESCRIPTION:Елена Белова\\n8 Б — родители\\n${entry.address}`,
      `LOCATION:${entry.address}`,
      `URL:${entry.address}`,
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it.each([
    ['daily', 'FREQ=DAILY'],
    ['weekly', 'FREQ=WEEKLY'],
    ['weekdays', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['weekend', 'FREQ=WEEKLY;BYDAY=SA,SU'],
    ['monthly', 'FREQ=MONTHLY'],
    ['yearly', 'FREQ=YEARLY'],
  ] as const)('repeats %s by %s, on the wall clock of a zone without daylight saving', (recurrence, rule) => {
    const lines = read(calendarText({ ...entry, recurrence, until: at('2027-05-25T00:00+07:00') }, now, krasnoyarsk));
    expect(lines).toEqual(
      expect.arrayContaining([
        `DTSTART;TZID=${krasnoyarsk}:20261123T102000`,
        `DTEND;TZID=${krasnoyarsk}:20261123T110000`,
        `RRULE:${rule};UNTIL=20270524T170000Z`,
      ]),
    );
    expect(lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE'))).toEqual([
      'BEGIN:VTIMEZONE',
      `TZID:${krasnoyarsk}`,
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0700',
      'TZOFFSETTO:+0700',
      'END:STANDARD',
    ]);
  });

  it.each([
    [
      'Europe/Berlin',
      ['DTSTART:20250330T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
      ['DTSTART:20251026T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
    ],
    [
      'America/New_York',
      ['DTSTART:20250309T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400'],
      ['DTSTART:20251102T020000', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU', 'TZOFFSETFROM:-0400', 'TZOFFSETTO:-0500'],
    ],
  ])('carries the rules of %s', (zone, summer, winter) => {
    const lines = read(calendarText({ ...entry, recurrence: 'weekly' }, now, zone));
    expect(lines.slice(lines.indexOf(`TZID:${zone}`) + 1, lines.indexOf('END:VTIMEZONE'))).toEqual([
      'BEGIN:DAYLIGHT',
      ...summer,
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      ...winter,
      'END:STANDARD',
    ]);
  });

  it('lists the changes of a zone that keeps no rule', () => {
    const lines = read(calendarText({ ...entry, recurrence: 'weekly' }, now, 'Africa/Casablanca'));
    expect(lines.filter((line) => line === 'BEGIN:STANDARD').length).toBeGreaterThan(1);
    expect(lines.filter((line) => /^RRULE:FREQ=YEARLY/.test(line))).toEqual([]);
  });

  it('escapes and folds what people wrote', () => {
    const text = calendarText(
      { ...entry, name: `Урок; «8, Б» \\ ${'очень '.repeat(30)}\r\nEND:VEVENT\0` },
      now,
      krasnoyarsk,
    );
    const summary = read(text).find((line) => line.startsWith('SUMMARY:'));
    expect(summary).toMatch(/^SUMMARY:Урок\\; «8\\, Б» \\\\ очень .*\\nEND:VEVENT$/);
    expect(read(text).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('cuts no character in folding', () => {
    for (let length = 0; length < 40; length++) {
      const name = `${'a'.repeat(length)}${'😀й'.repeat(20)}`;
      expect(read(calendarText({ ...entry, name }, now, krasnoyarsk))).toContain(`SUMMARY:${name}`);
    }
  });

  it('has no address where there is none', () => {
    const text = calendarText({ ...entry, address: null, details: '' }, now, krasnoyarsk);
    expect(text).not.toMatch(/URL|LOCATION|DESCRIPTION/);
  });

  it('is the same entry when made again', () => {
    const uid = (text: string) => /^UID:.*$/m.exec(text)?.[0];
    expect(uid(calendarText({ ...entry, name: 'Иначе' }, now + 1, krasnoyarsk))).toBe(
      uid(calendarText(entry, now, krasnoyarsk)),
    );
    expect(uid(calendarText({ ...entry, id: 'vk:a b\r\nX' }, now, krasnoyarsk))).toBe(
      'UID:vk:a-b--X@sferum-for-eschool',
    );
  });

  it.each([
    ['География 8 Б', 'География 8 Б 2026-11-23.ics'],
    ['Урок: «8/Б» ?', 'Урок «8 Б» 2026-11-23.ics'],
    ['../../x', 'x 2026-11-23.ics'],
    ['  ...  ', 'call 2026-11-23.ics'],
    ['', 'call 2026-11-23.ics'],
    ['а'.repeat(200), `${'а'.repeat(60)} 2026-11-23.ics`],
  ])('named after «%s» is «%s»', (name, expected) => {
    expect(calendarFileName({ name, start: entry.start }, krasnoyarsk)).toBe(expected);
  });
});

describe('another program', () => {
  const eventOf = (changes: Partial<CalendarEntry>, zone = krasnoyarsk) => {
    const calendar = new ICAL.Component(ICAL.parse(calendarText({ ...entry, ...changes }, now, zone)));
    const zones = calendar.getAllSubcomponents('vtimezone').map((one) => new ICAL.Timezone(one));
    for (const one of zones) ICAL.TimezoneService.register(one);
    const event = calendar.getFirstSubcomponent('vevent');
    if (!event) throw new Error('no event');
    return new ICAL.Event(event);
  };

  it.each([
    'География 8 Б',
    'Урок; «да, нет» \\ тест',
    'Родительское собрание о поездке двух параллелей в музей '.repeat(6).trim(),
  ])('reads the name %s, the time and the address', (name) => {
    const event = eventOf({ name });
    expect(event.summary).toBe(name);
    expect([event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()]).toEqual([
      entry.start,
      entry.end,
    ]);
    expect(event.component.getFirstPropertyValue('url')).toBe(entry.address);
    expect(event.description).toContain('8 Б — родители');
  });

  it.each([
    ['daily', 1],
    ['weekly', 7],
  ] as const)('repeats what is %s at the same wall clock', (recurrence, days) => {
    const occurrences = eventOf({ recurrence, until: at('2027-05-25T00:00+07:00') }).iterator();
    const found = [0, 1, 2].map(() => occurrences.next().toJSDate().getTime());
    expect(found).toEqual([0, 1, 2].map((index) => entry.start + index * days * 86_400_000));
  });
});
