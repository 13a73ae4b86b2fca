import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLists } from '@/entrypoints/background/section/lists';
import type { Sender } from '@/entrypoints/background/sender';
import type { Services } from '@/entrypoints/background/services/services';
import type { DiaryAnswer } from '@/lib/diary/diaryClient';
import type { DiaryAccount } from '@/lib/diary/types';
import { links } from '@/lib/linking/links';
import { problem } from '@/lib/problem';
import { fail, succeed } from '@/lib/result';
import {
  chat,
  chats,
  fakeVk,
  firstView,
  keeper,
  minute,
  movableClock,
  offline,
  page,
  profileId,
} from '@/tests/unit/entrypoints/background/fakes';
import { addressOf, lesson, openedAddressOf, scheduledCall } from '@/tests/unit/lib/calls/samples';
import { sent, sentAccount, sentLessons } from '@/tests/unit/lib/diary/sent';

const origin = 'https://school.r-19.ru';
const maria: DiaryAccount = {
  key: `${origin}#700101`,
  origin,
  id: 700101,
  fullName: 'Соколова Мария Игоревна',
  role: 'parent',
  description: 'Родитель',
  children: [],
  selectedPupil: null,
};
/** What a tab's page said of its person holds for two seconds: another person's page is another tab. */
let lastTab = 5;
const senderElsewhere = (of = origin): Sender => {
  lastTab += 1;
  return { kind: 'section', origin: of, tab: { id: lastTab, windowId: 1, index: 0, foreignJar: null } };
};
const sender: Sender = { kind: 'section', origin, tab: { id: 5, windowId: 1, index: 0, foreignJar: null } };

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockResolvedValue({ origins: [] } as never);
});
afterEach(() => vi.useRealTimers());

async function prepare(present: number[] = [profileId], account: DiaryAccount = maria) {
  const { origin } = account;
  const { clock, pass } = movableClock();
  const { vk, requests } = fakeVk();
  const { holdings, news } = keeper({ requests, clock });
  const state = {
    present,
    fresh: true,
    signedOut: false,
    silentFor: 0,
    /** So long the page's own diary does not tell who is there. */
    personSilentFor: 0,
    lessons: [lesson('География', '10:20-11:00')],
    /** What the diary answers in the lessons' place. */
    week: null as DiaryAnswer | null,
  };
  const tokens = () => state.present.map((id) => ({ profileId: id, token: 't', expiresAt: Number.POSITIVE_INFINITY }));
  const presence = {
    fresh: async () => (state.fresh ? tokens() : null),
    read: async () => {
      if (state.silentFor) await new Promise((resolve) => setTimeout(resolve, state.silentFor));
      return state.signedOut ? fail(problem('messenger', 'offline')) : succeed(tokens());
    },
  };
  const asked: { name: string; payload: { addresses?: string[]; fresh?: boolean } }[] = [];
  const answer = async (_tab: number, question: (typeof asked)[number]) => {
    asked.push(question);
    const [week = '', homework = ''] = question.payload.addresses ?? [];
    if (question.name === 'diary.account' && state.personSilentFor)
      await new Promise((resolve) => setTimeout(resolve, state.personSilentFor));
    return question.name === 'diary.answers'
      ? { [week]: state.week ?? sentLessons(state.lessons), [homework]: sent([]) }
      : { answer: sentAccount(account), origin, clockDifference: null };
  };
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(answer as never);
  await links.set({
    [account.key]: {
      accountKey: account.key,
      origin,
      accountName: account.fullName,
      accountRole: 'parent',
      profileId,
      profileName: 'Мария Соколова',
      profileRoles: ['parent'],
      profileRolesText: 'Родитель',
      organizations: [],
      photo: null,
      linkedAt: 0,
      usedAt: 0,
      samePersonConfirmed: false,
      vkidConsent: false,
    },
  });
  const lists = createLists({ clock, presence, holdings } as unknown as Services);
  return { lists, state, vk, news, pass, asked };
}

const read = (lists: Awaited<ReturnType<typeof prepare>>['lists'], query = '', offset = 0, refresh = false) =>
  lists.chats(sender, { query, unreadOnly: false, offset, count: 50, refresh });

