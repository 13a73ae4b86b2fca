import { describe, expect, it } from 'vitest';
import { type PlanInput, planReminders, reminderById } from '@/lib/reminders/plan';
import type { Joined, Occasion, Reminded } from '@/lib/reminders/types';
import { half9, minute, occasion, switchedOn, timeZone } from './samples';

/** Looks at these moments, minutes from 08:30, and remembers in between; what is shown, as `moment: minutes ahead`. */
function walk(moments: readonly number[], changes: Partial<PlanInput> = {}): string[] {
  let reminded = changes.reminded ?? [];
  return moments.flatMap((moment) => {
    const plan = planReminders({ ...input(moment, changes), reminded });
    reminded = plan.reminded;
    return plan.due.map(({ minutes }) => `${moment}: ${minutes}`);
  });
}

function input(moment: number, changes: Partial<PlanInput> = {}): PlanInput {
  const now = half9 + moment * minute;
  return { occasions: [occasion()], settings: switchedOn, reminded: [], joined: [], timeZone, ...changes, now };
}

function joinedAt(moment: number): Joined[] {
  return [{ mark: 'call', at: half9 + moment * minute }];
}

const everyMinute = Array.from({ length: 120 }, (_, index) => index - 60);

describe('when it is reminded', () => {
  it.each<[string, string[], Partial<PlanInput>]>([
    ['five minutes before and at the start', ['-5: 5', '0: 0'], {}],
    ['ten minutes before alone', ['-10: 10'], { settings: { ...switchedOn, minutesBefore: 10, atStart: false } }],
    ['at the start alone', ['0: 0'], { settings: { ...switchedOn, minutesBefore: null } }],
    ['not at all while it is switched off', [], { settings: { ...switchedOn, areOn: false } }],
    ['not of what was joined before its start', [], { joined: joinedAt(-9) }],
    [
      'of what was joined long before, as another lesson in the same room',
      ['-5: 5', '0: 0'],
      { joined: joinedAt(-30) },
    ],
    ['not in quiet hours', [], { settings: { ...switchedOn, quietHours: { from: 480, to: 540 } } }],
    ['nor when they end', ['0: 0'], { settings: { ...switchedOn, quietHours: { from: 480, to: 507 } } }],
  ])('%s', (_, shown, changes) => {
    expect(walk(everyMinute, changes)).toEqual(shown);
  });

  it('not again of what was joined after the first reminder', () => {
    const { reminded } = planReminders(input(-5));
    expect(walk([-4, 0, 5], { reminded, joined: joinedAt(-4) })).toEqual([]);
  });
});

describe('a computer that slept, a background that was ended, a clock that was set', () => {
  it.each<[string, number[], string[]]>([
    ['slept over the first reminder', [-20, -2], ['-2: 2']],
    ['slept over the start: what is on is still worth joining', [-20, 25], ['25: null']],
    ['slept until it was over', [-20, 40], []],
    ['woke at the very start', [-20, 0], ['0: 0']],
    ['switched on or read first while it is on', [25, 26], []],
    ['read first a moment after its start', [2, 3], ['2: null']],
    ['a clock put back, and the same moments once more', [-20, -5, 0, -65, -20, -5, 0, 5], ['-5: 5', '0: 0']],
    ['a clock put forward over it, and back', [-20, 60, -20, -5, 0], ['-5: 5', '0: 0']],
    ['a clock a month ahead, and right again', [-20, 43_200, -5, 0], ['-5: 5', '0: 0']],
  ])('%s', (_, moments, shown) => {
    expect(walk(moments)).toEqual(shown);
  });

  it('remembers nothing that is a day old', () => {
    const old: Reminded = { marks: ['x'], start: half9, end: half9 + minute, stage: 'start' };
    const left = (moment: number) => planReminders(input(moment, { occasions: [], reminded: [old] })).reminded;
    expect(left(24 * 60)).toEqual([old]);
    expect(left(24 * 60 + 1)).toEqual([]);
  });
});

