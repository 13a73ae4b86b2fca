import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/problem';
import type { EndpointName, Fault } from '@/tests/stand/faults.ts';
import { messengerSession } from '@/tests/stand/shortcuts.ts';
import { type Stand, startStand } from '@/tests/stand/stand.ts';
import type { VkidOddities } from '@/tests/stand/vkid/oddities.ts';
import { account, elena, link, maria, petr } from '@/tests/unit/lib/linking/samples';
import { Wizard, type WizardOptions } from '@/tests/unit/lib/linking/wizard';
import { Client } from '@/tests/unit/stand/client.ts';
import { REDIRECT, walk } from '@/tests/unit/stand/sign-in.ts';

type Forms = readonly Record<string, string>[];

let stand: Stand;
let client: Client;

beforeAll(async () => {
  stand = await startStand();
});
beforeEach(() => {
  stand.reset();
  client = new Client(stand);
});
afterAll(() => stand.close());

/** A person who fills in these forms of VK ID one after another. */
function filling(forms: Forms, changed: (url: URL) => void = () => undefined) {
  return async (address: string): Promise<string> => {
    const start = await client.follow(address, {}, (url) => url.startsWith(REDIRECT));
    const { url } = start.answer ? await walk(client, start, forms) : start;
    const end = new URL(url);
    changed(end);
    return end.href;
  };
}

const mariaForms: Forms = [
  { contact: '8 (913) 000-00-01' },
  { password: 'vk-maria' },
  {},
  { profile: 'educational' },
  {},
];
const remembered: Forms = [{}, { profile: 'educational' }, {}];
const olgaAbout = { first_name: 'Ольга', last_name: 'Орлова', birth_date: '1984-07-07', sex: 'female' };
const ivanAbout = { first_name: 'Иван', last_name: 'Кузнецов', birth_date: '1979-12-24', sex: 'male' };

function wizard(options: Partial<WizardOptions> = {}): Wizard {
  return new Wizard({ stand, client, account: account(), signIn: filling(mariaForms), ...options });
}

function signedIn(...people: string[]): void {
  client.setCookie('web.vk.me', 'remixdsid', messengerSession(stand.world, ...people));
}

function problemOf({ linking }: Wizard): Problem | null {
  const { step } = linking ?? {};
  return step?.name === 'start' || step?.name === 'waiting' ? step.problem : null;
}

describe('the three variants', () => {
  it('VK ID and a profile, where VK ID signs in to VK Мессенджер', async () => {
    const one = wizard();
    await one.begin();
    expect([one.step, one.vkidName]).toEqual(['confirmation of Мария', 'Мария Соколова']);
    await one.happen({ type: 'confirm', profileId: maria.id });
    expect(one.links).toMatchObject([
      { profileId: maria.id, profileName: 'Мария Соколова', samePersonConfirmed: false },
    ]);
    expect(one.linking).toBeNull();
  });

  it('VK ID and a profile, where it does not: VK Мессенджер asks once more', async () => {
    stand.world.vkidSignsInMessenger = false;
    const one = wizard();
    await one.begin();
    expect([one.step, one.windows]).toEqual(['waiting for signIn', ['messenger']]);
    const forms: Forms = [{ contact: '+79130000001' }, { password: 'vk-maria' }, {}, { action: 'educational' }];
    await walk(client, await client.follow('https://web.vk.me/'), forms);
    await one.happen({ type: 'recheck', byPerson: true });
    expect([one.step, one.windows.at(-1)]).toEqual(['confirmation of Мария', 'closeWindows']);
  });

  it('VK ID without a profile: linking goes on when it appears', async () => {
    const olga = account({ key: 'olga', fullName: 'Орлова Ольга Петровна' });
    const one = wizard({ account: olga, signIn: filling([{ contact: '+79130000020' }, { code: '4321' }, {}, {}]) });
    await one.begin();
    expect(one.step).toBe('waiting for creation');
    await one.happen({ type: 'recheck', byPerson: true });
    expect(one.step).toBe('waiting for creation');
    await walk(client, await client.follow('https://web.vk.me/?act=create_educational'), [olgaAbout]);
    await one.happen({ type: 'recheck', byPerson: true });
    await one.happen({ type: 'confirm' });
    expect(one.links).toMatchObject([{ accountKey: 'olga', profileName: 'Ольга Орлова' }]);
  });

  it('no VK ID: registration, then as above', async () => {
    const ivan = account({ key: 'ivan', fullName: 'Кузнецов Иван Сергеевич' });
    const signIn = filling([{ contact: '+79130000030' }, { code: '123456' }, ivanAbout, {}]);
    const one = wizard({ account: ivan, signIn });
    await one.begin();
    expect(one.step).toBe('waiting for creation');
    await walk(client, await client.follow('https://web.vk.me/?act=create_educational'), [ivanAbout]);
    await one.happen({ type: 'recheck', byPerson: true });
    expect(one.step).toBe('confirmation of Иван');
  });

  it('a build without VK ID begins in VK Мессенджер', async () => {
    const one = wizard({ withVkid: false });
    await one.begin();
    expect(one.step).toBe('waiting for signIn');
    signedIn('maria');
    await one.happen({ type: 'windowClosed' });
    expect([one.step, one.vkidName]).toEqual(['confirmation of Мария', null]);
  });
});

