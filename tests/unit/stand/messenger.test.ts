import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { family } from '@/tests/stand/scenarios/family.ts';
import { messengerCookies, messengerSession } from '@/tests/stand/shortcuts.ts';
import { type Stand, startStand } from '@/tests/stand/stand.ts';
import { Client, headingOf } from './client.ts';
import { walk } from './sign-in.ts';

const WEB_TOKEN = 'https://web.vk.me/?act=web_token&app_id=8202606';

interface Entry {
  user_id: number;
  profile_type: number;
  access_token: string;
  expires: number;
}

let stand: Stand;
let client: Client;

beforeAll(async () => {
  stand = await startStand();
});
beforeEach(() => {
  stand.reset(family);
  client = new Client(stand);
});
afterAll(() => stand.close());

async function tokenOf(person: string, type = 2): Promise<string> {
  client.setCookie('web.vk.me', 'remixdsid', messengerSession(stand.world, person));
  const entries = (await client.send(WEB_TOKEN)).json<Entry[]>();
  return entries.find((entry) => entry.profile_type === type)?.access_token ?? '';
}

async function call(name: string, token: string, parameters: Record<string, string> = {}, host = 'api.vk.me') {
  const form = { access_token: token, ...parameters };
  const answer = await client.send(`https://${host}/method/${name}?v=5.245`, { form });
  expect(answer.status).toBe(200);
  return answer.json<{
    response?: Record<string, unknown> & { items: Record<string, unknown>[]; count: number };
    error?: { error_code: number; request_params: unknown[] };
    execute_errors?: unknown[];
  }>();
}

