import { browser } from 'wxt/browser';

const labelKey = (origin: string) => `menuLabel:${origin}`;
const hintKey = 'lessonHintSeen';

/** What the page knows before it has asked anybody: bits, no names. */
export interface Kept {
  /** Which label the menu had last on this diary, so that it appears with the right one at once. */
  linked: boolean;
  /** Whether the hint about the first call was seen in this browser. */
  isHintSeen: boolean;
}

/** Reads what was kept for a diary. */
export async function readKept(origin: string): Promise<Kept> {
  const none = { linked: false, isHintSeen: false };
  try {
    const kept = await browser.storage.local.get([labelKey(origin), hintKey]);
    // Chrome's incognito half shares this area with the ordinary one: who is linked there is not told here.
    const linked = kept[labelKey(origin)] === true && !browser.extension.inIncognitoContext;
    return { linked, isHintSeen: kept[hintKey] === true };
  } catch {
    return none;
  }
}

/** Keeps the label for the next page load. */
export function writeLabel(origin: string, linked: boolean): void {
  write(labelKey(origin), linked);
}

/** Keeps that the hint was seen. */
export function writeHintSeen(): void {
  write(hintKey, true);
}

/** Chrome's incognito half writes nothing here. */
function write(key: string, value: boolean): void {
  if (browser.extension.inIncognitoContext) return;
  browser.storage.local.set({ [key]: value }).catch(() => undefined);
}
