/** The rows of «Видеоконференции». */
import type { CivilDate, Lesson } from '@/lib/diary/types';
import type { LiveCall, RecurrenceRule, ScheduledCall } from '@/lib/messenger/types';
import { civilDateOf, dayNumber, type Interval, lessonInterval, toInstant } from '@/lib/time';
import { recognizeJoinLink } from './joinLink';
import type { LessonMatches } from './matching';
import { occurrence } from './recurrence';
import type { CallService, JoinState, LessonLink } from './types';
import { joinState, openingTime, overrun } from './window';

/** Where the address of a row is found when it is opened. */
export type CallSource =
  /** A call of VK, scheduled or live. */
  | { kind: 'call'; id: string }
  /** A link of a lesson itself: works without any linking. */
  | { kind: 'lessonLink'; lessonId: string; callKey: string };

/** One videoconference. Instants are unix milliseconds. */
export interface CallRow {
  /** Stable and unique in the table. */
  key: string;
  name: string;
  /** `lesson` where it matches a lesson of this diary this week. */
  type: 'lesson' | 'call';
  /** Of the occurrence that is on or comes next; `null`: not known. */
  start: number | null;
  end: number | null;
  /** The day in the diary's zone, for grouping; `null`: not known. */
  day: CivilDate | null;
  state: JoinState;
  recurrence: RecurrenceRule;
  /** Display name of who called it, or empty. */
  caller: string;
  chat: { peerId: number; title: string } | null;
  /** How many are in a live call; `null`: not known. */
  participants: number | null;
  /** `null` when the call has no address that may be opened. */
  service: CallService | null;
  /** The plain form that is opened, copied and put into a calendar; `null` like `service`. */
  address: string | null;
  /** The last moment at which a repeating call may begin; `null`: without end, or it does not repeat. */
  until: number | null;
  source: CallSource;
}

/** A lesson of this week with the links that `lessonLinks` found at it. */
export interface LinkedLesson {
  lesson: Lesson;
  links: readonly LessonLink[];
}

export interface CallRowsInput {
  scheduled: readonly ScheduledCall[];
  live: readonly LiveCall[];
  /** Lessons of this week; those without links may be left out. */
  lessons: readonly LinkedLesson[];
  matches: LessonMatches;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  /** The diary's zone. */
  timeZone: string;
  /** The zone is only assumed and wrong by what the page shows: lessons' times say nothing. */
  zoneDoubtful?: boolean;
}

/** A lesson's room that is live is still that lesson's so long after its end, milliseconds. */
const roomOverrun = 3_600_000;

/** A row while sources of the same call are gathered in it. */
interface Draft extends Omit<CallRow, 'state' | 'day'> {
  live: boolean;
  callKey: string | null;
  /** The lesson's day where it has no times. */
  date: CivilDate | null;
  timeless: boolean;
}

/**
 * Every call once: lessons with a link of their own (once for each lesson and call), scheduled calls and live ones. A scheduled
 * call held at the time of a lesson that has its link is one row with it, a live call one row with what it is an
 * occurrence of. Live first, then by time: today, then day by day. What is over is left out, repeating calls show
 * their next time.
 */
export function callRows(input: CallRowsInput): CallRow[] {
  const { now, timeZone } = input;
  const drafts = [...input.lessons.flatMap((linked) => lessonDrafts(linked, input))];
  for (const call of distinct(input.scheduled)) addScheduled(drafts, call, input);
  for (const call of distinct(input.live)) addLive(drafts, call, input);

  const today = dayNumber(civilDateOf(now, timeZone));
  return drafts
    .map((draft) => finish(draft, input))
    .filter(
      (row) => row.state.kind !== 'over' && !(row.start === null && row.day !== null && dayNumber(row.day) < today),
    )
    .sort((one, other) => rank(one, timeZone) - rank(other, timeZone));
}

function lessonDrafts({ lesson, links }: LinkedLesson, { timeZone, zoneDoubtful }: CallRowsInput): Draft[] {
  const interval = zoneDoubtful ? null : lessonInterval(lesson, timeZone);
  return links.map((link) => ({
    key: `${lesson.id} ${link.callKey}`,
    name: links.length > 1 && link.name ? `${lesson.discipline} — ${link.name}` : lesson.discipline,
    type: 'lesson',
    start: interval?.start ?? null,
    end: interval?.end ?? null,
    date: lesson.date,
    timeless: interval === null,
    live: false,
    recurrence: 'never',
    caller: '',
    chat: null,
    participants: null,
    service: link.service,
    address: link.address,
    until: null,
    callKey: link.callKey,
    source: { kind: 'lessonLink', lessonId: lesson.id, callKey: link.callKey },
  }));
}

