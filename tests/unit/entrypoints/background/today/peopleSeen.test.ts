import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPeopleSeen } from '@/entrypoints/background/today/peopleSeen';
import { minute, movableClock } from '@/tests/unit/entrypoints/background/fakes';
import { account } from '@/tests/unit/lib/linking/samples';

const maria = account();
const { origin } = maria;
const withPage = { kind: 'page', tab: { id: 7, windowId: 1, index: 0, foreignJar: null }, origin } as const;
const withoutPage = { kind: 'page', tab: null, origin } as const;

beforeEach(() => fakeBrowser.reset());

describe('who was seen lately', () => {
  it('is believed for a minute', async () => {
    const { clock, pass } = movableClock();
    const people = createPeopleSeen(clock);
    await people.note(origin, maria);
    expect(await people.lately(withPage)).toEqual(maria);
    expect(await people.lately(withoutPage)).toEqual(maria);
    pass(minute);
    expect(await people.lately(withPage)).toBeNull();
  });

  it('is believed by a background that was started since where a page is open that would tell of somebody else', async () => {
    const { clock } = movableClock();
    await createPeopleSeen(clock).note(origin, maria);
    const started = createPeopleSeen(clock);
    expect(await started.lately(withPage)).toEqual(maria);
    expect(await started.lately(withoutPage)).toBeNull();
    expect(await started.isStillThere(maria)).toBe(true);
  });

  it('is not there any more once the diary wanted a sign-in', async () => {
    const { clock } = movableClock();
    const people = createPeopleSeen(clock);
    await people.note(origin, maria);
    await people.note(origin, null);
    expect(await people.lately(withPage)).toBeNull();
    expect(await people.isStillThere(maria)).toBe(false);
  });
});
