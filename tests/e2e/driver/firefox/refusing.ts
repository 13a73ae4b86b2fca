import { waitUntil } from '../wait.ts';
import type { Bidi } from './bidi.ts';

declare const Services: { prefs: { setBoolPref(name: string, value: boolean): void } };
declare const PopupNotifications: {
  isPanelOpen: boolean;
  panel: { firstElementChild: { secondaryButton: HTMLElement } | null };
};

/** Does what makes Firefox ask for a right, and says no to its question. */
export async function sayNo(bidi: Bidi, act: () => Promise<void>): Promise<void> {
  await bidi.privileged(askPeople, true);
  await act();
  await waitUntil(() => bidi.privileged(refuse), { what: 'the browser’s question' });
  await bidi.privileged(askPeople, false);
}

function askPeople(on: boolean): void {
  Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', on);
}

/** @returns whether the question was there */
function refuse(): boolean {
  const question = PopupNotifications.isPanelOpen && PopupNotifications.panel.firstElementChild;
  if (!question) return false;
  question.secondaryButton.click();
  return true;
}
