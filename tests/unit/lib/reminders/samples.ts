import { firstSettings, type ReminderSettings } from '@/lib/reminders/settings';
import type { Occasion } from '@/lib/reminders/types';

export const minute = 60_000;

/** 08:30 in Khakassia on 23 November 2026. */
export const half9 = Date.UTC(2026, 10, 23, 1, 30);

export const timeZone = 'Asia/Krasnoyarsk';

export const switchedOn: ReminderSettings = { ...firstSettings, areOn: true };

/** A lesson of 40 minutes that begins at 08:30. */
export function occasion(changes: Partial<Occasion> = {}): Occasion {
  const start = changes.start ?? half9;
  return {
    marks: ['row', 'call'],
    start,
    end: start + 40 * minute,
    isLesson: true,
    subject: 'Алгебра',
    child: '',
    readAt: null,
    origin: 'https://school.r-19.ru',
    timeZone,
    links: [],
    profileId: null,
    ...changes,
  };
}
