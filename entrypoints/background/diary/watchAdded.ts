import { browser } from 'wxt/browser';
import { injectInto } from '@/entrypoints/background/browser/injection';
import { correctZone } from '@/entrypoints/background/diaries/addedDiaries';
import type { HandlersOf } from '@/entrypoints/background/serve';
import { announce } from '@/entrypoints/background/services/announce';
import { personalAreaOf } from '@/lib/diary/origin';
import type { diariesMessages } from '@/lib/messages/diaries';
import { type Adding, createAdding, trialAlarm } from './adding';
import { refreshDiaries } from './diaryTabs';
import { registerAddedDiaries } from './registration';

/**
 * Keeps added diaries working: their script is registered at every start, a right that was taken back is noticed, an address
 * that waits for a sign-in is looked at when its page has loaded, and its right is given back in time.
 */
export function watchAddedDiaries(): HandlersOf<typeof diariesMessages> {
  const adding: Adding = createAdding((origin) => {
    announce('diaries');
    // It was open before its script was registered.
    void injectInto([personalAreaOf(origin)]);
  });
  browser.permissions.onAdded.addListener(() => void registerAddedDiaries());
  browser.permissions.onRemoved.addListener(() => void registerAddedDiaries());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === trialAlarm) void adding.tidy();
  });
  browser.tabs.onUpdated.addListener((_, { status }, { url }) => {
    if (status === 'complete' && url) void lookAt(url);
  });
  void registerAddedDiaries();
  void adding.tidy();

  async function lookAt(url: string): Promise<void> {
    const { waiting } = await adding.read();
    if (waiting && url.startsWith(`${waiting.origin}/`)) await adding.lookAgain();
  }

  return {
    'diaries.read': () => adding.read(),
    'diaries.add': ({ origin, timeZone }) => adding.add(origin, timeZone),
    'diaries.lookAgain': () => adding.lookAgain(),
    async 'diaries.setZone'({ origin, timeZone }) {
      await correctZone(origin, timeZone);
      announce('calls');
      await refreshDiaries();
      return adding.read();
    },
    'diaries.remove': ({ origin }) => adding.remove(origin),
  };
}
