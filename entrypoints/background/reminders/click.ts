import { browser } from 'wxt/browser';
import { focusWindow } from '@/entrypoints/background/browser/windows';
import { openDiaries } from '@/entrypoints/background/diary/openDiaries';
import { showSection } from '@/entrypoints/background/diary/showSection';
import { joinAgendaLink } from '@/entrypoints/background/opening/joinAgendaLink';
import type { Opening } from '@/entrypoints/background/opening/opening';
import type { Sender } from '@/entrypoints/background/sender';
import { joinState } from '@/lib/calls/joinTime';
import type { Wait } from '@/lib/inTime';
import type { Reminder } from '@/lib/reminders/types';
import { theLink } from '@/lib/today/theOne';

/** Of the toolbar's popup in a window of its own, CSS pixels. */
const smallWindow = { width: 400, height: 640 };

/**
 * A reminder was clicked: the one call that it stands for is joined through the same door as everywhere. Where it is too early or over,
 * and where somebody is in the way, the diary's section shows and asks; a small window with «Сегодня», in which each has its button,
 * where there are several, or no diary is open.
 *
 * @param reminder as things stand now; `null`: nothing of it is left for whoever is here
 * @param now unix milliseconds on the corrected clock
 * @param wait what the person waits for has begun already
 */
export async function openReminder(
  opening: Opening,
  reminder: Reminder | null,
  now: number,
  wait: Wait,
): Promise<void> {
  const pages = await openDiaries();
  const [occasion, another] = reminder?.occasions ?? [];
  if (!occasion) return showToday(pages[0]);
  const page = pages.find(({ origin }) => origin === occasion.origin);
  if (joinState(occasion, now).kind !== 'open') return showToday(page);
  const link = theLink(occasion.links);
  if (!link || another) return openSmallWindow();
  const place = page ?? ({ kind: 'page', tab: null, origin: occasion.origin } as const);
  const outcome = await joinAgendaLink(opening, place, link, occasion.subject, wait);
  if (outcome.kind !== 'opened') await showToday(page);
  else if (page?.tab) await focusWindow(page.tab.windowId);
}

async function showToday(page: Sender | undefined): Promise<void> {
  if (!page?.tab || !(await showSection(page.tab.id))) await openSmallWindow();
}

async function openSmallWindow(): Promise<void> {
  await browser.windows.create({ type: 'popup', url: browser.runtime.getURL('/popup.html'), ...smallWindow });
}
