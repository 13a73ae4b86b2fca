import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHeldExpiry } from '@/entrypoints/background/services/heldExpiry';

const day = 24 * 60 * 60_000;

beforeEach(() => fakeBrowser.reset());

function alarms() {
  return vi.spyOn(fakeBrowser.alarms, 'create');
}

it('chats of a profile nobody looks at any more are deleted a day later, by an alarm', async () => {
  const set = alarms();
  const nexts = [null, 5_000_000, null];
  const sweep = vi.fn(async () => nexts.shift() ?? null);
  const expiry = createHeldExpiry(sweep);
  await vi.waitFor(() => expect(sweep).toHaveBeenCalledTimes(1));
  expect(set).not.toHaveBeenCalled();
  expiry.noteKept(1000);
  expiry.noteKept(2000);
  expect(set.mock.calls).toEqual([['deleteHeld', { when: 1000 + day }]]);

  // What was read later is still there: it has its turn.
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'deleteHeld', scheduledTime: 0, persistAcrossSessions: false });
  await vi.waitFor(() => expect(set).toHaveBeenLastCalledWith('deleteHeld', { when: 5_000_000 }));
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'deleteHeld', scheduledTime: 0, persistAcrossSessions: false });
  await vi.waitFor(() => expect(sweep).toHaveBeenCalledTimes(3));
  expect(set).toHaveBeenCalledTimes(2);
});

it('a background that starts sets its alarm anew', async () => {
  const set = alarms();
  createHeldExpiry(async () => 7_000_000);
  await vi.waitFor(() => expect(set.mock.calls).toEqual([['deleteHeld', { when: 7_000_000 }]]));
});

it('another alarm is none of its business', async () => {
  const sweep = vi.fn(async () => null);
  createHeldExpiry(sweep);
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'other', scheduledTime: 0, persistAcrossSessions: false });
  expect(sweep).toHaveBeenCalledTimes(1);
});
