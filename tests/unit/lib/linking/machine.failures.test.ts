import { describe, expect, it } from 'vitest';
import { advance } from '@/lib/linking/machine';
import type { Linking, LinkingEvent } from '@/lib/linking/steps';
import type { EduProfile } from '@/lib/messenger/types';
import { type Problem, problem } from '@/lib/problem';
import { allClear, conflict, context, elena, linkingAt, maria, now, petr, petrConflicts } from './samples';
import { inWords } from './words';

/** Everything that can go wrong, as the clients say it: `services.test.ts` shows that they do. */
const failures = {
  closed: problem('vkid', 'cancelled', 'popup'),
  denied: problem('vkid', 'cancelled', 'redirect: access_denied'),
  'wrong state': problem('vkid', 'staleAnswer', 'redirect: state'),
  'replayed code': problem('vkid', 'staleAnswer', 'auth: invalid_grant'),
  'expired code': problem('vkid', 'staleAnswer', 'auth: invalid_grant'),
  offline: problem('messenger', 'offline'),
  '5xx': problem('messenger', 'serverError'),
  HTML: problem('vkid', 'unreadable'),
  'slow answer': problem('messenger', 'slow'),
  captcha: problem('messenger', 'captcha'),
  'rate limit': problem('messenger', 'rateLimited', undefined, now + 60_000),
  'blocked profile': problem('messenger', 'noAccess'),
  'no permission': problem('messenger', 'notPermitted'),
} satisfies Record<string, Problem>;

type Failure = keyof typeof failures;

const after = { vkid: 'done' } as const;
const steps = {
  'checking before VK ID': linkingAt({ name: 'checking', next: 'vkid', since: now }),
  vkid: linkingAt({ name: 'vkid', owner: context.owner }),
  'checking after VK ID': linkingAt({ name: 'checking', next: 'profiles', since: now }, after),
  waiting: linkingAt(
    {
      name: 'waiting',
      purpose: 'creation',
      since: now,
      windowClosed: false,
      timedOut: false,
      problem: null,
    },
    after,
  ),
  choice: linkingAt({ name: 'choice', profiles: [maria, elena] }, after),
  confirmation: linkingAt({ name: 'confirmation', profile: maria, others: [] }, after),
  confirmed: linkingAt({ name: 'confirmed', profileId: maria.id, since: now }, after),
} satisfies Record<string, Linking>;

type Step = keyof typeof steps;

const all = Object.keys(failures) as Failure[];
const everywhere = (text: (kind: Problem['kind']) => string) =>
  Object.fromEntries(all.map((failure) => [failure, text(failures[failure].kind)])) as Record<Failure, string>;

const waitsForAnswer = (kind: Problem['kind']) => `waiting for answer, window closed, ${kind}`;
const lasting = { 'blocked profile': 'start, noAccess', 'no permission': 'start, notPermitted' };

/** Every step × every failure: where the person is then, and what they are told. */
const table: Record<Step, Record<Failure, string>> = {
  // VK Мессенджер's own trouble is met again after VK ID; without a network or a permission its window is not opened.
  'checking before VK ID': {
    ...everywhere(() => 'vkid → openVkid'),
    offline: waitsForAnswer('offline'),
    'no permission': 'start, notPermitted',
  },
  // Nothing of VK ID's result is needed: where it does not work, linking goes on through VK Мессенджер.
  vkid: {
    ...everywhere(() => 'checking for profiles, without VK ID → readPeople'),
    closed: 'start, cancelled',
    denied: 'start, cancelled',
  },
  // Not knowing who is there is not «nobody»: linking waits and asks again.
  'checking after VK ID': { ...everywhere(waitsForAnswer), ...lasting },
  // The next look may succeed: the wizard goes on waiting and says what is wrong.
  waiting: everywhere((kind) => `waiting for creation, ${kind}`),
  choice: everywhere(() => 'choice of Мария and Елена'),
  confirmation: everywhere(() => 'confirmation of Мария'),
  confirmed: { ...everywhere(waitsForAnswer), ...lasting },
};

