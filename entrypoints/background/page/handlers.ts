import { browser } from 'wxt/browser';
import { openBeside } from '@/entrypoints/background/browser/windows';
import { findDiary, learnTime, zoneOf } from '@/entrypoints/background/diaries/addedDiaries';
import { askPersonElsewhere, forgetAccountOf } from '@/entrypoints/background/diary/diaryTabs';
import { createLastSeen } from '@/entrypoints/background/diary/lastSeen';
import { learnZone } from '@/entrypoints/background/diary/learnZone';
import { toPerson } from '@/entrypoints/background/diary/personReading';
import { placeOf } from '@/entrypoints/background/diary/place';
import { wasOpenedForSection } from '@/entrypoints/background/diary/showSection';
import type { Lists } from '@/entrypoints/background/section/types';
import type { Unread } from '@/entrypoints/background/section/unread';
import type { Sender } from '@/entrypoints/background/sender';
import type { HandlersOf } from '@/entrypoints/background/serve';
import { announce } from '@/entrypoints/background/services/announce';
import type { Services } from '@/entrypoints/background/services/services';
import type { TodayKeeper } from '@/entrypoints/background/today/types';
import type { WaysGoing } from '@/entrypoints/background/ways/waysGoing';
import { lessonPageAddress } from '@/lib/calls/lessonPage';
import { viewOf } from '@/lib/diary/answers/account';
import { readPerson } from '@/lib/diary/answers/reading';
import { findLessonIndex } from '@/lib/diary/lessonIds';
import type { Diary, DiaryAccount } from '@/lib/diary/types';
import { links } from '@/lib/linking/links';
import { askTab } from '@/lib/messages/askTab';
import type { diaryMessages, MenuView } from '@/lib/messages/diary';
import type { lessonMessages } from '@/lib/messages/lessons';
import { createPlacer } from './placeLessons';

/** What the content script of a diary reports and asks about the diary itself. */
export function createDiaryHandlers(
  services: Services,
  { lists, ways, today, unread }: { lists: Lists; ways: WaysGoing; today: TodayKeeper; unread: Unread },
): HandlersOf<typeof diaryMessages & typeof lessonMessages> {
  const lastSeen = createLastSeen();
  const placeLessons = createPlacer(services, lists, today.pageRead);

  async function menuOf(account: DiaryAccount | null, diary: Diary | null, sender: Sender): Promise<MenuView> {
    const link = account && ((await links.get())[account.key] ?? null);
    return {
      linked: link !== null,
      unread: await unread.of(sender, link),
      zone: {
        timeZone: diary ? zoneOf(diary) : Intl.DateTimeFormat().resolvedOptions().timeZone,
        assumed: !diary?.timeZone,
      },
    };
  }

  /** A section in another tab that read at once was told the person whom its page knew before. */
  async function tellElsewhere(tab: { id: number }, origin: string, isOther: boolean): Promise<void> {
    await askPersonElsewhere(origin, tab.id);
    if (isOther) announce('session');
  }

  return {
    async 'diary.report'({ answer, clockDifference, childChosen, isNew }, sender) {
      const { origin, tab } = sender;
      if (tab) forgetAccountOf(tab.id);
      await learnTime(services.clock, origin, clockDifference);
      const person = readPerson(answer, origin);
      const account = person.ok ? person.value : null;
      const view = account && viewOf(account);
      const clockOffset = services.clock.offset;
      const failure = person.ok ? null : person.problem.kind;
      if (failure !== null && failure !== 'signedOut') return { view, problem: failure, clockOffset, menu: null };

      await today.personSeen(sender, account, isNew);
      const change = await lastSeen.note(sender, account);
      // Another account in the same browser: open sections show the first one's until they read again.
      if (change.account) announce('session');
      if (tab && (change.view || childChosen)) void tellElsewhere(tab, origin, change.account);
      const isWaited = tab && ((account && wasOpenedForSection(tab.id)) || (await ways.waitsAt(origin)));
      if (isWaited) void askTab(tab.id, 'section.open', {});
      const known = account && (await toPerson(account, origin));
      if (known?.ok) void unread.look(sender, known.value);
      return { view, problem: failure, clockOffset, menu: await menuOf(account, await findDiary(origin), sender) };
    },

    async 'diary.tellZone'({ timeZone }, { origin }) {
      await learnZone(origin, timeZone);
      return null;
    },

    async 'lesson.more'({ id, start }, sender) {
      const { tab } = sender;
      const index = findLessonIndex(await lists.weekOf(sender, start), id);
      const address = tab && index >= 0 ? lessonPageAddress({ tabId: tab.id, start, index }) : null;
      if (address) await openBeside(tab, browser.runtime.getURL('/') + address.slice(1));
      return null;
    },

    async 'lesson.hint'(_, { tab }) {
      const files = ['/lesson-hint.js'] as const;
      if (tab) await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [...files] });
      return null;
    },

    'lesson.read': async ({ tabId, start, index }, sender) =>
      lists.ofLesson(await placeOf(sender, tabId), start, index),

    'lessons.place': ({ turn, page, answers }, sender) => placeLessons(turn, page, answers, sender),
  };
}
