/** A call as an `.ics` file (RFC 5545) that other calendars read. */
import type { RecurrenceRule } from '@/lib/messenger/types';
import { civilDateOf, offsetAt } from '@/lib/time';
import { utcText, zoneLines } from './zoneLines';

/** What goes into the calendar. Instants are unix milliseconds. */
export interface CalendarEntry {
  /** Stable: importing the file again replaces the entry. */
  id: string;
  name: string;
  /** An occurrence: of a repeating call the one that is shown, with which the entry begins. */
  start: number;
  end: number;
  recurrence: RecurrenceRule;
  /** The last moment at which an occurrence may begin; `null`: without end. */
  until: number | null;
  /** A recognised join link's plain address, or `null`. */
  address: string | null;
  /** For people: the caller and the chat, lines parted by `\n`. May be empty. */
  details: string;
}

const productId = '-//sferum-for-eschool//calls//RU';

/** By days of the zone's calendar; daily, weekly, monthly and yearly repeat the day of the start. */
const recurrenceRules: Record<Exclude<RecurrenceRule, 'never'>, string> = {
  daily: 'FREQ=DAILY',
  weekly: 'FREQ=WEEKLY',
  weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekend: 'FREQ=WEEKLY;BYDAY=SA,SU',
  monthly: 'FREQ=MONTHLY',
  yearly: 'FREQ=YEARLY',
};

/**
 * The text of an `.ics` file with one call.
 *
 * A single call has its times in UTC. A repeating one keeps the wall clock of the diary's zone and carries the zone's rules:
 * in UTC its weekdays could be others (07:00 on Monday in Magadan is Sunday) and it would move with daylight saving.
 *
 * @param now unix milliseconds on the corrected clock: when the file is made
 * @param timeZone the diary's zone
 */
export function calendarText(entry: CalendarEntry, now: number, timeZone: string): string {
  const { recurrence } = entry;
  const repeats = recurrence !== 'never';
  const time = (name: string, instant: number) =>
    repeats ? `${name};TZID=${timeZone}:${wallText(instant, timeZone)}` : `${name}:${utcText(instant)}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${productId}`,
    'CALSCALE:GREGORIAN',
    ...(repeats ? zoneLines(entry.start, timeZone) : []),
    'BEGIN:VEVENT',
    `UID:${entry.id.replace(/[^\w.:/-]/g, '-')}@sferum-for-eschool`,
    `DTSTAMP:${utcText(now)}`,
    time('DTSTART', entry.start),
    time('DTEND', entry.end),
    ...(repeats
      ? [`RRULE:${recurrenceRules[recurrence]}${entry.until === null ? '' : `;UNTIL=${utcText(entry.until)}`}`]
      : []),
    `SUMMARY:${escapeText(entry.name)}`,
  ];
  const description = [entry.details, entry.address ?? ''].filter(Boolean).join('\n');
  if (description) lines.push(`DESCRIPTION:${escapeText(description)}`);
  if (entry.address) lines.push(`LOCATION:${escapeText(entry.address)}`, `URL:${entry.address}`);
  lines.push('END:VEVENT', 'END:VCALENDAR');
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A name for the file that every system takes: «География 8 Б 2026-11-23.ics». */
export function calendarFileName(entry: Pick<CalendarEntry, 'name' | 'start'>, timeZone: string): string {
  const name = entry.name
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.~]+|[\s.]+$/g, '');
  const short = [...name].slice(0, 60).join('').trim();
  return `${short || 'call'} ${civilDateOf(entry.start, timeZone)}.ics`;
}

/** «20261123T102000»: what the zone's wall clock shows. */
function wallText(instant: number, timeZone: string): string {
  return utcText(instant + offsetAt(instant, timeZone)).slice(0, -1);
}

function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Cuts a line so that no part is longer than 75 octets of UTF-8 and no character is cut. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += length;
  }
  return folded;
}
