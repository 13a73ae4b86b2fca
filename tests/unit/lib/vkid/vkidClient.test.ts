import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVkIdClient, type VkIdClient } from '@/lib/vkid/vkidClient';
import { fakeFetch, fakeTime, json, page, redirect, type Sent, unreachable } from '@/tests/unit/lib/fakes';

const exchange = {
  code: 'vk2.a.code',
  deviceId: 'dev-1',
  codeVerifier: 'v'.repeat(43),
  redirectUri: 'https://abc.chromiumapp.org/vkid',
};
const tokens = {
  access_token: 'vk2.a.access',
  refresh_token: 'vk2.r.refresh',
  id_token: 'e30.e30.',
  token_type: 'Bearer',
  expires_in: 3600,
  user_id: 871000001,
  scope: 'vkid.personal_info',
};
const user = {
  user_id: '871000001',
  first_name: 'Мария',
  last_name: 'Соколова',
  avatar: 'https://sun.example/a.jpg',
  phone: '+79990000000',
  email: 'maria@example.org',
};

const calls: Record<string, (client: VkIdClient) => Promise<unknown>> = {
  exchangeCode: (client) => client.exchangeCode(exchange),
  userInfo: (client) => client.userInfo('vk2.a.access'),
  revoke: (client) => client.revoke('vk2.a.access'),
};

function clientOver(answer: (sent: Sent) => Response) {
  const { fetch, sent } = fakeFetch(answer);
  const { clock } = fakeTime();
  let state = 0;
  const makeState = () => `own-${++state}`;
  return { client: createVkIdClient({ fetch, clock, clientId: '54000001', makeState }), sent, clock };
}

/** A server that echoes the state, as VK ID does. */
const echo = (body: object) => clientOver(({ url }) => json({ ...body, state: url.searchParams.get('state') }));

describe('the code for tokens', () => {
  it('puts everything where VK ID wants it', async () => {
    const { client, sent, clock } = echo(tokens);
    expect(await client.exchangeCode(exchange)).toEqual({
      ok: true,
      value: {
        accessToken: 'vk2.a.access',
        expiresAt: clock.now() + 3_600_000,
        userId: '871000001',
        deviceId: 'dev-1',
      },
    });
    const [request] = sent;
    expect(request && request.url.origin + request.url.pathname).toBe('https://id.vk.ru/oauth2/auth');
    expect(request?.init).toMatchObject({ method: 'POST', redirect: 'manual', credentials: 'omit' });
    expect(Object.fromEntries(request?.url.searchParams ?? [])).toEqual({
      grant_type: 'authorization_code',
      client_id: '54000001',
      redirect_uri: exchange.redirectUri,
      code_verifier: exchange.codeVerifier,
      device_id: 'dev-1',
      state: 'own-1',
    });
    expect(Object.fromEntries(request?.form ?? [])).toEqual({ code: 'vk2.a.code' });
  });

  it('keeps neither the refresh nor the identity token', async () => {
    expect(JSON.stringify(await echo(tokens).client.exchangeCode(exchange))).not.toMatch(/vk2\.r|e30/);
  });

  it.each<[string, object, string]>([
    ['a user id that is a string', { ...tokens, user_id: '871000001' }, 'ok'],
    ['another state', { ...tokens, state: 'other' }, 'staleAnswer'],
    ['no state', { ...tokens, state: undefined }, 'ok'],
    ['numbers as text', { ...tokens, expires_in: '3600', user_id: '871000001' }, 'ok'],
    ['a life that nobody told', { ...tokens, expires_in: 0 }, 'ok'],
    ['a life that is no number', { ...tokens, expires_in: 'soon' }, 'unreadable'],
    ['a life before birth', { ...tokens, expires_in: -1 }, 'unreadable'],
    ['no token', { ...tokens, access_token: '' }, 'unreadable'],
    ['no end', { ...tokens, expires_in: null }, 'unreadable'],
    ['no user', { ...tokens, user_id: 0 }, 'unreadable'],
    ['a user of another form', { ...tokens, user_id: '12a' }, 'unreadable'],
  ])('%s', async (_, body, outcome) => {
    const { client } = clientOver(() => json({ state: 'own-1', ...body }));
    const result = await client.exchangeCode(exchange);
    expect(result.ok ? 'ok' : result.problem.kind).toBe(outcome);
  });
});

