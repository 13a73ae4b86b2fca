import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Services } from '@/entrypoints/background/services/services';
import { createSignOutControl } from '@/entrypoints/background/ways/signOut';
import { minute, movableClock } from '@/tests/unit/entrypoints/background/fakes';

beforeEach(() => fakeBrowser.reset());

it('an invitation that waits for somebody to leave is deleted after half an hour, with their name', async () => {
  const { clock, pass } = movableClock();
  const session = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));
  const create = vi.spyOn(fakeBrowser.alarms, 'create');
  const address = 'https://sferum.ru/?p=invite_parent&invite=4f2a';
  const make = () => createSignOutControl({ clock } as Services, () => Promise.reject(new Error('nobody has left')));
  const goal = { kind: 'address' as const, address };
  await make().begin({ goal, address, tabId: 1, from: 'notice', profileId: 2, name: 'Пётр' });
  expect(await session()).toMatch(/invite_parent.*Пётр/);
  const [name, alarm] = create.mock.calls.at(-1) as unknown as [string, { when: number }];
  expect(Math.round((alarm.when - Date.now()) / minute)).toBe(30);

  pass(30 * minute + 1);
  // Another background is woken.
  make();
  await fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0 } as never);
  await vi.waitFor(async () => expect(await session()).not.toMatch(/invite_parent|Пётр/));
});
