import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stand, startStand } from '@/tests/stand/stand.ts';
import { Client, headingOf } from './client.ts';
import { type Attempt, attempt, authorizeMaria, REDIRECT, walk } from './sign-in.ts';

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

function tokenAddress(given: Attempt, back: URLSearchParams, changes: Record<string, string | null> = {}): string {
  const url = new URL('https://id.vk.ru/oauth2/auth');
  const parameters: Record<string, string | null> = {
    grant_type: 'authorization_code',
    client_id: stand.appId,
    redirect_uri: REDIRECT,
    code_verifier: given.verifier,
    device_id: back.get('device_id'),
    state: 'own-state',
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}

async function signedIn(): Promise<{ given: Attempt; back: URLSearchParams; code: string }> {
  const given = attempt(stand.appId);
  const back = await authorizeMaria(client, given.address);
  return { given, back, code: back.get('code') ?? '' };
}

describe('/authorize', () => {
  it('comes back with everything an application needs', async () => {
    const { given, back } = await signedIn();
    expect(back.get('state')).toBe(given.state);
    expect(back.get('type')).toBe('code_v2');
    for (const name of ['code', 'device_id', 'expires_in', 'ext_id']) expect(back.get(name)).toBeTruthy();
  });

  it.each([
    ['client_id', '1'],
    ['redirect_uri', 'https://evil.example/'],
    ['response_type', 'token'],
    ['state', null],
    ['code_challenge', 'short'],
    ['code_challenge_method', 'plain'],
  ])('refuses a wrong %s on a page of its own', async (name, value) => {
    const answer = await client.send(attempt(stand.appId, { [name]: value }).address);
    expect(answer.status).toBe(400);
    expect(headingOf(answer)).toBe('Ошибка авторизации');
  });

  it('survives being asked twice for one sign-in, as Firefox does', async () => {
    const given = attempt(stand.appId);
    await client.send(given.address);
    expect((await authorizeMaria(client, given.address)).get('code')).toBeTruthy();
  });

  it('comes back with access_denied on «Отмена»', async () => {
    const given = attempt(stand.appId);
    const end = await walk(client, await client.follow(given.address), [{ action: 'cancel' }]);
    const back = new URL(end.url).searchParams;
    expect(back.get('error')).toBe('access_denied');
    expect(back.get('state')).toBe(given.state);
  });

  it('tells an error that a test has set in the redirect', async () => {
    stand.faults.set('vkid.authorize', { kind: 'oauthError', error: 'invalid_request' });
    const end = await client.follow(attempt(stand.appId).address, {}, (url) => url.startsWith(REDIRECT));
    expect(new URL(end.url).searchParams.get('error')).toBe('invalid_request');
  });

  it('remembers the browser, and forgets it on «Войти в другой аккаунт»', async () => {
    await signedIn();
    const again = await client.follow(attempt(stand.appId).address);
    expect(again.answer?.body).toContain('Продолжить как Мария');
    const other = await walk(client, again, [{ action: 'not-me' }]);
    expect(headingOf(other.answer)).toBe('Вход в VK ID');
  });

  it('leads a wrong password, a new code and «Это не я» back to the right form', async () => {
    const start = await client.follow(attempt(stand.appId).address);
    const wrong = await walk(client, start, [{ contact: '+79130000001' }, { password: 'guess' }]);
    expect(wrong.answer?.body).toContain('Неверный пароль');
    const forgotten = await walk(client, wrong, [{ action: 'forgot' }]);
    expect(forgotten.answer?.body).toContain('Код из СМС');
    const stranger = await walk(client, forgotten, [{ code: '123456' }, { action: 'not-me' }]);
    expect(headingOf(stranger.answer)).toBe('Вход в VK ID');
  });

  it('registers somebody new', async () => {
    const start = await client.follow(attempt(stand.appId).address);
    const about = { first_name: 'Иван', last_name: 'Кузнецов', birth_date: '1979-12-24', sex: 'male' };
    const end = await walk(client, start, [{ contact: '+79130000030' }, { code: '123456' }, about, {}]);
    expect(new URL(end.url).searchParams.get('code')).toBeTruthy();
    expect(stand.world.people.find((person) => person.key === 'ivan')?.vkid).toBeDefined();
  });

  it.each([true, false])('signs the browser in to VK Мессенджер only when it is told to: %s', async (signsIn) => {
    stand.world.vkidSignsInMessenger = signsIn;
    await signedIn();
    expect(client.cookie('web.vk.me', 'remixdsid') !== undefined).toBe(signsIn);
    expect(client.cookie('sferum.ru', 'sferumsid') !== undefined).toBe(signsIn);
  });
});

describe('/oauth2/auth', () => {
  it('gives tokens for a code, once; a second use takes them back', async () => {
    const { given, back, code } = await signedIn();
    const tokens = (await client.send(tokenAddress(given, back), { form: { code } })).json();
    expect(tokens).toMatchObject({ token_type: 'Bearer', user_id: 871000001, state: 'own-state', expires_in: 3600 });
    const again = (await client.send(tokenAddress(given, back), { form: { code } })).json();
    expect(again).toMatchObject({ error: 'invalid_grant', state: 'own-state' });
    const form = { access_token: String(tokens.access_token) };
    const who = await client.send(`https://id.vk.ru/oauth2/user_info?client_id=${stand.appId}`, { form });
    expect(who.json()).toMatchObject({ error: 'invalid_token' });
  });

  it.each([
    ['another verifier', { code_verifier: 'x'.repeat(50) }, 'invalid_grant'],
    ['a short verifier', { code_verifier: 'x'.repeat(42) }, 'invalid_request'],
    ['a long verifier', { code_verifier: 'x'.repeat(129) }, 'invalid_request'],
    ['no verifier', { code_verifier: null }, 'invalid_request'],
    ['another device', { device_id: 'x' }, 'invalid_grant'],
    ['no device', { device_id: null }, 'invalid_request'],
    ['no state', { state: null }, 'invalid_request'],
    ['another client', { client_id: '1' }, 'invalid_client'],
    ['another trusted redirect', { redirect_uri: `${REDIRECT}/other` }, 'invalid_grant'],
    ['an untrusted redirect', { redirect_uri: 'https://evil.example/' }, 'invalid_request'],
    ['an unknown grant', { grant_type: 'password' }, 'invalid_request'],
  ])('refuses %s', async (_, changes, error) => {
    const { given, back, code } = await signedIn();
    const answer = await client.send(tokenAddress(given, back, changes), { form: { code } });
    expect(answer.json()).toMatchObject({ error });
  });

  it('wants the code in the body and everything else in the query', async () => {
    const { given, back, code } = await signedIn();
    const inQuery = await client.send(tokenAddress(given, back, { code }), { form: { x: '1' } });
    expect(inQuery.json()).toMatchObject({ error: 'invalid_request' });
    const form = { code, code_verifier: given.verifier };
    const inBody = await client.send(tokenAddress(given, back, { code_verifier: null }), { form });
    expect(inBody.json()).toMatchObject({ error: 'invalid_request' });
    const byGet = await client.send(tokenAddress(given, back, { code }));
    expect(byGet.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('lets a code live ten minutes of the stand’s clock', async () => {
    const { given, back, code } = await signedIn();
    stand.clock.shift(601_000);
    const answer = await client.send(tokenAddress(given, back), { form: { code } });
    expect(answer.json()).toMatchObject({ error: 'invalid_grant' });
    stand.clock.shift(-601_000);
  });

  it('replaces a refresh token with every use', async () => {
    const { given, back, code } = await signedIn();
    const first = (await client.send(tokenAddress(given, back), { form: { code } })).json();
    const address = tokenAddress(given, back, { grant_type: 'refresh_token', code_verifier: null });
    const form = { refresh_token: String(first.refresh_token) };
    const second = (await client.send(address, { form })).json();
    expect(second.access_token).not.toBe(first.access_token);
    expect((await client.send(address, { form })).json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('can answer failures with another status', async () => {
    stand.world.vkid.failureStatus = 401;
    const { given, back } = await signedIn();
    const answer = await client.send(tokenAddress(given, back), { form: { code: 'nonsense' } });
    expect(answer.status).toBe(401);
    expect(answer.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('a token', () => {
  async function tokens(): Promise<Record<string, unknown>> {
    const { given, back, code } = await signedIn();
    return (await client.send(tokenAddress(given, back), { form: { code } })).json();
  }
  const account = (path: string): string => `https://id.vk.ru/oauth2/${path}?client_id=${stand.appId}`;

  it('tells who has come, by a text id', async () => {
    const form = { access_token: String((await tokens()).access_token) };
    const { user } = (await client.send(account('user_info'), { form })).json<{ user: Record<string, unknown> }>();
    expect(user).toMatchObject({ user_id: '871000001', first_name: 'Мария', last_name: 'Соколова' });
  });

  it('tells the masked half by the id_token', async () => {
    const form = { id_token: String((await tokens()).id_token) };
    const { user } = (await client.send(account('public_info'), { form })).json<{ user: Record<string, unknown> }>();
    expect(user).toMatchObject({ user_id: '871000001', last_name: 'С.', phone: '+7 *** *** ** 01' });
  });

  it.each(['logout', 'revoke'])('is dead after %s', async (path) => {
    const form = { access_token: String((await tokens()).access_token) };
    expect((await client.send(account(path), { form })).json()).toEqual({ response: 1 });
    expect((await client.send(account('user_info'), { form })).json()).toMatchObject({ error: 'invalid_token' });
  });

  it('is dead after «Отключить» in the cabinet', async () => {
    const form = { access_token: String((await tokens()).access_token) };
    expect((await client.send('https://id.vk.ru/account/')).body).toContain('Отключить');
    await client.send('https://id.vk.ru/account/disconnect', { form: {} });
    expect((await client.send(account('user_info'), { form })).json()).toMatchObject({ error: 'invalid_token' });
  });

  it('lives an hour', async () => {
    const form = { access_token: String((await tokens()).access_token) };
    stand.clock.shift(3_601_000);
    expect((await client.send(account('user_info'), { form })).json()).toMatchObject({ error: 'invalid_token' });
    stand.clock.shift(-3_601_000);
  });
});
