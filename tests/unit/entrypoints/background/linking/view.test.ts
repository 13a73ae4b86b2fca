import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { viewOfLinking } from '@/entrypoints/background/linking/view';
import type { Services } from '@/entrypoints/background/services/services';
import { createClock } from '@/lib/clock';
import { links } from '@/lib/linking/links';
import type { Linking, LinkingStep } from '@/lib/linking/steps';
import { problem } from '@/lib/problem';
import { account, conflict, link, linkingAt, maria, minute, now, petr } from '@/tests/unit/lib/linking/samples';

beforeEach(() => fakeBrowser.reset());

function view(step: LinkingStep, changes: Partial<Linking> = {}, minutes = 0) {
  const services = {
    clock: createClock(() => now + minutes * minute),
    vkid: { nameOf: async () => null },
    presence: { looksInVain: () => 0 },
  };
  return viewOfLinking(linkingAt(step, changes), account(), services as unknown as Services);
}

const linked = {
  name: 'start',
  problem: null,
  conflict: conflict(maria, 'linkedToAnotherPerson'),
  since: now,
} as const;
const waiting = { name: 'waiting', since: now, windowClosed: false, timedOut: false, problem: null } as const;

describe('a profile that is linked to another diary', () => {
  it('«Это тоже мой дневник» says whose: a given name and a place, no more', async () => {
    const origin = 'https://openschool.49gov.ru';
    await links.set({ x: link({ accountKey: 'x', origin, accountName: 'Иванова Мария Игоревна' }) });
    const { conflict: notice } = (await view(linked)) as { conflict: { linkedDiary?: object } };
    expect(notice.linkedDiary).toEqual({ name: 'Мария', place: 'Магаданская область' });
    expect(JSON.stringify(notice)).not.toContain('Иванова');
  });

  it('an added diary without a region is named by its address', async () => {
    await links.set({ x: link({ accountKey: 'x', origin: 'https://diary.example' }) });
    expect(await view(linked)).toMatchObject({ conflict: { linkedDiary: { place: 'diary.example' } } });
  });

  it('of any other conflict no diary is spoken', async () => {
    await links.set({ x: link({ accountKey: 'x', profileId: petr.id }) });
    const other = { ...linked, conflict: conflict(petr, 'pupilProfileInParentDiary') };
    expect(JSON.stringify(await view(other))).not.toContain('linkedDiary');
  });
});

describe('what the section is told of a step', () => {
  it('that VK ID did not work, wherever linking is by then', async () => {
    expect(await view({ ...waiting, purpose: 'signIn' }, { vkid: 'failed' })).toMatchObject({ withoutVkid: true });
    expect(await view({ ...waiting, purpose: 'signIn' }, { vkid: 'done' })).toMatchObject({ withoutVkid: false });
  });

  it.each([
    [problem('vkid', 'cancelled'), 'ahead', true],
    [problem('vkid', 'cancelled'), 'leftOut', false],
    [problem('messenger', 'noAccess'), 'ahead', false],
  ] as const)('%j, VK ID %s: a way without VK ID %s', async (failure, vkid, canSkipVkid) => {
    const step = { name: 'start', problem: failure, conflict: null, since: now } as const;
    expect(await view(step, { vkid })).toMatchObject({ canSkipVkid });
  });

  it.each([
    [9, true, false],
    [11, false, true],
  ])('after %d minutes without an answer it is watched: %s, timed out: %s', async (minutes, watched, timedOut) => {
    expect(await view({ ...waiting, purpose: 'creation' }, {}, minutes)).toMatchObject({ watched, timedOut });
  });
});
