import type { Ways } from '@/entrypoints/background/conflict/ways';
import { announce, askPersonElsewhere, forgetAccountOf } from '@/entrypoints/background/diary/diaryTabs';
import type { Lists } from '@/entrypoints/background/section/lists';
import type { Sender } from '@/entrypoints/background/sender';
import type { HandlersOf } from '@/entrypoints/background/serve';
import type { Services } from '@/entrypoints/background/services/services';
import { viewOf } from '@/lib/diary/answers/account';
import { readDays, readPerson } from '@/lib/diary/answers/reading';
import type { Diary, DiaryAccount, Lesson } from '@/lib/diary/types';
import { links } from '@/lib/linking/links';
import { askTab } from '@/lib/messages/askTab';
import type { diaryMessages, MenuView } from '@/lib/messages/diary';
import type { LessonCall, lessonMessages } from '@/lib/messages/lessons';
import { civilDateOf } from '@/lib/time';
import { findDiary, zoneOf } from './diaries';
import { createLastSeen } from './lastSeen';
import { readyLesson } from './readyLesson';

/** Calls that VK tells within this come with the lessons, the others behind them. Milliseconds. */
const atHand = 50;

/** What the content script of a diary reports and asks about the diary itself. */
export function createDiaryHandlers(
  services: Services,
  { lists, ways }: { lists: Lists; ways: Ways },
): HandlersOf<typeof diaryMessages & typeof lessonMessages> {
  const lastSeen = createLastSeen();

  async function menuOf(account: DiaryAccount | null, diary: Diary | null): Promise<MenuView> {
    return {
      linked: account !== null && (await links.get())[account.key] !== undefined,
      zone: {
        timeZone: diary ? zoneOf(diary) : Intl.DateTimeFormat().resolvedOptions().timeZone,
        assumed: !diary?.timeZone,
      },
    };
  }

  /** Calls of lessons without a link of their own; none where the zone is only assumed, which makes their times worth nothing. */
  async function callsOf(lessons: Lesson[], sender: Sender): Promise<LessonCall[]> {
    const diary = await findDiary(sender.origin);
    if (!diary?.timeZone) return [];
    const today = civilDateOf(services.clock.now(), diary.timeZone);
    return lessons.some(({ date }) => date >= today) ? lists.match(sender, lessons) : [];
  }

  return {
    async 'diary.report'({ answer, clockDifference, childChosen }, sender) {
      const { origin, tab } = sender;
      if (tab) forgetAccountOf(tab.id);
      if (clockDifference !== null) services.clock.adopt(clockDifference);
      const person = readPerson(answer, origin);
      const account = person.ok ? person.value : null;
      const view = account && viewOf(account);
      const clockOffset = services.clock.offset;
      const failure = person.ok ? null : person.problem.kind;
      if (failure !== null && failure !== 'signedOut') return { view, problem: failure, clockOffset, menu: null };

      const change = await lastSeen.note(sender, account);
      // Another account in the same browser: open sections show the first one's until they read again.
      if (change.account) announce('session');
      if (tab && (change.view || childChosen)) void askPersonElsewhere(origin, tab.id);
      if (tab && (await ways.waitsAt(origin))) void askTab(tab.id, 'section.open', {});
      return { view, problem: failure, clockOffset, menu: await menuOf(account, await findDiary(origin)) };
    },

    async 'lessons.read'({ key, answers }, sender) {
      const read = readDays(answers);
      if (!read.ok) return { problem: read.problem.kind };
      const lessons = read.value.days.flatMap((day) => day.lessons);
      const finding = callsOf(lessons, sender).catch(() => []);
      const found = await Promise.race([finding, new Promise<null>((resolve) => setTimeout(resolve, atHand, null))]);
      const { tab } = sender;
      if (found === null && tab) void finding.then((calls) => askTab(tab.id, 'lessons.calls', { key, calls }));

      const timeZone = (await findDiary(sender.origin))?.timeZone ?? null;
      const byLesson = new Map(found?.map((call) => [call.lessonId, call]));
      return {
        dates: read.value.days.map(({ date }) => date),
        lessons: lessons.map((lesson) => {
          const call = byLesson.get(lesson.id);
          return { ...readyLesson(lesson, timeZone), call: call ? { id: call.id, live: call.live } : null };
        }),
      };
    },
  };
}
