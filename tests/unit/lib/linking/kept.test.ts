import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keptLinkings, toKept } from '@/lib/linking/kept';
import { links } from '@/lib/linking/links';
import { advance } from '@/lib/linking/machine';
import type { Linking } from '@/lib/linking/steps';
import { problem } from '@/lib/problem';
import { account, conflict, context, elena, link, linkingAt, maria, minute, now, petr } from './samples';
import { inWords, stepInWords } from './words';

beforeEach(() => fakeBrowser.reset());

const later = { now: now + minute, owner: 'the next background' };
const waiting = {
  name: 'waiting',
  purpose: 'creation',
  since: now,
  windowClosed: false,
  timedOut: false,
} as const;

/** A step, what a background that starts a minute later makes of it, and what it does. */
const resumed: [Linking, string, string][] = [
  [linkingAt({ name: 'start', problem: null, conflict: null, since: now }), 'nothing', 'nothing'],
  [
    linkingAt({ name: 'start', problem: problem('vkid', 'cancelled'), conflict: null, since: now }),
    'nothing',
    'nothing',
  ],
  [
    linkingAt({ name: 'start', problem: null, conflict: conflict(petr, 'pupilProfileInParentDiary'), since: now }),
    'checking for vkid',
    'checking for vkid → readPeople in passing',
  ],
  [
    linkingAt({ name: 'checking', next: 'vkid', since: now }),
    'checking for vkid',
    'checking for vkid → readPeople in passing',
  ],
  [linkingAt({ name: 'vkid', owner: context.owner }), 'vkid', 'interrupted'],
  [linkingAt({ name: 'interrupted' }), 'interrupted', 'interrupted'],
  [
    linkingAt({ ...waiting, problem: problem('messenger', 'captcha') }),
    'waiting for creation',
    'waiting for creation → readPeople in passing',
  ],
  [
    linkingAt({ name: 'choice', profiles: [maria, elena] }),
    'checking for profiles',
    'checking for profiles → readPeople in passing',
  ],
  [
    linkingAt({ name: 'confirmation', profile: maria, others: [] }),
    'checking for profiles',
    'checking for profiles → readPeople in passing',
  ],
  [linkingAt({ name: 'confirmed', profileId: maria.id, since: now }), 'confirmed', 'confirmed → readPeople in passing'],
];

describe('the background dies', () => {
  it.each(resumed.map((row) => [stepInWords(row[0].step), ...row] as const))(
    'in the step «%s»',
    async (_, linking, onDisk, next) => {
      const kept = toKept(linking);
      await keptLinkings.set(kept ? { [account().key]: kept } : {});
      const read = (await keptLinkings.get())[account().key] ?? null;
      expect(read).toEqual(kept);
      expect(stepInWords(read?.step)).toBe(onDisk);
      expect(inWords(advance(read, { type: 'backgroundStarted' }, later))).toBe(next);
    },
  );

  it('a popup is not opened by itself when a choice is taken up much later', () => {
    const kept = toKept(linkingAt({ name: 'choice', profiles: [maria, elena] }, { vkid: 'done' }));
    const muchLater = { ...later, now: now + 20 * minute };
    const gone = {
      type: 'peopleRead',
      people: { kind: 'signedOut' },
      conflictOf: () => conflict(petr, 'linkedToAnotherPerson'),
    } as const;
    expect(inWords(advance(kept, gone, muchLater))).toBe('waiting for signIn, window closed');
  });

  it('after half an hour nothing is taken up', () => {
    const kept = toKept(linkingAt({ name: 'checking', next: 'vkid', since: now }));
    expect(advance(kept, { type: 'backgroundStarted' }, { ...later, now: now + 31 * minute })).toEqual({
      linking: null,
      effects: [],
    });
  });
});

describe('what is on disk', () => {
  it('one spoilt linking takes no other with it', async () => {
    const kept = toKept(linkingAt({ name: 'interrupted' }));
    const value = { good: kept, spoilt: { ...kept, step: { name: 'confirmation', profile: maria } }, old: 1 };
    await fakeBrowser.storage.local.set({ linkings: { version: 1, value } });
    expect(await keptLinkings.get()).toEqual({ good: kept });
  });

  it('one spoilt link takes no other with it, not even when another is added', async () => {
    const good = link({ accountKey: 'good' });
    const spoilt = { ...link({ accountKey: 'spoilt' }), profileId: 'x' };
    // No address can be made of its origin; another account's.
    const nowhere = link({ accountKey: 'nowhere', origin: 'no origin' });
    const value = { good, spoilt, nowhere, foreign: good };
    await fakeBrowser.storage.local.set({ links: { version: 1, value } });
    await links.update((known) => ({ ...known, another: link({ accountKey: 'another' }) }));
    expect(Object.keys(await links.get())).toEqual(['good', 'another']);
  });

  it.each([null, 1, 'text', [], { version: 1 }, { version: 1, value: null }, { version: 1, value: [1] }])(
    '%j is no links',
    async (garbage) => {
      await fakeBrowser.storage.local.set({ links: garbage });
      expect(await links.get()).toEqual({});
    },
  );
});
