import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeptLinking, toKept } from '@/lib/linking/kept';
import { linkingLifetime } from '@/lib/linking/limits';
import { advance } from '@/lib/linking/machine';
import type { Linking, LinkingConflict, LinkingContext, LinkingEvent, PeopleHere } from '@/lib/linking/steps';
import type { EduProfile } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import { account, allClear, conflict, elena, maria, minute, now, petr } from './samples';

const everybody = [maria, petr, elena];
const kinds = [
  'offline',
  'slow',
  'captcha',
  'rateLimited',
  'signedOut',
  'windowOpen',
  'cancelled',
  'noAccess',
] as const;

/** What may happen next, with how much time has passed. `vkid` events answer the attempt under way, or an earlier one. */
interface Happening {
  event:
    | Exclude<LinkingEvent, { type: 'vkidDone' | 'vkidFailed' }>
    | { type: 'vkidDone' | 'vkidFailed'; late: boolean }
    /** Whatever brings the person on from where they are. */
    | { type: 'next' };
  passes: number;
  newBackground: boolean;
}

const arbitraryProfiles = fc.subarray(everybody);
const arbitraryProblem = fc.constantFrom(...kinds).map((kind) => problem('messenger', kind));
const arbitraryPeople: fc.Arbitrary<PeopleHere> = fc.oneof(
  fc.constantFrom<PeopleHere>({ kind: 'signedOut' }, { kind: 'noProfile' }),
  { weight: 3, arbitrary: arbitraryProfiles.map((profiles): PeopleHere => ({ kind: 'profiles', profiles })) },
  arbitraryProblem.map((failure): PeopleHere => ({ kind: 'problem', problem: failure })),
);
const arbitraryVerdicts = fc
  .record({
    child: fc.subarray(everybody),
    linked: fc.subarray(everybody),
  })
  .map(({ child, linked }) => (profile: EduProfile): LinkingConflict | null => {
    if (child.includes(profile)) return conflict(profile, 'pupilProfileInParentDiary');
    return linked.includes(profile) ? conflict(profile, 'linkedToAnotherPerson') : null;
  });
const arbitraryId = fc.constantFrom(maria.id, petr.id, elena.id, 1);

const arbitraryEvent: fc.Arbitrary<Happening['event']> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ type: 'next' } as const) },
  fc.boolean().map((withVkid) => ({ type: 'begin', account: account(), withVkid }) as const),
  {
    weight: 6,
    arbitrary: fc
      .tuple(arbitraryPeople, arbitraryVerdicts)
      .map(([people, conflictOf]) => ({ type: 'peopleRead', people, conflictOf }) as const),
  },
  fc.tuple(fc.constantFrom('vkidDone', 'vkidFailed'), fc.boolean()).map(([type, late]) => ({ type, late }) as const),
  {
    weight: 2,
    arbitrary: fc
      .tuple(arbitraryId, arbitraryVerdicts)
      .map(([profileId, conflictOf]) => ({ type: 'choose', profileId, conflictOf }) as const),
  },
  {
    weight: 3,
    arbitrary: fc.option(arbitraryId, { nil: undefined }).map((profileId) => ({ type: 'confirm', profileId }) as const),
  },
  fc.constantFrom(
    ...([
      { type: 'windowOpened' },
      { type: 'windowFailed' },
      { type: 'windowClosed' },
      { type: 'createProfile' },
      { type: 'recheck', byPerson: true },
      { type: 'recheck', byPerson: false },
      { type: 'chooseAgain' },
      { type: 'confirmSamePerson' },
      { type: 'cancel' },
      { type: 'backgroundStarted' },
    ] as const),
  ),
);

const arbitraryHappenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    event: arbitraryEvent,
    passes: fc.constantFrom(0, 0, 1000, minute, 11 * minute),
    newBackground: fc.boolean(),
  }),
  { maxLength: 40 },
);

interface Moment {
  before: Linking | null;
  event: LinkingEvent;
  after: ReturnType<typeof advance>;
  context: LinkingContext;
}

/** Plays what happens as the background would: a background that dies leaves what is kept on disk, and nothing else. */
function play(happenings: readonly Happening[]): Moment[] {
  const moments: Moment[] = [];
  let linking: Linking | null = null;
  let time = now;
  let run = 0;
  for (const { event: given, passes, newBackground } of happenings) {
    time += passes;
    if (newBackground && given.type === 'backgroundStarted') {
      run += 1;
      linking = toKept(linking);
    } else if (given.type === 'backgroundStarted') continue;
    const context = { now: time, owner: `run ${run}` };
    const event = eventOf(given, linking, context);
    const after = advance(linking, event, context);
    moments.push({ before: linking, event, after, context });
    linking = after.linking;
  }
  return moments;
}

function eventOf(given: Happening['event'], linking: Linking | null, context: LinkingContext): LinkingEvent {
  if (given.type === 'next') return goodNext(linking, context);
  if (!('late' in given)) return given;
  const attempt = (linking?.startedAt ?? 0) - (given.late ? 1 : 0);
  return given.type === 'vkidDone'
    ? { type: 'vkidDone', attempt }
    : { type: 'vkidFailed', attempt, problem: problem('vkid', 'cancelled') };
}

