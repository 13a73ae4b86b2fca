import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stand, startStand } from '@/tests/stand/stand.ts';
import { Client, headingOf } from './client.ts';
import { type Attempt, attempt, authorizeMaria, REDIRECT } from './sign-in.ts';

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

/** What the journeys rely on and nothing else shows: the stand refuses what VK ID refuses. */
describe('/authorize', () => {
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
});

describe('/oauth2/auth', () => {
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
});
