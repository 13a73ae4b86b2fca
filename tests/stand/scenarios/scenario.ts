import type { Chat, DayPlan, Diary, Family, Invitation, LiveCall, Message, Person, ScheduledCall } from '../model.ts';

/** A moment told relative to now; "HH:MM" is wall-clock time in the scenario's zone, `weeks` are added to the current one. */
export type Moment =
  | { readonly inMinutes: number }
  | { readonly day: Day; readonly at: string; readonly weeks?: number }
  | { readonly day: Day; readonly lesson: number; readonly weeks?: number };

/** Today, or a day of the current week: 1 is Monday, 7 is Sunday. */
export type Day = 'today' | 'tomorrow' | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface TimetableEntry {
  readonly host: string;
  readonly classyear: string;
  readonly weekly: Readonly<Partial<Record<number, DayPlan>>>;
  /** A plan for today alone; gets the wall-clock time of the diary's zone, "HH:MM". */
  readonly today?: (time: string) => DayPlan;
}

export interface ChatEntry extends Omit<Chat, 'lastMessage'> {
  readonly lastMessage?: Omit<Message, 'date'> & { readonly minutesAgo: number };
}

export interface CallEntry extends Omit<ScheduledCall, 'start' | 'until'> {
  readonly start: Moment;
  /** The last moment of a recurring call, in days from now. */
  readonly untilDays?: number;
}

/** Everything that a world is made from. Spread one and replace a part to make another. */
export interface Scenario {
  readonly title: string;
  /** Zone of the school that the chats and calls belong to. */
  readonly zone: string;
  readonly families: readonly Family[];
  readonly people: readonly Person[];
  readonly diaries: readonly Diary[];
  readonly timetable: readonly TimetableEntry[];
  readonly chats: readonly ChatEntry[];
  readonly calls: {
    readonly scheduled: readonly CallEntry[];
    readonly live: readonly LiveCall[];
  };
  readonly invitations: readonly Invitation[];
}
