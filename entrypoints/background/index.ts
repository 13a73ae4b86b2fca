import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { links } from '@/lib/linking/links';
import { findDiary } from './diaries';
import { createHandlers } from './handlers';
import { injectIntoOpenDiaries } from './injection';
import { createLinkingControl } from './linking';
import { createLists } from './lists';
import { createOpening } from './opening';
import { serve } from './serve';
import { createServices } from './services';

/** Session cookies come in bunches: one question after the last of them. Milliseconds. */
const settling = 300;

export default defineBackground({
  type: 'module',
  main() {
    const services = createServices();
    const control = createLinkingControl(services);
    const opening = createOpening(services);
    const lists = createLists(services);
    serve(createHandlers(services, control, opening, lists), async (origin) => (await findDiary(origin)) !== null);
    void control.resume();

    let cookieTimer: ReturnType<typeof setTimeout> | undefined;
    browser.cookies.onChanged.addListener(({ cookie }) => {
      if (!/(^|\.)vk\.me$/.test(cookie.domain)) return;
      clearTimeout(cookieTimer);
      cookieTimer = setTimeout(() => void onSessionChange(), settling);
    });

    async function onSessionChange(): Promise<void> {
      await services.presence.forget();
      await control.windowMoved(null, false);
      // Nobody here uses Сферум with the extension: VK is asked nothing.
      if (Object.keys(await links.get()).length > 0) await services.presence.read(0);
    }

    browser.tabs.onUpdated.addListener((_tabId, change, tab) => {
      // The address is seen only on hosts that the extension may talk to.
      if (change.status !== 'complete' || !tab.url?.startsWith('https://web.vk.me/')) return;
      void control.windowMoved(tab.windowId ?? null, false);
    });
    browser.windows.onRemoved.addListener((windowId) => void control.windowMoved(windowId, true));
    browser.runtime.onInstalled.addListener(() => void injectIntoOpenDiaries());
  },
});
