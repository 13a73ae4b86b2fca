import { findDiary, zoneOf } from '@/entrypoints/background/diaries/addedDiaries';
import { lessonsAt } from '@/entrypoints/background/diary/diaryTabs';
import { type Person, personAt } from '@/entrypoints/background/diary/personReading';
import type { Sender } from '@/entrypoints/background/sender';
import { announce } from '@/entrypoints/background/services/announce';
import { isLinksOnly } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { callId } from '@/lib/calls/callIds';
import { lessonLinks } from '@/lib/calls/lessonLinks';
import { matchLessons } from '@/lib/calls/matching/matching';
import type { MatchedLessons } from '@/lib/calls/matching/types';
import { listVideoconferences } from '@/lib/calls/videoconferences';
import { withinPatience } from '@/lib/conflict/patience';
import { classOf } from '@/lib/diary/answers/account';
import type { Lesson } from '@/lib/diary/types';
import { createWait, type Wait } from '@/lib/inTime';
import { emptyHeld, type Held, hasMore, liveOf } from '@/lib/messenger/keepers/held';
import { freshFor } from '@/lib/messenger/keepers/holdings';
import type { Chat } from '@/lib/messenger/types';
import type { Problem } from '@/lib/problem';
import { succeed } from '@/lib/result';
import { civilDateOf, lessonInterval } from '@/lib/time';
import { noCalls, noChats, rowOfCall, rowOfChat, viewOfChats, viewOfList } from './listViews';
import type { Lists } from './types';

/** More than fit on a screen. */
const heldAtFirst = 50;

const isUnread = ({ unread }: Chat) => unread > 0;

const nothingMatched: MatchedLessons = { byLesson: {}, reasons: [] };

