import { browser } from 'wxt/browser';
import { createExpiry } from '@/entrypoints/background/browser/expiry';
import { findDiary, zoneOf } from '@/entrypoints/background/diaries/addedDiaries';
import { openDiaries } from '@/entrypoints/background/diary/openDiaries';
import { type Person, personAt, personShownAt, toPerson } from '@/entrypoints/background/diary/personReading';
import type { Lists } from '@/entrypoints/background/section/types';
import type { Sender } from '@/entrypoints/background/sender';
import { announce } from '@/entrypoints/background/services/announce';
import type { Services } from '@/entrypoints/background/services/services';
import { withinPatience } from '@/lib/conflict/patience';
import type { CivilDate, DiaryAccount, Lesson } from '@/lib/diary/types';
import { createWait } from '@/lib/inTime';
import type { TodayDiary } from '@/lib/messages/today';
import { countUnread } from '@/lib/messenger/countUnread';
import type { Held } from '@/lib/messenger/keepers/held';
import { keptFor } from '@/lib/messenger/keepers/heldStorage';
import { areReadOnly } from '@/lib/messenger/readOnly';
import { type Problem, problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { civilDateOf } from '@/lib/time';
import type { PupilDays } from '@/lib/today/types';
import { askedFor, createUseByHand } from './byHand';
import { createDaysReading } from './daysReading';
import { createKeptDays } from './keptDays';
import { agendaFor, createKnownToday } from './knownToday';
import { createPeopleSeen } from './peopleSeen';
import type { DiaryToday, TodayKeeper } from './types';

/** The page of a diary where people sign in: whoever is signed in is led away from it. */
const signInPath = '/auth/login-page';

/** After a failure nobody asks again by themselves so long, milliseconds. */
const pauseAfterFailure = 15_000;

/** Makes it. `onChange` hears whenever there is something else to know. */
export function createToday(services: Services, lists: Lists, onChange: () => void): TodayKeeper {
  const { clock } = services;
  const kept = createKeptDays(clock);
  const used = createUseByHand();
  const people = createPeopleSeen(clock);
  const days = createDaysReading(services);
  const known = createKnownToday(services, people, kept);
  const expiry = createExpiry([kept, people], 'deleteToday');
  void expiry.look();
  const failed = new Map<string, { problem: Problem; at: number }>();
  /** Tabs that are asked while nobody may be looking: that is no use by hand. */
  const unattended = new Set<number>();

  const isYoung = (at: number, lifetime: number) => Math.abs(clock.computerNow() - at) < lifetime;

  async function noteSeen(origin: string, account: DiaryAccount | null): Promise<void> {
    failed.delete(origin);
    await people.note(origin, account);
    await kept.keepOnly(origin, account?.key ?? null);
    expiry.noteKept(keptFor);
    onChange();
  }

  async function keep(account: DiaryAccount, lessons: Lesson[], dates: readonly CivilDate[]): Promise<void> {
    const diary = await findDiary(account.origin);
    if (!diary) return;
    const at = clock.computerNow();
    await kept.note({ account, lessons, dates, at }, civilDateOf(clock.now(), zoneOf(diary)));
    expiry.noteKept(keptFor);
    onChange();
  }

  /** Who is at a diary, asked anew where that is older than a minute. */
  async function personNow(place: Sender): Promise<Result<Person>> {
    const { origin } = place;
    const account = await people.lately(place);
    if (account) return toPerson(account, origin);
    const person = await personAt(place, services, true);
    if (person.ok) await noteSeen(origin, person.value.account);
    else if (person.problem.kind === 'signedOut') await noteSeen(origin, null);
    return person;
  }

  /** The days of the pupil chosen now: those that are held, or read again where they are old. */
  async function chosenDays(place: Sender, person: Person): Promise<Result<PupilDays>> {
    const { key, selectedPupil } = person.account;
    if (place.tab?.foreignJar) return days.read(place, person, undefined);
    const held = (await kept.of(key)).find(({ pupilId }) => pupilId === (selectedPupil?.id ?? 0));
    const read = await days.read(place, person, held);
    if (!read.ok || read.value === held) return read;
    if (!(await people.isStillThere(person.account)))
      return fail(problem('diary', 'signedOut', 'another account by now'));
    await kept.put(key, read.value);
    expiry.noteKept(keptFor);
    onChange();
    return read;
  }

  async function agendaOf(place: Sender, person: Person): Promise<DiaryToday['found']> {
    const isForeign = Boolean(place.tab?.foreignJar);
    const [chosen, held] = await Promise.all([
      chosenDays(place, person),
      isForeign || !person.link
        ? null
        : withinPatience(lists.heldOf(place, person), () => announce('calls')).catch(() => null),
    ]);
    if (!chosen.ok) return foundNothing(chosen.problem);
    const { account } = person;
    const children = new Set(account.children.map(({ id }) => id));
    const others = isForeign ? [] : await kept.of(account.key);
    const siblings = others.filter(({ pupilId }) => pupilId !== chosen.value.pupilId && children.has(pupilId));
    const agenda = agendaFor(person, [chosen.value, ...siblings], held, clock);
    const unread = held && countUnread(held.chats);
    return { kind: 'known', person, agenda, unread, inMax: isForeign ? null : await signOfMax(person, held) };
  }

  /** What was seen of the school having moved to MAX; nobody is asked. */
  async function signOfMax({ link }: Person, held: Held | null): Promise<TodayDiary['inMax']> {
    if (held) return areReadOnly(held.chats) ? 'readOnly' : null;
    return link && (await services.presence.hasNoProfile()) ? 'noProfile' : null;
  }

  async function foundWith(place: Sender, person: Result<Person>): Promise<DiaryToday['found']> {
    if (!person.ok) return foundNothing(person.problem);
    const found = await agendaOf(place, person.value);
    // Of whoever was there before nothing is shown.
    return (await people.isStillThere(person.value.account)) ? found : { kind: 'signedOut' };
  }

  /** A diary of which no page is open: the background asks, and only so long after its last use by hand. */
  async function withoutPage(origin: string): Promise<DiaryToday['found']> {
    const last = (await used.last(clock.computerNow())).get(origin);
    if (!last || !isYoung(last.at, askedFor)) return { kind: 'old' };
    if (await people.isOver(origin)) return { kind: 'signedOut' };
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

  /** Nothing of it is kept, and nothing that is kept of others is looked at. */
  async function inForeignJar(front: Sender): Promise<DiaryToday['found']> {
    const person = await personAt(front, services, true);
    if (person.ok) return agendaOf(front, person.value);
    return person.problem.kind === 'signedOut' ? { kind: 'signedOut' } : { kind: 'problem', problem: person.problem };
  }

  /** Reads the days of one account again while nobody may be looking; why that failed. */
  async function refreshAt(place: Sender, accountKey: string): Promise<Problem | null> {
    if (place.tab) unattended.add(place.tab.id);
    try {
      const person = await personNow(place);
      if (!person.ok) return person.problem;
      if (person.value.account.key !== accountKey) return null;
      const read = await chosenDays(place, person.value);
      return read.ok ? null : read.problem;
    } finally {
      if (place.tab) unattended.delete(place.tab.id);
    }
  }

  return {
    async personSeen(sender, account, isNew) {
      if (!sender.tab || sender.tab.foreignJar) return;
      if (!account) return noteSeen(sender.origin, null);
      if (!isNew) return;
      await noteSeen(sender.origin, account);
      const tab = await browser.tabs.get(sender.tab.id).catch(() => null);
      if (tab?.active && !unattended.has(sender.tab.id)) await used.note(account.key, clock.computerNow());
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

    async read(asked, only, wait = createWait()) {
      const [front, open, last] = await Promise.all([asked, openDiaries(), used.last(clock.computerNow())]);
      if (front.tab?.foreignJar) return front.origin ? [{ place: front, found: await inForeignJar(front) }] : [];
      const pages = new Map(open.map((place) => [place.origin, place]));
      const origins = new Set([...pages.keys(), ...last.keys()]);
      const wanted = [...origins].filter((origin) => only === undefined || origin === only);
      const known = await Promise.all(wanted.map(async (origin) => ((await findDiary(origin)) ? origin : [])));
      return Promise.all(
        known.flat().map(async (origin) => {
          const place = pages.get(origin) ?? { kind: 'page' as const, tab: null, origin };
          const reading = readDiary(origin, pages.get(origin)).then(succeed);
          const read = await wait(
            'diary',
            reading,
            (late) => late.ok && late.value.found.kind === 'known' && announce('calls'),
          );
          return read.ok ? read.value : { place, found: { kind: 'problem', problem: read.problem } };
        }),
      );
    },

    known,

    async refresh() {
      const [pages, last] = await Promise.all([openDiaries(), used.last(clock.computerNow())]);
      await Promise.all(
        [...last].map(async ([origin, { accountKey, at }]) => {
          if (!isYoung(at, askedFor) || (await people.isOver(origin)) || !(await findDiary(origin))) return;
          const page = pages.find((place) => place.origin === origin);
          const failure = page ? await refreshAt(page, accountKey) : null;
          if (!page || failure?.kind === 'unreadable') await refreshAt({ kind: 'page', tab: null, origin }, accountKey);
        }),
      );
    },
  };
}

/** A session that is over is no trouble but a state of its own, whichever request has met it. */
function foundNothing(met: Problem): DiaryToday['found'] {
  return met.kind === 'signedOut' ? { kind: 'signedOut' } : { kind: 'problem', problem: met };
}
