import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { planReminders } from '@/lib/reminders/plan';
import { leads } from '@/lib/reminders/settings';
import type { Joined, Reminded } from '@/lib/reminders/types';
import { half9, minute, occasion, switchedOn, timeZone } from './samples';

const moment = fc.integer({ min: -60, max: 400 });

/** Lessons of a morning in a few rooms, each a row of its own. */
const mornings = fc
  .array(
    fc.record({ start: fc.integer({ min: 0, max: 240 }), length: fc.integer({ min: 5, max: 60 }), room: fc.nat(3) }),
    { maxLength: 6 },
  )
  .map((lessons) =>
    lessons.map(({ start, length, room }, index) =>
      occasion({
        marks: [`row ${index}`, `room ${room}`],
        start: half9 + start * minute,
        end: half9 + (start + length) * minute,
      }),
    ),
  );

const settings = fc
  .record({
    minutesBefore: fc.constantFrom(...leads, null),
    atStart: fc.boolean(),
    quietHours: fc.option(fc.record({ from: fc.nat(1439), to: fc.nat(1439) })),
  })
  .map((chosen) => ({ ...switchedOn, ...chosen }));

it('whatever the clock does nobody is reminded of what is over or joined, nor more than once at each stage', () => {
  const joining = fc.option(moment);
  // Any order: with sleep between them, and with clocks that are set.
  const looks = fc.array(moment, { maxLength: 60 });
  fc.assert(
    fc.property(mornings, looks, settings, joining, (occasions, moments, chosen, joinsAt) => {
      let reminded: Reminded[] = [];
      const joined: Joined[] = joinsAt === null ? [] : [{ mark: 'room 1', at: half9 + joinsAt * minute }];
      const told = new Map<string, number>();
      for (const now of moments.map((one) => half9 + one * minute)) {
        const plan = planReminders({ occasions, settings: chosen, reminded, joined, now, timeZone });
        const before = reminded;
        reminded = plan.reminded;
        expect(plan.next ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
        for (const { id, occasions: shown } of plan.due) {
          expect(plan.standing).toContain(id);
          for (const { marks, start, end } of shown) {
            expect(now).toBeLessThan(end);
            expect(joined.some(({ mark, at }) => marks.includes(mark) && at >= start && at < end)).toBe(false);
          }
          // Something of what is shown was not reminded of at this stage before.
          expect(JSON.stringify(before)).not.toBe(JSON.stringify(reminded));
          told.set(id, (told.get(id) ?? 0) + 1);
        }
      }
      for (const [id, times] of told) {
        const together = new Set(occasions.map(({ start }) => start));
        expect(times, id).toBeLessThanOrEqual(2 * (occasions.length - together.size + 1));
      }
    }),
  );
});

it('a background that looks once more at the same moment shows nothing more', () => {
  fc.assert(
    fc.property(mornings, moment, settings, (occasions, at, chosen) => {
      const input = { occasions, settings: chosen, joined: [], now: half9 + at * minute, timeZone };
      const { reminded } = planReminders({ ...input, reminded: [] });
      const again = planReminders({ ...input, reminded });
      expect(again.due).toEqual([]);
      expect(planReminders({ ...input, reminded: again.reminded }).due).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