describe('lessons that the diary does not give', () => {
  it('are said beside the calls of VK', async () => {
    const { lists, state } = await prepare();
    state.week = { failed: 'offline' };
    expect(await lists.calls(sender, false)).toMatchObject({
      problem: { service: 'diary', kind: 'offline' },
      withheld: false,
    });
    state.week = null;
    expect(await lists.calls(sender, true)).toMatchObject({ problem: null });
  });
});

describe('several who are slow, one after the other', () => {
  /** What is answered to whoever waits for 9 s. */
  async function within9s<Value>(work: Promise<Value>): Promise<Value | 'late'> {
    let come: Value | 'late' = 'late';
    void work.then((value) => {
      come = value;
    });
    await vi.advanceTimersByTimeAsync(9000);
    return come;
  }

  it.each([
    ['the diary, who is signed in and the lists', { personSilentFor: 3900, silentFor: 3900 }, 3900, false],
    ['who is signed in and the lists', { silentFor: 6900 }, 6900, false],
    ['the diary, which shows who it was, and who is signed in', { personSilentFor: 20_000, silentFor: 6900 }, 5, true],
  ])('%s: the chats are not waited for longer than for one of them', async (_, slow, vkSilentFor, withheld) => {
    vi.useFakeTimers();
    const { lists, state, vk } = await prepare();
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
    Object.assign(state, slow);
    vk.silentFor = vkSilentFor;
    const place = senderElsewhere();
    const wanted = { query: '', unreadOnly: false, offset: 0, count: 50, refresh: false };
    expect(await within9s(lists.chats(place, wanted))).toMatchObject({ problem: { kind: 'slow' }, withheld });
    await vi.advanceTimersByTimeAsync(20_000);
    if (withheld) return;
    // What came later is told, and is there at once.
    expect(sent).toHaveBeenCalledWith({ news: 'chats' });
    expect(await within9s(lists.chats(place, wanted))).toMatchObject({ problem: null, count: 3 });
  });

  it('nor are the videoconferences', async () => {
    vi.useFakeTimers();
    const { lists, state, vk } = await prepare();
    Object.assign(state, { personSilentFor: 3900, silentFor: 6900 });
    vk.silentFor = 6900;
    expect(await within9s(lists.calls(senderElsewhere(), false))).toMatchObject({ asking: true });
    await vi.advanceTimersByTimeAsync(2000);
    expect(await within9s(lists.calls(senderElsewhere(), false))).not.toBe('late');
  });
});

