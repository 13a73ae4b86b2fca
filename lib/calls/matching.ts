/**
 * Which call belongs to which lesson, for lessons without a link of their own. A wrong button is worse than none: every rule
 * must hold, and where two lessons or two calls compete, none is taken.
 */
import type { Lesson } from '@/lib/diary/types';
import type { LiveCall, ScheduledCall } from '@/lib/messenger/types';
import { type Interval, lessonInterval } from '@/lib/time';
import { recognizeJoinLink } from './joinLink';
import { namedClasses, namedGroups, readClass, samePerson } from './names';
import { occurrence } from './recurrence';
import { broaderSubject, namedSubjects, namesDiscipline, wordsOf } from './subjects';
import { openingTime, overrun } from './window';

/** The call of a lesson. */
export interface LessonMatch {
  callId: string;
  kind: 'scheduled' | 'live';
  /** Of the occurrence that overlaps the lesson, unix milliseconds; `null` for a live call. */
  start: number | null;
  end: number | null;
  /** Known to be on. */
  live: boolean;
}

/** Why a call that names a lesson's subject was not taken for it. */
export interface Refusal {
  lessonId: string;
  callId: string;
  /** `name` of a rule. */
  rule: string;
}

export interface LessonMatches {
  /** By the lesson's id. */
  byLesson: Record<string, LessonMatch>;
  reasons: Refusal[];
}

export interface MatchInput {
  lessons: readonly Lesson[];
  scheduled: readonly ScheduledCall[];
  live: readonly LiveCall[];
  /** As the diary gives it, «8 Б»; empty or absent: not known. */
  pupilClass?: string;
  /** The diary's zone. */
  timeZone: string;
  /** Unix milliseconds on the corrected clock. */
  now: number;
}

/** A call as the rules see it. */
interface Candidate {
  id: string;
  kind: LessonMatch['kind'];
  /** Its own name, then its chat's: of the subject the first that names one is believed, of class and group all. */
  names: string[];
  caller: string;
  /** What tells calls apart; `null` when there is no address that may be opened. */
  callKey: string | null;
  /** When it is held around a lesson; `null`: not then. */
  heldAt(lesson: Interval): Interval | null;
  live: boolean;
}

/** One lesson and one call. */
interface Pairing {
  lesson: Lesson;
  when: Interval;
  call: Candidate;
  /** The name that names the subject. */
  name: string;
  naming: Naming;
  pupilClass: string;
  held: Interval | null;
}

type Naming = 'this' | 'broader' | 'another' | 'none';

/** A condition that a lesson and a call must meet. */
export interface MatchRule {
  name: string;
  why: string;
  holds(pairing: Pairing): boolean;
}

/** Words that make a call something else than the lesson of the subject. */
const otherOccasion =
  /^(?:родител.*|собран.*|консультац.*|пересдач.*|олимпиад.*|круж.*|факультатив.*|электив.*|внеуроч.*|репетитор.*|огэ|егэ|впр|педсовет.*|совещан.*|шмо|метод.*|учител.*|допы?|дополнительн.*|подготовк.*|отмен.*|перенос.*|перенес.*|замен.*)$/;

/** All must hold, in this order; the first that does not is the reason. */
export const matchRules: readonly MatchRule[] = [
  {
    name: 'can be opened',
    why: 'A button that opens nothing is worse than none: the address must be in the table of join links.',
    holds: ({ call }) => call.callKey !== null,
  },
  {
    name: 'names no other subject',
    why: '«Физика вместо алгебры» and «Алгебра, геометрия» cannot be told to be this lesson.',
    holds: ({ naming }) => naming !== 'another',
  },
  {
    name: 'broader name needs the teacher',
    why: '«Математика» for «Алгебра» or «Иностранный язык» for «Немецкий» is this lesson only when its teacher calls: another group may have the same hour.',
    holds: ({ naming, lesson, call }) => naming === 'this' || samePerson(lesson.teacher, call.caller) === true,
  },
  {
    name: 'is a lesson',
    why: 'A parents’ meeting, a consultation or an examination’s preparation in the same subject is another occasion, unless the diary calls the lesson so.',
    holds: ({ name, lesson }) => {
      const lessonWords = wordsOf(lesson.discipline);
      return wordsOf(name).every(
        (word) => !otherOccasion.test(word) || lessonWords.some((own) => own.slice(0, 5) === word.slice(0, 5)),
      );
    },
  },
  {
    name: 'is for this class',
    why: 'A parent may see the calls of several children, a teacher’s child those of several classes: «9 А» is not 8 Б.',
    holds: ({ call, pupilClass }) => classAgrees(call.names, pupilClass),
  },
  {
    name: 'is for this group',
    why: 'Groups of one class have the same subject at the same hour. Where the diary does not say the pupil’s group, a call for one group is taken unless another person than the lesson’s teacher calls.',
    holds: ({ call, lesson }) => {
      const own = namedGroups(lesson.discipline);
      return call.names.map(namedGroups).every((groups) => {
        if (!groups.size) return true;
        if (own.size) return [...groups].some((group) => own.has(group));
        return samePerson(lesson.teacher, call.caller) !== false;
      });
    },
  },
  {
    name: 'is held during the lesson',
    why: 'A scheduled call must overlap the lesson; a live one belongs to the lesson that is on now, or begins within ten minutes when none is on.',
    holds: ({ held }) => held !== null,
  },
];

