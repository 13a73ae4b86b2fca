import { browser } from 'wxt/browser';
import type { Sender } from '@/entrypoints/background/sender';
import { personalAreaPath } from '@/lib/diary/origin';
import { diaryPatterns } from './addedDiaries';
import { placeOf } from './place';

/** The open pages of diaries in the ordinary windows, one for each diary: the one in front, else the one looked at last. */
export async function openDiaries(): Promise<Sender[]> {
  const tabs = await browser.tabs.query({ url: await diaryPatterns() });
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const lastSeen = (tab: { id?: number | undefined; lastAccessed?: number | undefined }) =>
    tab.id === front?.id ? Number.POSITIVE_INFINITY : (tab.lastAccessed ?? 0);
  const ofDiary = tabs.filter(({ url }) => url?.includes(personalAreaPath));
  ofDiary.sort((one, other) => lastSeen(other) - lastSeen(one));
  const places = new Map<string, Sender>();
  for (const { id } of ofDiary) {
    if (id === undefined) continue;
    const place = await placeOf({ kind: 'page', tab: null, origin: '' }, id);
    if (place.tab && place.origin && !place.tab.foreignJar && !places.has(place.origin))
      places.set(place.origin, place);
  }
  return [...places.values()];
}
