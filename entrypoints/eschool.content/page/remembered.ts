import { browser } from 'wxt/browser';

/**
 * Whether this browser remembers something of the kind that names nobody. Chrome's incognito half shares the area with the
 * ordinary one: what is remembered there is not told here, and nothing is written.
 */
export async function isRemembered(key: string): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return false;
  const kept = await browser.storage.local.get(key).catch(() => null);
  return kept?.[key] === true;
}

/** Remembers it for the pages that are loaded later. */
export function rememberFlag(key: string, value: boolean): void {
  if (!browser.extension.inIncognitoContext) browser.storage.local.set({ [key]: value }).catch(() => undefined);
}
