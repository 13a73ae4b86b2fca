import { browser } from 'wxt/browser';
import { diaryPatterns, findDiary } from '@/entrypoints/background/diaries/addedDiaries';
import { type Sender, tabOf } from '@/entrypoints/background/sender';
import { personalAreaPath } from '@/lib/diary/origin';

/** The open pages of diaries in the ordinary windows, one for each diary: the one in front, else the one looked at last. */
export async function openDiaries(): Promise<Sender[]> {
  // All at the same time: of other tabs than those that it may read the browser tells an extension nothing.
  const [tabs, [front], patterns] = await Promise.all([
    browser.tabs.query({ url: 'https://*/*' }),
    browser.tabs.query({ active: true, lastFocusedWindow: true }),
    diaryPatterns(),
  ]);
  const lastSeen = (tab: { id?: number | undefined; lastAccessed?: number | undefined }) =>
    tab.id === front?.id ? Number.POSITIVE_INFINITY : (tab.lastAccessed ?? 0);
  const ofDiary = tabs.filter(({ url }) => url?.includes(personalAreaPath));
  ofDiary.sort((one, other) => lastSeen(other) - lastSeen(one));
  const places = new Map<string, Sender>();
  for (const found of ofDiary) {
    const tab = tabOf(found);
    const { origin } = new URL(found.url ?? '');
    if (!patterns.includes(`${origin}/*`) || !(await findDiary(origin))) continue;
    if (tab && !tab.foreignJar && !places.has(origin)) places.set(origin, { kind: 'page', tab, origin });
  }
  return [...places.values()];
}