describe('chats', () => {
  it('are shown to the linked person alone', async () => {
    const { lists, vk } = await prepare([7]);
    expect(await read(lists)).toMatchObject({ rows: [], withheld: true, problem: null });
    expect(await lists.live(sender)).toEqual({ changed: false, withheld: true });
    expect(vk.asked).toEqual([]);
  });

  it('are hidden while nobody can say who is signed in, and it is said why', async () => {
    const { lists, state } = await prepare();
    await read(lists);
    state.signedOut = true;
    expect(await read(lists)).toMatchObject({ rows: [], withheld: true, problem: { kind: 'offline' } });
  });

  it('are given fifty at a time; the next page is read when the last of what is held is seen', async () => {
    const { lists, vk, news } = await prepare();
    vk.first = firstView(page(chats(1, 201), 300));
    vk.more = succeed(page(chats(201, 301), 300));
    expect(await read(lists)).toMatchObject({ count: 300, reading: false, isCut: false });
    expect((await read(lists)).rows).toHaveLength(50);
    expect(vk.asked).toEqual(['first']);
    expect(await read(lists, '', 150)).toMatchObject({ count: 300, reading: true });
    await vi.waitFor(() => expect(news).toEqual(['chats']));
    expect(await read(lists, '', 250)).toMatchObject({ count: 300, reading: false, isCut: false });
    expect((await read(lists, '', 250)).rows).toHaveLength(50);
    expect(vk.asked).toEqual(['first', 'from 200']);
  });

  it('have a thousand places at most, and say that there are more', async () => {
    const { lists, vk, news } = await prepare();
    vk.first = firstView(page(chats(1, 201), 5000));
    expect(await read(lists)).toMatchObject({ count: 1000, isCut: false });
    for (let start = 201; start < 1000; start += 200) {
      vk.more = succeed(page(chats(start, start + 200), 5000));
      await read(lists, '', start - 51);
      await vi.waitFor(() => expect(news).toHaveLength((start - 1) / 200));
    }
    expect(await read(lists, '', 950)).toMatchObject({ count: 1000, isCut: true, reading: false });
  });

  it('a later page that fails makes no more requests than one, however often the page reads', async () => {
    const { lists, vk, news } = await prepare();
    vk.first = firstView(page(chats(1, 201), 600));
    await read(lists);
    for (let time = 0; time < 50; time += 1) {
      const told = news.length;
      await read(lists, '', 200);
      // The section reads again at each piece of news.
      await new Promise((resolve) => setTimeout(resolve, 8));
      if (news.length > told) await read(lists, '', 200);
    }
    expect(vk.asked).toEqual(['first', 'from 200']);
    expect(await read(lists, '', 200)).toMatchObject({ problem: offline, reading: false });
  });

  it('are searched among those held at once, then by VK; a chat found there has no call to be opened by its id', async () => {
    const { lists, vk, news } = await prepare();
    const live = { callId: 'x', participants: 3, address: addressOf('x') };
    vk.first = firstView(page([chat(1, { title: 'Ёлка' }), ...chats(2, 201)], 3000));
    vk.found = succeed({ items: [chat(1500, { title: 'ЕЛКА 8Б', live })], unreadable: 0 });
    const first = await read(lists, 'елк');
    expect(first).toMatchObject({ count: 1, reach: 'asking', rows: [{ peerId: 1, isFound: false }] });
    await vi.waitFor(() => expect(news).toEqual(['chats']));
    expect(await read(lists, 'елк')).toMatchObject({
      count: 2,
      reach: 'whole',
      rows: [{ peerId: 1 }, { peerId: 1500, isFound: true, live: { id: null } }],
    });
  });

  it('with something unread are counted, without those that are muted, and shown alone where that is wanted', async () => {
    const { lists, vk, news } = await prepare();
    const some = [chat(1, { unread: 2 }), chat(2), chat(3, { unread: 1, muted: true, title: 'Физика' })];
    vk.first = firstView(page([...some, ...chats(4, 201)], 201));
    vk.more = succeed(page([chat(201, { unread: 5 })], 201));
    expect(await read(lists)).toMatchObject({ count: 201, unread: 1 });
    const wanted = { unreadOnly: true, offset: 0, count: 50, refresh: false };
    const found = await lists.chats(sender, { ...wanted, query: '' });
    expect(found.rows.map(({ peerId }) => peerId)).toEqual([1, 3]);
    // What is not held yet is looked through, too.
    expect(found).toMatchObject({ count: 2, reading: true });
    await vi.waitFor(() => expect(news).toEqual(['chats']));
    expect(await lists.chats(sender, { ...wanted, query: '' })).toMatchObject({ count: 3, unread: 2, reading: false });
    expect((await lists.chats(sender, { ...wanted, query: 'физ' })).rows.map(({ peerId }) => peerId)).toEqual([3]);
  });

  it('that are old come at once and are read again behind, with news', async () => {
    const { lists, vk, news, pass } = await prepare();
    await read(lists);
    pass(2 * minute);
    vk.first = firstView(page(chats(1, 9)));
    const held = await read(lists);
    expect(held.rows).toHaveLength(3);
    await vi.waitFor(() => expect(news).toEqual(['chats', 'calls']));
    expect((await read(lists)).rows).toHaveLength(8);
    expect(vk.asked).toHaveLength(2);
  });

  it('tell how many could not be read, and of a failure with what is held', async () => {
    const { lists, vk } = await prepare();
    vk.first = firstView(page(chats(1, 4), 6, 3));
    const first = await read(lists);
    expect(first).toMatchObject({ unreadable: 3, problem: null });
    vk.first = fail(offline);
    expect(await read(lists, '', 0, true)).toMatchObject({ problem: offline, heldAt: first.heldAt });
  });

  it('have no address but an opaque id for a call that is on', async () => {
    const { lists, vk } = await prepare();
    const live = { callId: 'x', participants: 3, address: addressOf('x') };
    const lookAlike = 'https://vk.com.example/call/join/aaaaaaaaaaaaaaaa';
    vk.first = firstView(
      page([
        chat(1, { live }),
        chat(2, { live: { ...live, callId: 'y', address: null } }),
        chat(3, { live: { callId: 'z', participants: 0, address: lookAlike } }),
      ]),
    );
    const { rows } = await read(lists);
    expect(rows.map((row) => row.live)).toEqual([
      { id: 'call:x', participants: 3 },
      { id: null, participants: 3 },
      { id: null, participants: 0 },
    ]);
  });
});

