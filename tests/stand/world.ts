import type { StandClock } from './clock.ts';
import { createMessengerState, type MessengerState } from './messenger/state.ts';
import type {
  Chat,
  DayPlan,
  Diary,
  DiaryAccount,
  Family,
  Invitation,
  LiveCall,
  Person,
  Pupil,
  ScheduledCall,
  Timetable,
} from './model.ts';
import { ordinaryPage, type PageOptions } from './page-options.ts';
import { BELLS } from './scenarios/lessons.ts';
import type { CallEntry, ChatEntry, Moment, Scenario, TimetableEntry } from './scenarios/scenario.ts';
import { createSignInState, type SignInState } from './signin/state.ts';
import { addDays, mondayOf } from './time/dates.ts';
import { momentOf, wallTime } from './time/zone.ts';
import { createVkidState, type VkidState } from './vkid/state.ts';

/** A person signed in to a diary. The chosen pupil belongs to the session: all tabs share it. */
export interface DiarySession {
  host: string;
  account: number;
  pupil: number | null;
  requests: number;
}

/** How the diary's API behaves. */
export interface DiaryApiOptions {
  /** What a request without a session gets. */
  signedOut: 'forbidden' | 'fault' | 'fault-error' | 'html' | 'redirect';
  /** A new `sessionid` with every so many answers; 0 never. The old one stays good. */
  rotateSessionEvery: number;
  /**
   * `described`: `GetWeekSchedule` and `GetMonthSchedule` as clients describe them: nothing that teachers write, dates
   * day-month-year, a month as a bare list of weeks. `full`: as `GetDiary`.
   */
  schedule: 'full' | 'described';
  /** What the `Date` header says: the school's wall clock called GMT, or 1970. */
  clock: 'right' | 'local' | 'of 1970';
  /** The last word over a week's or month's days before they are served. */
  editDays?: (days: ServedDay[], about: { host: string; pupil: number; date: string }) => ServedDay[];
}

/** A day as the diary's API serves it. */
export type ServedDay = Record<string, unknown> & { date: string };

/** All that exists and all that has happened. Tests may change any of it. */
export interface World {
  title: string;
  zone: string;
  /** As the clock has it. */
  weekShift: number;
  families: Family[];
  people: Person[];
  diaries: Diary[];
  timetable: Timetable[];
  chats: Chat[];
  calls: { scheduled: ScheduledCall[]; live: LiveCall[] };
  invitations: Invitation[];
  page: PageOptions;
  /** Other sites that a family looks at: the page of each host, whatever its path. */
  sites: Map<string, string>;
  diaryApi: DiaryApiOptions;
  /** By the value of `sessionid`; clearing it ends every diary session. */
  diarySessions: Map<string, DiarySession>;
  /** Whether signing in to VK ID also signs the browser in to VK Мессенджер. */
  vkidSignsInMessenger: boolean;
  signIn: SignInState;
  vkid: VkidState;
  messenger: MessengerState;
}

/** A world made from the scenario, at this moment of the clock. */
export function createWorld(scenario: Scenario, clock: StandClock): World {
  const now = clock.now();
  const copy = structuredClone({
    families: scenario.families,
    people: scenario.people,
    diaries: scenario.diaries,
    invitations: scenario.invitations,
    live: scenario.calls.live,
  });
  return {
    title: scenario.title,
    zone: scenario.zone,
    weekShift: clock.weekShift,
    families: copy.families as Family[],
    people: copy.people as Person[],
    diaries: copy.diaries as Diary[],
    timetable: scenario.timetable.map((entry) => timetableAt(entry, scenario, now)),
    chats: scenario.chats.map((entry) => chatAt(entry, now)),
    calls: {
      scheduled: scenario.calls.scheduled.map((entry) => callAt(entry, scenario.zone, clock)),
      live: copy.live as LiveCall[],
    },
    invitations: copy.invitations as Invitation[],
    page: ordinaryPage(),
    sites: new Map(),
    diaryApi: { signedOut: 'forbidden', rotateSessionEvery: 0, schedule: 'full', clock: 'right' },
    diarySessions: new Map(),
    vkidSignsInMessenger: true,
    signIn: createSignInState(),
    vkid: createVkidState(),
    messenger: createMessengerState(),
  };
}

/** The moment that the scenario tells relative to now, in milliseconds since the epoch. */
export function resolveMoment(moment: Moment, zone: string, now: number, weekShift = 0): number {
  if ('inMinutes' in moment) return Math.round(now / 60_000 + moment.inMinutes) * 60_000;
  const today = wallTime(zone, now).date;
  const date =
    moment.day === 'today'
      ? today
      : moment.day === 'tomorrow'
        ? addDays(today, 1)
        : addDays(mondayOf(addDays(today, weekShift)), moment.day - 1 - weekShift);
  const time = 'at' in moment ? moment.at : (BELLS[moment.lesson]?.[0] ?? '15:00');
  return momentOf(zone, addDays(date, 7 * (moment.weeks ?? 0)), time);
}

/** The person with this key; a scenario that names a stranger is a mistake of the test. */
export function personOf(world: World, key: string): Person {
  const person = world.people.find((one) => one.key === key);
  if (!person) throw new Error(`No person «${key}» in this world`);
  return person;
}

/** The account of this diary with this id. */
export function accountOf(diary: Diary, id: number): DiaryAccount | undefined {
  return diary.accounts.find((account) => account.id === id);
}

/** The pupil of this diary with this id. */
export function pupilOf(diary: Diary, id: number | null): Pupil | undefined {
  return diary.pupils.find((pupil) => pupil.id === id);
}

function timetableAt(entry: TimetableEntry, scenario: Scenario, now: number): Timetable {
  const zone = scenario.diaries.find((diary) => diary.host === entry.host)?.zone ?? scenario.zone;
  const { date, time } = wallTime(zone, now);
  const dates: Record<string, DayPlan> = entry.today ? { [date]: entry.today(time) } : {};
  return {
    host: entry.host,
    classyear: entry.classyear,
    weekly: structuredClone(entry.weekly),
    dates,
  };
}

function chatAt({ lastMessage, ...entry }: ChatEntry, now: number): Chat {
  const chat: Chat = { ...entry, members: [...entry.members], unread: { ...entry.unread } };
  if (!lastMessage) return chat;
  const { minutesAgo, ...message } = lastMessage;
  return { ...chat, lastMessage: { ...message, date: now - minutesAgo * 60_000 } };
}

function callAt({ start, untilDays, ...entry }: CallEntry, zone: string, clock: StandClock): ScheduledCall {
  const now = clock.now();
  return {
    ...entry,
    members: [...entry.members],
    start: resolveMoment(start, zone, now, clock.weekShift),
    ...(untilDays === undefined ? {} : { until: now + untilDays * 86_400_000 }),
  };
}
