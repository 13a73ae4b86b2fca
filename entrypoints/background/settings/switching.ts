import { browser } from 'wxt/browser';
import { refreshDiaries } from '@/entrypoints/background/diary/diaryTabs';
import type { Wizards } from '@/entrypoints/background/linking/wizards';
import { announce } from '@/entrypoints/background/services/announce';
import { isLinksOnly, linksOnly } from '@/entrypoints/background/services/linksOnly';
import type { Services } from '@/entrypoints/background/services/services';
import { deleteKept } from '@/lib/storage/deleteKept';
import { isOfVk } from './keptThings';

/** «Не обращаться к VK». */
export interface LinksOnlySwitch {
  read(): Promise<boolean>;
  /** Resolves when everything of VK is gone, or may be asked for again. Rejects where the disk is full. */
  set(on: boolean): Promise<void>;
}

/** Makes the switch. Chrome's other half of the browser hears it from the storage that both have, and lets go, too. */
export function createLinksOnlySwitch(services: Services, wizards: Wizards): LinksOnlySwitch {
  async function follow(on: boolean): Promise<void> {
    if (on) await letGo(services, wizards);
    else services.presence.forgetFailure();
    announce('session');
    // Nobody waits for their pages.
    void refreshDiaries();
  }

  let isOwn = false;
  browser.storage.local.onChanged.addListener((changes) => {
    if ('linksOnly' in changes && !isOwn) void isLinksOnly().then(follow);
  });

  return {
    read: isLinksOnly,
    async set(on) {
      isOwn = true;
      try {
        await linksOnly.set(on);
        await follow(on);
      } finally {
        isOwn = false;
      }
    },
  };
}

/** Drops tokens and everything that was read from VK; links stay, they are the person's own. */
export async function letGo({ presence, vkid, ...services }: Services, wizards: Wizards): Promise<void> {
  await wizards.cancelAll();
  await Promise.all([services.forgetEverybody(), presence.drop(), vkid.forgetTokens()]);
  await deleteKept(isOfVk);
}
