import { browser } from 'wxt/browser';
import { diaryPatterns } from '@/entrypoints/background/diaries/addedDiaries';
import { personalAreaOf, personalAreaPath } from '@/lib/diary/origin';
import { announceCopy, nameOfCopy } from '@/lib/takeOver';

interface ContentScript {
  matches: string[];
  js: string[];
  css: string[];
}

/** The content scripts of the manifest, their files by paths inside the extension. */
function contentScripts(): ContentScript[] {
  // Firefox names them by their whole addresses, which it does not take back.
  const pathsOf = (files: readonly string[] = []) =>
    files.map((file) => new URL(file, browser.runtime.getURL('/')).pathname.slice(1));
  return (browser.runtime.getManifest().content_scripts ?? []).map(({ matches, js, css }) => ({
    matches: matches ?? [],
    js: pathsOf(js),
    css: pathsOf(css),
  }));
}

function isDiarys({ matches }: ContentScript): boolean {
  return matches.some((pattern) => pattern.endsWith(`${personalAreaPath}*`));
}

/** Files of the diary's content script, by paths inside the extension. */
export function diaryScript(): { js: string[]; css: string[] } {
  const { js = [], css = [] } = contentScripts().find(isDiarys) ?? {};
  return { js, css };
}

/**
 * Chrome runs content scripts only in pages that load after the installation or the update; diaries and pages of Сферум that are
 * open already get theirs here, so that no page stays behind a cover or a button that nothing answers any more. Firefox does that
 * by itself.
 */
export async function injectIntoOpenPages(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  await injectInto((await diaryPatterns()).map((pattern) => personalAreaOf(pattern.replace(/\/\*$/, ''))));
  for (const script of contentScripts()) if (!isDiarys(script)) await inject(script, script.matches);
}

/** Starts the diary's content script in the open pages of these patterns. */
export async function injectInto(patterns: string[]): Promise<void> {
  await inject(diaryScript(), patterns);
}

/** Ends the diary's content script in the open pages of these patterns, as a later copy of it would: all of ours is taken out. */
export async function endIn(patterns: string[]): Promise<void> {
  const tabs = patterns.length === 0 ? [] : await browser.tabs.query({ url: patterns }).catch(() => []);
  for (const { id } of tabs) {
    if (id === undefined) continue;
    const args: [string] = [nameOfCopy('diary')];
    // The tab may be leaving.
    await browser.scripting.executeScript({ target: { tabId: id }, func: announceCopy, args }).catch(() => undefined);
  }
}

async function inject({ js, css }: Pick<ContentScript, 'js' | 'css'>, patterns: string[]): Promise<void> {
  const tabs = patterns.length === 0 ? [] : await browser.tabs.query({ url: patterns });
  for (const { id } of tabs) {
    if (id === undefined) continue;
    const target = { tabId: id };
    try {
      if (css.length > 0) await browser.scripting.insertCSS({ target, files: css });
      await browser.scripting.executeScript({ target, files: js as [] });
    } catch {
      // The tab is leaving, or shows the browser's own error page.
    }
  }
}
