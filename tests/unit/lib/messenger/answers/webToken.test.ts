import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfiles, readWebToken } from '@/lib/messenger/answers/webToken';
import { fakeFetch, fakeTime, json, opaqueRedirect, page, redirect, unreachable } from '@/tests/unit/lib/fakes';

const now = Date.UTC(2026, 10, 23, 3, 0);
const minute = 60_000;

const personal = { user_id: 871000001, profile_type: 0, access_token: 'vk1.a.personal', expires: 4102444800 };
const parent = { user_id: 871000002, profile_type: 2, access_token: 'vk1.a.parent', expires: 4102444800 };
const pupil = { user_id: 871000003, profile_type: 2, access_token: 'vk1.a.pupil', expires: 4102444800 };

function ask(answer: () => Response, permitted = true) {
  const { fetch, sent } = fakeFetch(answer);
  return { sent, result: readProfiles({ fetch, clock: fakeTime().clock, isPermitted: async () => permitted }) };
}

describe('who is signed in to VK Мессенджер', () => {
  it.each<[string, unknown, number[], number]>([
    ['nobody with an educational profile', [personal], [], 0],
    ['an empty list', [], [], 0],
    ['a person and their personal profile', [personal, parent], [871000002], 0],
    ['two people', [parent, pupil], [871000002, 871000003], 0],
    ['one entry of another shape', [parent, { user_id: '1' }, null], [871000002], 2],
    ['one entry without a token', [parent, { ...pupil, access_token: '' }], [871000002], 1],
    ['the same profile twice', [parent, { ...parent, access_token: 'other' }], [871000002], 0],
    ['a personal entry that is broken', [{ profile_type: 0 }, parent], [871000002], 0],
    ['a kind of profile that is not known', [{ ...pupil, profile_type: 7 }], [], 0],
  ])('%s', async (_, body, ids, unreadable) => {
    const result = await ask(() => json(body)).result;
    expect(result.ok && result.value.tokens.map((token) => token.profileId)).toEqual(ids);
    expect(result.ok && result.value.unreadable).toBe(unreadable);
    expect(JSON.stringify(result)).not.toContain('personal');
  });

  it('gives the end of the token in milliseconds', async () => {
    expect(await ask(() => json([parent])).result).toEqual({
      ok: true,
      value: {
        tokens: [{ profileId: 871000002, token: 'vk1.a.parent', expiresAt: 4_102_444_800_000 }],
        unreadable: 0,
      },
    });
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['numbers as text', { user_id: '871000002', profile_type: '2', expires: '4102444800' }, 4_102_444_800_000],
    ['a token that lives until the session ends', { expires: 0 }, now + 5 * minute],
    ['the same as text', { expires: '0' }, now + 5 * minute],
    ['no end at all', { expires: undefined }, now + 5 * minute],
    ['an end that is no time', { expires: 'soon' }, now + 5 * minute],
    ['an end that has passed, as «never» may be', { expires: 1 }, now + 5 * minute],
    ['an end below zero', { expires: -1 }, now + 5 * minute],
    ['a length in place of an end', { expires: 86_400 }, now + 5 * minute],
    ['an end in milliseconds', { expires: 4_102_444_800_000 }, now + 5 * minute],
  ])('understands %s', async (_, fields, expiresAt) => {
    const result = await ask(() => json([{ ...parent, ...fields }])).result;
    expect(result.ok && result.value.tokens).toEqual([{ profileId: 871000002, token: 'vk1.a.parent', expiresAt }]);
  });

  it('personal entries stay unread when their kind is text', async () => {
    const result = await ask(() => json([{ ...personal, profile_type: '0' }, parent])).result;
    expect(result.ok && result.value.tokens.map(({ profileId }) => profileId)).toEqual([871000002]);
  });

  it.each<[string, () => Response, string]>([
    ['an error object', () => json({ error: { error_code: 1, error_msg: 'auth required' } }), 'signedOut'],
    ['an error of another form', () => json({ error: 'auth' }), 'signedOut'],
    ['a page', () => page(), 'unreadable'],
    ['a redirect in a browser', opaqueRedirect, 'unreadable'],
    ['a redirect in Node', redirect, 'unreadable'],
    ['403', () => page(403), 'unreadable'],
    ['401', () => page(401), 'unreadable'],
    ['404 of a filter', () => page(404), 'unreadable'],
    ['407 of a proxy', () => page(407), 'unreadable'],
    ['451 of a filter', () => page(451), 'unreadable'],
    ['a page with 502', () => page(502), 'serverError'],
    ['another shape', () => json({ hello: 1 }), 'unreadable'],
    ['null', () => json(null), 'unreadable'],
    ['only entries that cannot be read', () => json([{}, 1]), 'unreadable'],
    [
      'a personal entry and an educational one that cannot be read',
      () => json([personal, { profile_type: 2 }]),
      'unreadable',
    ],
    ['no connection', unreachable, 'offline'],
  ])('%s → %s', async (_, answer, kind) => {
    expect(await ask(answer).result).toMatchObject({ ok: false, problem: { kind, service: 'messenger' } });
  });

  it('tells a missing permission from being offline', async () => {
    expect(await ask(unreachable, false).result).toMatchObject({ problem: { kind: 'notPermitted' } });
  });

  it('asks with the cookies of this browser, following nothing', async () => {
    const { sent, result } = ask(() => json([]));
    await result;
    expect(sent[0]?.url.href).toBe('https://web.vk.me/?act=web_token&app_id=8202606');
    expect(sent[0]?.init).toMatchObject({ credentials: 'include', redirect: 'manual' });
  });

  it('survives any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const result = readWebToken(body, now);
        if (result.ok) for (const token of result.value.tokens) expect(token.token.length).toBeGreaterThan(0);
      }),
    );
  });
});