describe('web_token', () => {
  it('has an entry for every profile, by GET and by POST', async () => {
    client.setCookie('web.vk.me', 'remixdsid', messengerSession(stand.world, 'maria'));
    const entries = (await client.send(WEB_TOKEN)).json<Entry[]>();
    expect(entries.map((entry) => [entry.user_id, entry.profile_type])).toEqual([
      [871000001, 0],
      [871000002, 2],
    ]);
    expect((await client.send(WEB_TOKEN, { form: {} })).json<Entry[]>()).toHaveLength(2);
    expect(entries[0]?.expires).toBeGreaterThan(stand.clock.now() / 1000 + 80_000);
  });

  it('says in three ways that nobody is signed in', async () => {
    const object = await client.send(WEB_TOKEN);
    expect(object.status).toBe(200);
    expect(object.json()).toHaveProperty('error');
    stand.world.messenger.signedOut = 'html';
    const html = await client.send(WEB_TOKEN);
    expect([html.status, html.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    stand.world.messenger.signedOut = 'redirect';
    const redirect = await client.send(WEB_TOKEN);
    expect(redirect.status).toBe(302);
    expect(redirect.headers.location).toMatch(/^https:\/\/login\.vk\.ru\//);
  });
});

describe('the sign-in page', () => {
  const PETR: Record<string, string>[] = [
    { contact: '+79130000003' },
    { code: '123456' },
    {},
    { action: 'educational' },
  ];

  it('signs in, adds a second person under another cookie, and signs one out', async () => {
    await walk(client, await client.follow('https://web.vk.me/'), PETR);
    const before = client.cookie('web.vk.me', 'remixdsid');
    const add = await client.follow('https://web.vk.me/?act=add_profile');
    const maria: Record<string, string>[] = [
      { contact: '+79130000001' },
      { password: 'vk-maria' },
      {},
      { action: 'educational' },
    ];
    const home = await walk(client, add, maria);
    expect(headingOf(home.answer)).toBe('Чаты: Мария Соколова');
    expect(client.cookie('web.vk.me', 'remixdsid')).not.toBe(before);
    const users = async () => (await client.send(WEB_TOKEN)).json<Entry[]>().map((entry) => entry.user_id);
    expect(await users()).toEqual([871000003, 871000001, 871000002]);
    await client.follow('https://web.vk.me/account/sign-out', { form: {} });
    expect(await users()).toEqual([871000003]);
    await client.follow('https://web.vk.me/account/sign-out', { form: {} });
    expect(client.cookie('web.vk.me', 'remixdsid')).toBeUndefined();
  });

  it('makes an educational profile for somebody who has none', async () => {
    const start = await client.follow('https://web.vk.me/');
    const about = { first_name: 'Ольга', last_name: 'Орлова', birth_date: '1984-07-07', sex: 'female' };
    const steps: Record<string, string>[] = [
      { contact: '+79130000020' },
      { code: '4321' },
      {},
      { action: 'create' },
      about,
    ];
    const home = await walk(client, start, steps);
    expect(headingOf(home.answer)).toBe('Чаты: Ольга Орлова');
    const entries = (await client.send(WEB_TOKEN)).json<Entry[]>();
    expect(entries.map((entry) => entry.profile_type)).toEqual([0, 2]);
  });

  it('refuses a token after its person has signed out', async () => {
    const token = await tokenOf('maria');
    await client.follow('https://web.vk.me/account/sign-out', { form: {} });
    expect((await call('users.get', token)).error?.error_code).toBe(5);
  });
});

describe('the API', () => {
  it('answers alike on three hosts, by GET too', async () => {
    const token = await tokenOf('maria');
    for (const host of ['api.vk.me', 'api.vk.com', 'api.vk.ru']) {
      const answer = await client.send(
        `https://${host}/method/users.get?v=5.245&access_token=${token}&fields=educational_profile,sex`,
      );
      expect(answer.json<{ response: unknown[] }>().response).toEqual([
        {
          id: 871000002,
          first_name: 'Мария',
          last_name: 'Соколова',
          sex: 1,
          educational_profile: {
            edu_roles: { main_roles: 'Родитель', organizations: [{ organization_name: 'МБОУ СОШ № 4' }] },
          },
        },
      ]);
    }
  });

  it.each([
    ['an unknown method', 'messages.send', {}, 3],
    ['too large a page', 'messages.getConversations', { count: '201' }, 100],
    ['a bad token', 'users.get', { access_token: 'vk1.a.no' }, 5],
    ['a strange start', 'messages.getScheduledCalls', { start_from: 'x' }, 100],
  ])('refuses %s', async (_, name, parameters, code) => {
    const answer = await call(name, await tokenOf('maria'), parameters);
    expect(answer.error?.error_code).toBe(code);
    expect(JSON.stringify(answer.error?.request_params)).not.toContain('access_token');
  });

  it('wants a version', async () => {
    const form = { access_token: await tokenOf('maria') };
    const answer = await client.send('https://api.vk.me/method/users.get', { form });
    expect(answer.json()).toMatchObject({ error: { error_code: 8 } });
  });

  it('shows each profile its own chats alone', async () => {
    const educational = await call('messages.getConversations', await tokenOf('maria'), { extended: '1' });
    const personal = await call('messages.getConversations', await tokenOf('maria', 0));
    expect(JSON.stringify(educational)).toContain('8 Б — родители');
    expect(JSON.stringify(educational)).not.toMatch(/Личный чат|Тайный чат/);
    expect(JSON.stringify(personal)).toContain('Личный чат Марии');
  });
});

describe('execute', () => {
  const CODE =
    'return {"chats":API.messages.getConversations({"count":2}),"me":API.users.get({"fields":"sex"}),"calls":API.messages.getCurrentCalls({})};';

  it('runs several methods in one request, and tells of an inner failure without failing', async () => {
    stand.faults.set('api.users.get', { kind: 'vkError', code: 15 });
    const answer = await call('execute', await tokenOf('maria'), { code: CODE });
    expect(answer.response).toMatchObject({ me: false, chats: { count: 7 }, calls: { items: [{}] } });
    expect(answer.execute_errors).toEqual([{ method: 'users.get', error_code: 15, error_msg: 'Access denied' }]);
  });

  it.each([
    ['a script that is not of the form that the product sends', 'return API.users.get({});', 12],
    ['no script', '', 100],
    ['more than 25 calls', `return {${Array(26).fill('"a":API.users.get({})').join(',')}};`, 13],
  ])('refuses %s', async (_, code, error) => {
    expect((await call('execute', await tokenOf('maria'), { code })).error?.error_code).toBe(error);
  });
});

it('finds chats by a part of their title, the conversations alone', async () => {
  const answer = await call('messages.searchConversations', await tokenOf('maria'), { q: 'роди', extended: '1' });
  expect(answer.response?.items).toMatchObject([{ peer: {} }, { peer: {} }]);
});

describe('an invitation', () => {
  const ADDRESS = 'https://sferum.ru/?p=invite_parent&invite=petr-8b-4f2a';

  it.each([
    [['petr'], 'Вы не можете стать родителем самому себе'],
    [['maria'], 'Я даю согласие на использование платформы «Сферум» моим ребёнком'],
    [[], 'Присоединиться'],
  ])('sees who is signed in: %s', async (people, words) => {
    if (people.length > 0) {
      client.setCookie('sferum.ru', 'sferumsid', messengerCookies(stand.world, ...people).sferumsid);
    }
    expect((await client.send(ADDRESS)).body).toContain(words);
  });
});
