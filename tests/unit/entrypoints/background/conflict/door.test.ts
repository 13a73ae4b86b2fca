import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDoor } from '@/entrypoints/background/conflict/door';
import { forgetAccountOf } from '@/entrypoints/background/diary/diaryTabs';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import { createClock } from '@/lib/clock';
import { patience } from '@/lib/conflict/patience';
import { links } from '@/lib/linking/links';
import type { EduProfile } from '@/lib/messenger/types';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { account, link, maria, origin, petr } from '@/tests/unit/lib/linking/samples';

const place: Sender = { kind: 'section', tab: { id: 7, windowId: 1, index: 0, foreignJar: null }, origin };
/** Мария's diary as it answers, with one of her children chosen. */
const personData = (pupil = 810233) => ({
  status: 200,
  redirected: false,
  contentType: 'application/json',
  text: JSON.stringify({
    auth_user_profile_id: account().id,
    user_fullname: account().fullName,
    user_desc: 'Родитель',
    children_persons: [
      { person_id: 810233, fullname: 'Белов Кирилл', school: '', classyear: '8 Б' },
      { person_id: 810234, fullname: 'Белова Вера', school: '', classyear: '3 А' },
    ],
    selected_pupil_id: pupil,
  }),
});
const later = <Value>(milliseconds: number, value: Value) =>
  new Promise<Value>((resolve) => setTimeout(resolve, milliseconds, value));

let here: () => Promise<Result<EduProfile[]>>;
let diary: () => Promise<ReturnType<typeof personData>>;
let asked: string[];

beforeEach(() => {
  fakeBrowser.reset();
  here = async () => succeed([maria]);
  diary = async () => personData();
  forgetAccountOf(7);
  asked = [];
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (_: number, message: { name: string }) => {
    if (message.name === 'diary.shown') return { answer: personData(), origin };
    return { answer: await diary(), origin, clockDifference: null };
  }) as never);
});

function door(
  read: (id: number) => Promise<Result<EduProfile>> = async (id) => succeed(id === maria.id ? maria : petr),
) {
  const services = {
    clock: createClock(),
    presence: {
      async read() {
        asked.push('presence');
        const people = await here();
        return people.ok
          ? succeed(people.value.map(({ id }) => ({ profileId: id, token: 't', expiresAt: 0 })))
          : people;
      },
      drop: async () => void asked.push('drop'),
    },
    profiles: {
      known: async () => null,
      async read(id: number) {
        asked.push(`profile ${id}`);
        return read(id);
      },
      keepOnly: async () => undefined,
    },
  };
  return createDoor(services as unknown as Services);
}

const linked = () => links.set({ [account().key]: link() });

describe('the one door', () => {
  it('a slow diary does not switch it off: what its page shows will do', async () => {
    await linked();
    here = async () => succeed([petr]);
    diary = () => later(3 * patience, personData());
    const { verdict } = await door().ask({ kind: 'call', id: 'link:x' }, place);
    expect(verdict).toMatchObject({
      kind: 'conflict',
      reason: 'anotherPersonSignedIn',
      present: { firstName: 'Пётр' },
    });
  });

  it('VK and the diary are asked at the same time, and not waited for longer than the patience', async () => {
    await linked();
    here = () => later(3 * patience, succeed([petr]));
    diary = () => later(3 * patience, personData());
    const begun = Date.now();
    const { verdict, person } = await door().ask({ kind: 'call', id: 'link:x' }, place);
    expect(Date.now() - begun).toBeLessThan(2 * patience);
    expect([verdict.kind, person?.account.key]).toEqual(['notKnown', account().key]);
  });

  it('who is signed in and a name that is slow, too, are not waited for one after the other', async () => {
    vi.useFakeTimers();
    here = () => later(6900, succeed([petr]));
    let people: unknown = 'late';
    void door(() => later(6900, succeed(petr)))
      .whoIsHere()
      .then((come) => {
        people = come;
      });
    await vi.advanceTimersByTimeAsync(9000);
    vi.useRealTimers();
    expect(people).toMatchObject({ kind: 'profiles', unread: { kind: 'slow' } });
  });

  it('another child by now than the page shows', async () => {
    diary = async () => personData(810234);
    expect((await door().ask({ kind: 'call', id: 'link:x' }, place)).moved).toBe(true);
  });

  it('what a link remembers is enough to open: nothing waits for a name', async () => {
    await linked();
    const { verdict } = await door().ask({ kind: 'chat', peerId: 1 }, place);
    expect([verdict.kind, asked]).toEqual(['open', ['presence']]);
  });

  it('where nobody linked, it asks for that one click, and drops the tokens', async () => {
    here = async () => succeed([petr]);
    const { verdict } = await door().ask({ kind: 'call', id: 'link:x' }, place);
    expect([verdict.kind, asked]).toEqual(['conflict', ['presence', `profile ${petr.id}`, 'drop']]);
  });

  it('a failure is one thing for everybody: not known', async () => {
    here = async () => fail(problem('messenger', 'offline'));
    for (const goal of [
      { kind: 'chat', peerId: 1 },
      { kind: 'messenger' },
      { kind: 'address', address: 'x' },
    ] as const) {
      expect((await door().ask(goal, place)).verdict.kind).toBe('notKnown');
    }
    expect((await door().whoIsHere()).kind).toBe('problem');
  });

  it('somebody who cannot be read is somebody else where hers is linked', async () => {
    await linked();
    here = async () => succeed([petr]);
    const { verdict } = await door(async () => fail(problem('messenger', 'serverError'))).ask(
      { kind: 'messenger' },
      place,
    );
    expect(verdict).toMatchObject({ kind: 'conflict', present: { firstName: '' } });
  });

  it('of a private window of Firefox nobody is looked for', async () => {
    const foreign: Sender = { ...place, tab: { id: 7, windowId: 1, index: 0, foreignJar: 'private' } };
    expect((await door().ask({ kind: 'call', id: 'link:x' }, foreign)).verdict.kind).toBe('open');
    expect(asked).toEqual([]);
  });
});
