/** A time zone as `.ics` files carry it (RFC 5545, `VTIMEZONE`). */
import { addDays, civilDateOf, dayNumber, offsetAt, wallMinutesOf, weekdayOf } from '@/lib/time';

const day = 86_400_000;
const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** «20261123T032000Z». */
export function utcText(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** A change of a zone's offset. Milliseconds. */
interface Transition {
  at: number;
  from: number;
  to: number;
}

/** The zone as a `VTIMEZONE`, for calendars that do not know it by name. */
export function zoneLines(start: number, timeZone: string): string[] {
  const year = Number(civilDateOf(start, timeZone).slice(0, 4));
  const changes = transitions(year - 1, year + 6, timeZone);
  const components = changes.length
    ? observances(changes, year)
    : observance('STANDARD', '19700101T000000', offsetAt(start, timeZone), offsetAt(start, timeZone));
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...components, 'END:VTIMEZONE'];
}

/**
 * Each change of the year before the start, repeated yearly by its rule («last Sunday of March») where the following years
 * keep one; else every change that is known, after what was before them.
 */
function observances(changes: readonly Transition[], year: number): string[] {
  const rules = [changes.filter(({ from, to }) => to > from), changes.filter(({ from, to }) => to < from)].map(
    (all) => ({
      first: all[0],
      rule: yearlyRule(all, year),
    }),
  );
  const lines = ({ at, from, to }: Transition, rule?: string) =>
    observance(to > from ? 'DAYLIGHT' : 'STANDARD', utcText(at + from).slice(0, -1), from, to, rule);
  if (rules.every(({ first, rule }) => first && rule)) {
    return rules.flatMap(({ first, rule }) => (first && rule ? lines(first, rule) : []));
  }
  const before = changes[0]?.from ?? 0;
  return [...observance('STANDARD', '19700101T000000', before, before), ...changes.flatMap((change) => lines(change))];
}

function observance(kind: string, start: string, from: number, to: number, rule?: string): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${kind}`,
  ];
}

/** The rule by which changes come once every year, or `null`. */
function yearlyRule(changes: readonly Transition[], year: number): string | null {
  const walls = changes.map(({ at, from }) => ({
    date: civilDateOf(at + from, 'UTC'),
    minutes: wallMinutesOf(at + from, 'UTC'),
  }));
  const [first] = walls;
  if (!first || changes.length !== 8 || Number(first.date.slice(0, 4)) !== year - 1) return null;
  const alike = walls.every(
    ({ date, minutes }) =>
      minutes === first.minutes &&
      weekdayOf(date) === weekdayOf(first.date) &&
      date.slice(5, 7) === first.date.slice(5, 7),
  );
  if (!alike) return null;
  const weekday = weekdayNames[weekdayOf(first.date) - 1];
  const nth = (date: string) => Math.ceil(Number(date.slice(8)) / 7);
  const isLast = (date: string) => addDays(date, 7).slice(5, 7) !== date.slice(5, 7);
  const place = walls.every(({ date }) => isLast(date))
    ? -1
    : walls.every(({ date }) => nth(date) === nth(first.date))
      ? nth(first.date)
      : null;
  return place === null ? null : `FREQ=YEARLY;BYMONTH=${Number(first.date.slice(5, 7))};BYDAY=${place}${weekday}`;
}

/** Changes of a zone's offset from the first day of a year to the last of another, found by halving to the second. */
function transitions(firstYear: number, lastYear: number, timeZone: string): Transition[] {
  const found: Transition[] = [];
  const end = (dayNumber(`${lastYear}-12-31`) + 1) * day;
  for (let at = dayNumber(`${firstYear}-01-01`) * day; at < end; at += 7 * day) {
    const from = offsetAt(at, timeZone);
    const to = offsetAt(at + 7 * day, timeZone);
    if (from === to) continue;
    let low = at;
    let high = at + 7 * day;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offsetAt(middle, timeZone) === from) low = middle;
      else high = middle;
    }
    found.push({ at: high, from, to });
  }
  return found;
}

/** «+0700», «+072436». */
function offsetText(offset: number): string {
  const seconds = Math.abs(Math.round(offset / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[2] === 0) parts.pop();
  return (offset < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join('');
}
