import { browser } from 'wxt/browser';
import { focusTab } from '@/entrypoints/background/browser/windows';
import { diaryPage } from '@/lib/diary/origin';
import { askTab } from '@/lib/messages/askTab';

/** Who has not signed in to the diary by then has gone on to something else. Milliseconds. */
const patience = 10 * 60_000;

/** Tabs that were opened for the section, and until when; with this background they are forgotten: the diary is open all the same. */
const opened = new Map<number, number>();

/** Brings a diary's page to the front with «Сферум» open in it; `false` when it is gone. */
export async function showSection(tabId: number): Promise<boolean> {
  if (!(await focusTab(tabId))) return false;
  await askTab(tabId, 'section.open', {});
  return true;
}

/** Opens a diary in a tab of its own, with «Сферум» as soon as it is known who is there. */
export async function openSectionAt(origin: string): Promise<void> {
  const { id } = await browser.tabs.create({ url: diaryPage(origin) });
  if (id !== undefined) opened.set(id, Date.now() + patience);
}

/** Whether a tab was opened for the section; told once. */
export function wasOpenedForSection(tabId: number): boolean {
  const until = opened.get(tabId) ?? 0;
  opened.delete(tabId);
  return Date.now() < until;
}
