import { browser } from 'wxt/browser';
import { findDiary } from '@/entrypoints/background/diaries/addedDiaries';
import { askTab } from '@/lib/messages/askTab';
import { readSite } from '@/lib/pageLinks/site';
import { defineItem } from '@/lib/storage/item';
import { originSchema } from '@/lib/storage/originSchema';
import { listOf } from '@/lib/storage/recordOf';

/** Sites on which the person wants «Подключиться» behind every link, as origins. */
export const allowedSites = defineItem<string[]>({
  area: 'disk',
  key: 'sites',
  schema: listOf(originSchema),
  fallback: [],
});

const registrationId = 'sites';
const script = { js: ['content-scripts/links.js'], css: ['content-scripts/links.css'] };
const permissionOf = (site: string) => ({ origins: [`${site}/*`] });

/** The sites on which buttons stand behind links: wanted by the person, permitted by the browser, and no diary by now. */
export async function permittedSites(): Promise<string[]> {
  const sites = await allowedSites.get();
  const permitted = await Promise.all(
    sites.map(async (site) => (await mayHaveButtons(site)) && browser.permissions.contains(permissionOf(site))),
  );
  return sites.filter((_, index) => permitted[index]);
}

/** Whether the person allowed a site, and the browser still does. */
export async function isAllowedSite(origin: string): Promise<boolean> {
  return (await permittedSites()).includes(origin);
}

/** A diary has buttons of its own; one may have been added since. */
async function mayHaveButtons(site: string): Promise<boolean> {
  return readSite(site) === site && (await findDiary(site)) === null;
}

let turn: Promise<void> = Promise.resolve();

/** Makes the browser run the links' script on the allowed sites; called at every start and when a right comes or goes. */
export function registerSites(): Promise<void> {
  turn = turn.then(register, register);
  return turn;
}

async function register(): Promise<void> {
  const matches = (await permittedSites()).map((site) => `${site}/*`);
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [registrationId] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [registrationId] });
    return;
  }
  const wanted = {
    id: registrationId,
    matches,
    ...script,
    // The page has been drawn once by then: to ask what is seen costs it nothing more.
    runAt: 'document_idle' as const,
    allFrames: true,
    persistAcrossSessions: true,
  };
  if (!registered) await browser.scripting.registerContentScripts([wanted]);
  else if (String(registered.matches) !== String(matches)) await browser.scripting.updateContentScripts([wanted]);
}

/** Adds a site that the browser lets the extension into by now; `false`: it does not, or nothing may be put there. */
export async function addSite(site: string): Promise<boolean> {
  if (!(await mayHaveButtons(site)) || !(await browser.permissions.contains(permissionOf(site)))) return false;
  await allowedSites.update((kept) => [...kept.filter((one) => one !== site), site]);
  await registerSites();
  await startAt(site);
  return true;
}

/** Starts the buttons in the allowed sites' open pages: those of an earlier life of the extension do nothing any more. */
export async function startAtSites(): Promise<void> {
  for (const site of await permittedSites()) await startAt(site);
}

async function startAt(site: string): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: `${site}/*` })) {
    if (id === undefined) continue;
    const target = { tabId: id, allFrames: true };
    // The tab may be leaving.
    await browser.scripting.insertCSS({ target, files: script.css }).catch(() => undefined);
    await browser.scripting.executeScript({ target, files: script.js as [] }).catch(() => undefined);
  }
}

/** Forgets a site, takes its buttons away and gives its right back. */
export async function removeSite(site: string): Promise<void> {
  await allowedSites.update((kept) => kept.filter((one) => one !== site));
  await registerSites();
  await endAt(site);
  // A diary that was added since needs the right.
  if (!(await findDiary(site))) await browser.permissions.remove(permissionOf(site)).catch(() => false);
}

/** Takes the buttons away from all open pages of the allowed sites. */
export async function endAtSites(): Promise<void> {
  for (const site of await allowedSites.get()) await endAt(site);
}

/** Takes the buttons away where the browser does not let the extension in any more: in a page that is open their script lives on. */
export async function endElsewhere(): Promise<void> {
  const permitted = new Set<number | undefined>();
  for (const site of await permittedSites())
    for (const { id } of await browser.tabs.query({ url: `${site}/*` })) permitted.add(id);
  // Which pages the others show is not told without a right to them.
  for (const { id } of await browser.tabs.query({}))
    if (id !== undefined && !permitted.has(id)) void askTab(id, 'links.remove', {}, {});
}

async function endAt(site: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: `${site}/*` }).catch(() => []);
  for (const { id } of tabs) if (id !== undefined) void askTab(id, 'links.remove', {}, {});
}
