import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { firstSettings, type ReminderSettings, soundSettings } from '@/lib/reminders/settings';
import { reminderSettings } from '@/lib/reminders/settingsSchema';
import { defineItem } from '@/lib/storage/item';

interface Chosen {
  settings: ReminderSettings;
  /** Reminders were on when the browser took its permission back; said until they are switched on again. */
  isWithdrawn: boolean;
}

const chosenItem = defineItem<Chosen>({
  area: 'disk',
  key: 'reminderSettings',
  schema: z.object({ settings: reminderSettings, isWithdrawn: z.boolean() }),
  fallback: { settings: firstSettings, isWithdrawn: false },
});

/** Whether the browser lets the extension show notifications: the person gives that right in the settings, and may take it back. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** What the person chose; where the right to notify is gone by now, reminders are off, and that is remembered to be said. */
export async function readChosen(): Promise<Chosen> {
  const chosen = await chosenItem.get();
  if (!chosen.settings.areOn || (await mayNotify())) return chosen;
  return chosenItem.update(({ settings, isWithdrawn }) => ({
    settings: { ...settings, areOn: false },
    isWithdrawn: isWithdrawn || settings.areOn,
  }));
}

/** Keeps what the person chose. */
export async function choose(settings: ReminderSettings): Promise<void> {
  await chosenItem.update((before) => ({
    settings: soundSettings(settings),
    isWithdrawn: before.isWithdrawn && !settings.areOn,
  }));
}

/** The person has heard that the right to notify is gone. */
export async function forgetWithdrawn(): Promise<void> {
  if ((await chosenItem.get()).isWithdrawn) await chosenItem.update((before) => ({ ...before, isWithdrawn: false }));
}
