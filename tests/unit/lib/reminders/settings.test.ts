import { expect, it } from 'vitest';
import { firstSettings, isQuiet, soundSettings } from '@/lib/reminders/settings';
import { reminderSettings } from '@/lib/reminders/settingsSchema';

it.each([
  ['22:00 to 07:00', { from: 1320, to: 420 }, [1320, 1439, 0, 419], [420, 1319, 720]],
  ['13:00 to 15:00', { from: 780, to: 900 }, [780, 899], [900, 779, 0]],
  ['a stretch of no length', { from: 600, to: 600 }, [], [600, 0, 1439]],
  ['none', null, [], [0, 720, 1439]],
])('quiet hours: %s', (_, hours, quiet, loud) => {
  expect(quiet.filter((minutes) => !isQuiet(hours, minutes))).toEqual([]);
  expect(loud.filter((minutes) => isQuiet(hours, minutes))).toEqual([]);
});

it('what is kept is read back, and nothing else passes', () => {
  expect(reminderSettings.safeParse(firstSettings).success).toBe(true);
  for (const bad of [{ minutesBefore: 7 }, { quietHours: { from: 0, to: 1440 } }, { areOn: 'yes' }])
    expect(reminderSettings.safeParse({ ...firstSettings, ...bad }).success).toBe(false);
});

it('everything is off at first; reminders always have a time to come', () => {
  expect(firstSettings).toMatchObject({ areOn: false, hasBadge: false, saysSubject: false, saysChild: false });
  expect(soundSettings({ ...firstSettings, minutesBefore: null, atStart: false }).atStart).toBe(true);
  expect(soundSettings({ ...firstSettings, atStart: false }).atStart).toBe(false);
});
