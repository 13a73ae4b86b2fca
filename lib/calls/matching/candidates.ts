/** Calls of VK as the rules of matching see them. */
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import { type NamedClasses, namedClasses, namedGroups } from '@/lib/calls/names/classes';
import { occurrence } from '@/lib/calls/recurrence';
import type { LiveCall, ScheduledCall } from '@/lib/messenger/types';
import type { Interval } from '@/lib/time';

/** A call that may be a lesson's. */
export interface Candidate {
  id: string;
  kind: 'scheduled' | 'live';
  /** Its own name, then its chat's: of the subject the first that names one is believed, of class and group all. */
  names: readonly string[];
  classes: readonly NamedClasses[];
  groups: readonly ReadonlySet<number>[];
  caller: string;
  /** What tells calls apart; `null` when there is no address that may be opened. */
  callKey: string | null;
  /** When it is held around a lesson; `null`: not then. */
  heldAt(lesson: Interval): Interval | null;
  /** Known to be on. */
  live: boolean;
}

type CallIdentity = Pick<Candidate, 'id' | 'callKey'>;

/** Whether two calls are one: by VK's id or by address. */
export function isSameCall(one: CallIdentity, other: CallIdentity): boolean {
  return one.id === other.id || (one.callKey !== null && one.callKey === other.callKey);
}

/** @param timeZone of the diary: repeating calls keep its wall clock */
export function scheduledCandidate(call: ScheduledCall, live: readonly LiveCall[], timeZone: string): Candidate {
  const identity = { id: call.id, callKey: callKeyOf(call.address) };
  // Lessons of one hour ask for the same: what the zone's clock shows is dear to find out.
  const occurrences = new Map<number, Interval | null>();
  return {
    ...identity,
    kind: 'scheduled',
    ...readNames([call.name, call.chat?.title ?? '']),
    caller: call.caller,
    heldAt: (lesson) => {
      const known = occurrences.get(lesson.start);
      const held = known === undefined ? occurrence(call, lesson.start, timeZone) : known;
      occurrences.set(lesson.start, held);
      return held && held.start < lesson.end ? held : null;
    },
    live: call.live || live.some(({ id, address }) => isSameCall(identity, { id, callKey: callKeyOf(address) })),
  };
}

/**
 * A live call; where it is a scheduled one held at another time, that one's name and caller count too.
 *
 * @param isHeld at which lessons a live call counts as held
 */
export function liveCandidate(
  call: LiveCall,
  scheduled: readonly Candidate[],
  isHeld: (lesson: Interval) => boolean,
): Candidate {
  const identity = { id: call.id, callKey: callKeyOf(call.address) };
  const plan = scheduled.find((candidate) => isSameCall(candidate, identity));
  return {
    ...identity,
    kind: 'live',
    ...readNames([...(plan?.names ?? []), call.title, call.chat?.title ?? '']),
    caller: plan?.caller ?? '',
    heldAt: (lesson) => (isHeld(lesson) ? lesson : null),
    live: true,
  };
}

function readNames(names: readonly string[]): Pick<Candidate, 'names' | 'classes' | 'groups'> {
  return { names, classes: names.map(namedClasses), groups: names.map(namedGroups) };
}

function callKeyOf(address: string | null): string | null {
  return address === null ? null : (recognizeJoinLink(address)?.callKey ?? null);
}
