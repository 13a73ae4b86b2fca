import { browser } from 'wxt/browser';

const key = (origin: string) => `menuLabel:${origin}`;

/**
 * Which label the menu had last on this diary, so that it appears with the right one at once. One bit, no name; Chrome's
 * incognito half keeps none.
 */
export async function readLabel(origin: string): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return false;
  try {
    return (await browser.storage.local.get(key(origin)))[key(origin)] === true;
  } catch {
    return false;
  }
}

/** Keeps the label for the next page load. */
export function writeLabel(origin: string, linked: boolean): void {
  if (browser.extension.inIncognitoContext) return;
  browser.storage.local.set({ [key(origin)]: linked }).catch(() => undefined);
}
