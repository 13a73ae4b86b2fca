/** What to remind of, and when to look again. */
import { openingTime } from '@/lib/calls/joinTime';
import { wallMinutesOf } from '@/lib/time';
import { isQuiet, type ReminderSettings } from './settings';
import type { Joined, Occasion, Reminded, Reminder, Stage } from './types';

const minute = 60_000;
const day = 24 * 60 * minute;

/** What was met for the first time so long after its start is no news to whoever is looking at it. Milliseconds. */
const metTooLate = 10 * minute;

/** «Начинается» is said so long after the start; then it has begun. Milliseconds. */
const justBegun = minute;

export interface PlanInput {
  occasions: readonly Occasion[];
  settings: ReminderSettings;
  reminded: readonly Reminded[];
  joined: readonly Joined[];
  /** Unix milliseconds on the corrected clock. */
  now: number;
  /** The computer's zone, for quiet hours. */
  timeZone: string;
}

export interface Plan {
  /** To be shown now. */
  due: Reminder[];
  /** Ids of notifications that may stand on the screen: all others go. */
  standing: string[];
  /** What is to be remembered once those were shown. */
  reminded: Reminded[];
  /** When something becomes due or has to go, unix milliseconds; `null`: nothing is known that will. */
  next: number | null;
}

const order: readonly Stage[] = ['awaited', 'before', 'start'];

/**
 * Plans reminders. Nobody is reminded twice at one stage of one call, of what was joined, of what is over, nor of what fell into quiet
 * hours; what was slept through is made up for as long as the call is on.
 */
export function planReminders(input: PlanInput): Plan {
  const { occasions, settings, reminded, now } = input;
  const open = settings.areOn ? occasions.filter((one) => now < one.end && !isJoined(one, input)) : [];
  const steps = open.map((occasion) => ({ occasion, ...stepOf(occasion, input) }));
  const starts = [...new Set(steps.map(({ occasion }) => occasion.start))];
  const groups = starts.map((start) => steps.filter(({ occasion }) => occasion.start === start));
  return {
    due: groups
      .filter((group) => group.some(({ isDue }) => isDue))
      .map((group) => reminderOf(withoutTwins(group.map(({ occasion }) => occasion)), now)),
    standing: groups
      .filter((group) => group.some(({ stage }) => stage !== 'awaited'))
      .map(([first]) => idOf(first?.occasion.start ?? 0)),
    reminded: remember(steps, reminded, now),
    next: earliest(steps.flatMap(({ occasion }) => momentsOf(occasion, settings)).filter((moment) => moment > now)),
  };
}

/** The reminder of a notification that was clicked, as things stand now; `null`: nothing of it is left. */
export function reminderById(occasions: readonly Occasion[], id: string, now: number): Reminder | null {
  const of = withoutTwins(occasions.filter(({ start }) => idOf(start) === id));
  return of.length > 0 ? reminderOf(of, now) : null;
}

/** Of one call for two children, or in two diaries, one is enough. */
function withoutTwins(occasions: readonly Occasion[]): Occasion[] {
  return occasions.filter((one, index) => !occasions.slice(0, index).some((other) => isSame(one, other)));
}

function reminderOf(occasions: Occasion[], now: number): Reminder {
  const start = occasions[0]?.start ?? now;
  const ahead = start - now;
  const minutes = ahead > 0 ? Math.ceil(ahead / minute) : ahead > -justBegun ? 0 : null;
  return { id: idOf(start), minutes, occasions };
}

function idOf(start: number): string {
  return `reminder-${start.toString(36)}`;
}

/** How far a call has come by the clock, and whether that is to be said. */
function stepOf(
  occasion: Occasion,
  { settings, reminded, now, timeZone }: PlanInput,
): { stage: Stage; isDue: boolean } {
  const stage = stageAt(occasion, settings, now);
  const before = furthestOf(occasion, reminded);
  const isNews = before ? order.indexOf(stage) > order.indexOf(before) : now < occasion.start + metTooLate;
  const quietAt = (moment: number) => isQuiet(settings.quietHours, wallMinutesOf(moment, timeZone));
  const dueAt = stage === 'start' ? occasion.start : occasion.start - (settings.minutesBefore ?? 0) * minute;
  return { stage, isDue: stage !== 'awaited' && isNews && !quietAt(now) && !quietAt(dueAt) };
}

function stageAt({ start }: Occasion, { atStart, minutesBefore }: ReminderSettings, now: number): Stage {
  if (atStart && now >= start) return 'start';
  return minutesBefore !== null && now >= start - minutesBefore * minute ? 'before' : 'awaited';
}

function momentsOf({ start, end }: Occasion, { atStart, minutesBefore }: ReminderSettings): number[] {
  return [...(minutesBefore === null ? [] : [start - minutesBefore * minute]), ...(atStart ? [start] : []), end];
}

/** Whether two are the same call: what one teacher's room is used for next is another. */
function isSame(
  one: Pick<Occasion, 'marks' | 'start' | 'end'>,
  other: Pick<Occasion, 'marks' | 'start' | 'end'>,
): boolean {
  const overlap = one.start < other.end && other.start < one.end;
  return overlap && one.marks.some((mark) => other.marks.includes(mark));
}

/** Joined while it was on; or before its start, where no other call of the same room was on then. */
function isJoined(occasion: Occasion, { joined, occasions }: PlanInput): boolean {
  return joined.some(({ mark, at }) => {
    if (!occasion.marks.includes(mark) || at < occasion.start - openingTime || at >= occasion.end) return false;
    const wasOn = (one: Occasion) => one.marks.includes(mark) && at >= one.start && at < one.end;
    return at >= occasion.start || !occasions.some(wasOn);
  });
}

/** How far reminding of a call has come by all that is remembered of it; `null`: it is met for the first time. */
function furthestOf(occasion: Occasion, reminded: readonly Reminded[]): Stage | null {
  const stages = reminded.filter((one) => isSame(one, occasion)).map((one) => one.stage);
  return order.findLast((one) => stages.includes(one)) ?? null;
}

/** A day of what was reminded; what lies further ahead than that was written by a clock that was wrong. */
function remember(
  steps: readonly { occasion: Occasion; stage: Stage }[],
  reminded: readonly Reminded[],
  now: number,
): Reminded[] {
  const near = steps.filter(({ occasion }) => occasion.end < now + day);
  const isReplaced = (one: Reminded) => near.some(({ occasion }) => isSame(one, occasion));
  return [
    ...reminded.filter((one) => !isReplaced(one) && Math.abs(now - one.end) < day),
    ...near.map(({ occasion, stage }) => {
      const { marks, start, end } = occasion;
      return { marks, start, end, stage: furthestOf(occasion, [...reminded, { marks, start, end, stage }]) ?? stage };
    }),
  ];
}

function earliest(moments: readonly number[]): number | null {
  return moments.length > 0 ? Math.min(...moments) : null;
}
