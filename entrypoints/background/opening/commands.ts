import { browser } from 'wxt/browser';
import { focusTab } from '@/entrypoints/background/browser/windows';
import { diaryPatterns } from '@/entrypoints/background/diary/addedDiaries';
import { lessonsAt } from '@/entrypoints/background/diary/diaryTabs';
import { personAt } from '@/entrypoints/background/diary/personReading';
import { placeOf } from '@/entrypoints/background/diary/place';
import type { Lists } from '@/entrypoints/background/section/lists';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { lessonLinkId } from '@/lib/calls/callIds';
import { joinState } from '@/lib/calls/joinTime';
import { lessonLinks } from '@/lib/calls/lessonLinks';
import { diaryPage, personalAreaPath } from '@/lib/diary/origin';
import { links } from '@/lib/linking/links';
import { askTab } from '@/lib/messages/askTab';
import type { CallRow } from '@/lib/messages/calls';
import { lessonInterval } from '@/lib/time';
import type { Opening } from './opening';

/** The name in the manifest. */
const joinNow = 'join-now';

/** Something that can be joined now. */
interface Candidate {
  id: string;
  /** It has begun; else it begins within ten minutes. */
  live: boolean;
}

/**
 * The keyboard shortcut: joins what is on now, by the same rules as a click at the lesson. Where nothing is on, where several
 * things are, or where somebody else is signed in, the diary comes to the front with its section open, which shows what is next
 * and asks; where no diary is open, the one used last is opened.
 */
export function listenToCommands(services: Services, opening: Opening, lists: Lists): void {
  const { clock } = services;

  /** The diary in front, else the one looked at last. */
  async function findPlace(): Promise<Sender | null> {
    const tabs = await browser.tabs.query({ url: await diaryPatterns() });
    const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    const ofDiary = tabs.filter(({ url }) => url?.includes(personalAreaPath));
    const lastSeen = (tab: { lastAccessed?: number | undefined }) => tab.lastAccessed ?? 0;
    ofDiary.sort((one, other) => lastSeen(other) - lastSeen(one));
    const tab = ofDiary.find(({ id }) => id === front?.id) ?? ofDiary[0];
    if (tab?.id === undefined) return null;
    const place = await placeOf({ kind: 'page', tab: null, origin: '' }, tab.id);
    return place.tab && place.origin ? place : null;
  }

  async function openLastDiary(): Promise<void> {
    const [last] = Object.values(await links.get()).sort((one, other) => other.usedAt - one.usedAt);
    if (last) await browser.tabs.create({ url: diaryPage(new URL(last.accountKey).origin) });
  }

  /** Links of the lessons themselves: they need neither linking nor VK. */
  async function ownLinks(place: Sender): Promise<Candidate[]> {
    const person = await personAt(place, services, true);
    const lessons = place.tab ? await lessonsAt(place, services.clock) : null;
    // What is on cannot be told by a time of which the zone is only assumed.
    if (!person.ok || !lessons?.ok || person.value.isZoneAssumed) return [];
    return lessons.value.flatMap((lesson) => {
      const when = lessonInterval(lesson, person.value.timeZone);
      const state = when && joinState(when, clock.now());
      if (state?.kind !== 'open') return [];
      return lessonLinks(lesson).map(({ callKey }) => ({ id: lessonLinkId(callKey), live: state.live }));
    });
  }

  async function calls(place: Sender): Promise<Candidate[]> {
    const { rows } = await lists.calls(place, false);
    const open = rows.filter((row) => row.address !== null && stateOf(row).kind === 'open');
    // A lesson comes before a call that is no lesson.
    const lessons = open.filter(({ type }) => type === 'lesson');
    return (lessons.length > 0 ? lessons : open).map((row) => ({ id: row.id, live: row.live }));
  }

  function stateOf({ start, end, live }: CallRow) {
    return joinState({ start, end, live }, clock.now());
  }

  async function join(): Promise<void> {
    const place = await findPlace();
    if (!place?.tab) return openLastDiary();
    const found = theOne(await ownLinks(place)) ?? theOne(await calls(place));
    const outcome = found && (await opening.call(place, found.id, { anyway: false, background: false }));
    if (outcome?.kind === 'opened') return;
    await focusTab(place.tab.id);
    await askTab(place.tab.id, 'section.open', {});
  }

  browser.commands.onCommand.addListener((name) => {
    if (name === joinNow) void join();
  });
}

/** What is on; where nothing is, what is about to begin. Of several nobody knows which is meant. */
function theOne(all: readonly Candidate[]): Candidate | null {
  const begun = all.filter(({ live }) => live);
  const [only, another] = begun.length > 0 ? begun : all;
  return only && !another ? only : null;
}
