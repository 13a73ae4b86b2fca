import type { Ways } from '@/entrypoints/background/conflict/ways';
import { announce, askPersonElsewhere, forgetAccountOf } from '@/entrypoints/background/diary/diaryTabs';
import type { Lists } from '@/entrypoints/background/section/lists';
import type { HandlersOf } from '@/entrypoints/background/serve';
import type { Services } from '@/entrypoints/background/services/services';
import { links } from '@/lib/linking/links';
import { askTab } from '@/lib/messages/askTab';
import type { diaryMessages } from '@/lib/messages/diary';
import type { lessonMessages } from '@/lib/messages/lessons';
import { findDiary, zoneOf } from './diaries';
import { linksOf } from './lessonLinks';

/** What the content script of a diary reports and asks about the diary itself. */
export function createDiaryHandlers(
  services: Services,
  { lists, ways }: { lists: Lists; ways: Ways },
): HandlersOf<typeof diaryMessages & typeof lessonMessages> {
  /** Who was last seen at each diary, by origin. */
  const lastAccounts = new Map<string, string | null>();

  return {
    async 'diary.report'(report, { origin, tab }) {
      if (tab) forgetAccountOf(tab.id);
      if (report.clockDifference !== null) services.clock.adopt(report.clockDifference);
      const diary = await findDiary(origin);
      const linked = report.account !== null && (await links.get())[report.account.key] !== undefined;
      const accountKey = report.account?.key ?? null;
      // Another account in the same browser: open sections show the first one's until they read again.
      if (lastAccounts.has(origin) && lastAccounts.get(origin) !== accountKey) announce('session');
      lastAccounts.set(origin, accountKey);
      if (report.childChosen && tab) void askPersonElsewhere(origin, tab.id);
      if (tab && (await ways.waitsAt(origin))) void askTab(tab.id, 'section.open', {});
      return {
        linked,
        zone: {
          timeZone: diary ? zoneOf(diary) : Intl.DateTimeFormat().resolvedOptions().timeZone,
          assumed: !diary?.timeZone,
        },
      };
    },
    'lessons.links': async ({ lessons }) => lessons.flatMap(linksOf),
    'lessons.match': ({ lessons }, sender) => lists.match(sender, lessons),
  };
}