it.each([
  ['3600', 3_600_000],
  [3600, 3_600_000],
  // A token whose life is not told is not kept for long.
  [0, 300_000],
  ['0', 300_000],
])('a token that lives %j s', async (expires_in, life) => {
  const { client, clock } = echo({ ...tokens, expires_in });
  expect(await client.exchangeCode(exchange)).toMatchObject({ ok: true, value: { expiresAt: clock.now() + life } });
});

describe('who it is', () => {
  it('reads name and picture, and neither phone nor mail', async () => {
    const { client, sent } = clientOver(() => json({ user }));
    const result = await client.userInfo('vk2.a.access');
    expect(result).toEqual({
      ok: true,
      value: { userId: '871000001', firstName: 'Мария', lastName: 'Соколова', photo: 'https://sun.example/a.jpg' },
    });
    expect(sent[0]?.url.href).toBe('https://id.vk.ru/oauth2/user_info?client_id=54000001&state=own-1');
    expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({ access_token: 'vk2.a.access' });
  });

  it.each<[string, object, Record<string, unknown>]>([
    ['a user id that is a number', { ...user, user_id: 871000001 }, { userId: '871000001' }],
    ['no picture', { ...user, avatar: '' }, { photo: null }],
    ['a picture not over https', { ...user, avatar: 'http://sun.example/a.jpg' }, { photo: null }],
    ['no names', { user_id: 1 }, { firstName: '', lastName: '' }],
  ])('%s', async (_, body, expected) => {
    expect(await echo({ user: body }).client.userInfo('t')).toMatchObject({ ok: true, value: expected });
  });
});

describe('going away', () => {
  it.each([1, '1'])('is done where VK ID says %j', async (response) => {
    const { client, sent } = clientOver(() => json({ response }));
    expect(await client.revoke('vk2.a.access')).toEqual({ ok: true, value: null });
    expect(sent[0]?.url.href).toBe('https://id.vk.ru/oauth2/revoke?client_id=54000001&state=own-1');
    expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({ access_token: 'vk2.a.access' });
  });

  it('is not done unless VK ID says so', async () => {
    expect(await echo({ response: 0 }).client.revoke('t')).toMatchObject({ problem: { kind: 'unreadable' } });
  });
});

it('a state that is not ours is another sign-in; of a later call it says nothing of the consent', async () => {
  const { client } = clientOver(() => json({ ...tokens, user, response: 1, state: 'other' }));
  const answers = [await client.exchangeCode(exchange), await client.userInfo('t'), await client.revoke('t')];
  expect(answers.map((one) => !one.ok && one.problem.kind)).toEqual(['staleAnswer', 'unreadable', 'unreadable']);
});

describe.each(Object.entries(calls))('%s fails', (_, call) => {
  const error =
    (name: string, status = 200) =>
    () =>
      json({ error: name, error_description: 'Соколова', state: 'x' }, { status });

  it.each<[string, (sent: Sent) => Response, string]>([
    ['invalid_grant', error('invalid_grant'), 'staleAnswer'],
    ['invalid_grant with 400', error('invalid_grant', 400), 'staleAnswer'],
    ['invalid_token with 401', error('invalid_token', 401), 'signedOut'],
    ['access_denied with 403', error('access_denied', 403), 'noAccess'],
    ['slow_down with 429', error('slow_down', 429), 'rateLimited'],
    ['invalid_client', error('invalid_client'), 'badRequest'],
    ['invalid_request with 500', error('invalid_request', 500), 'badRequest'],
    ['an error of tomorrow', error('Соколова'), 'serverError'],
    ['an error that is no word', () => json({ error: { code: 1 } }), 'serverError'],
    ['a page', () => page(), 'unreadable'],
    ['a page with 502', () => page(502), 'serverError'],
    ['a redirect', redirect, 'unreadable'],
    ['a list', () => json([]), 'unreadable'],
    ['another shape', ({ url }) => json({ hello: 1, state: url.searchParams.get('state') }), 'unreadable'],
    ['no connection', unreachable, 'offline'],
  ])('%s', async (_name, answer, kind) => {
    const result = await call(clientOver(answer).client);
    expect(result).toMatchObject({ ok: false, problem: { kind, service: 'vkid' } });
    expect(JSON.stringify(result)).not.toMatch(/vk2|Соколова/);
  });

  it('survives anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (body) => {
        await call(clientOver(() => json(body)).client);
        await call(echo({ user: body, response: body, access_token: body, expires_in: body }).client);
      }),
      { numRuns: 50 },
    );
  });
});
