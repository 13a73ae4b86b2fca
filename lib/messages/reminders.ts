import * as z from 'zod/mini';
import type { ReminderSettings } from '@/lib/reminders/settings';
import { reminderSettings } from '@/lib/reminders/settingsSchema';
import { accept } from './message';

/** «Напоминания» of the settings. */
export interface RemindersView {
  settings: ReminderSettings;
  /** They were on when the browser took its permission back. */
  isWithdrawn: boolean;
  /** In Chrome's incognito half nothing is reminded. */
  isPrivate: boolean;
  /** Names of the diaries whose lessons have no time, because nobody told the school's zone. */
  withoutZone: string[];
}

/** They are offered once, after a first joined call; that the browser took its permission back is said until the person has answered. */
export type RemindersOffered = 'offered' | 'withdrawn' | null;

const nothing = z.object({});

export const reminderMessages = {
  'reminders.read': accept(['page'], nothing).answering<RemindersView>(),
  /** The permission has been asked by then, in the click itself. */
  'reminders.choose': accept(['page'], z.object({ settings: reminderSettings })).answering<RemindersView>(),
  /** Shows how a reminder looks; `false` where the browser shows none. */
  'reminders.example': accept(['page'], nothing).answering<boolean>(),
  /** What is to be said of them beside the day. */
  'reminders.readOffer': accept(['page'], nothing).answering<RemindersOffered>(),
  /** The person said yes or no. */
  'reminders.answerOffer': accept(['page'], nothing).answering<null>(),
};
