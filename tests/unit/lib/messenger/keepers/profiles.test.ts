import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Requests } from '@/lib/messenger/client/requests';
import { createProfiles } from '@/lib/messenger/keepers/profiles';
import type { EduProfile } from '@/lib/messenger/types';
import { type Result, succeed } from '@/lib/result';
import { movableClock } from '@/tests/unit/entrypoints/background/fakes';

beforeEach(() => fakeBrowser.reset());

const profileOf = (id: number): EduProfile => ({
  id,
  firstName: 'Мария',
  lastName: 'Соколова',
  photo: 'https://sun.example/p.jpg',
  roles: ['parent'],
  rolesText: 'Родитель',
  organizations: ['МБОУ СОШ № 4'],
});

function prepare(
  readProfile: (id: number) => Promise<Result<EduProfile>> = async (id) => succeed(profileOf(id)),
  clock = movableClock().clock,
) {
  return createProfiles({
    requests: { readProfile: ({ profileId }) => readProfile(profileId) } as Requests,
    clock,
    onKept: () => undefined,
    tokenOf: (profileId) => async () => succeed({ profileId, token: 't', expiresAt: Number.POSITIVE_INFINITY }),
  });
}

it('a profile that is unlinked leaves no name, photo or school behind', async () => {
  const profiles = prepare();
  await profiles.read(1);
  await profiles.read(2);
  await profiles.forget(1);
  expect([await profiles.known(1), (await profiles.known(2))?.id]).toEqual([null, 2]);
  const kept = JSON.stringify(await fakeBrowser.storage.session.get(null));
  expect(kept).toContain('"2"');
  expect(kept).not.toContain('"1"');
});

it('an answer that was under way when its person left is not kept', async () => {
  let answer: (profile: Result<EduProfile>) => void = () => {};
  const profiles = prepare(() => new Promise((resolve) => (answer = resolve)));
  const reading = profiles.read(1);
  await vi.waitFor(() => expect(answer).toHaveLength(1));
  await profiles.keepOnly(new Set());
  answer(succeed(profileOf(1)));
  await reading;
  expect(await profiles.known(1)).toBeNull();
});

it('a name, a photo and a school are deleted after a day, not merely unread', async () => {
  const { clock, pass } = movableClock();
  const day = 24 * 60 * 60_000;
  const profiles = prepare(undefined, clock);
  await profiles.read(1);
  pass(day / 2);
  await profiles.read(2);
  expect(await profiles.deleteDead()).toBe(day / 2);
  pass(day / 2);
  expect(await profiles.deleteDead()).toBe(day / 2);
  const kept = JSON.stringify(await fakeBrowser.storage.session.get(null));
  expect([kept.includes('"1"'), kept.includes('"2"')]).toEqual([false, true]);
  pass(day / 2);
  expect(await profiles.deleteDead()).toBeNull();
  expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toMatch(/Соколова|СОШ|sun\.example/);
});