describe('one call', () => {
  it('is the same when its link is another, when its hour moves a little, and for two children', () => {
    const { reminded } = planReminders(input(-5));
    const isSilent = (changed: Occasion) =>
      planReminders(input(-4, { occasions: [changed], reminded })).due.length === 0;
    expect(isSilent(occasion({ marks: ['row', 'another call'] }))).toBe(true);
    expect(isSilent(occasion({ marks: ['another row', 'call'], start: half9 - minute }))).toBe(true);
    expect(isSilent(occasion({ marks: ['brother', 'call'] }))).toBe(true);
    expect(isSilent(occasion({ marks: ['brother', 'his call'] }))).toBe(false);
  });

  it('is another in the same room an hour later', () => {
    const next = occasion({ marks: ['next row', 'call'], start: half9 + 50 * minute });
    expect(walk([-5, 0, 45, 50], { occasions: [occasion(), next] })).toEqual(['-5: 5', '0: 0', '45: 5', '50: 0']);
  });

  it('joined during one lesson says nothing of the next in the same room', () => {
    const next = occasion({ marks: ['next row', 'call'], start: half9 + 45 * minute });
    const joined = joinedAt(36);
    expect(walk([40, 45], { occasions: [occasion(), next], joined })).toEqual(['40: 5', '45: 0']);
  });
});

it('what overlaps in one room is one call, in whatever order it is given', () => {
  const early = occasion();
  const late = occasion({ marks: ['late', 'call'], start: half9 + 4 * minute });
  for (const occasions of [
    [early, late],
    [late, early],
  ])
    expect(walk([-5, -5, -4, -1, -1], { occasions })).toEqual(['-5: 5']);
});

describe('several at a time', () => {
  const both = [occasion(), occasion({ marks: ['brother', 'his call'], subject: 'Химия' })];
  const subjects = (plan: ReturnType<typeof planReminders>) =>
    plan.due.map(({ occasions }) => occasions.map(({ subject }) => subject));

  it('what begins at the same moment is one notification', () => {
    expect(subjects(planReminders(input(-5, { occasions: both })))).toEqual([['Алгебра', 'Химия']]);
  });

  it('one call for two children is one', () => {
    const twins = [occasion({ child: 'Пётр' }), occasion({ marks: ['sister', 'call'], child: 'Анна' })];
    expect(planReminders(input(-5, { occasions: twins })).due[0]?.occasions).toHaveLength(1);
  });

  it('what was joined of them is not named', () => {
    expect(subjects(planReminders(input(0, { occasions: both, joined: joinedAt(-2) })))).toEqual([['Химия']]);
  });
});

describe('what stands on the screen', () => {
  const standing = (moment: number, changes: Partial<PlanInput> = {}) => planReminders(input(moment, changes)).standing;

  it('stands from its reminder to the end, and goes when it is joined or nobody is there', () => {
    expect([-6, -5, 0, 39, 40].map((moment) => standing(moment).length)).toEqual([0, 1, 1, 1, 0]);
    expect(standing(5, { joined: joinedAt(1) })).toEqual([]);
    expect(standing(5, { occasions: [] })).toEqual([]);
  });

  it('is found again by its id, which says nothing', () => {
    const id = planReminders(input(-5)).due[0]?.id ?? '';
    expect(id).not.toMatch(/Алгебра|row|call/);
    expect(reminderById([occasion()], id, half9)?.minutes).toBe(0);
    expect(reminderById([], id, half9)).toBeNull();
    expect(reminderById([occasion({ start: half9 + minute })], id, half9)).toBeNull();
  });
});

it('the next look is at the next moment at which something is due or over', () => {
  const next = (moment: number) => ((planReminders(input(moment)).next ?? Number.NaN) - half9) / minute;
  expect([-60, -5, 0, 39].map(next)).toEqual([-5, 0, 40, 40]);
  expect(planReminders(input(40)).next).toBeNull();
});
