import { browser } from 'wxt/browser';

/** What a copy of a content script calls when it begins. Another copy of the extension has another id, and a name of its own. */
export function nameOfCopy(script: string): string {
  return `${browser.runtime.id}:${script}`;
}

/** Ends the copy of this name that works in the page. Free of anything around it, so that it can be run in a page by itself. */
export function announceCopy(name: string): void {
  document.dispatchEvent(new Event(name));
}

/**
 * Makes a content script the only one of its name in the page. An earlier copy, from before the extension was loaded again, is told
 * to end; where another extension of the same kind (from the store and from a folder) works already, this one ends at once: two
 * would stand there twice and sweep each other away.
 *
 * @param script name of the content script
 * @returns its end: aborted at once, or when a later copy takes over
 */
export function takeOver(script: string): AbortController {
  const started = nameOfCopy(script);
  const end = new AbortController();
  const { signal } = end;
  announceCopy(started);
  document.addEventListener(started, () => end.abort());
  const question = `sferum:${script}`;
  if (document.dispatchEvent(new Event(question, { cancelable: true })))
    document.addEventListener(question, (event) => event.preventDefault(), { signal });
  else end.abort();
  return end;
}
