/** Sources of one call are gathered in one row of «Видеоконференции». */
import type { CivilDate } from '@/lib/diary/types';
import type { LiveCall, ScheduledCall } from '@/lib/messenger/types';
import { type Interval, lessonInterval } from '@/lib/time';
import { recognizeJoinLink } from './joinLink';
import { openingTime, overrun } from './joinTime';
import type { MatchedLessons } from './matching/types';
import { nameLessons } from './names/lessonNames';
import { occurrence } from './recurrence';
import type { LinkedLesson, Videoconference, VideoconferencesInput } from './videoconference';

/** A lesson's room that is live is still that lesson's so long after its end, milliseconds. */
const roomOverrun = 3_600_000;

/** A row while it is gathered. */
export interface Draft extends Omit<Videoconference, 'state' | 'day'> {
  live: boolean;
  callKey: string | null;
  /** The lesson's day where it has no times. */
  date: CivilDate | null;
}

/** One row for each call, whatever its state: links of lessons, scheduled calls, live ones. */
export function gatherCalls(input: VideoconferencesInput): Draft[] {
  const names = nameLessons(input.lessons);
  const drafts = distinctLessons(
    input.lessons.flatMap((linked) => lessonDrafts(linked, names.get(linked.lesson.id) ?? '', input)),
  );
  for (const call of distinct(input.scheduled)) addScheduled(drafts, call, input);
  for (const call of distinct(input.live)) addLive(drafts, call, input);
  return drafts;
}

function lessonDrafts(
  { lesson, links }: LinkedLesson,
  name: string,
  { timeZone, isZoneAssumed }: VideoconferencesInput,
): Draft[] {
  const interval = isZoneAssumed ? null : lessonInterval(lesson, timeZone);
  return links.map((link) => ({
    ...noCall,
    key: `${lesson.id} ${link.callKey}`,
    name: links.length > 1 && link.name ? `${name} — ${link.name}` : name,
    type: 'lesson',
    start: interval?.start ?? null,
    end: interval?.end ?? null,
    date: lesson.date,
    service: link.service,
    address: link.address,
    callKey: link.callKey,
    lessonId: lesson.id,
    origin: link.place,
    source: { kind: 'lessonLink', lessonId: lesson.id, callKey: link.callKey },
  }));
}

/** A lesson that the diary lists twice at one time, as for two groups, with one link is one row. */
function distinctLessons(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ callKey, name, date, start, lessonId }) => {
    const key = JSON.stringify([callKey, name, date, start ?? lessonId]);
    const known = seen.has(key);
    seen.add(key);
    return !known;
  });
}

function addScheduled(drafts: Draft[], call: ScheduledCall, input: VideoconferencesInput): void {
  const { matches, now, timeZone, isZoneAssumed } = input;
  const link = call.address === null ? null : recognizeJoinLink(call.address);
  const recent = call.live ? occurrence(call, now - overrun, timeZone) : null;
  const next = recent && recent.start <= now + openingTime ? recent : occurrence(call, now, timeZone);
  // One that does not repeat has its one time, over or not.
  const held = next ?? (call.recurrence === 'never' ? occurrence(call, call.start, timeZone) : null);
  if (!held && !call.live) return;
  // The times at which a call repeats are those of a wall clock: in a zone that is only assumed the first alone is known.
  const isTimeKnown = held && (!isZoneAssumed || held.start === call.start);

  const { live, recurrence, until, caller, chat } = call;
  const said = { live, recurrence, until, caller, chat, source: { kind: 'call', id: call.id } } as const;
  const lesson = sameCall(drafts, link?.callKey).find((draft) => held && overlaps(draft, held));
  if (lesson) {
    Object.assign(lesson, said, {
      name: call.name || lesson.name,
      start: Math.min(lesson.start ?? Number.POSITIVE_INFINITY, held?.start ?? Number.POSITIVE_INFINITY),
      end: Math.max(lesson.end ?? 0, held?.end ?? 0),
    });
    return;
  }
  const lessonId = matchedLesson(matches, call.id, held);
  drafts.push({
    ...noCall,
    ...said,
    key: call.id,
    name: call.name || (call.chat?.title ?? ''),
    type: isMatched(matches, call.id) || sameCall(drafts, link?.callKey).length > 0 ? 'lesson' : 'call',
    start: isTimeKnown ? held.start : null,
    end: isTimeKnown ? held.end : null,
    service: link?.service ?? null,
    address: link?.address ?? null,
    callKey: link?.callKey ?? null,
    lessonId,
  });
}

function addLive(drafts: Draft[], call: LiveCall, { matches, now }: VideoconferencesInput): void {
  const link = call.address === null ? null : recognizeJoinLink(call.address);
  const ofKey = sameCall(drafts, link?.callKey);
  const same = drafts.filter(
    (draft) =>
      (draft.source.kind === 'call' && draft.source.id === call.id) ||
      (ofKey.includes(draft) && (draft.start === null ? ofKey.length === 1 : isNear(draft, now))),
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
    ...noCall,
    key: call.id,
    name: call.title || (call.chat?.title ?? ''),
    type: isMatched(matches, call.id) ? 'lesson' : 'call',
    live: true,
    chat: call.chat,
    participants: call.participants,
    service: link?.service ?? null,
    address: link?.address ?? null,
    callKey: link?.callKey ?? null,
    lessonId: matchedLesson(matches, call.id, null),
    source: { kind: 'call', id: call.id },
  });
}

/** What a row says of which nothing is known. */
const noCall = {
  start: null,
  end: null,
  date: null,
  live: false,
  recurrence: 'never',
  caller: '',
  chat: null,
  participants: null,
  until: null,
  origin: 'calls',
} as const;

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
function isNear(draft: Draft, now: number): boolean {
  if (draft.source.kind === 'call' || draft.start === null || draft.end === null) return true;
  return now >= draft.start - openingTime && now < draft.end + roomOverrun;
}

/** How far a row's time is from now, milliseconds; 0 while it is on. */
function distance(draft: Draft, now: number): number {
  if (draft.start === null || draft.end === null) return Number.MAX_SAFE_INTEGER;
  return Math.max(0, draft.start - now, now - draft.end);
}

function isMatched(matches: MatchedLessons, callId: string): boolean {
  return Object.values(matches.byLesson).some((match) => match.callId === callId);
}

/** The lesson that a call was found for: of a repeating one that of the occurrence which is shown. */
function matchedLesson({ byLesson }: MatchedLessons, callId: string, held: Interval | null) {
  const found = Object.entries(byLesson).filter(([, match]) => match.callId === callId);
  return found.find(([, { start }]) => start === null || start === held?.start)?.[0] ?? null;
}
