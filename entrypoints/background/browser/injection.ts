import { browser } from 'wxt/browser';
import { diaryPatterns } from '@/entrypoints/background/diary/diaries';

/** Files of the diary's content script, by paths inside the extension. */
export function diaryScript(): { js: string[]; css: string[] } {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const script = scripts.find(({ matches }) => matches?.some((pattern) => pattern.endsWith('/personal-area/*')));
  // Firefox names them by their whole addresses, which it does not take back.
  const pathsOf = (files: readonly string[] = []) =>
    files.map((file) => new URL(file, browser.runtime.getURL('/')).pathname.slice(1));
  return { js: pathsOf(script?.js), css: pathsOf(script?.css) };
}

/** Pages of a diary where its content script works, as a match pattern. */
export function personalAreaOf(origin: string): string {
  return `${origin}/personal-area/*`;
}

/**
 * Chrome runs content scripts only in pages that load after the installation or the update; diaries that are open already get
 * theirs here. Firefox does that by itself.
 */
export async function injectIntoOpenDiaries(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  await injectInto((await diaryPatterns()).map((pattern) => personalAreaOf(pattern.replace(/\/\*$/, ''))));
}

/** Starts the diary's content script in the open pages of these patterns. */
export async function injectInto(patterns: string[]): Promise<void> {
  const { js, css } = diaryScript();
  const tabs = patterns.length === 0 ? [] : await browser.tabs.query({ url: patterns });
  for (const { id } of tabs) {
    if (id === undefined) continue;
    const target = { tabId: id };
    try {
      await browser.scripting.insertCSS({ target, files: css });
      await browser.scripting.executeScript({ target, files: js as [] });
    } catch {
      // The tab is leaving, or shows the browser's own error page.
    }
  }
}
