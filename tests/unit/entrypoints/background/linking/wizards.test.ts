import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Door } from '@/entrypoints/background/conflict/door';
import { createWizards } from '@/entrypoints/background/linking/wizards';
import type { Services } from '@/entrypoints/background/services/services';
import { createClock } from '@/lib/clock';
import { keptLinkings } from '@/lib/linking/kept';
import { links } from '@/lib/linking/links';
import type { PeopleHere } from '@/lib/linking/steps';
import { problem } from '@/lib/problem';
import { fail, succeed } from '@/lib/result';
import { account, elena, link, maria, petr } from '@/tests/unit/lib/linking/samples';
import { stepInWords } from '@/tests/unit/lib/linking/words';

const { key } = account();

/** What VK says, and the browser: the windows it was asked to open. */
let people: () => Promise<PeopleHere>;
let signIn: Services['vkid']['signIn'];
let created: number;

beforeEach(() => {
  fakeBrowser.reset();
  people = async () => ({ kind: 'profiles', profiles: [maria] });
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
    vkid: {
      signIn: (...given: Parameters<typeof signIn>) => signIn(...given),
      isWorthTrying: async () => true,
      hasConsent: async () => true,
      perishable: { deleteDead: async () => null },
    },
  };
  const wizards = createWizards(services as unknown as Services, { whoIsHere: () => people() } as unknown as Door);
  const step = async () => stepInWords((await wizards.current(key))?.step);
  return {
    wizards,
    step,
    settles: (expected: string) => vi.waitFor(async () => expect(await step()).toBe(expected), 5000),
  };
}

describe('the background', () => {
  it('links after VK ID and «Связать», and keeps nothing of the way', async () => {
    const { wizards, settles } = start();
    await wizards.begin(account());
    await settles('confirmation of Мария');
    await wizards.tell(key, { type: 'confirm', profileId: maria.id });
    await settles('nothing');
    expect(await links.get()).toMatchObject({ [key]: { profileId: maria.id, samePersonConfirmed: false } });
    expect(await keptLinkings.get()).toEqual({});
    expect(wizards.takeJustLinked(key)).toBe(true);
  });

  it('remembers that a profile of another account was said to be theirs', async () => {
    await links.set({ x: link({ accountKey: 'x', accountName: 'Иванова Мария' }) });
    const { wizards, settles } = start();
    await wizards.begin(account(), { vkid: false });
    await settles('start, linkedToAnotherPerson');
    await wizards.tell(key, { type: 'confirmSamePerson' });
    await settles('confirmation of Мария');
    await wizards.tell(key, { type: 'confirm' });
    await settles('nothing');
    expect((await links.get())[key]?.samePersonConfirmed).toBe(true);
  });

  it('judges what is chosen', async () => {
    people = async () => ({ kind: 'profiles', profiles: [maria, petr] });
    const { wizards, settles } = start();
    await wizards.begin(account());
    await settles('choice of Мария and Пётр');
    await wizards.tell(key, { type: 'choose', profileId: petr.id });
    await settles('start, pupilProfileInParentDiary');
  });

  it('takes «Проверьте данные» away when somebody else signs in', async () => {
    const { wizards, settles } = start();
    await wizards.begin(account());
    await settles('confirmation of Мария');
    people = async () => ({ kind: 'profiles', profiles: [elena] });
    await wizards.sessionChanged();
    await settles('start, anotherPersonSignedIn');
  });

  it('knows the window that it opened, and looks when it closes', async () => {
    people = async () => ({ kind: 'noProfile' });
    const { wizards, settles } = start();
    await wizards.begin(account());
    await settles('waiting for creation');
    await vi.waitFor(() => expect(created).toBe(1));
    await wizards.windowClosed(99);
    await settles('waiting for creation');
    await wizards.windowClosed(7);
    await settles('waiting for creation, window closed');
    people = async () => ({ kind: 'profiles', profiles: [maria] });
    await wizards.tell(key, { type: 'recheck', byPerson: true });
    await settles('confirmation of Мария');
  });

  it('does not wait for ever for what was thrown', async () => {
    people = () => Promise.reject(new Error('quota'));
    const first = start();
    await first.wizards.begin(account());
    await first.settles('waiting for answer, window closed, unreadable');
    await first.wizards.tell(key, { type: 'cancel' });
    people = async () => ({ kind: 'profiles', profiles: [maria] });
    signIn = () => Promise.reject(new Error('quota'));
    const { wizards, settles } = start();
    await wizards.begin(account());
    await settles('confirmation of Мария');
  });

  it('says that VK ID failed', async () => {
    signIn = async () => fail(problem('vkid', 'cancelled'));
    const { wizards, settles } = start();
    await wizards.begin(account());
    await settles('start, cancelled');
  });
});

describe('the next background', () => {
  it('declares VK ID interrupted, and begins anew by a click', async () => {
    signIn = () => new Promise(() => undefined);
    const first = start();
    await first.wizards.begin(account());
    await first.settles('vkid');

    const second = start();
    await second.wizards.resume();
    expect(await second.step()).toBe('interrupted');
    signIn = async () => succeed(null);
    await second.wizards.begin(account());
    await second.settles('confirmation of Мария');
  });

  it('reads again what was shown', async () => {
    const first = start();
    await first.wizards.begin(account());
    await first.settles('confirmation of Мария');
    const second = start();
    await second.wizards.resume();
    await second.settles('confirmation of Мария');
  });

  it('finishes what was confirmed', async () => {
    const first = start();
    await first.wizards.begin(account());
    await first.settles('confirmation of Мария');
    people = () => new Promise(() => undefined);
    await first.wizards.tell(key, { type: 'confirm' });
    people = async () => ({ kind: 'profiles', profiles: [maria] });
    const second = start();
    await second.wizards.resume();
    await second.settles('nothing');
    expect(Object.keys(await links.get())).toEqual([key]);
  });

  it('goes on when the other person has signed out meanwhile', async () => {
    people = async () => ({ kind: 'profiles', profiles: [petr] });
    const first = start();
    await first.wizards.begin(account());
    await first.settles('start, pupilProfileInParentDiary');
    const second = start();
    people = async () => ({ kind: 'profiles', profiles: [maria] });
    await second.wizards.resume();
    await second.settles('confirmation of Мария');
  });
});
