import { browser } from 'wxt/browser';
import { diaryScript } from '@/entrypoints/background/browser/injection';
import { addedDiaries } from '@/entrypoints/background/diaries/addedDiaries';
import { personalAreaOf } from '@/lib/diary/origin';

/** The one dynamic registration of the diary's script. */
const registrationId = 'added-diaries';

/** Where added diaries are shown, as far as the browser lets the extension in now. */
export async function permittedPages(): Promise<string[]> {
  const pages: string[] = [];
  for (const { origin } of await addedDiaries.get()) {
    if (await browser.permissions.contains({ origins: [`${origin}/*`] })) pages.push(personalAreaOf(origin));
  }
  return pages;
}

let turn: Promise<void> = Promise.resolve();

/**
 * Makes the browser run the diary's script in added diaries: on installation, update and every start of the background, since a
 * reload or an update forgets what was registered, and whenever a right comes or goes.
 */
export function registerAddedDiaries(): Promise<void> {
  turn = turn.then(register, register);
  return turn;
}

async function register(): Promise<void> {
  const matches = await permittedPages();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [registrationId] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [registrationId] });
    return;
  }
  const wanted = {
    id: registrationId,
    matches,
    ...diaryScript(),
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  if (!registered) await browser.scripting.registerContentScripts([wanted]);
  else if (String(registered.matches) !== String(matches)) await browser.scripting.updateContentScripts([wanted]);
}
