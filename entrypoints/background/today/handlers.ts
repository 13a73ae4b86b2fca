import { browser } from 'wxt/browser';
import { focusTab } from '@/entrypoints/background/browser/windows';
import { findDiary, zoneOf } from '@/entrypoints/background/diaries/addedDiaries';
import { learnZone } from '@/entrypoints/background/diary/learnZone';
import { openDiaries } from '@/entrypoints/background/diary/openDiaries';
import { placeOf } from '@/entrypoints/background/diary/place';
import { openSectionAt, showSection } from '@/entrypoints/background/diary/showSection';
import { readCautions } from '@/entrypoints/background/opening/caution';
import type { Opening } from '@/entrypoints/background/opening/opening';
import type { Sender } from '@/entrypoints/background/sender';
import type { HandlersOf } from '@/entrypoints/background/serve';
import { isLinksOnly } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { callId, lessonLinkId } from '@/lib/calls/callIds';
import { recognizeJoinLink } from '@/lib/calls/joinLink';
import type { JoinLink } from '@/lib/calls/types';
import { diaryName, diaryPage } from '@/lib/diary/origin';
import type { popupMessages } from '@/lib/messages/popup';
import type { TodayDiary, TodayLink, TodayRow, TodayState, todayMessages } from '@/lib/messages/today';
import { childName } from '@/lib/today/childName';
import type { AgendaLink, AgendaRow } from '@/lib/today/types';
import { keysOfShortcut } from './commands';
import type { PopupAnswers } from './popup';
import type { DiaryToday, TodayKeeper } from './types';

/** What the toolbar popup asks and does. */
export function createPopupHandlers(popup: PopupAnswers): HandlersOf<typeof popupMessages> {
  return {
    'popup.read': ({ tabId }, sender) => popup.read(sender, tabId),
    'popup.checkLink': ({ tabId, text }, sender) => popup.checkLink(sender, tabId, text),
    async 'popup.openLink'({ tabId, address }, sender) {
      await popup.openLink(sender, tabId, address);
      return null;
    },
  };
}

/** «Сегодня» of the toolbar popup. */
export function createTodayHandlers(
  { clock }: Pick<Services, 'clock'>,
  today: TodayKeeper,
  opening: Opening,
): HandlersOf<typeof todayMessages> {
  /** The diary's page in the cookie jar of the popup's window, or nowhere: then the background asks it. */
  async function placeFor(front: Sender, origin: string): Promise<Sender> {
    if (front.tab?.foreignJar) return front;
    const open = (await openDiaries()).find((place) => place.origin === origin);
    return open ?? { kind: 'page', tab: null, origin: (await findDiary(origin)) ? origin : '' };
  }

  return {
    async 'today.read'({ tabId }, sender) {
      // Whatever the browser is asked for one after the other, the popup waits for.
      const [found, isVkClosed, isCautionAhead, shortcut] = await Promise.all([
        today.read(placeOf(sender, tabId)),
        isLinksOnly(),
        readCautions(),
        keysOfShortcut(),
      ]);
      const diaries = await Promise.all(found.map((one) => viewOf(one, isVkClosed, isCautionAhead)));
      return { diaries: diaries.flat(), clockOffset: clock.offset, shortcut };
    },

    async 'today.join'({ tabId, origin, id, address, anyway }, sender) {
      const front = await placeOf(sender, tabId);
      const place = await placeFor(front, origin);
      // In the window in which the popup stands; a container in front is no place for another jar's call.
      const beside = front.tab?.foreignJar === 'container' && !front.origin ? null : front.tab;
      const how = { anyway, background: false, beside };
      return id.startsWith(lessonLinkId('')) ? opening.lessonLink(place, address, how) : opening.call(place, id, how);
    },

    async 'today.openDiary'({ tabId, origin }, sender) {
      const { tab } = await placeFor(await placeOf(sender, tabId), origin);
      if (tab) await focusTab(tab.id);
      else if (await findDiary(origin)) await browser.tabs.create({ url: diaryPage(origin) });
      return null;
    },

    async 'today.openSection'({ tabId, origin }, sender) {
      const { tab } = await placeFor(await placeOf(sender, tabId), origin);
      if (tab) await showSection(tab.id);
      else if (await findDiary(origin)) await openSectionAt(origin);
      return null;
    },

    async 'today.tellZone'({ origin, timeZone }) {
      await learnZone(origin, timeZone);
      return null;
    },
  };
}

/** Of one diary. `isVkClosed`: VK must not be asked; `isCautionAhead`: what is to be said before a link is opened. */
async function viewOf(
  { place: { origin }, found }: DiaryToday,
  isVkClosed: boolean,
  isCautionAhead: (link: JoinLink) => boolean,
): Promise<TodayDiary[]> {
  const diary = await findDiary(origin);
  if (!diary) return [];
  const isKnown = found.kind === 'known';
  return [
    {
      origin,
      name: diaryName(diary),
      timeZone: zoneOf(diary),
      isZoneAssumed: diary.timeZone === null,
      state: isKnown ? stateOf(found, isVkClosed, isCautionAhead) : found,
      unread: isKnown ? found.unread : null,
      inMax: isKnown ? found.inMax : null,
    },
  ];
}

function stateOf(
  { agenda: { today, next, quiet }, person }: Extract<DiaryToday['found'], { kind: 'known' }>,
  isVkClosed: boolean,
  isCautionAhead: (link: JoinLink) => boolean,
): TodayState {
  const linkOf = ({ source, ...link }: AgendaLink): TodayLink => {
    const proven = recognizeJoinLink(link.address);
    return {
      ...link,
      id: source.kind === 'call' ? callId(source.id) : lessonLinkId(source.callKey),
      caution: proven !== null && isCautionAhead(proven),
    };
  };
  const rowOf = ({ pupil, links, day: _, ...row }: AgendaRow): TodayRow => ({
    ...row,
    child: childName(pupil, person.account.children),
    links: links.map(linkOf),
  });
  return {
    kind: 'known',
    rows: today.map(rowOf),
    next: next && { ...next, rows: next.rows.map(rowOf) },
    quiet,
    linked: person.link !== null || isVkClosed,
  };
}