describe('whom VK Мессенджер knows', () => {
  it('a child in the parent’s diary is noticed before VK ID, and linking goes on when they sign out', async () => {
    signedIn('petr');
    const one = wizard();
    await one.begin();
    expect(one.step).toBe('start, pupilProfileInParentDiary');
    expect(stand.requests.some(({ host }) => host === 'id.vk.ru')).toBe(false);
    await one.happen({ type: 'recheck', byPerson: true });
    expect(one.step).toBe('start, pupilProfileInParentDiary');
    await client.follow('https://web.vk.me/account/sign-out', { form: {} });
    await one.happen({ type: 'recheck', byPerson: true });
    expect(one.step).toBe('confirmation of Мария');
  });

  it('several people: one is chosen, and another can be', async () => {
    signedIn('elena', 'petr', 'maria');
    const one = wizard();
    await one.begin();
    expect(one.step).toBe('choice of Елена and Пётр and Мария');
    await one.choose(petr.id);
    expect(one.step).toBe('start, pupilProfileInParentDiary');
    await one.happen({ type: 'chooseAgain' });
    await one.choose(elena.id);
    await one.happen({ type: 'chooseAgain' });
    await one.choose(maria.id);
    await one.happen({ type: 'confirm' });
    expect(one.links.map(({ profileId }) => profileId)).toEqual([maria.id]);
  });

  it('somebody else signs in before «Связать»: nothing is linked', async () => {
    const one = wizard();
    await one.begin();
    signedIn('elena');
    await one.happen({ type: 'confirm', profileId: maria.id });
    expect([one.step, one.links]).toEqual(['start, anotherPersonSignedIn', []]);
  });

  it('everybody signs out before «Связать»: nothing is linked', async () => {
    const one = wizard();
    await one.begin();
    await client.follow('https://web.vk.me/account/sign-out', { form: {} });
    await one.happen({ type: 'confirm', profileId: maria.id });
    expect([one.step, one.links]).toEqual(['waiting for signIn', []]);
  });

  it('diaries of one parent in two regions share the profile without a question', async () => {
    const elsewhere = account({ key: 'https://elsewhere#1', origin: 'https://elsewhere' });
    const one = wizard({ account: elsewhere, links: [link()] });
    await one.begin();
    await one.happen({ type: 'confirm' });
    expect(one.links).toHaveLength(2);
  });

  it('a diary of another name is linked after one question, and only to that profile', async () => {
    const maiden = account({ key: 'https://elsewhere#1', fullName: 'Иванова Мария Игоревна' });
    signedIn('maria');
    const one = wizard({
      account: maiden,
      links: [link(), link({ accountKey: 'e', accountName: 'Белова', profileId: elena.id })],
    });
    await one.begin();
    expect(one.step).toBe('start, linkedToAnotherPerson');
    await one.happen({ type: 'confirmSamePerson' });
    // Through VK ID, as it would have been without the question.
    expect([one.step, one.vkidName]).toEqual(['confirmation of Мария', 'Мария Соколова']);
    signedIn('elena');
    await one.happen({ type: 'confirm' });
    expect(one.step).toBe('start, linkedToAnotherPerson');
    signedIn('maria');
    await one.happen({ type: 'recheck', byPerson: true });
    await one.happen({ type: 'confirm' });
    expect(one.links.at(-1)).toMatchObject({ accountKey: maiden.key, samePersonConfirmed: true });
  });

  it('a profile that names no role is linked', async () => {
    signedIn('natalia');
    const one = wizard({ withVkid: false, account: account({ fullName: 'Тарасова Наталья Викторовна' }) });
    await one.begin();
    await one.happen({ type: 'confirm' });
    expect(one.links).toHaveLength(1);
  });
});

