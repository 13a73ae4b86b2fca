import * as z from 'zod/mini';
import { leads, type ReminderSettings } from './settings';

const wallMinutes = z.int().check(z.gte(0), z.lt(1440));

/** The settings as they are kept and handed over: from outside the background nothing else passes. */
export const reminderSettings: z.ZodMiniType<ReminderSettings> = z.object({
  areOn: z.boolean(),
  minutesBefore: z.nullable(z.literal(leads)),
  atStart: z.boolean(),
  quietHours: z.nullable(z.object({ from: wallMinutes, to: wallMinutes })),
  saysSubject: z.boolean(),
  saysChild: z.boolean(),
  hasBadge: z.boolean(),
});
