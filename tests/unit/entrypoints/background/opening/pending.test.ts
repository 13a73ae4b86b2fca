import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPendings } from '@/entrypoints/background/opening/pending';
import type { Sender } from '@/entrypoints/background/sender';
import { minute, movableClock } from '@/tests/unit/entrypoints/background/fakes';

beforeEach(() => fakeBrowser.reset());

const senderOf = (id: number) => ({ tab: { id } }) as Sender;
const outcome = {
  kind: 'conflict' as const,
  notice: { reason: 'pupilProfileInParentDiary' as const, present: { name: 'Пётр', roles: 'ученик' }, wanted: 'Мария' },
};
const wanted = { goal: { kind: 'messenger' as const }, about: '' };
const session = async () => JSON.stringify(await fakeBrowser.storage.session.get(null));

it('who stood in the way of a call is deleted after ten minutes, not merely unread', async () => {
  const { clock, pass } = movableClock();
  const create = vi.spyOn(fakeBrowser.alarms, 'create');
  await createPendings(clock).keep(senderOf(1), { ...wanted, outcome });
  expect(await session()).toContain('Пётр');
  const [name, alarm] = create.mock.calls.at(-1) as unknown as [string, { when: number }];
  expect(Math.round((alarm.when - Date.now()) / minute)).toBe(10);

  pass(10 * minute);
  // Another background is woken.
  const next = createPendings(clock);
  await fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0 } as never);
  await vi.waitFor(async () => expect(await session()).not.toMatch(/Пётр|Мария/));
  expect(await next.read(senderOf(1))).toBeNull();
});

it('of two tabs the younger keeps what it waits for', async () => {
  const { clock, pass } = movableClock();
  const pendings = createPendings(clock);
  await pendings.keep(senderOf(1), { ...wanted, outcome: { kind: 'ask', wanted: 'Мария' } });
  pass(6 * minute);
  await pendings.keep(senderOf(2), { ...wanted, outcome });
  pass(4 * minute);
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'pendings', scheduledTime: 0 } as never);
  await vi.waitFor(async () => expect(await session()).not.toContain('"ask"'));
  expect(await pendings.read(senderOf(1))).toBeNull();
  expect((await pendings.read(senderOf(2)))?.outcome).toEqual(outcome);
});