function failing(step: Step, failure: Failure): LinkingEvent {
  return step === 'vkid'
    ? { type: 'vkidFailed', attempt: now, problem: failures[failure] }
    : { type: 'peopleRead', people: { kind: 'problem', problem: failures[failure] }, conflictOf: allClear };
}

describe.each(Object.keys(steps) as Step[])('a failure in the step «%s»', (step) => {
  it.each(all)('%s', (failure) => {
    const outcome = advance(steps[step], failing(step, failure), context);
    expect(inWords(outcome)).toBe(table[step][failure]);

    // From wherever that was, one click more brings the person on.
    const account = steps[step].account;
    const again = advance(outcome.linking, { type: 'begin', account, withVkid: true }, context);
    expect(again.effects.map(({ type }) => type)).toContain(
      outcome.linking?.step.name === 'vkid'
        ? 'focusWindow'
        : outcome.linking?.step.name === 'waiting' && outcome.linking.step.purpose !== 'answer'
          ? 'openMessenger'
          : 'readPeople',
    );
    expect(advance(outcome.linking, { type: 'cancel' }, context).linking).toBeNull();
  });
});

describe('failures of the window itself', () => {
  it('a browser that blocks VK Мессенджер’s window leaves a button to open it', () => {
    expect(inWords(advance(steps.waiting, { type: 'windowFailed' }, context))).toBe(
      'waiting for creation, window closed',
    );
  });

  it('another sign-in window that is open is asked to be closed, and closed by the next click', () => {
    const failed: LinkingEvent = { type: 'vkidFailed', attempt: now, problem: problem('vkid', 'windowOpen') };
    const { linking } = advance(steps.vkid, failed, context);
    expect(inWords({ linking, effects: [] })).toBe('interrupted');
    const again: LinkingEvent = { type: 'begin', account: steps.vkid.account, withVkid: true };
    expect(inWords(advance(linking, again, context))).toBe('checking for vkid → closeWindows → readPeople');
  });

  it('goes on waiting when the captcha was solved', () => {
    const { linking } = advance(steps.waiting, failing('waiting', 'captcha'), context);
    const solved: LinkingEvent = {
      type: 'peopleRead',
      people: { kind: 'profiles', profiles: [maria] },
      conflictOf: allClear,
    };
    expect(inWords(advance(linking, solved, context))).toBe('confirmation of Мария → closeWindows');
  });
});

describe('several people, none of them plainly right', () => {
  const linked = conflict(maria, 'linkedToAnotherPerson');
  const conflictOf = (profile: EduProfile) => (profile.id === maria.id ? linked : petrConflicts(profile));
  const here = (...profiles: EduProfile[]): LinkingEvent => ({
    type: 'peopleRead',
    people: { kind: 'profiles', profiles },
    conflictOf,
  });

  it('one that only needs a word of the person can still be chosen', () => {
    expect(inWords(advance(steps['checking before VK ID'], here(petr, maria), context))).toBe('vkid → openVkid');
    expect(inWords(advance(steps['checking after VK ID'], here(petr, maria), context))).toBe(
      'choice of Пётр and Мария → closeWindows',
    );
  });

  it('whoever took the place of the profile is watched until they sign out', () => {
    const replaced = advance(
      steps.confirmed,
      { ...here(elena), conflictOf: allClear } as LinkingEvent,
      context,
    ).linking;
    const still = advance(replaced, { ...here(elena), conflictOf: allClear } as LinkingEvent, context);
    expect([still.linking === replaced, inWords(still)]).toEqual([true, 'start, anotherPersonSignedIn']);
    expect(inWords(advance(replaced, { ...here(maria), conflictOf: allClear } as LinkingEvent, context))).toBe(
      'confirmation of Мария',
    );
  });
});