describe('chats for a section that may be opened', () => {
  async function prepareHeld() {
    const prepared = await prepare();
    prepared.vk.first = firstView(page([chat(1, { photo: 'https://sun9-1.userapi.com/1.jpg' })]));
    await read(prepared.lists);
    return prepared;
  }

  it('are those that are held, however old; no photo is asked for', async () => {
    const { lists, vk, pass } = await prepareHeld();
    pass(5 * minute);
    const held = await lists.held(sender);
    expect(held).toMatchObject({ profileId, chats: { count: 1, rows: [{ peerId: 1, photo: null }] } });
    expect(vk.asked).toEqual(['first']);
  });

  it.each([
    ['nobody knows who is signed in now', { fresh: false }, sender],
    ['another is signed in', { present: [7] }, sender],
    [
      'the window is private',
      {},
      { ...sender, tab: { id: 5, windowId: 1, index: 0, foreignJar: 'private' } } as Sender,
    ],
  ])('are not given where %s', async (_, change, from) => {
    const { lists, state, vk } = await prepareHeld();
    Object.assign(state, change);
    expect(await lists.held(from)).toBeNull();
    expect(vk.asked).toEqual(['first']);
  });

  it('are not given where none are held', async () => {
    const { lists, vk } = await prepare();
    expect(await lists.held(sender)).toBeNull();
    expect(vk.asked).toEqual([]);
  });
});

it('nothing of a profile is given in a private window', async () => {
  const { lists, vk } = await prepare();
  const from: Sender = { ...sender, tab: { id: 5, windowId: 1, index: 0, foreignJar: 'private' } };
  expect(await lists.chats(from, { query: '', unreadOnly: false, offset: 0, count: 50, refresh: false })).toMatchObject(
    { rows: [], withheld: true },
  );
  expect(await lists.calls(from, false)).toMatchObject({ withheld: true });
  expect(await lists.live(from)).toMatchObject({ withheld: true });
  expect(vk.asked).toEqual([]);
});

it('one lesson is found by its number and its time, with nothing of VK’s for whoever is not here', async () => {
  const { lists, state, vk } = await prepare([7]);
  state.lessons = [
    lesson('История', '08:30-09:10'),
    lesson('География', '10:20-11:00', { materials: [{ name: '', address: addressOf('geo') }] }),
  ];
  const start = Date.parse('2026-11-23T10:20+07:00');
  expect(await lists.ofLesson(sender, start, 1)).toMatchObject({
    name: 'География',
    rows: [{ name: 'География', type: 'lesson', start }],
  });
  expect(await lists.ofLesson(sender, start, 0)).toBeNull();
  expect(await lists.ofLesson(sender, start, 9)).toBeNull();
  expect(vk.asked).toEqual([]);
});