/** Chats and calls of the linked profile, shown only while that profile is signed in. */
export function createLists(services: Services): Lists {
  const { presence, holdings, clock } = services;

  /** The linked profile's id, if it may be shown now; else why not. */
  async function mayShow(
    { tab }: Sender,
    { link }: Person,
    wait: Wait,
  ): Promise<{ profileId: number } | { withheld: Problem | null }> {
    if (!link || tab?.foreignJar || (await isLinksOnly())) return { withheld: null };
    const tokens = await wait('messenger', presence.read());
    if (!tokens.ok) return { withheld: tokens.problem };
    const here = tokens.value.some(({ profileId }) => profileId === link.profileId);
    return here ? { profileId: link.profileId } : { withheld: null };
  }

  async function allowed(sender: Sender, wait = createWait()) {
    const person = await wait('diary', personAt(sender, services));
    if (!person.ok) return { withheld: person.problem } as const;
    const may = await mayShow(sender, person.value, wait);
    return 'profileId' in may ? { person: person.value, profileId: may.profileId } : may;
  }

  /** What is held, at once; where it is old it is read again behind, and news follow. */
  async function heldOrRead(profileId: number, refresh: boolean, wait: Wait): Promise<Held> {
    const held = await holdings.get(profileId);
    if (!held || refresh) {
      const read = await wait('messenger', holdings.refresh(profileId, refresh).then(succeed), () => {
        announce('chats');
        announce('calls');
      });
      if (read.ok) return read.value;
      // Whoever was here may have left meanwhile.
      const now = (await holdings.get(profileId)) ?? emptyHeld(read.problem, clock.computerNow());
      return { ...now, chatsProblem: read.problem, callsProblem: read.problem };
    }
    if (held.chatsProblem || Math.abs(clock.computerNow() - held.at) >= freshFor) void holdings.refresh(profileId);
    return held;
  }

  /** What is held of the linked profile, where it may be shown; else why not. */
  async function heldFor(
    sender: Sender,
    person: Person,
    refresh: boolean,
    wait = createWait(),
  ): Promise<{ held: Held | null; withheld: Problem | null }> {
    const may = await mayShow(sender, person, wait);
    if (!('profileId' in may)) return { held: null, withheld: may.withheld };
    return { held: await heldOrRead(may.profileId, refresh, wait), withheld: null };
  }

  /** This week's lessons, and why they could not be read. */
  async function lessonsFor(
    sender: Sender,
    fresh: boolean,
    wait: Wait,
  ): Promise<{ lessons: Lesson[]; trouble: Problem | null }> {
    const read = sender.tab ? await wait('diary', lessonsAt(sender, clock, { fresh })) : succeed([]);
    return read.ok ? { lessons: read.value, trouble: null } : { lessons: [], trouble: read.problem };
  }

  function matchesOf(person: Person, lessons: readonly Lesson[], held: Held): MatchedLessons {
    return matchLessons({
      lessons,
      scheduled: held.scheduled,
      live: liveOf(held),
      pupilClass: classOf(person.account),
      childCount: person.account.children.length,
      timeZone: person.timeZone,
      isZoneAssumed: person.isZoneAssumed,
      now: clock.now(),
    });
  }

  async function weekOf(sender: Sender, moment: number | null, wait = createWait()): Promise<Lesson[]> {
    const diary = await findDiary(sender.origin);
    if (!sender.tab || !diary) return [];
    const week = moment === null ? {} : { date: civilDateOf(moment, zoneOf(diary)) };
    const read = await wait('diary', lessonsAt(sender, clock, week));
    return read.ok ? read.value : [];
  }

  /** Lessons with links of their own, and calls where they may be shown. */
  function rowsOf(person: Person, lessons: Lesson[], held: Held | null) {
    return listVideoconferences({
      scheduled: held?.scheduled ?? [],
      live: held ? liveOf(held) : [],
      lessons: lessons.map((lesson) => ({ lesson, links: lessonLinks(lesson) })),
      matches: held ? matchesOf(person, lessons, held) : nothingMatched,
      now: clock.now(),
      timeZone: person.timeZone,
      isZoneAssumed: person.isZoneAssumed,
    });
  }

  return {
    heldOf: async (sender, person) => (await heldFor(sender, person, false)).held,

    async chats(sender, { query, unreadOnly, offset, count, refresh }) {
      const wait = createWait();
      const access = await allowed(sender, wait);
      if ('withheld' in access) return { ...noChats, problem: access.withheld ?? null, withheld: true };
      const { profileId } = access;
      const held = await heldOrRead(profileId, refresh, wait);
      if (query) {
        const { chats: found, reach } = holdings.find(profileId, held, query);
        const chats = unreadOnly ? found.filter(isUnread) : found;
        const here = new Set(held.chats.map(({ peerId }) => peerId));
        const rows = chats.slice(offset, offset + count).map((chat) => rowOfChat(chat, here.has(chat.peerId)));
        return { ...viewOfChats(held, rows), count: chats.length, reach, reading: reach === 'asking' };
      }
      const chats = unreadOnly ? held.chats.filter(isUnread) : held.chats;
      // A little before its end, so that nobody who scrolls has to wait.
      const wantsMore = offset + count >= chats.length && hasMore(held);
      if (wantsMore) void holdings.readMore(profileId);
      const list = viewOfList(held, chats.slice(offset, offset + count));
      return { ...list, ...(unreadOnly && { count: chats.length }), reading: wantsMore && !held.pageProblem };
    },

    async held(sender) {
      const person = await personAt(sender, services);
      const link = person.ok && !sender.tab?.foreignJar ? person.value.link : null;
      const isHere = link && (await presence.fresh())?.some(({ profileId }) => profileId === link.profileId);
      const held = isHere ? await holdings.get(link.profileId) : null;
      if (!link || !held) return null;
      const chats = viewOfList(held, held.chats.slice(0, heldAtFirst));
      return {
        profileId: link.profileId,
        chats: { ...chats, rows: chats.rows.map((row) => ({ ...row, photo: null })) },
      };
    },

    async calls(sender, refresh) {
      const wait = createWait();
      const person = await wait('diary', personAt(sender, services));
      if (!person.ok) return { ...noCalls(clock.offset), problem: person.problem, withheld: true };
      const [{ lessons, trouble }, shown] = await Promise.all([
        lessonsFor(sender, refresh, wait),
        // Lessons do not wait for VK.
        withinPatience(heldFor(sender, person.value, refresh, wait), () => announce('calls')),
      ]);
      const held = shown?.held ?? null;
      return {
        rows: rowsOf(person.value, lessons, held).map(rowOfCall),
        unreadable: held?.unreadableCalls ?? 0,
        heldAt: held && held.callsAt > 0 ? held.callsAt : null,
        problem: (held ? held.callsProblem : shown?.withheld) ?? trouble,
        withheld: held === null,
        asking: shown === null,
        isZoneAssumed: person.value.isZoneAssumed,
        timeZone: person.value.timeZone,
        clockOffset: clock.offset,
      };
    },

    weekOf: (sender, moment) => weekOf(sender, moment),

    async ofLesson(sender, start, index) {
      const wait = createWait();
      const person = await wait('diary', personAt(sender, services));
      const lessons = await weekOf(sender, start, wait);
      const lesson = lessons[index];
      if (!person.ok || !lesson) return null;
      const { timeZone, isZoneAssumed } = person.value;
      // The timetable may have changed since.
      const begins = isZoneAssumed ? null : (lessonInterval(lesson, timeZone)?.start ?? null);
      if (begins !== start) return null;
      const shown = await withinPatience(heldFor(sender, person.value, false, wait));
      const rows = rowsOf(person.value, lessons, shown?.held ?? null).filter(({ lessonId }) => lessonId === lesson.id);
      return { name: lesson.discipline, rows: rows.map(rowOfCall), timeZone, clockOffset: clock.offset };
    },

    async live(sender) {
      const access = await allowed(sender);
      if ('withheld' in access) return { changed: false, withheld: true };
      return { changed: await holdings.readLive(access.profileId), withheld: false };
    },

    async match(sender, lessons) {
      const access = await allowed(sender);
      if ('withheld' in access) return [];
      const held = await holdings.refresh(access.profileId);
      const { byLesson } = matchesOf(access.person, lessons, held);
      return Object.entries(byLesson).map(([lessonId, match]) => ({
        lessonId,
        id: callId(match.callId),
        live: match.live,
      }));
    },

    async explain(sender, lessons, wait) {
      const access = await allowed(sender, wait);
      if ('withheld' in access) return nothingMatched;
      const held = await holdings.get(access.profileId);
      return held ? matchesOf(access.person, lessons, held) : nothingMatched;
    },
  };
}
