import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { injectIntoOpenPages } from '@/entrypoints/background/browser/injection';
import { createInvitationGuard } from '@/entrypoints/background/conflict/invitation';
import { createVendorGuard } from '@/entrypoints/background/conflict/vendor';
import { createWays } from '@/entrypoints/background/conflict/ways';
import { findDiary } from '@/entrypoints/background/diary/diaries';
import { announce } from '@/entrypoints/background/diary/diaryTabs';
import { createWizards } from '@/entrypoints/background/linking/wizards';
import { listenToCommands } from '@/entrypoints/background/opening/commands';
import { createOpening } from '@/entrypoints/background/opening/opening';
import { createLists } from '@/entrypoints/background/section/lists';
import { createServices } from '@/entrypoints/background/services/services';
import { createPopup } from '@/entrypoints/background/today/popup';
import { links } from '@/lib/linking/links';
import { greet } from './browser/greeting';
import { createConflictHandlers } from './conflict/handlers';
import { createDiaryHandlers } from './diary/handlers';
import { watchAddedDiaries } from './diary/watchAdded';
import { createActInWizard, createLinkHandlers } from './linking/handlers';
import { createOpeningHandlers } from './opening/handlers';
import { createSectionHandlers } from './section/handlers';
import { readSection } from './section/sectionView';
import { tabOf } from './sender';
import { serve } from './serve';
import { createPopupHandlers } from './today/handlers';

/** Session cookies come in bunches: one question after the last of them. Milliseconds. */
const settling = 300;

/** Firefox tells of private windows and containers too, whose sessions are none of the background's business. */
function isForeignJar(storeId: string): boolean {
  return import.meta.env.FIREFOX && storeId !== 'firefox-default';
}

export default defineBackground({
  type: 'module',
  main() {
    const services = createServices();
    const wizards = createWizards(services);
    const opening = createOpening(services);
    const lists = createLists(services);
    const ways = createWays(services, wizards, opening);
    const guard = createInvitationGuard(services);
    const vendor = createVendorGuard(services);
    serve(
      {
        ...createDiaryHandlers(services, { lists, ways, vendor }),
        ...createOpeningHandlers(opening),
        ...createSectionHandlers(
          lists,
          (sender) => readSection(sender, services, wizards, opening, vendor),
          createActInWizard(services, wizards),
        ),
        ...createLinkHandlers(services, wizards),
        ...createConflictHandlers({ ways, guard, vendor }),
        ...createPopupHandlers(createPopup(services)),
        ...watchAddedDiaries(),
      },
      async (origin) => (await findDiary(origin)) !== null,
    );
    listenToCommands(services, opening, lists);
    void wizards.resume();

    let cookieTimer: ReturnType<typeof setTimeout> | undefined;
    browser.cookies.onChanged.addListener(({ cookie }) => {
      if (!/(^|\.)vk\.me$/.test(cookie.domain) || isForeignJar(cookie.storeId)) return;
      // Nothing that is held is shown from now on; who is there is asked once all cookies have come.
      void services.presence.forget();
      clearTimeout(cookieTimer);
      cookieTimer = setTimeout(() => void onSessionChange(), settling);
    });

    async function onSessionChange(): Promise<void> {
      await wizards.sessionChanged();
      // Nobody here uses Сферум with the extension: VK is asked nothing.
      if (Object.keys(await links.get()).length > 0) await services.presence.read(0);
      else await services.forgetEverybody();
      await ways.sessionMoved();
      await guard.sessionMoved();
    }

    browser.tabs.onUpdated.addListener((tabId, change, tab) => {
      if (change.url) void guard.pageMoved(tabId, change.url);
      // The address is seen only on hosts that the extension may talk to.
      if (change.status !== 'complete' || !tab.url?.startsWith('https://web.vk.me/') || tabOf(tab)?.foreignJar) return;
      if (tab.windowId !== undefined) void wizards.pageLoaded(tab.windowId);
      void ways.sessionMoved();
    });
    browser.windows.onRemoved.addListener((windowId) => void wizards.windowClosed(windowId));
    // What the browser had forbidden can be read now.
    browser.permissions.onAdded.addListener(({ origins = [] }) => {
      if (origins.length > 0) announce('session');
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void injectIntoOpenPages();
      void greet(reason);
    });
  },
});
