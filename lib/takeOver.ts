import { browser } from 'wxt/browser';

/**
 * Makes a content script the only one of its name in the page: an earlier copy, from before the extension was loaded again, is
 * told to end.
 *
 * @param script name of the content script
 * @returns a signal that is aborted when a later copy takes over
 */
export function takeOver(script: string): AbortSignal {
  // Another copy of the extension has another id, and a script of its own.
  const started = `${browser.runtime.id}:${script}`;
  const end = new AbortController();
  document.dispatchEvent(new Event(started));
  document.addEventListener(started, () => end.abort(), { once: true });
  return end.signal;
}