describe('calls', () => {
  it('have an address where there is one, else a chat', async () => {
    const { lists, vk } = await prepare();
    const calls = [
      scheduledCall('С ссылкой', '11:00', { id: 'a', address: `${addressOf('с')}?from=x#y` }),
      scheduledCall('Из чата', '11:30', { id: 'b', address: null, chat: { peerId: 2, title: '8 Б' } }),
      scheduledCall('Чужой адрес', '12:00', { id: 'c', address: 'https://vk.com.example/call/join/aaaaaaaaaaaaaaaa' }),
    ];
    vk.first = firstView(page(chats(1, 4)), { scheduled: succeed({ items: calls, unreadable: 2 }) });
    const view = await lists.calls(sender, false);
    expect(view).toMatchObject({ unreadable: 2, withheld: false, timeZone: 'Asia/Krasnoyarsk' });
    expect(view.rows.map(({ name, address, chat: from }) => [name, address, from?.peerId])).toEqual([
      ['С ссылкой', openedAddressOf('с'), undefined],
      ['Из чата', null, 2],
      ['Чужой адрес', null, undefined],
    ]);
    // A service that is not known is not VK.
    expect(view.rows.map(({ service }) => service)).toEqual(['vk', null, null]);
  });

  it('of lessons are there whoever is signed in', async () => {
    const { lists, state, vk } = await prepare([7]);
    state.lessons = [lesson('География', '10:20-11:00', { homework: `Вход: ${addressOf('г')}` })];
    const view = await lists.calls(sender, false);
    expect(view).toMatchObject({ withheld: true, heldAt: null });
    expect(view.rows.map(({ name, type, address }) => [name, type, address])).toEqual([
      ['География', 'lesson', openedAddressOf('г')],
    ]);
    expect(vk.asked).toEqual([]);
  });

  it('of lessons do not wait for a VK that is silent, about who is here or about calls; news follow', async () => {
    const { lists, state, vk } = await prepare();
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
    state.lessons = [lesson('География', '10:20-11:00', { homework: `Вход: ${addressOf('г')}` })];
    state.silentFor = 1500;
    const begun = Date.now();
    const view = await lists.calls(sender, false);
    expect(Date.now() - begun).toBeLessThan(1400);
    expect(view).toMatchObject({ asking: true, withheld: true, problem: null, heldAt: null });
    expect(view.rows.map(({ name }) => name)).toEqual(['География']);
    await vi.waitFor(() => expect(sent).toHaveBeenCalledWith({ news: 'calls' }), 2000);
    state.silentFor = 0;
    expect(await lists.calls(sender, false)).toMatchObject({ asking: false, withheld: false });
    expect(vk.asked).toEqual(['first']);
  });

  it('«Обновить» asks the diary anew, too', async () => {
    const { lists, asked } = await prepare();
    await lists.calls(sender, false);
    await lists.calls(sender, true);
    expect(asked.filter(({ name }) => name === 'diary.answers').map(({ payload }) => payload.fresh)).toEqual([
      false,
      true,
    ]);
  });

  it('of one room at several lessons are entries of their own', async () => {
    const { lists, state } = await prepare();
    const homework = `Вход: ${addressOf('комната')}`;
    state.lessons = [lesson('География', '10:20-11:00', { homework }), lesson('Физика', '11:20-12:00', { homework })];
    const { rows } = await lists.calls(sender, false);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(2);
  });

  it('that name neither class nor teacher are no lesson where the account has several children', async () => {
    const pupil = (id: number, classYear: string) => ({ id, fullName: `Соколов ${id}`, school: '', classYear });
    const [first, second] = [pupil(1, '8 Б'), pupil(2, '5 А')];
    const types = async (children: (typeof first)[], name: string) => {
      fakeBrowser.reset();
      const { lists, vk } = await prepare([profileId], { ...maria, children, selectedPupil: first });
      const scheduled = succeed({ items: [scheduledCall(name, '10:20', { id: 'a' })], unreadable: 0 });
      vk.first = firstView(page(chats(1, 4)), { scheduled });
      return (await lists.calls(senderElsewhere(), false)).rows.map(({ type }) => type);
    };
    expect(await types([first], 'География')).toEqual(['lesson']);
    expect(await types([first, second], 'География')).toEqual(['call']);
    expect(await types([first, second], 'География 8 Б')).toEqual(['lesson']);
  });

  it('of the shared server, whose zone nobody told: a lesson’s link stands alone', async () => {
    const shared = 'https://eduschl-general-1.edu.bars.group';
    const { lists, state } = await prepare([profileId], { ...maria, key: `${shared}#700101`, origin: shared });
    state.lessons = [lesson('География', '10:20-11:00', { homework: `Вход: ${addressOf('г')}` })];
    const { rows } = await lists.calls(senderElsewhere(shared), false);
    expect(rows).toMatchObject([
      { name: 'География', start: null, end: null, live: false, address: openedAddressOf('г') },
    ]);
  });
});