type Row = [string, () => Partial<WizardOptions>, string];

function fault(endpoint: EndpointName, set: Fault, options: Partial<WizardOptions> = {}) {
  return () => {
    stand.faults.set(endpoint, set);
    return options;
  };
}

const hurried = { patience: 500 };
const later = { kind: 'slow', ms: 2000 } as const;
/** Only where slowness is the matter is it waited for: a busy machine must not look like it. */
const patienceFor = (outcome: string) => (outcome.endsWith('slow') ? hurried : {});

const throughVkid = 'confirmation of Мария';

describe('VK ID fails', () => {
  it.each<Row>([
    ['closed', () => ({ signIn: async () => null }), 'start, cancelled'],
    ['denied', () => ({ signIn: filling([{ action: 'cancel' }]) }), 'start, cancelled'],
  ])('%s by the person: the next click begins with VK ID again', async (_, arrange, expected) => {
    const one = wizard(arrange());
    await one.begin();
    expect([one.step, one.linking?.vkid]).toEqual([expected, 'ahead']);
    const again = wizard();
    again.linking = one.linking;
    await again.begin();
    expect([again.step, again.vkidName]).toEqual([throughVkid, 'Мария Соколова']);
  });

  it.each<Row>([
    [
      'wrong state',
      () => ({ signIn: filling(mariaForms, (url) => url.searchParams.set('state', 'x')) }),
      'staleAnswer',
    ],
    ['no state', () => ({ signIn: filling(mariaForms, (url) => url.searchParams.delete('state')) }), 'staleAnswer'],
    ['no device', () => ({ signIn: filling(mariaForms, (url) => url.searchParams.delete('device_id')) }), 'unreadable'],
    [
      'another address',
      () => ({
        signIn: filling(mariaForms, (url) => {
          url.host = 'evil.example';
        }),
      }),
      'unreadable',
    ],
    [
      'a code of somebody else',
      () => ({ signIn: filling(mariaForms, (url) => url.searchParams.set('code', 'x')) }),
      'staleAnswer',
    ],
    [
      'another device',
      () => ({ signIn: filling(mariaForms, (url) => url.searchParams.set('device_id', 'x')) }),
      'staleAnswer',
    ],
    ['offline', fault('vkid.token', { kind: 'reset' }), 'offline'],
    ['5xx', fault('vkid.token', { kind: 'status', status: 503 }), 'serverError'],
    ['a foreign origin refused', fault('vkid.token', { kind: 'status', status: 403 }), 'noAccess'],
    ['HTML', fault('vkid.token', { kind: 'html' }), 'unreadable'],
    ['nonsense', fault('vkid.token', { kind: 'body', body: { access_token: 1 } }), 'unreadable'],
    ['slow answer', fault('vkid.token', later, hurried), 'slow'],
    ['slow_down', fault('vkid.token', { kind: 'oauthError', error: 'slow_down' }), 'rateLimited'],
    ['access_denied for the code', fault('vkid.token', { kind: 'oauthError', error: 'access_denied' }), 'noAccess'],
    ['the application is unknown', fault('vkid.token', { kind: 'oauthError', error: 'invalid_client' }), 'badRequest'],
  ])('%s: linking goes on with whoever is signed in by then, and says so', async (_, arrange, kind) => {
    const one = wizard(arrange());
    await one.begin();
    expect([one.step, one.linking?.vkid, one.vkidProblem?.kind]).toEqual([throughVkid, 'failed', kind]);
    await one.happen({ type: 'confirm', profileId: maria.id });
    expect(one.links).toMatchObject([{ profileId: maria.id }]);
  });

  it('an error in the redirect: VK Мессенджер asks who it is, and a retry does not begin with VK ID again', async () => {
    stand.faults.set('vkid.authorize', { kind: 'oauthError', error: 'invalid_request' });
    let asked = 0;
    const one = wizard({
      signIn: (address) => {
        asked += 1;
        return filling(mariaForms)(address);
      },
    });
    await one.begin();
    expect([one.step, one.windows]).toEqual(['waiting for signIn', ['messenger']]);
    signedIn('maria');
    await one.happen({ type: 'recheck', byPerson: true });
    stand.faults.set('api.users.get', { kind: 'vkError', code: 18 });
    await one.happen({ type: 'confirm' });
    expect(one.step).toBe('start, noAccess');
    stand.faults.clear('api.users.get');
    await one.begin();
    expect([one.step, one.linking?.vkid, asked]).toEqual([throughVkid, 'failed', 1]);
  });

  it.each<[string, Partial<VkidOddities>, string]>([
    ['answers behind #', { redirectsBy: 'hash' }, 'done'],
    ['answers in one payload', { redirectsBy: 'payload' }, 'done'],
    ['writes numbers as text', { numbersAsText: true }, 'done'],
    ['repeats no state', { leavesOut: ['state'] }, 'failed'],
    ['names no device', { leavesOut: ['device_id'] }, 'failed'],
  ])('it %s: linked all the same', async (_, oddities, vkid) => {
    stand.world.vkid.oddities = { ...stand.world.vkid.oddities, ...oddities };
    const one = wizard();
    await one.begin();
    expect([one.step, one.linking?.vkid]).toEqual([throughVkid, vkid]);
    await one.happen({ type: 'confirm', profileId: maria.id });
    expect(one.links).toHaveLength(1);
  });

  it('a code that was used, and one that is too old', async () => {
    let old = '';
    const first = wizard({
      signIn: async (address) => {
        old = await filling(mariaForms)(address);
        return old;
      },
    });
    await first.begin();
    expect(first.step).toBe(throughVkid);
    const withOldCode = (url: URL) => url.searchParams.set('code', new URL(old).searchParams.get('code') ?? '');
    const second = wizard({ signIn: filling(remembered, withOldCode) });
    await second.begin();
    expect([second.step, second.vkidProblem?.detail]).toEqual([throughVkid, 'auth: invalid_grant']);

    const third = wizard({ signIn: filling(remembered, () => stand.clock.shift(601_000)) });
    await third.begin();
    stand.clock.shift(-601_000);
    expect([third.step, third.vkidProblem?.detail]).toEqual([throughVkid, 'auth: invalid_grant']);
  });

  it('errors are judged by the body, whatever the status', async () => {
    stand.world.vkid.failureStatus = 401;
    const one = wizard({ signIn: filling(mariaForms, (url) => url.searchParams.set('code', 'x')) });
    await one.begin();
    expect(one.vkidProblem?.kind).toBe('staleAnswer');
  });

  it.each<Fault>([
    { kind: 'reset' },
    { kind: 'html' },
    { kind: 'status', status: 500 },
    { kind: 'oauthError', error: 'invalid_token' },
  ])('user_info ($kind) only leaves the name away', async (set) => {
    stand.faults.set('vkid.userInfo', set);
    const one = wizard();
    await one.begin();
    expect([one.step, one.vkidName]).toEqual(['confirmation of Мария', null]);
  });
});

