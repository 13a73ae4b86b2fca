import { browser } from 'wxt/browser';
import { findDiary, zoneOf } from '@/entrypoints/background/diary/addedDiaries';
import { lessonsAt } from '@/entrypoints/background/diary/diaryTabs';
import { openDiaries } from '@/entrypoints/background/diary/openDiaries';
import { type Person, personAt, personShownAt, toPerson } from '@/entrypoints/background/diary/personReading';
import type { Lists } from '@/entrypoints/background/section/lists';
import type { Sender, Tab } from '@/entrypoints/background/sender';
import { announce } from '@/entrypoints/background/services/announce';
import { createHeldExpiry } from '@/entrypoints/background/services/heldExpiry';
import type { Services } from '@/entrypoints/background/services/services';
import { withinPatience } from '@/lib/conflict/patience';
import { viewOf } from '@/lib/diary/answers/account';
import type { CivilDate, DiaryAccount, Lesson } from '@/lib/diary/types';
import { liveOf } from '@/lib/messenger/keepers/held';
import { areReadOnly } from '@/lib/messenger/readOnly';
import { type Problem, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { addDays, civilDateOf } from '@/lib/time';
import { makeAgenda } from '@/lib/today/agenda';
import { datesOfWeek, keepDays, needsNextWeek } from '@/lib/today/pupilDays';
import type { Agenda, PupilDays } from '@/lib/today/types';
import { askedFor, createUseByHand } from './byHand';
import { createKeptDays } from './keptDays';

/** What an account owns is shown behind a `GetPersonData` not older than this, milliseconds. */
const seenFor = 60_000;

/** The page of a diary where people sign in: whoever is signed in is led away from it. */
const signInPath = '/auth/login-page';

/** Lessons are read again when they are older, milliseconds. */
const freshFor = 10 * 60_000;

/** After a failure nobody asks again by themselves so long, milliseconds. */
const pauseAfterFailure = 15_000;

/** What one diary has for today, and where it is asked: its open page, or none. */
export interface DiaryToday {
  place: Sender;
  found:
    | { kind: 'known'; person: Person; agenda: Agenda; unread: number | null; isReadOnly: boolean }
    | { kind: 'signedOut' | 'old' }
    | { kind: 'problem'; problem: Problem };
}

/** The one keeper of what there is to join today. */
export interface TodayKeeper {
  /** A page asked its diary who is signed in. `isNew`: just now. */
  personSeen(sender: Sender, account: DiaryAccount | null, isNew: boolean): Promise<void>;
  /** A tab went to an address: the sign-in page of a diary shows that nobody is signed in there any more. */
  addressSeen(tab: Tab | null, address: string): Promise<void>;
  /** A page read lessons of these dates. */
  pageRead(sender: Sender, lessons: Lesson[], dates: readonly CivilDate[]): Promise<void>;
  /** Everything, or of one diary, by the rules of seeing: of a private window or a container its own diary alone. */
  read(front: Sender, only?: string): Promise<DiaryToday[]>;
}

export function createToday(services: Services, lists: Lists): TodayKeeper {
  const { clock } = services;
  const kept = createKeptDays();
  const used = createUseByHand();
  const expiry = createHeldExpiry(() => kept.sweep(clock.computerNow()), 'deleteToday');
  /** Who was last seen at each diary of the ordinary windows. */
  const seen = new Map<string, { account: DiaryAccount; at: number }>();
  const failed = new Map<string, { problem: Problem; at: number }>();
  /** Diaries that wanted a sign-in: the background asks them no more until a page of theirs has seen somebody. */
  const over = new Set<string>();

  const isYoung = (at: number, lifetime: number) => Math.abs(clock.computerNow() - at) < lifetime;
  const todayAt = (timeZone: string) => civilDateOf(clock.now(), timeZone);

  async function noteSeen(origin: string, account: DiaryAccount | null): Promise<void> {
    if (account) {
      seen.set(origin, { account, at: clock.computerNow() });
      over.delete(origin);
    } else {
      seen.delete(origin);
      over.add(origin);
    }
    failed.delete(origin);
    await kept.keepOnly(origin, account?.key ?? null);
  }

  async function keep(account: DiaryAccount, lessons: Lesson[], dates: readonly CivilDate[]): Promise<void> {
    const diary = await findDiary(account.origin);
    if (!diary) return;
    const at = clock.computerNow();
    await kept.note({ account, lessons, dates, at }, todayAt(zoneOf(diary)));
    expiry.noteKept(at);
  }

  /** Who is at a diary, asked anew where that is older than a minute. */
  async function personNow(place: Sender): Promise<Result<Person>> {
    const { origin } = place;
    const known = seen.get(origin);
    if (known && isYoung(known.at, seenFor)) return toPerson(known.account, origin);
    const person = await personAt(place, services, true);
    if (person.ok) await noteSeen(origin, person.value.account);
    else if (person.problem.kind === 'signedOut') await noteSeen(origin, null);
    return person;
  }

  /** Nobody else was seen at the diary since. */
  function isStillThere({ account }: Person): boolean {
    return seen.get(account.origin)?.account.key === account.key;
  }

  /** The week with today in it and, where that has no other school day, the next. */
  async function readWeeks(place: Sender, person: Person, before?: PupilDays): Promise<Result<PupilDays>> {
    const today = todayAt(person.timeZone);
    const { account } = person;
    let days = before;
    for (const date of [today, addDays(today, 7)]) {
      if (days && date !== today && !needsNextWeek(days, today)) break;
      const lessons = await lessonsAt(place, clock, { date });
      if (!lessons.ok && date === today) return lessons;
      if (!lessons.ok) break;
      const read = { account, lessons: lessons.value, dates: datesOfWeek(date), at: clock.computerNow() };
      days = keepDays(days, read, today);
    }
    if (!days) return fail(problem('diary', 'unreadable', 'no days'));
    // `GetDiary` names no pupil: another may have been chosen meanwhile.
    const after = account.children.length > 1 ? await personAt(place, services, place.tab === null) : null;
    if (after && !(after.ok && viewOf(after.value.account) === viewOf(account)))
      return fail(problem('diary', 'unreadable', 'another pupil'));
    return succeed(days);
  }

  /** The days of the pupil chosen now: those that are held, or read again where they are old. */
  async function chosenDays(place: Sender, person: Person): Promise<Result<PupilDays>> {
    const today = todayAt(person.timeZone);
    const id = person.account.selectedPupil?.id ?? 0;
    const isForeign = Boolean(place.tab?.foreignJar);
    const held = isForeign ? undefined : (await kept.of(person.account.key)).find(({ pupilId }) => pupilId === id);
    const isFresh = held?.dates.includes(today) && isYoung(held.readAt, freshFor);
    // On the last day of a week its page alone does not know the next school day.
    if (held && isFresh && (!needsNextWeek(held, today) || held.dates.includes(addDays(today, 7))))
      return succeed(held);
    const read = await readWeeks(place, person, held);
    if (!read.ok || isForeign) return read;
    if (!isStillThere(person)) return fail(problem('diary', 'signedOut', 'another account by now'));
    await kept.put(person.account.key, read.value);
    expiry.noteKept(read.value.readAt);
    return read;
  }

  async function agendaOf(place: Sender, person: Person): Promise<DiaryToday['found']> {
    const isForeign = Boolean(place.tab?.foreignJar);
    const [days, held] = await Promise.all([
      chosenDays(place, person),
      isForeign || !person.link
        ? null
        : withinPatience(lists.heldOf(place, person), () => announce('calls')).catch(() => null),
    ]);
    if (!days.ok) return { kind: 'problem', problem: days.problem };
    const { account, timeZone, isZoneAssumed } = person;
    const children = new Set(account.children.map(({ id }) => id));
    const others = isForeign ? [] : await kept.of(account.key);
    const siblings = others.filter(({ pupilId }) => pupilId !== days.value.pupilId && children.has(pupilId));
    const agenda = makeAgenda({
      pupils: [days.value, ...siblings],
      chosenPupilId: days.value.pupilId,
      childCount: account.children.length,
      scheduled: held?.scheduled ?? [],
      live: held ? liveOf(held) : [],
      timeZone,
      isZoneAssumed,
      now: clock.now(),
      computerNow: clock.computerNow(),
    });
    const unread = held ? held.chats.filter((chat) => chat.unread > 0 && !chat.muted).length : null;
    return { kind: 'known', person, agenda, unread, isReadOnly: held !== null && areReadOnly(held.chats) };
  }

  async function foundWith(place: Sender, person: Result<Person>): Promise<DiaryToday['found']> {
    if (!person.ok && person.problem.kind === 'signedOut') return { kind: 'signedOut' };
    if (!person.ok) return { kind: 'problem', problem: person.problem };
    const found = await agendaOf(place, person.value);
    // Of whoever was there before nothing is shown.
    return isStillThere(person.value) ? found : { kind: 'signedOut' };
  }

  /** A diary of which no page is open: the background asks, and only so long after its last use by hand. */
  async function withoutPage(origin: string): Promise<DiaryToday['found']> {
    const last = (await used.last(clock.computerNow())).get(origin);
    if (!last || !isYoung(last.at, askedFor)) return { kind: 'old' };
    if (over.has(origin)) return { kind: 'signedOut' };
    const failure = failed.get(origin);
    if (failure && isYoung(failure.at, pauseAfterFailure)) return { kind: 'problem', problem: failure.problem };
    const place: Sender = { kind: 'page', tab: null, origin };
    const person = await personNow(place);
    // Somebody else by now, who has not used it by hand here: their lessons are not asked for.
    if (person.ok && person.value.account.key !== last.accountKey) return { kind: 'old' };
    const found = await foundWith(place, person);
    if (found.kind === 'problem') failed.set(origin, { problem: found.problem, at: clock.computerNow() });
    return found;
  }

  async function readDiary(origin: string, page: Sender | undefined): Promise<DiaryToday> {
    const found = page && (await foundWith(page, await personNow(page)));
    // A page without our script, as one that is asleep, is as good as none.
    const isSilent = found?.kind === 'problem' && found.problem.kind === 'unreadable';
    if (page && found && !isSilent) return { place: page, found };
    const place = page ?? { kind: 'page' as const, tab: null, origin };
    const own = await withoutPage(origin);
    return own.kind === 'old' && found ? { place, found } : { place: { kind: 'page', tab: null, origin }, found: own };
  }

  return {
    async personSeen(sender, account, isNew) {
      if (!sender.tab || sender.tab.foreignJar) return;
      if (!account) return noteSeen(sender.origin, null);
      if (!isNew) return;
      await noteSeen(sender.origin, account);
      const tab = await browser.tabs.get(sender.tab.id).catch(() => null);
      if (tab?.active) await used.note(account.key, clock.computerNow());
    },

    async addressSeen(tab, address) {
      const { origin, pathname } = new URL(address);
      if (!tab || tab.foreignJar || pathname !== signInPath || !(await findDiary(origin))) return;
      await noteSeen(origin, null);
      announce('session');
    },

    async pageRead(sender, lessons, dates) {
      if (!sender.tab || sender.tab.foreignJar) return;
      const person = await personShownAt(sender);
      if (person) await keep(person.account, lessons, dates);
    },

    async read(front, only) {
      if (front.tab?.foreignJar) return front.origin ? [{ place: front, found: await inForeignJar(front) }] : [];
      const pages = new Map((await openDiaries()).map((place) => [place.origin, place]));
      const origins = new Set([...pages.keys(), ...(await used.last(clock.computerNow())).keys()]);
      const wanted = [...origins].filter((origin) => only === undefined || origin === only);
      const known = await Promise.all(wanted.map(async (origin) => ((await findDiary(origin)) ? origin : [])));
      return Promise.all(known.flat().map((origin) => readDiary(origin, pages.get(origin))));
    },
  };

  /** Nothing of it is kept, and nothing that is kept of others is looked at. */
  async function inForeignJar(front: Sender): Promise<DiaryToday['found']> {
    const person = await personAt(front, services, true);
    if (person.ok) return agendaOf(front, person.value);
    return person.problem.kind === 'signedOut' ? { kind: 'signedOut' } : { kind: 'problem', problem: person.problem };
  }
}
