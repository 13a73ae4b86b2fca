import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Ahead } from '@/entrypoints/popup/ahead';
import { ask } from '@/lib/messages/send';

/** Runs before the toolbar popup's own scripts are read: the background starts and answers meanwhile. */
export default defineUnlistedScript(() => {
  const tabId = browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab?.id ?? null);
  const ahead: Ahead = {
    tabId,
    today: tabId.then((id) => ask('today.read', { tabId: id })),
    popup: tabId.then((id) => ask('popup.read', { tabId: id })),
  };
  // Whoever takes it hears of a failure.
  for (const asked of Object.values(ahead)) asked.catch(() => undefined);
  Object.assign(window, { ahead });
});