/** The question who is signed in fails, which is not «nobody»: what the wizard says in the first check, while waiting and at «Связать». */
const presenceFailures: [string, () => Partial<WizardOptions>, string, string][] = [
  [
    'web_token: offline',
    fault('messenger.webToken', { kind: 'reset' }),
    'waiting for answer, window closed, offline',
    'offline',
  ],
  [
    'web_token: 5xx',
    fault('messenger.webToken', { kind: 'status', status: 502 }),
    'waiting for answer, window closed, serverError',
    'serverError',
  ],
  [
    'web_token: too many',
    fault('messenger.webToken', { kind: 'status', status: 429 }),
    'waiting for answer, window closed, rateLimited',
    'rateLimited',
  ],
  ['web_token: slow', fault('messenger.webToken', later, hurried), 'waiting for answer, window closed, slow', 'slow'],
  [
    'web_token: nonsense',
    fault('messenger.webToken', { kind: 'body', body: 'nonsense' }),
    'waiting for answer, window closed, unreadable',
    'unreadable',
  ],
  [
    'web_token: HTML',
    fault('messenger.webToken', { kind: 'html' }),
    'waiting for answer, window closed, unreadable',
    'unreadable',
  ],
  ['web_token: an error', fault('messenger.webToken', { kind: 'body', body: { error: 1 } }), 'waiting for signIn', ''],
  [
    'web_token: personal profiles only',
    fault('messenger.webToken', { kind: 'body', body: [{ user_id: 1, profile_type: 0 }] }),
    'waiting for creation',
    '',
  ],
  [
    'users.get: captcha',
    fault('api.users.get', { kind: 'vkError', code: 14 }),
    'waiting for answer, window closed, captcha',
    'captcha',
  ],
  [
    'users.get: validation',
    fault('api.users.get', { kind: 'vkError', code: 17 }),
    'waiting for answer, window closed, captcha',
    'captcha',
  ],
  [
    'users.get: rate limit',
    fault('api.users.get', { kind: 'vkError', code: 29 }),
    'waiting for answer, window closed, rateLimited',
    'rateLimited',
  ],
  ['users.get: blocked profile', fault('api.users.get', { kind: 'vkError', code: 18 }), 'start, noAccess', 'noAccess'],
  [
    'users.get: internal error',
    fault('api.users.get', { kind: 'vkError', code: 10 }),
    'waiting for answer, window closed, serverError',
    'serverError',
  ],
  [
    'users.get: 5xx',
    fault('api.users.get', { kind: 'status', status: 500 }),
    'waiting for answer, window closed, serverError',
    'serverError',
  ],
  [
    'users.get: HTML',
    fault('api.users.get', { kind: 'html' }),
    'waiting for answer, window closed, unreadable',
    'unreadable',
  ],
  [
    'users.get: offline',
    fault('api.users.get', { kind: 'reset' }),
    'waiting for answer, window closed, offline',
    'offline',
  ],
  ['users.get: slow', fault('api.users.get', later, hurried), 'waiting for answer, window closed, slow', 'slow'],
  [
    'users.get: another’s profile',
    fault('api.users.get', { kind: 'body', body: { response: [{ id: 1 }] } }),
    'waiting for answer, window closed, unreadable',
    'unreadable',
  ],
  ['users.get: dead token', fault('api.users.get', { kind: 'vkError', code: 5 }), 'waiting for signIn', ''],
];

