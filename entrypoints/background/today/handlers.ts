import type { HandlersOf } from '@/entrypoints/background/serve';
import type { popupMessages } from '@/lib/messages/popup';
import type { PopupAnswers } from './popup';

/** What the toolbar popup asks and does. */
export function createPopupHandlers(popup: PopupAnswers): HandlersOf<typeof popupMessages> {
  return {
    'popup.read': ({ tabId }, sender) => popup.read(sender, tabId),
    'popup.checkLink': ({ tabId, text }, sender) => popup.checkLink(sender, tabId, text),
    async 'popup.openLink'({ address }) {
      await popup.openLink(address);
      return null;
    },
    async 'popup.openSection'({ tabId }) {
      await popup.openSection(tabId);
      return null;
    },
  };
}
