import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { injectIntoOpenPages } from '@/entrypoints/background/browser/injection';
import { createDoor } from '@/entrypoints/background/conflict/door';
import { createInvitationGuard } from '@/entrypoints/background/conflict/invitationGuard';
import { createVendorDoor } from '@/entrypoints/background/conflict/vendor';
import { findDiary } from '@/entrypoints/background/diaries/addedDiaries';
import { createWizards } from '@/entrypoints/background/linking/wizards';
import { createOpening } from '@/entrypoints/background/opening/opening';
import { createReminders } from '@/entrypoints/background/reminders/reminders';
import { createLists } from '@/entrypoints/background/section/lists';
import { createUnread } from '@/entrypoints/background/section/unread';
import { announce } from '@/entrypoints/background/services/announce';
import { createServices } from '@/entrypoints/background/services/services';
import { followSession } from '@/entrypoints/background/session/session';
import { listenToCommands } from '@/entrypoints/background/today/commands';
import { createPopupAnswers } from '@/entrypoints/background/today/popup';
import { createToday } from '@/entrypoints/background/today/today';
import { createWays } from '@/entrypoints/background/ways/waysGoing';
import type { JoinLink } from '@/lib/calls/types';
import { messengerAddress } from '@/lib/sites/messenger';
import { greet } from './browser/greeting';
import { showSign } from './browser/toolbarSign';
import { createConflictHandlers } from './conflict/handlers';
import { refreshDiaries } from './diary/diaryTabs';
import { watchAddedDiaries } from './diary/watchAdded';
import { createActInWizard, createLinkHandlers } from './linking/handlers';
import { createOpeningHandlers } from './opening/handlers';
import { createDiaryHandlers } from './page/handlers';
import { createPageLinkHandlers } from './pageLinks/handlers';
import { isAllowedSite, startAtSites } from './pageLinks/sites';
import { createReminderHandlers } from './reminders/handlers';
import { createSectionHandlers } from './section/handlers';
import { readSectionView } from './section/sectionView';
import { type Sender, tabOf } from './sender';
import { serve } from './serve';
import { createSettingsHandlers } from './settings/handlers';
import { createSupportHandlers } from './support/handlers';
import { createPopupHandlers, createTodayHandlers } from './today/handlers';
import { createWayHandlers } from './ways/handlers';

export default defineBackground({
  // Chrome keeps what it has made of a script for the worker's next start, of a module it does not.
  type: { firefox: 'module' },
  main() {
    const services = createServices(() => void refreshDiaries());
    const door = createDoor(services);
    const wizards = createWizards(services, door);
    const onJoined = (place: Sender, link: JoinLink) => void reminders.joined(place, link);
    const opening = createOpening(services, door, onJoined);
    const lists = createLists(services);
    const today = createToday(services, lists, () => void reminders.look());
    const reminders = createReminders(services, today, opening);
    const unread = createUnread(services, lists);
    services.onMoved(() => void unread.tell());
    const ways = createWays(services, door, wizards, opening);
    const guard = createInvitationGuard(door);
    const vendor = createVendorDoor(door);
    serve(
      {
        ...createDiaryHandlers(services, { lists, ways, today, unread }),
        ...createOpeningHandlers(opening),
        ...createSectionHandlers(
          lists,
          (sender, byPerson, wait) =>
            readSectionView(sender, services, { door, wizards, opening, vendor }, byPerson, wait),
          createActInWizard(services, wizards),
        ),
        ...createLinkHandlers(services, wizards),
        ...createConflictHandlers({ guard, vendor }),
        ...createWayHandlers(ways),
        ...createPopupHandlers(createPopupAnswers(services, door, onJoined)),
        ...createTodayHandlers(services, today, opening),
        ...watchAddedDiaries(),
        ...createPageLinkHandlers(door, onJoined),
        ...createReminderHandlers(reminders, today),
        ...createSettingsHandlers(services, wizards),
        ...createSupportHandlers(services, lists),
      },
      { isDiary: async (origin) => (await findDiary(origin)) !== null, isAllowedSite },
    );
    listenToCommands(services, opening, today);
    void wizards.resume();
    void showSign();

    followSession(services, async () => {
      await wizards.sessionChanged();
      await ways.sessionMoved();
      await guard.sessionMoved();
    });

    browser.tabs.onUpdated.addListener((tabId, change, tab) => {
      if (change.url) void guard.pageMoved(tabId, change.url);
      if (change.url) void today.addressSeen(tabOf(tab), change.url);
      // The address is seen only on hosts that the extension may talk to.
      if (change.status !== 'complete' || !tab.url?.startsWith(messengerAddress) || tabOf(tab)?.foreignJar) return;
      if (tab.windowId !== undefined) void wizards.pageLoaded(tab.windowId);
      void ways.sessionMoved();
    });
    browser.windows.onRemoved.addListener((windowId) => void wizards.windowClosed(windowId));
    // What the browser had forbidden can be read now.
    browser.permissions.onAdded.addListener(({ origins = [] }) => {
      if (origins.length === 0) return;
      services.presence.forgetFailure();
      announce('session');
    });
    // That somebody listens makes a browser start the background with itself, which sees to reminders and to what is due.
    browser.runtime.onStartup.addListener(() => undefined);
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void injectIntoOpenPages();
      void startAtSites();
      void greet(reason);
    });
  },
});