describe('VK Мессенджер fails', () => {
  it.each(presenceFailures)('%s, in the check', async (_, arrange, expected) => {
    signedIn('maria');
    const one = wizard({ withVkid: false, ...arrange() });
    await one.begin();
    expect(one.step).toBe(expected);
    if (expected.startsWith('start')) expect(problemOf(one)?.service).toBe('messenger');
  });

  it.each(presenceFailures)('%s, while waiting', async (_, arrange, __, kind) => {
    const one = wizard({ withVkid: false, ...patienceFor(kind) });
    await one.begin();
    expect(one.step).toBe('waiting for signIn');
    signedIn('maria');
    arrange();
    await one.happen({ type: 'recheck', byPerson: true });
    expect(one.step).toMatch(/^waiting for/);
    expect(problemOf(one)?.kind ?? '').toBe(kind);
    stand.faults.clear();
    await one.happen({ type: 'recheck', byPerson: true });
    expect(one.step).toBe('confirmation of Мария');
  });

  it.each(presenceFailures)('%s, at «Связать»', async (_, arrange, expected) => {
    signedIn('maria');
    const one = wizard({ withVkid: false, ...patienceFor(expected) });
    await one.begin();
    arrange();
    await one.happen({ type: 'confirm', profileId: maria.id });
    expect([one.step, one.links]).toEqual([expected, []]);
  });

  it.each(['object', 'html', 'redirect'] as const)('nobody is signed in, said as %s', async (form) => {
    stand.world.messenger.signedOut = form;
    const one = wizard({ withVkid: false });
    await one.begin();
    expect(one.step).toBe('waiting for signIn');
  });

  it('after VK ID the next click does not ask for VK ID again', async () => {
    stand.faults.set('api.users.get', { kind: 'vkError', code: 14 });
    let asked = 0;
    const one = wizard({
      signIn: (address) => {
        asked += 1;
        return filling(mariaForms)(address);
      },
    });
    await one.begin();
    expect(one.step).toBe('waiting for answer, window closed, captcha');
    stand.faults.clear();
    await one.begin();
    expect([one.step, asked]).toEqual(['confirmation of Мария', 1]);
  });
});
