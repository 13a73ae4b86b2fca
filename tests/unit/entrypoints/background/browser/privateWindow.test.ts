import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPrivateWindows } from '@/entrypoints/background/browser/privateWindow';
import { minute, movableClock } from '@/tests/unit/entrypoints/background/fakes';

const invitation = 'https://sferum.ru/?p=invite_parent&invite=secret';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.windows, 'create').mockRejectedValue(new Error('not allowed'));
  Object.assign(fakeBrowser.extension, { isAllowedIncognitoAccess: async () => false });
});

const kept = async () => JSON.stringify(await fakeBrowser.storage.local.get(null));

it('a refused invitation’s address is deleted after 30 minutes, whether anybody asks for it or not', async () => {
  const { clock, pass } = movableClock();
  await createPrivateWindows(clock.computerNow).open(invitation);
  expect(await kept()).toContain('secret');
  const alarm = await vi.waitFor(async () => {
    const [first] = await fakeBrowser.alarms.getAll();
    expect(first).toBeDefined();
    return first;
  });

  pass(30 * minute);
  await fakeBrowser.alarms.onAlarm.trigger({ name: alarm?.name ?? '', scheduledTime: 0, persistAcrossSessions: false });
  await vi.waitFor(async () => expect(await kept()).not.toContain('secret'));
});

it('and by the next background where the browser was closed meanwhile', async () => {
  const { clock, pass } = movableClock();
  await createPrivateWindows(clock.computerNow).open(invitation);
  pass(30 * minute);
  createPrivateWindows(clock.computerNow);
  await vi.waitFor(async () => expect(await kept()).not.toContain('secret'));
});