function addScheduled(drafts: Draft[], call: ScheduledCall, { matches, now, timeZone }: CallRowsInput): void {
  const link = call.address === null ? null : recognizeJoinLink(call.address);
  const recent = call.live ? occurrence(call, now - overrun, timeZone) : null;
  const held = recent && recent.start <= now + openingTime ? recent : occurrence(call, now, timeZone);
  if (!held && !call.live) return;

  const lesson = sameCall(drafts, link?.callKey).find((draft) => held && overlaps(draft, held));
  if (lesson) {
    Object.assign(lesson, {
      name: call.name || lesson.name,
      start: Math.min(lesson.start ?? Number.POSITIVE_INFINITY, held?.start ?? Number.POSITIVE_INFINITY),
      end: Math.max(lesson.end ?? 0, held?.end ?? 0),
      live: call.live,
      recurrence: call.recurrence,
      until: call.until,
      caller: call.caller,
      chat: call.chat,
      source: { kind: 'call', id: call.id },
    });
    return;
  }
  drafts.push({
    key: call.id,
    name: call.name || (call.chat?.title ?? ''),
    type: isMatched(matches, call.id) || sameCall(drafts, link?.callKey).length > 0 ? 'lesson' : 'call',
    start: held?.start ?? null,
    end: held?.end ?? null,
    date: null,
    timeless: false,
    live: call.live,
    recurrence: call.recurrence,
    caller: call.caller,
    chat: call.chat,
    participants: null,
    service: link?.service ?? null,
    address: link?.address ?? null,
    until: call.until,
    callKey: link?.callKey ?? null,
    source: { kind: 'call', id: call.id },
  });
}

function addLive(drafts: Draft[], call: LiveCall, { matches, now }: CallRowsInput): void {
  const link = call.address === null ? null : recognizeJoinLink(call.address);
  const same = drafts.filter(
    (draft) =>
      (draft.source.kind === 'call' && draft.source.id === call.id) ||
      (link !== null && draft.callKey === link.callKey && near(draft, now)),
  );
  // Of several times of one call, the one that is on or nearest.
  const nearest = same.toSorted((one, other) => distance(one, now) - distance(other, now))[0];
  if (nearest) {
    nearest.live = true;
    if (isMatched(matches, call.id)) nearest.type = 'lesson';
    nearest.chat ??= call.chat;
    nearest.participants = call.participants;
    nearest.service ??= link?.service ?? null;
    nearest.address ??= link?.address ?? null;
    return;
  }
  drafts.push({
    key: call.id,
    name: call.title || (call.chat?.title ?? ''),
    type: isMatched(matches, call.id) ? 'lesson' : 'call',
    start: null,
    end: null,
    date: null,
    timeless: false,
    live: true,
    recurrence: 'never',
    caller: '',
    chat: call.chat,
    participants: call.participants,
    service: link?.service ?? null,
    address: link?.address ?? null,
    until: null,
    callKey: link?.callKey ?? null,
    source: { kind: 'call', id: call.id },
  });
}

function finish(draft: Draft, { now, timeZone }: CallRowsInput): CallRow {
  const { live, callKey: _, date, timeless, ...row } = draft;
  return {
    ...row,
    state: joinState({ start: row.start, end: row.end, live, zoneDoubtful: timeless }, now),
    day: row.start === null ? date : civilDateOf(row.start, timeZone),
  };
}

/** The same call given twice, by its id or its address, is one. */
function distinct<Call extends { id: string; address: string | null }>(calls: readonly Call[]): Call[] {
  const seen = new Set<string>();
  return calls.filter((call) => {
    const callKey = call.address === null ? undefined : recognizeJoinLink(call.address)?.callKey;
    const known = seen.has(call.id) || (callKey !== undefined && seen.has(callKey));
    seen.add(call.id);
    if (callKey) seen.add(callKey);
    return !known;
  });
}

function sameCall(drafts: readonly Draft[], callKey: string | undefined): Draft[] {
  return callKey === undefined ? [] : drafts.filter((draft) => draft.callKey === callKey);
}

function overlaps(draft: Draft, held: Interval): boolean {
  return draft.start !== null && draft.end !== null && draft.start < held.end && held.start < draft.end;
}

/** A teacher's one room serves many lessons: it is live for those alone that are on, about to begin or just over. */
function near(draft: Draft, now: number): boolean {
  if (draft.source.kind === 'call' || draft.start === null || draft.end === null) return true;
  return now >= draft.start - openingTime && now < draft.end + roomOverrun;
}

/** How far a row's time is from now, milliseconds; 0 while it is on. */
function distance(draft: Draft, now: number): number {
  if (draft.start === null || draft.end === null) return Number.MAX_SAFE_INTEGER;
  return Math.max(0, draft.start - now, now - draft.end);
}

function isMatched(matches: LessonMatches, callId: string): boolean {
  return Object.values(matches.byLesson).some((match) => match.callId === callId);
}

/** Live first; then by start, lessons without times at the end of their day, the rest last. */
function rank(row: CallRow, timeZone: string): number {
  if (row.state.kind === 'open' && row.state.live) return (row.start ?? 0) - 1e15;
  if (row.start !== null) return row.start;
  return row.day === null ? Number.MAX_SAFE_INTEGER : toInstant(row.day, 1439, timeZone);
}