/** What is decided between pairings that all rules allow. */
export const competitionRules: readonly Omit<MatchRule, 'holds'>[] = [
  {
    name: 'one call for a lesson',
    why: 'Of two calls for one lesson either may be the wrong one.',
  },
  {
    name: 'one lesson for a call',
    why: 'A call held during two lessons of the subject may belong to either.',
  },
];

/**
 * Finds the calls of lessons: scheduled calls first, then live calls in chats that name the subject. Links of the lessons
 * themselves come before both and are not looked at here.
 */
export function matchLessons(input: MatchInput): LessonMatches {
  const { timeZone, now } = input;
  const lessons = input.lessons.flatMap((lesson) => {
    const when = lessonInterval(lesson, timeZone);
    return when ? [{ lesson, when }] : [];
  });
  const matches: LessonMatches = { byLesson: {}, reasons: [] };
  const scheduled = input.scheduled.map((call) => scheduledCandidate(call, input));
  const planned = pair(lessons, scheduled, input, matches);
  const contested = settle(planned, matches, now);

  const live = (isHeld: (lesson: Interval) => boolean) =>
    input.live
      .map((call) => liveCandidate(call, scheduled, isHeld))
      .filter((call) => !planned.some((pairing) => isSameCall(pairing.call, call)));
  const running = pair(
    lessons,
    live((when) => when.start <= now && now < when.end),
    input,
    matches,
  );
  const waiting = live((when) => when.start - openingTime <= now && now < when.start).filter(
    (call) => !running.some((pairing) => isSameCall(pairing.call, call)),
  );
  settle([...running, ...pair(lessons, waiting, input, matches)], matches, now, contested);
  return { byLesson: matches.byLesson, reasons: told(matches) };
}

/** Each reason once, none for what was taken in the end. */
function told({ byLesson, reasons }: LessonMatches): Refusal[] {
  const byKey = new Map(reasons.map((reason) => [Object.values(reason).join('\n'), reason]));
  return [...byKey.values()].filter(({ lessonId, callId }) => byLesson[lessonId]?.callId !== callId);
}

function scheduledCandidate(call: ScheduledCall, { live, timeZone }: MatchInput): Candidate {
  const candidate: Candidate = {
    id: call.id,
    kind: 'scheduled',
    names: [call.name, call.chat?.title ?? ''],
    caller: call.caller,
    callKey: callKeyOf(call.address),
    heldAt: (lesson) => {
      const held = occurrence(call, lesson.start, timeZone);
      return held && held.start < lesson.end ? held : null;
    },
    live: call.live,
  };
  candidate.live ||= live.some(({ id, address }) => isSameCall(candidate, { id, callKey: callKeyOf(address) }));
  return candidate;
}

/** A live call; where it is a scheduled one held at another time, that one's name and caller count too. */
function liveCandidate(
  call: LiveCall,
  scheduled: readonly Candidate[],
  isHeld: (lesson: Interval) => boolean,
): Candidate {
  const callKey = callKeyOf(call.address);
  const plan = scheduled.find((candidate) => isSameCall(candidate, { id: call.id, callKey }));
  return {
    id: call.id,
    kind: 'live',
    names: [...(plan?.names ?? []), call.title, call.chat?.title ?? ''],
    caller: plan?.caller ?? '',
    callKey,
    heldAt: (lesson) => (isHeld(lesson) ? lesson : null),
    live: true,
  };
}

type CallIdentity = Pick<Candidate, 'id' | 'callKey'>;

function isSameCall(one: CallIdentity, other: CallIdentity): boolean {
  return one.id === other.id || (one.callKey !== null && one.callKey === other.callKey);
}

function callKeyOf(address: string | null): string | null {
  return address === null ? null : (recognizeJoinLink(address)?.callKey ?? null);
}

