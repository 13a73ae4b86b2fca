import { browser } from 'wxt/browser';
import { diaryPatterns } from '@/entrypoints/background/diary/diaries';

/**
 * Chrome runs content scripts only in pages that load after the installation or the update; diaries that are open already get
 * theirs here. Firefox does that by itself.
 */
export async function injectIntoOpenDiaries(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const script = scripts.find(({ matches }) => matches?.some((pattern) => pattern.endsWith('/personal-area/*')));
  if (!script) return;
  const patterns = (await diaryPatterns()).map((pattern) => pattern.replace(/\/\*$/, '/personal-area/*'));
  const tabs = await browser.tabs.query({ url: patterns });
  for (const { id } of tabs) {
    if (id === undefined) continue;
    const target = { tabId: id };
    try {
      await browser.scripting.insertCSS({ target, files: script.css ?? [] });
      await browser.scripting.executeScript({ target, files: (script.js ?? []) as [] });
    } catch {
      // The tab is leaving, or shows the browser's own error page.
    }
  }
}
