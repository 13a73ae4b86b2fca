import { browser } from 'wxt/browser';
import { openDiaries } from '@/entrypoints/background/diary/openDiaries';
import { placeOf } from '@/entrypoints/background/diary/place';
import { openSectionAt, showSection } from '@/entrypoints/background/diary/showSection';
import { joinAgendaLink } from '@/entrypoints/background/opening/joinAgendaLink';
import type { Opening } from '@/entrypoints/background/opening/opening';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { createWait } from '@/lib/inTime';
import { links } from '@/lib/linking/links';
import { theLink, theOne } from '@/lib/today/theOne';
import type { AgendaLink } from '@/lib/today/types';
import type { DiaryToday, TodayKeeper } from './types';

/** The names in the manifest. */
const joinNow = 'join-now';
const openSection = 'open-section';

/** The keys of the shortcut as the browser has them; empty where the person took them away, or another extension has them. */
export async function keysOfShortcut(): Promise<string> {
  const all = await browser.commands.getAll().catch(() => []);
  return all.find(({ name }) => name === joinNow)?.shortcut ?? '';
}

const nowhere: Sender = { kind: 'page', tab: null, origin: '' };

/**
 * The keyboard shortcuts. One opens «Сферум» in the diary. The other joins what is on now, by the same list as the toolbar popup and the
 * same rules as a click at the lesson; where nothing is on, where several things are, or where somebody else is signed in, it opens
 * «Сферум», too, which shows what is next and asks. Where no diary is open, the one used last is opened, with «Сферум» in it.
 */
export function listenToCommands({ clock }: Pick<Services, 'clock'>, opening: Opening, today: TodayKeeper): void {
  async function openLastDiary(all: readonly DiaryToday[]): Promise<void> {
    const [linked] = Object.values(await links.get()).sort((one, other) => other.usedAt - one.usedAt);
    const origin = linked?.origin ?? all[0]?.place.origin;
    if (origin) await openSectionAt(origin);
  }

  function meant(all: readonly DiaryToday[]): { place: Sender; link: AgendaLink; lesson: string } | null {
    const rows = all.flatMap(({ place, found }) =>
      found.kind === 'known' ? found.agenda.today.map((row) => ({ ...row, place })) : [],
    );
    const row = theOne(rows, clock.now());
    const link = row && theLink(row.links);
    return link && { place: row.place, link, lesson: row.isLesson ? row.name : '' };
  }

  /** Where the person is, and the diary in front, else that looked at last; in a private window or a container its own alone. */
  async function whereNow(): Promise<{ front: Sender; page: Sender | undefined }> {
    const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    const front = await placeOf(nowhere, active?.id ?? null);
    const isForeign = Boolean(front.tab?.foreignJar);
    return { front, page: isForeign ? (front.origin ? front : undefined) : (await openDiaries())[0] };
  }

  async function open(): Promise<void> {
    const { front, page } = await whereNow();
    if (page?.tab) await showSection(page.tab.id);
    else await openLastDiary(await today.read(front));
  }

  async function join(): Promise<void> {
    const { front, page } = await whereNow();
    // Where no page is open, any diary.
    const wait = createWait();
    const all = await today.read(front, page?.origin, wait);
    const found = meant(all);
    if (found) {
      const outcome = await joinAgendaLink(opening, found.place, found.link, found.lesson, wait, true);
      if (outcome.kind === 'opened') return;
    }
    if (page?.tab) await showSection(page.tab.id);
    else await openLastDiary(all);
  }

  browser.commands.onCommand.addListener((name) => {
    if (name === joinNow) void join();
    if (name === openSection) void open();
  });
}
