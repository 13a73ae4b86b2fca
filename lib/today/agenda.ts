/** Everything of one diary account that can be joined today and on the next school day, as one list. */
import { type Draft, gatherCalls } from '@/lib/calls/gathering';
import { matchLessons } from '@/lib/calls/matching/matching';
import { nameLessons } from '@/lib/calls/names/lessonNames';
import type { CivilDate } from '@/lib/diary/types';
import type { LiveCall, ScheduledCall } from '@/lib/messenger/types';
import { civilDateOf, lessonInterval } from '@/lib/time';
import type { Agenda, AgendaLesson, AgendaLink, AgendaRow, PupilDays, Quiet } from './types';

export interface AgendaInput {
  pupils: readonly PupilDays[];
  /** The pupil whose days the diary shows now; 0 where it names none. */
  chosenPupilId: number;
  /** How many children the account has; 0 for a pupil's own. */
  childCount: number;
  /** VK's calls; empty where nobody is linked or seen. */
  scheduled: readonly ScheduledCall[];
  live: readonly LiveCall[];
  /** The diary's zone. */
  timeZone: string;
  /** The zone is only assumed: lessons have no times then. */
  isZoneAssumed: boolean;
  /** Unix milliseconds on the corrected clock. */
  now: number;
  /** Unix milliseconds of the computer's clock, by which ages are counted. */
  computerNow: number;
}

/** A call that belongs to a lesson is one row with it; a call that is a lesson of one child is no row of another's. */
export function makeAgenda(input: AgendaInput): Agenda {
  const today = civilDateOf(input.now, input.timeZone);
  const drafts = input.pupils.map((pupil) => ({ pupil, drafts: draftsOf(pupil, input) }));
  const lessons = drafts.flatMap((of) => lessonRows(of.pupil, of.drafts, input));
  const taken = new Set(
    drafts.flatMap((of) => of.drafts).flatMap((draft) => (draft.lessonId === null ? [] : [draft.key])),
  );
  const calls = new Map<string, AgendaRow>();
  const ofCalls = drafts.length > 0 ? drafts.flatMap((of) => of.drafts) : draftsOf(nobody, input);
  for (const draft of ofCalls) {
    const row = draft.lessonId === null && !taken.has(draft.key) ? callRow(draft, today, input) : null;
    if (row) calls.set(row.key, row);
  }
  const rows = [...lessons, ...calls.values()].sort(byTime);
  const ofToday = rows.filter(({ day }) => day === today);
  const next = nextSchoolDay(input.pupils, today);
  return {
    today: ofToday,
    next: next === null ? null : { date: next, rows: rows.filter(({ day }) => day === next) },
    quiet: ofToday.length > 0 ? null : quietOf(input.pupils, input.chosenPupilId, today),
  };
}

const nobody: PupilDays = { pupilId: 0, fullName: '', classYear: '', readAt: 0, dates: [], lessons: [] };

function draftsOf({ classYear, lessons }: PupilDays, input: AgendaInput): Draft[] {
  const { scheduled, live, timeZone, isZoneAssumed, now, childCount } = input;
  const calls = { scheduled, live, timeZone, isZoneAssumed, now };
  return gatherCalls({
    ...calls,
    lessons: lessons.map((lesson) => ({ lesson, links: lesson.links })),
    matches: matchLessons({ ...calls, lessons, pupilClass: classYear, childCount }),
  });
}

function lessonRows(pupil: PupilDays, drafts: readonly Draft[], input: AgendaInput): AgendaRow[] {
  const seen = new Set<string>();
  const names = nameLessons(pupil.lessons.map((lesson) => ({ lesson, links: lesson.links })));
  return pupil.lessons.flatMap((lesson) => {
    const own = drafts.filter(({ lessonId }) => lessonId === lesson.id);
    const links = linksOf(lesson, own);
    if (links.length === 0) return [];
    const interval = input.isZoneAssumed ? null : lessonInterval(lesson, input.timeZone);
    // Listed twice at one time, as for two groups, with one link: one row.
    const same = JSON.stringify([
      lesson.discipline,
      lesson.date,
      lesson.begin ?? lesson.id,
      links.map((one) => one.address),
    ]);
    if (seen.has(same)) return [];
    seen.add(same);
    return {
      key: `${pupil.pupilId} ${lesson.id}`,
      name: names.get(lesson.id) ?? lesson.discipline,
      isLesson: true,
      pupil: input.childCount > 1 ? pupil.fullName : '',
      age: pupil.pupilId === input.chosenPupilId ? null : Math.max(0, input.computerNow - pupil.readAt),
      day: lesson.date,
      start: interval?.start ?? null,
      end: interval?.end ?? null,
      live: own.some(({ live }) => live),
      links,
    };
  });
}

/** The links of the lesson itself come first, then calls of VK that are no link of it. */
function linksOf({ id, links }: AgendaLesson, drafts: readonly Draft[]): AgendaLink[] {
  const own = links.map(({ callKey, service, address, name, place }) => ({
    source: { kind: 'lessonLink' as const, lessonId: id, callKey },
    service,
    address,
    name,
    place,
  }));
  const keys = new Set(links.map(({ callKey }) => callKey));
  const found = drafts.flatMap(({ source, service, address, callKey }) =>
    source.kind === 'call' && service && address && !(callKey && keys.has(callKey))
      ? [{ source, service, address, name: '', place: 'calls' as const }]
      : [],
  );
  return [...own, ...found];
}

function callRow(draft: Draft, today: CivilDate, { timeZone, now }: AgendaInput): AgendaRow | null {
  const { key, name, start, end, live, service, address, source } = draft;
  if (!service || !address || source.kind !== 'call') return null;
  return {
    key,
    name,
    isLesson: false,
    pupil: '',
    age: null,
    // A call that is on has no other day than today, whenever it was planned, also over midnight.
    day: live || start === null || (start <= now && now < (end ?? now)) ? today : civilDateOf(start, timeZone),
    start,
    end,
    live,
    links: [{ source, service, address, name: '', place: 'calls' }],
  };
}

/** By time; what has none comes last. */
function byTime(one: AgendaRow, other: AgendaRow): number {
  const rank = ({ start, day }: AgendaRow) => `${day} ${String(start ?? 1e15).padStart(16, '0')}`;
  return rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0;
}

function nextSchoolDay(pupils: readonly PupilDays[], today: CivilDate): CivilDate | null {
  const later = pupils.flatMap(({ lessons }) => lessons.map(({ date }) => date)).filter((date) => date > today);
  return later.sort()[0] ?? null;
}

function quietOf(pupils: readonly PupilDays[], chosen: number, today: CivilDate): Quiet {
  const known = pupils.filter(({ dates }) => dates.includes(today));
  if (!known.some(({ pupilId }) => pupilId === chosen)) return 'unknown';
  const lessons = known.flatMap((pupil) => pupil.lessons);
  if (lessons.some(({ date }) => date === today)) return 'noOnline';
  // The rest of the week, and the next where it was read too.
  return lessons.length === 0 && known.every(({ dates }) => dates.length >= holidayDates) ? 'holidays' : 'noLessons';
}

/** So many days from today on without any lesson are no weekend. */
const holidayDates = 3;
