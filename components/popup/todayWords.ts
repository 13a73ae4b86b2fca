import { formatAge } from '@/components/parts/age';
import { serviceWords } from '@/components/parts/serviceWords';
import type { CivilDate } from '@/lib/diary/types';
import type { TodayLink, TodayRow } from '@/lib/messages/today';
import { formatAhead, formatRelativeDay, formatTime, toInstant } from '@/lib/time';
import { words } from '@/lib/words';

const minute = 60_000;

/** Further away than this the time alone is told, minutes. */
const longestAhead = 90;

/** A time of the diary's, or of its reader's: unix milliseconds and an IANA zone. */
export interface Now {
  now: number;
  timeZone: string;
}

/** The diary that the popup concerns: of the tab in front, else of any other that is open. */
export interface ConcernedDiary {
  origin: string;
  /** Whom its person would enter a call of VK as, where that is not themselves: a given name. */
  joinsAs: string | null;
  linked: boolean;
  /** Its page can show the section. */
  hasSection: boolean;
}

/** «Алгебра, до 10:45», «География в 11:20, через 35 минут», «География в 11:20». */
export function rowWords({ name, start, end }: TodayRow, { now, timeZone }: Now): string {
  if (start === null || end === null || now >= end) return start === null ? name : words('todayOn', name);
  if (now >= start) return words('todayUntil', name, formatTime(end, timeZone));
  const begins = words('todayAt', name, formatTime(start, timeZone));
  const minutes = Math.ceil((start - now) / minute);
  return minutes > longestAhead ? begins : `${begins}, ${formatAhead(minutes).toLocaleLowerCase('ru')}`;
}

/** «08:30 Алгебра»: a row of a list. */
export function listedWords({ name, start }: TodayRow, { timeZone }: Now): string {
  return start === null ? name : `${formatTime(start, timeZone)} ${name}`;
}

/** «Завтра», «1 дек.»: the head of another day. */
export function dayWords(date: CivilDate, { now, timeZone }: Now): string {
  const said = formatRelativeDay(toInstant(date, 720, timeZone), now, timeZone);
  return said.charAt(0).toLocaleUpperCase('ru') + said.slice(1);
}

/** «По данным: в эту минуту» is no Russian: what was read just now is a minute old. Milliseconds. */
const youngest = 60_000;

/** Whose row it is, and how old that is. */
export function childWords({ child, age }: TodayRow): string {
  const old = age === null || !child ? '' : words('todayAge', formatAge(Math.max(age, youngest)));
  return [child, old].filter(Boolean).join(', ');
}

/** What tells one way into a row from another. */
export function linkWords({ name, service, place }: TodayLink): string {
  return `${name || serviceWords(service)}, ${words(`linkFrom_${place}`)}`;
}