/** The pairings that all rules allow; the others' reasons are noted where the call names the subject. */
function pair(
  lessons: readonly { lesson: Lesson; when: Interval }[],
  calls: readonly Candidate[],
  input: MatchInput,
  matches: LessonMatches,
): Pairing[] {
  const subjectsOf = remember(namedSubjects);
  const allowed: Pairing[] = [];
  for (const { lesson, when } of lessons) {
    for (const call of calls) {
      const named = call.names
        .map((name) => ({ name, naming: namingOf(name, lesson.discipline, subjectsOf) }))
        .find(({ naming }) => naming !== 'none');
      if (!named || (named.naming === 'another' && !subjectsShared(named.name, lesson.discipline, subjectsOf)))
        continue;
      const pairing: Pairing = {
        lesson,
        when,
        call,
        ...named,
        pupilClass: input.pupilClass ?? '',
        held: call.heldAt(when),
      };
      const broken = matchRules.find((rule) => !rule.holds(pairing));
      if (broken) matches.reasons.push({ lessonId: lesson.id, callId: call.id, rule: broken.name });
      else allowed.push(pairing);
    }
  }
  return allowed;
}

/** Takes the pairings that nothing competes with, and returns the lessons where something does. */
function settle(
  pairings: readonly Pairing[],
  matches: LessonMatches,
  now: number,
  contested = new Set<string>(),
): Set<string> {
  const callsOf = grouped(
    pairings,
    ({ lesson }) => lesson.id,
    ({ call }) => call.callKey ?? call.id,
  );
  const lessonsOf = grouped(pairings, occasion, ({ lesson }) => lesson.id);
  for (const pairing of pairings) {
    const { lesson, call, held } = pairing;
    const calls = callsOf.get(lesson.id)?.size ?? 0;
    const lessons = lessonsOf.get(occasion(pairing))?.size ?? 0;
    if (calls > 1 || lessons > 1) {
      contested.add(lesson.id);
      const rule = calls > 1 ? 'one call for a lesson' : 'one lesson for a call';
      matches.reasons.push({ lessonId: lesson.id, callId: call.id, rule });
    } else if (!contested.has(lesson.id) && !matches.byLesson[lesson.id]) {
      const times = call.kind === 'scheduled' && held ? held : { start: null, end: null };
      // A repeating call that is live is so for the occurrence of now alone.
      const live = call.live && (!held || (now >= held.start - openingTime && now < held.end + overrun));
      matches.byLesson[lesson.id] = { callId: call.id, kind: call.kind, ...times, live };
    }
  }
  return contested;
}

/** One holding of a call: a weekly call has one for each week. */
function occasion({ call, held }: Pairing): string {
  return `${call.callKey} ${call.kind === 'live' ? '' : held?.start}`;
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string, memberOf: (item: Item) => string) {
  const groups = new Map<string, Set<string>>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, (groups.get(key) ?? new Set()).add(memberOf(item)));
  }
  return groups;
}

function remember<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const value = made.get(text) ?? make(text);
    made.set(text, value);
    return value;
  };
}

/** What a name says of a lesson's subject. */
function namingOf(name: string, discipline: string, subjectsOf: (text: string) => Set<string>): Naming {
  const named = subjectsOf(name);
  const own = subjectsOf(discipline);
  if (!own.size) {
    if (named.size) return 'another';
    return namesDiscipline(name, discipline) ? 'this' : 'none';
  }
  if (!named.size) return 'none';
  if ([...named].every((subject) => own.has(subject))) return 'this';
  return [...named].every((subject) => own.has(subject) || isBroader(subject, own)) ? 'broader' : 'another';
}

function isBroader(subject: string, own: ReadonlySet<string>): boolean {
  return own.has(broaderSubject(subject) ?? '') || [...own].some((one) => broaderSubject(one) === subject);
}

function subjectsShared(name: string, discipline: string, subjectsOf: (text: string) => Set<string>): boolean {
  const own = subjectsOf(discipline);
  return own.size ? [...subjectsOf(name)].some((subject) => own.has(subject)) : namesDiscipline(name, discipline);
}

/** Whether every name that says anything of classes includes the pupil's. */
function classAgrees(names: readonly string[], pupilClass: string): boolean {
  if (!pupilClass.trim()) return true;
  const own = readClass(pupilClass);
  return names.map(namedClasses).every(({ classes, grades }) => {
    if (!classes.size && !grades.size) return true;
    if (!own) return false;
    if (grades.has(own.grade)) return true;
    return own.letter === null
      ? [...classes].some((one) => one.replace(/\D/g, '') === String(own.grade))
      : classes.has(`${own.grade}${own.letter}`);
  });
}
