/**
 * Which call belongs to which lesson, for lessons without a link of their own. A wrong button is worse than none: every rule
 * must hold, and where two lessons or two calls compete, none is taken.
 */
import { openingTime } from '@/lib/calls/joinTime';
import { readClass } from '@/lib/calls/names/classes';
import type { LiveCall, ScheduledCall } from '@/lib/messenger/types';
import { type Interval, lessonInterval } from '@/lib/time';
import { type Candidate, isSameCall, liveCandidate, scheduledCandidate } from './candidates';
import { settle } from './competition';
import { type Naming, namingOf } from './naming';
import { matchRules, type Pairing, type PupilOfAccount } from './rules';
import type { MatchableLesson, MatchedLessons, Refusal } from './types';

export interface MatchInput {
  lessons: readonly MatchableLesson[];
  scheduled: readonly ScheduledCall[];
  live: readonly LiveCall[];
  /** As the diary gives it, «8 Б»; empty: not known. */
  pupilClass: string;
  /** How many children the account has: of several, a call must tell whose it is. 0 for a pupil's own account. */
  childCount: number;
  /** The diary's zone. */
  timeZone: string;
  /** The zone is only assumed: lessons' times say nothing, so nothing is matched by them. */
  isZoneAssumed: boolean;
  /** Unix milliseconds on the corrected clock. */
  now: number;
}

interface TimedLesson {
  lesson: MatchableLesson;
  when: Interval;
}

/**
 * Finds the calls of lessons: scheduled calls first, then live calls in chats that name the subject. Links of the lessons
 * themselves come before both and are not looked at here.
 */
export function matchLessons(input: MatchInput): MatchedLessons {
  const matched: MatchedLessons = { byLesson: {}, reasons: [] };
  if (input.isZoneAssumed) return matched;
  const { timeZone, now } = input;
  const lessons = input.lessons.flatMap((lesson): TimedLesson[] => {
    const when = lessonInterval(lesson, timeZone);
    return when ? [{ lesson, when }] : [];
  });
  const pair = createPairing(lessons, pupilOf(input), matched);
  const scheduled = input.scheduled.map((call) => scheduledCandidate(call, input.live, timeZone));
  const planned = pair(scheduled);
  const contested = settle(planned, matched, now);

  const live = (isHeld: (lesson: Interval) => boolean) =>
    input.live
      .map((call) => liveCandidate(call, scheduled, isHeld))
      .filter((call) => !planned.some((pairing) => isSameCall(pairing.call, call)));
  const running = pair(live((when) => when.start <= now && now < when.end));
  const waiting = live((when) => when.start - openingTime <= now && now < when.start).filter(
    (call) => !running.some((pairing) => isSameCall(pairing.call, call)),
  );
  settle([...running, ...pair(waiting)], matched, now, contested);
  return { byLesson: matched.byLesson, reasons: told(matched) };
}

function pupilOf({ pupilClass, childCount }: MatchInput): PupilOfAccount {
  return { hasClass: pupilClass.trim() !== '', ownClass: readClass(pupilClass), hasSiblings: childCount > 1 };
}

/**
 * Makes the function that gives the pairings of calls with lessons that all rules allow; the others' reasons are noted where the
 * call names the subject.
 */
function createPairing(lessons: readonly TimedLesson[], pupil: PupilOfAccount, matched: MatchedLessons) {
  return (calls: readonly Candidate[]): Pairing[] => {
    const allowed: Pairing[] = [];
    for (const call of calls) {
      // A week has the same discipline many times.
      const namings = new Map<string, { name: string; naming: Naming } | null>();
      for (const { lesson, when } of lessons) {
        const known = namings.get(lesson.discipline);
        const named = known === undefined ? namingOf(call.names, lesson.discipline) : known;
        namings.set(lesson.discipline, named);
        if (!named) continue;
        const pairing: Pairing = { lesson, when, call, ...named, pupil, held: call.heldAt(when) };
        const broken = matchRules.find((rule) => !rule.holds(pairing));
        if (broken) matched.reasons.push({ lessonId: lesson.id, callId: call.id, rule: broken.name });
        else allowed.push(pairing);
      }
    }
    return allowed;
  };
}

/** Each reason once, none for what was taken in the end. */
function told({ byLesson, reasons }: MatchedLessons): Refusal[] {
  const byKey = new Map(reasons.map((reason) => [Object.values(reason).join('\n'), reason]));
  return [...byKey.values()].filter(({ lessonId, callId }) => byLesson[lessonId]?.callId !== callId);
}
