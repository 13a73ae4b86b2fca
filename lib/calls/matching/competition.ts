/** Where two lessons or two calls compete, none is taken. */
import { openingTime, overrun } from '@/lib/calls/joinTime';
import type { Pairing } from './rules';
import type { LessonMatch, MatchedLessons } from './types';

/**
 * Takes the pairings that nothing competes with into `matched`, and notes why the others were not.
 *
 * @param contested lessons that were fought over before: nothing is taken for them
 * @returns those and the lessons that are fought over here
 */
export function settle(
  pairings: readonly Pairing[],
  matched: MatchedLessons,
  now: number,
  contested: ReadonlySet<string> = new Set(),
): Set<string> {
  const fought = new Set(contested);
  const callsOf = grouped(
    pairings,
    ({ lesson }) => lesson.id,
    ({ call }) => call.callKey ?? call.id,
  );
  const lessonsOf = grouped(pairings, occasion, ({ lesson }) => lesson.id);
  for (const pairing of pairings) {
    const { lesson, call } = pairing;
    const calls = callsOf.get(lesson.id)?.size ?? 0;
    const lessons = lessonsOf.get(occasion(pairing))?.size ?? 0;
    if (calls > 1 || lessons > 1) {
      fought.add(lesson.id);
      // Of two calls for one lesson either may be the wrong one; a call held during two lessons of the subject may belong to either.
      const rule = calls > 1 ? 'one call for a lesson' : 'one lesson for a call';
      matched.reasons.push({ lessonId: lesson.id, callId: call.id, rule });
    } else if (!fought.has(lesson.id)) {
      matched.byLesson[lesson.id] ??= matchOf(pairing, now);
    }
  }
  return fought;
}

function matchOf({ call, held }: Pairing, now: number): LessonMatch {
  const times = call.kind === 'scheduled' && held ? held : { start: null, end: null };
  // A repeating call that is live is so for the occurrence of now alone.
  const live = call.live && (!held || (now >= held.start - openingTime && now < held.end + overrun));
  return { callId: call.id, kind: call.kind, ...times, live };
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
