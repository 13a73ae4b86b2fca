import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createExpiry } from '@/entrypoints/background/browser/expiry';
import { createLinkings } from '@/entrypoints/background/linking/linkings';
import { createConsents } from '@/entrypoints/background/vkid/consents';
import { keptLinkings } from '@/lib/linking/kept';
import { deleteKept } from '@/lib/storage/deleteKept';
import { movableClock } from '@/tests/unit/entrypoints/background/fakes';
import { account, linkingAt, minute } from '@/tests/unit/lib/linking/samples';

const { key } = account();
const alive = (expiresAt: number) => ({
  tokens: { accessToken: 'vk2.a.secret', expiresAt, userId: '1', deviceId: 'dev' },
  name: 'Мария Соколова',
});

let clock: ReturnType<typeof movableClock>;

beforeEach(() => {
  fakeBrowser.reset();
  clock = movableClock();
});

async function kept(): Promise<string> {
  return JSON.stringify([await fakeBrowser.storage.session.get(null), await fakeBrowser.storage.local.get(null)]);
}

function background() {
  const consents = createConsents(clock.clock);
  const linkings = createLinkings(clock.clock);
  return { consents, linkings, expiry: createExpiry([linkings, consents], 'linking.expiry') };
}

describe('what dies of a linking is deleted, not merely unread', () => {
  it('a VK ID token and the name that came with it', async () => {
    const { consents, expiry } = background();
    await consents.keep(key, alive(clock.clock.now() + 60 * minute));
    await expiry.look();
    expect(await kept()).toContain('vk2.a.secret');
    clock.pass(60 * minute);
    // It is not given out in the meantime, either; that something was allowed is remembered.
    expect(await consents.read(key)).toEqual({ tokens: null, name: null });
    await expiry.look();
    expect(await kept()).not.toMatch(/vk2|Мария|dev/);
  });

  it('a linking that is not gone on with', async () => {
    const { linkings, expiry } = background();
    const startedAt = clock.clock.computerNow();
    await linkings.keep(key, linkingAt({ name: 'interrupted' }, { startedAt }));
    clock.pass(31 * minute);
    await expiry.look();
    expect(await keptLinkings.get()).toEqual({});
    expect(await kept()).not.toContain('Соколова');
  });

  it('of two tokens the living one stays', async () => {
    const { consents, expiry } = background();
    await consents.keep(key, alive(clock.clock.now() + minute));
    await consents.keep('other', alive(clock.clock.now() + 10 * minute));
    clock.pass(2 * minute);
    await expiry.look();
    expect([(await consents.read(key))?.tokens, (await consents.read('other'))?.tokens?.accessToken]).toEqual([
      null,
      'vk2.a.secret',
    ]);
  });

  it('a background that was stopped is woken for it, and the next one sees to it at its start', async () => {
    const { consents, expiry } = background();
    const when = vi.spyOn(fakeBrowser.alarms, 'create');
    await consents.keep(key, alive(clock.clock.now() + 60 * minute));
    await expiry.look();
    const [name, alarm] = when.mock.calls.at(-1) as unknown as [string, { when: number }];
    expect(Math.round((alarm.when - Date.now()) / minute)).toBe(60);

    clock.pass(61 * minute);
    const next = background();
    await fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0 } as never);
    await vi.waitFor(async () => expect(await kept()).not.toContain('vk2'));
    expect(await next.consents.read(key)).toEqual({ tokens: null, name: null });
  });

  it('what is kept later than something that is waited for has its turn', async () => {
    const set = vi.spyOn(fakeBrowser.alarms, 'create');
    const nexts = [null, 5 * minute, null];
    const expiry = createExpiry([{ deleteDead: async () => nexts.shift() ?? null }], 'deleteHeld');
    const alarm = { name: 'deleteHeld', scheduledTime: 0, persistAcrossSessions: false };
    const calls = () => set.mock.calls as unknown as [string, { when: number }][];
    const lives = () => calls().map(([, { when }]) => Math.round((when - Date.now()) / minute));
    await expiry.look();
    expiry.noteKept(60 * minute);
    expiry.noteKept(60 * minute);
    expect(lives()).toEqual([60]);
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await vi.waitFor(() => expect(lives()).toEqual([60, 5]));
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await vi.waitFor(() => expect(nexts).toEqual([]));
    expect(lives()).toEqual([60, 5]);
  });

  it('what could not be deleted keeps nothing else from it, and is tried again', async () => {
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    const deleteDead = vi.fn(async () => null);
    const failing = { deleteDead: () => Promise.reject(new Error('the disk is full')) };
    await createExpiry([failing, { deleteDead }], 'deleteHeld').look();
    expect(deleteDead).toHaveBeenCalled();
    expect(create).toHaveBeenCalledOnce();
  });

  it('what is kept after everything was deleted, alarms and all, has its alarm again', async () => {
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    const expiry = createExpiry([{ deleteDead: async () => null }], 'deleteHeld');
    expiry.noteKept(60 * minute);
    await deleteKept(() => true);
    expiry.noteKept(60 * minute);
    expect(create).toHaveBeenCalledTimes(2);
  });

  it('another alarm is none of its business', async () => {
    const deleteDead = vi.fn(async () => null);
    createExpiry([{ deleteDead }], 'deleteHeld');
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'other', scheduledTime: 0, persistAcrossSessions: false });
    expect(deleteDead).not.toHaveBeenCalled();
  });

  it('nobody is woken for nothing', async () => {
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    await background().expiry.look();
    expect(create).not.toHaveBeenCalled();
  });
});