/** What the person and the background do when nothing goes wrong. */
function goodNext(linking: Linking | null, { owner }: LinkingContext): LinkingEvent {
  const people: PeopleHere = { kind: 'profiles', profiles: [maria] };
  const here = { type: 'peopleRead', people, conflictOf: allClear } as const;
  const begin = { type: 'begin', account: account(), withVkid: true } as const;
  const step = linking?.step;
  switch (step?.name) {
    case 'checking':
    case 'waiting':
    case 'confirmed':
      return here;
    case 'vkid':
      return step.owner === owner
        ? { type: 'vkidDone', attempt: linking?.startedAt ?? 0 }
        : { type: 'backgroundStarted' };
    case 'choice':
      return { type: 'choose', profileId: step.profiles[0]?.id ?? 0, conflictOf: allClear };
    case 'confirmation':
      return { type: 'confirm' };
    default:
      return begin;
  }
}

const runs = { numRuns: 2000 };

describe('any sequence of events', () => {
  it('leaves a way on: from every step the person reaches a link', () => {
    fc.assert(
      fc.property(arbitraryHappenings, (happenings) => {
        const last = play(happenings).at(-1);
        let linking = last?.after.linking ?? null;
        const context = last?.context ?? { now, owner: 'run 0' };
        for (let clicks = 0; clicks < 12; clicks += 1) {
          const next = advance(linking, goodNext(linking, context), context);
          if (next.effects.some(({ type }) => type === 'saveLink')) return;
          linking = next.linking;
        }
        throw new Error(`stuck in ${linking?.step.name}`);
      }),
      runs,
    );
  });

  it('asks or opens what a step waits for, and can be cancelled anywhere', () => {
    fc.assert(
      fc.property(arbitraryHappenings, (happenings) => {
        for (const { before, after, context } of play(happenings)) {
          const { linking, effects } = after;
          const does = effects.map(({ type }) => type);
          if (linking && linking.step.name !== before?.step.name) {
            const { step } = linking;
            if (step.name === 'checking' || step.name === 'confirmed') expect(does).toContain('readPeople');
            if (step.name === 'vkid') expect(does).toContain('openVkid');
            if (step.name === 'waiting') expect(does.includes('openMessenger')).toBe(!step.windowClosed);
          }
          expect(advance(linking, { type: 'cancel' }, context).linking).toBeNull();
        }
      }),
      runs,
    );
  });

  it('links only a profile that was shown, confirmed, and is signed in without a conflict', () => {
    let linked = 0;
    fc.assert(
      fc.property(arbitraryHappenings, (happenings) => {
        let confirmed: number | null = null;
        for (const { before, event, after } of play(happenings)) {
          if (event.type === 'confirm' && before?.step.name === 'confirmation') {
            const shown = before.step.profile.id;
            confirmed = event.profileId === undefined || event.profileId === shown ? shown : confirmed;
          }
          for (const effect of after.effects) {
            if (effect.type !== 'saveLink') continue;
            linked += 1;
            expect(effect.profile.id).toBe(confirmed);
            expect(event.type === 'peopleRead' && event.people).toMatchObject({ kind: 'profiles' });
            if (event.type !== 'peopleRead' || event.people.kind !== 'profiles') continue;
            expect(event.people.profiles).toContain(effect.profile);
            expect(event.conflictOf(effect.profile)).toBeNull();
          }
        }
      }),
      runs,
    );
    expect(linked).toBeGreaterThan(50);
  });

  it('opens no window by itself when the last click is long ago', () => {
    fc.assert(
      fc.property(arbitraryHappenings, (happenings) => {
        for (const { before, event, after, context } of play(happenings)) {
          if (event.type !== 'peopleRead' || !before || !('since' in before.step)) continue;
          if (context.now - before.step.since <= 10 * minute) continue;
          for (const { type } of after.effects) expect(type).not.toMatch(/^open/);
        }
      }),
      runs,
    );
  });

  it('never resumes what is older than half an hour, nor what the clock puts into the future', () => {
    fc.assert(
      fc.property(arbitraryHappenings, arbitraryEvent, fc.boolean(), (happenings, event, back) => {
        const linking = play(happenings).at(-1)?.after.linking ?? null;
        if (!linking) return;
        const context = { now: linking.startedAt + (back ? -1 : 1) * (linkingLifetime + 1), owner: 'run 0' };
        const happens = eventOf(event, linking, context);
        if (happens.type === 'begin') return;
        const after = advance(linking, happens, context);
        expect(after.linking).toBeNull();
        for (const { type } of after.effects) expect(type).toBe('closeWindows');
      }),
      runs,
    );
  });

  it('keeps nothing of any profile but ids, and what is kept is read back whole', () => {
    fc.assert(
      fc.property(arbitraryHappenings, (happenings) => {
        for (const { after } of play(happenings)) {
          const kept: KeptLinking | null = toKept(after.linking);
          if (!kept) continue;
          const { account: _, ...rest } = kept;
          expect(JSON.stringify(rest)).not.toMatch(/Мария|Пётр|Елена|Родитель|Ученик|token|verifier/);
          expect(toKept(JSON.parse(JSON.stringify(kept)) as Linking)).toEqual(kept);
        }
      }),
      { numRuns: 500 },
    );
  });
});
