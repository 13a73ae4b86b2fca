import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLinkingControl } from '@/entrypoints/background/linking/linking';
import type { Services } from '@/entrypoints/background/services/services';
import { createClock } from '@/lib/clock';
import { keptLinkings } from '@/lib/linking/kept';
import { links } from '@/lib/linking/links';
import type { Presence } from '@/lib/linking/machine';
import { problem } from '@/lib/problem';
import { fail, succeed } from '@/lib/result';
import { account, elena, link, maria, petr } from '@/tests/unit/lib/linking/samples';
import { stepInWords } from '@/tests/unit/lib/linking/words';

const { key } = account();
const begin = { type: 'begin', account: account(), withVkid: true } as const;

/** What VK says, and the browser: the windows it was asked to open. */
let presence: () => Promise<Presence>;
let signIn: () => ReturnType<Services['signInWithVkid']>;
let created: number;

beforeEach(() => {
  fakeBrowser.reset();
  presence = async () => ({ kind: 'profiles', profiles: [maria] });
  signIn = async () => succeed(null);
  created = 0;
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((async () => {
    created += 1;
    return { id: 7 };
  }) as never);
});

/** One run of the background. */
function start() {
  const services = {
    clock: createClock(),
    readPresence: () => presence(),
    signInWithVkid: () => signIn(),
  };
  const control = createLinkingControl(services as unknown as Services);
  const step = async () => stepInWords((await control.current(key))?.step);
  return {
    control,
    step,
    settles: (expected: string) => vi.waitFor(async () => expect(await step()).toBe(expected), 5000),
  };
}

describe('the background', () => {
  it('links after VK ID and «Связать», and keeps nothing of the way', async () => {
    const { control, settles } = start();
    await control.happen(key, begin);
    await settles('confirmation of Мария');
    await control.happen(key, { type: 'confirm', profileId: maria.id });
    await settles('nothing');
    expect(await links.get()).toMatchObject({ [key]: { profileId: maria.id, samePersonConfirmed: false } });
    expect(await keptLinkings.get()).toEqual({});
    expect(control.takeJustLinked(key)).toBe(true);
  });

  it('remembers that a profile of another account was said to be theirs', async () => {
    await links.set({ x: link({ accountKey: 'x', accountName: 'Иванова Мария' }) });
    const { control, settles } = start();
    await control.happen(key, { ...begin, withVkid: false });
    await settles('start, linkedToAnotherPerson');
    await control.happen(key, { type: 'confirmSamePerson' });
    await settles('confirmation of Мария');
    await control.happen(key, { type: 'confirm' });
    await settles('nothing');
    expect((await links.get())[key]?.samePersonConfirmed).toBe(true);
  });

  it('judges what is chosen', async () => {
    presence = async () => ({ kind: 'profiles', profiles: [maria, petr] });
    const { control, settles } = start();
    await control.happen(key, begin);
    await settles('choice of Мария and Пётр');
    await control.happen(key, { type: 'choose', profileId: petr.id });
    await settles('start, pupilProfileInParentDiary');
  });

  it('takes «Проверьте данные» away when somebody else signs in', async () => {
    const { control, settles } = start();
    await control.happen(key, begin);
    await settles('confirmation of Мария');
    presence = async () => ({ kind: 'profiles', profiles: [elena] });
    await control.windowMoved(null, false);
    await settles('start, anotherPersonSignedIn');
  });

  it('knows the window that it opened, and looks when it closes', async () => {
    presence = async () => ({ kind: 'noProfile' });
    const { control, settles } = start();
    await control.happen(key, begin);
    await settles('waiting for creation');
    await vi.waitFor(() => expect(created).toBe(1));
    await control.windowMoved(99, true);
    await settles('waiting for creation');
    await control.windowMoved(7, true);
    await settles('waiting for creation, window closed');
    presence = async () => ({ kind: 'profiles', profiles: [maria] });
    await control.happen(key, { type: 'recheck' });
    await settles('confirmation of Мария');
  });

  it('does not wait for ever for what was thrown', async () => {
    presence = () => Promise.reject(new Error('quota'));
    const first = start();
    await first.control.happen(key, begin);
    await first.settles('start, unreadable');
    signIn = () => Promise.reject(new Error('quota'));
    const { control, settles } = start();
    await control.happen(key, begin);
    await settles('start, unreadable');
  });

  it('says that VK ID failed', async () => {
    signIn = async () => fail(problem('vkid', 'cancelled'));
    const { control, settles } = start();
    await control.happen(key, begin);
    await settles('start, cancelled');
  });
});

describe('the next background', () => {
  it('declares VK ID interrupted, and begins anew by a click', async () => {
    signIn = () => new Promise(() => undefined);
    const first = start();
    await first.control.happen(key, begin);
    await first.settles('vkid');

    const second = start();
    await second.control.resume();
    expect(await second.step()).toBe('interrupted');
    signIn = async () => succeed(null);
    await second.control.happen(key, begin);
    await second.settles('confirmation of Мария');
  });

  it('reads again what was shown', async () => {
    const first = start();
    await first.control.happen(key, begin);
    await first.settles('confirmation of Мария');
    const second = start();
    await second.control.resume();
    await second.settles('confirmation of Мария');
  });

  it('finishes what was confirmed', async () => {
    const first = start();
    await first.control.happen(key, begin);
    await first.settles('confirmation of Мария');
    presence = () => new Promise(() => undefined);
    await first.control.happen(key, { type: 'confirm' });
    presence = async () => ({ kind: 'profiles', profiles: [maria] });
    const second = start();
    await second.control.resume();
    await second.settles('nothing');
    expect(Object.keys(await links.get())).toEqual([key]);
  });

  it('goes on when the other person has signed out meanwhile', async () => {
    presence = async () => ({ kind: 'profiles', profiles: [petr] });
    const first = start();
    await first.control.happen(key, begin);
    await first.settles('start, pupilProfileInParentDiary');
    const second = start();
    presence = async () => ({ kind: 'profiles', profiles: [maria] });
    await second.control.resume();
    await second.settles('confirmation of Мария');
  });
});
