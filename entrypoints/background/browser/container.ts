import { browser } from 'wxt/browser';
import type { Tab } from '@/entrypoints/background/sender';
import { words } from '@/lib/words';

interface ContextualIdentities {
  query(details: { name?: string }): Promise<{ cookieStoreId: string }[]>;
  create(details: { name: string; color: string; icon: string }): Promise<{ cookieStoreId: string }>;
}

function containers(): ContextualIdentities | undefined {
  return (browser as unknown as { contextualIdentities?: ContextualIdentities }).contextualIdentities;
}

/** Whether this browser has containers: Firefox alone. */
export function hasContainers(): boolean {
  return import.meta.env.FIREFOX && containers() !== undefined;
}

/**
 * Opens an address in the container of a person, made where there is none yet: a tab with cookies of its own.
 *
 * @param name the person's given name; empty: «Сферум: родитель»
 * @returns whether that worked: containers may be switched off
 */
export async function openContainer(tab: Tab | null, url: string, name: string): Promise<boolean> {
  const identities = containers();
  if (!identities) return false;
  const title = words('waysContainerName', name || words('waysParent'));
  try {
    const [known] = await identities.query({ name: title });
    const { cookieStoreId } = known ?? (await identities.create({ name: title, color: 'orange', icon: 'fingerprint' }));
    const place = tab ? { index: tab.index + 1, windowId: tab.windowId } : {};
    const where = { url, ...place, cookieStoreId };
    await browser.tabs.create(where);
    return true;
  } catch {
    return false;
  }
}
