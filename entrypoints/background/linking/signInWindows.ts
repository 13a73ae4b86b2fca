import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { messengerAddress } from '@/lib/sites/messenger';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';

/** Which of a linking's two windows. */
export type WindowKind = 'vkid' | 'messenger';

type WindowsOfLinking = Partial<Record<WindowKind, number>>;

/**
 * The windows that a linking opened, by the key of its account. Only these are ever closed or taken for ours: other sites open
 * VK ID, too. In session storage: ids outlive the background, but not the browser, which gives them anew.
 */
const openedItem = defineItem<Record<string, WindowsOfLinking>>({
  area: 'session',
  key: 'linkingWindows',
  schema: z.record(z.string(), z.object({ vkid: z.optional(z.int()), messenger: z.optional(z.int()) })),
  fallback: {},
});

const size = { width: 520, height: 720 };

/** The windows of each linking. */
export interface LinkingWindows {
  /** Shows VK Мессенджер: this linking's window, or a new one. `false` when the browser refuses. */
  showMessenger(accountKey: string): Promise<boolean>;
  /** VK ID's window was opened for this linking by the browser. */
  noteVkid(accountKey: string, windowId: number): Promise<void>;
  /** Whether VK Мессенджер's window of this linking is open, as far as is known. */
  isOpen(accountKey: string): Promise<boolean>;
  /** Brings what this linking has open to the front. */
  focus(accountKey: string): Promise<void>;
  /** Closes what this linking has open, and nothing else. */
  close(accountKey: string): Promise<void>;
  /** Whose window it is, and which; `null`: not one of ours. */
  ownerOf(windowId: number): Promise<{ accountKey: string; kind: WindowKind } | null>;
  /** A window is gone. */
  forget(windowId: number): Promise<void>;
}

/** Makes the keeper of these windows. */
export function createLinkingWindows(): LinkingWindows {
  const kept = remember(openedItem);

  async function windowsOf(accountKey: string): Promise<WindowsOfLinking> {
    return (await kept.get())[accountKey] ?? {};
  }

  async function note(accountKey: string, kind: WindowKind, windowId: number): Promise<void> {
    await kept.update((opened) => ({ ...opened, [accountKey]: { ...opened[accountKey], [kind]: windowId } }));
  }

  return {
    async showMessenger(accountKey) {
      const { messenger } = await windowsOf(accountKey);
      if (messenger !== undefined && (await focusWindow(messenger))) return true;
      const windowId = await openMessenger();
      if (windowId === null) return false;
      await note(accountKey, 'messenger', windowId);
      return true;
    },
    isOpen: async (accountKey) => (await windowsOf(accountKey)).messenger !== undefined,
    noteVkid: (accountKey, windowId) => note(accountKey, 'vkid', windowId),
    async focus(accountKey) {
      const { vkid, messenger } = await windowsOf(accountKey);
      const shown = vkid !== undefined && (await focusWindow(vkid));
      if (!shown && messenger !== undefined) await focusWindow(messenger);
    },
    async close(accountKey) {
      const windowIds = Object.values(await windowsOf(accountKey));
      await kept.update(({ [accountKey]: _, ...others }) => others);
      for (const windowId of windowIds) await browser.windows.remove(windowId).catch(() => undefined);
    },
    async ownerOf(windowId) {
      for (const [accountKey, windows] of Object.entries(await kept.get())) {
        if (windows.vkid === windowId) return { accountKey, kind: 'vkid' };
        if (windows.messenger === windowId) return { accountKey, kind: 'messenger' };
      }
      return null;
    },
    async forget(windowId) {
      await kept.update((opened) =>
        Object.fromEntries(
          Object.entries(opened).flatMap(([accountKey, windows]) => {
            const left = Object.entries(windows).filter(([, id]) => id !== windowId);
            return left.length > 0 ? [[accountKey, Object.fromEntries(left)]] : [];
          }),
        ),
      );
    },
  };
}

async function openMessenger(): Promise<number | null> {
  try {
    const opened = await browser.windows.create({
      type: 'popup',
      url: messengerAddress,
      incognito: browser.extension.inIncognitoContext,
      ...size,
    });
    return opened?.id ?? null;
  } catch {
    return null;
  }
}

async function focusWindow(windowId: number): Promise<boolean> {
  try {
    await browser.windows.update(windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}
