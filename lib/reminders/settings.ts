import type { WallMinutes } from '@/lib/diary/types';

/** How long before a call a reminder may come, minutes. */
export const leads = [3, 5, 10, 15] as const;

export type Lead = (typeof leads)[number];

/** A stretch of each day, by the computer's wall clock; it may go over midnight. */
export interface QuietHours {
  from: WallMinutes;
  to: WallMinutes;
}

/** What the person chose about reminders and the badge. */
export interface ReminderSettings {
  areOn: boolean;
  /** `null`: not before the start. */
  minutesBefore: Lead | null;
  atStart: boolean;
  /** `null`: none. */
  quietHours: QuietHours | null;
  /** What a reminder may say, which others in the room may read. */
  saysSubject: boolean;
  saysChild: boolean;
  /** Minutes to the next call on the toolbar's button. */
  hasBadge: boolean;
}

/** Everything is off until the person switches it on; what stands beside it is how it begins then. */
export const firstSettings: ReminderSettings = {
  areOn: false,
  minutesBefore: 5,
  atStart: true,
  quietHours: null,
  saysSubject: false,
  saysChild: false,
  hasBadge: false,
};

/** A reminder that came at no time would be none: without one before the start it comes at the start. */
export function soundSettings(settings: ReminderSettings): ReminderSettings {
  return settings.minutesBefore === null ? { ...settings, atStart: true } : settings;
}

/** Whether quiet hours hold at a moment of the wall clock; where they begin as they end they hold never. */
export function isQuiet(quietHours: QuietHours | null, minutes: WallMinutes): boolean {
  if (!quietHours) return false;
  const { from, to } = quietHours;
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}
