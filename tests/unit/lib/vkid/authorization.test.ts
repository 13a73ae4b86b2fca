import { calculatePKCECodeChallenge } from 'oauth4webapi';
import { describe, expect, it } from 'vitest';
import { readRedirect, startAuthorization } from '@/lib/vkid/authorization';

const redirectUri = 'https://abcdefghijklmnop.chromiumapp.org/vkid';

const start = (more: { prompt?: string } = {}) =>
  startAuthorization({
    clientId: '54000001',
    redirectUri,
    scope: 'vkid.personal_info',
    language: 'ru',
    scheme: 'light',
    ...more,
  });

describe('starting a sign-in', () => {
  it('asks VK ID for a code, as its own SDK does', async () => {
    const { address, state, codeVerifier } = await start();
    const url = new URL(address);
    expect(url.origin + url.pathname).toBe('https://id.vk.ru/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: '54000001',
      redirect_uri: redirectUri,
      state,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 's256',
      scope: 'vkid.personal_info',
      lang_id: '0',
      scheme: 'light',
    });
    expect(codeVerifier).toMatch(/^[\w-]{43,128}$/);
    expect(address).not.toContain(codeVerifier);
  });

  it('can make VK ID ask who it is', async () => {
    expect(new URL((await start({ prompt: 'login' })).address).searchParams.get('prompt')).toBe('login');
  });

  it('is a new one each time', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.state).not.toBe(other.state);
    expect(one.codeVerifier).not.toBe(other.codeVerifier);
  });
});

describe('coming back', () => {
  const good = {
    code: 'vk2.a.code',
    state: 'mine',
    device_id: 'dev-1',
    type: 'code_v2',
    expires_in: '600',
    ext_id: 'x',
  };
  const back = (parameters: Record<string, string>, address = redirectUri) =>
    `${address}?${new URLSearchParams(parameters)}`;
  const without = (name: keyof typeof good) => {
    const { [name]: _, ...rest } = good;
    return rest;
  };

  it('brings the code and the device', () => {
    expect(readRedirect(back(good), { state: 'mine', redirectUri })).toEqual({
      ok: true,
      value: { code: 'vk2.a.code', deviceId: 'dev-1' },
    });
  });

  it.each<[string, string]>([
    ['in the hash', `${redirectUri}#${new URLSearchParams(good)}`],
    ['in one payload', back({ payload: JSON.stringify(good) })],
    ['in a payload in the hash', `${redirectUri}#${new URLSearchParams({ payload: JSON.stringify(good) })}`],
    ['in a payload, the state beside it', back({ payload: JSON.stringify(without('state')), state: 'mine' })],
    ['in the query and once more in the hash', `${back(good)}#${new URLSearchParams(good)}`],
    ['with a number in the payload', back({ payload: JSON.stringify({ ...good, expires_in: 600 }) })],
    ['with a token beside the code', `${back(good)}&id_token=x`],
  ])('brings them %s', (_, redirected) => {
    expect(readRedirect(redirected, { state: 'mine', redirectUri })).toEqual({
      ok: true,
      value: { code: 'vk2.a.code', deviceId: 'dev-1' },
    });
  });

  it.each<[string, string, string]>([
    ['another state', back({ ...good, state: 'other' }), 'staleAnswer'],
    ['no state', back(without('state')), 'staleAnswer'],
    ['two states', `${back(good)}&state=other`, 'staleAnswer'],
    ['denied', back({ error: 'access_denied', error_description: 'Иванов said no', state: 'mine' }), 'cancelled'],
    ['denied, and no state', back({ error: 'access_denied' }), 'cancelled'],
    ['denied in the hash, and no state', `${redirectUri}#error=access_denied`, 'cancelled'],
    ['trouble, and no state', back({ error: 'server_error' }), 'staleAnswer'],
    ['denied in another attempt', back({ error: 'access_denied', state: 'other' }), 'staleAnswer'],
    ['a wrong client', back({ error: 'invalid_client', state: 'mine' }), 'badRequest'],
    ['a wrong request', back({ error: 'invalid_request', state: 'mine' }), 'badRequest'],
    ['too many', back({ error: 'slow_down', state: 'mine' }), 'rateLimited'],
    ['trouble', back({ error: 'server_error', state: 'mine' }), 'serverError'],
    ['an error of tomorrow', back({ error: 'Иванов', state: 'mine' }), 'serverError'],
    ['an error and a code', back({ ...good, error: 'access_denied' }), 'cancelled'],
    ['no code', back(without('code')), 'unreadable'],
    ['an empty code', back({ ...good, code: '' }), 'unreadable'],
    ['two codes', `${back(good)}&code=other`, 'unreadable'],
    ['no device', back(without('device_id')), 'unreadable'],
    ['two devices', `${back(good)}&device_id=other`, 'unreadable'],
    ['two answers that disagree', `${back(good)}#${new URLSearchParams({ ...good, code: 'other' })}`, 'unreadable'],
    ['a payload of another attempt', `${back(good)}&payload={"state":"other"}`, 'staleAnswer'],
    ['a payload that is no JSON', back({ payload: '{', state: 'mine' }), 'unreadable'],
    ['a payload that is a list', back({ payload: '["code"]', state: 'mine' }), 'unreadable'],
    ['a payload without end', back({ payload: `{"code":"${'x'.repeat(20_000)}"}`, state: 'mine' }), 'unreadable'],
    ['denied in the hash', `${redirectUri}#error=access_denied&state=mine`, 'cancelled'],
    ['another host', back(good, 'https://evil.example/vkid'), 'unreadable'],
    ['another path', back(good, 'https://abcdefghijklmnop.chromiumapp.org/other'), 'unreadable'],
    ['no address', 'hello', 'unreadable'],
    ['nothing', '', 'unreadable'],
  ])('%s', (_, redirected, kind) => {
    const result = readRedirect(redirected, { state: 'mine', redirectUri });
    expect(result).toMatchObject({ ok: false, problem: { kind, service: 'vkid' } });
    expect(JSON.stringify(result)).not.toMatch(/Иванов|vk2/);
  });
});
