import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Fetch } from '@/lib/http';
import { succeed } from '@/lib/result';
import { movableClock } from '@/tests/unit/entrypoints/background/fakes';
import { minute } from '@/tests/unit/lib/linking/samples';

const redirectUri = 'https://abcdefghijklmnop.chromiumapp.org/';

/** What VK ID's window leads back to, and what its token endpoint says. */
let back: (state: string) => string;
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetModules();
  vi.stubEnv('WXT_VKID_APP_ID', '54000001');
  back = (state) => `${redirectUri}?code=vk2.c.code&device_id=dev&state=${state}`;
  answer = () => Response.json({ access_token: 'vk2.a.secret', expires_in: 3600, user_id: 1, user: {}, response: 1 });
  const launchWebAuthFlow = async ({ url }: { url: string }) => back(new URL(url).searchParams.get('state') ?? '');
  Object.assign(fakeBrowser, { identity: { getRedirectURL: () => redirectUri, launchWebAuthFlow } });
  vi.spyOn(fakeBrowser.windows, 'getAll').mockResolvedValue([] as never);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** VK ID's part of a background, in an ordinary window or in Chrome's incognito half. */
async function start({ incognito = false } = {}) {
  Object.assign(fakeBrowser.extension, { inIncognitoContext: incognito });
  const { createVkId } = await import('@/entrypoints/background/vkid/vkidSignIn');
  // There is no IndexedDB here, where that half keeps its things.
  Object.assign(fakeBrowser.extension, { inIncognitoContext: false });
  const { clock, pass } = movableClock();
  const fetch: Fetch = async () => answer();
  return { vkid: createVkId({ fetch, clock }), pass };
}

const signIn = { key: 'a', onWindow: () => undefined };

describe('the consent at VK ID, when a link is taken back', () => {
  it.each<[string, boolean, boolean, string]>([
    ['given a moment ago', true, true, 'withdrawn'],
    ['given in an earlier run of the browser', false, true, 'byHand'],
    ['never given: linked through VK Мессенджер', false, false, 'none'],
  ])('%s', async (_, signsIn, given, outcome) => {
    const { vkid } = await start();
    if (signsIn) await vkid.signIn(signIn.key, signIn.onWindow);
    expect(await vkid.withdraw(signIn.key, given)).toBe(outcome);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('vk2');
  });

  it.each<[string, () => Response, string]>([
    ['invalid_token', () => Response.json({ error: 'invalid_token' }, { status: 401 }), 'withdrawn'],
    ['invalid_grant', () => Response.json({ error: 'invalid_grant' }), 'withdrawn'],
    ['slow_down', () => Response.json({ error: 'slow_down' }), 'byHand'],
    ['a refusal', () => new Response('<html>', { status: 401 }), 'byHand'],
    ['an answer to another call', () => Response.json({ response: 1, state: 'other' }), 'byHand'],
  ])('whose token meets %s', async (_, revoked, outcome) => {
    const { vkid } = await start();
    await vkid.signIn(signIn.key, signIn.onWindow);
    answer = revoked;
    expect(await vkid.withdraw(signIn.key, true)).toBe(outcome);
  });

  it('is not spoken of in Chrome’s incognito windows, where VK ID has no part', async () => {
    const { vkid } = await start({ incognito: true });
    expect(await vkid.withdraw('a', true)).toBe('none');
  });

  it('may have been given although VK ID failed afterwards', async () => {
    answer = () => new Response('<html>', { status: 403 });
    const { vkid } = await start();
    expect((await vkid.signIn('a', signIn.onWindow)).ok).toBe(false);
    expect([await vkid.hasConsent('a'), await vkid.withdraw('a', true)]).toEqual([true, 'byHand']);
  });

  it('was not given where the person said no', async () => {
    back = (state) => `${redirectUri}?error=access_denied&state=${state}`;
    const { vkid } = await start();
    expect(await vkid.signIn('a', signIn.onWindow)).toMatchObject({ problem: { kind: 'cancelled' } });
    expect(await vkid.hasConsent('a')).toBe(false);
  });
});

it('VK ID that is slow about its tokens and then about a name is waited for once, from when the person is back', async () => {
  const quick = answer;
  const asked = Promise.withResolvers<void>();
  answer = () => {
    asked.resolve();
    return new Promise((resolve) => setTimeout(() => resolve(quick()), 6500));
  };
  const { vkid } = await start();
  vi.useFakeTimers();
  let outcome: unknown = 'late';
  void vkid.signIn(signIn.key, signIn.onWindow).then((come) => {
    outcome = come;
  });
  // What is enciphered before takes no time of a fake clock.
  await asked.promise;
  await vi.advanceTimersByTimeAsync(9500);
  vi.useRealTimers();
  expect(outcome).toEqual(succeed(null));
  expect(await vkid.nameOf(signIn.key)).toBe(null);
});

describe('after a technical failure', () => {
  it('VK ID is not worth trying for half an hour, for nobody', async () => {
    back = () => `${redirectUri}?code=vk2.c.code&device_id=dev`;
    const { vkid, pass } = await start();
    expect(await vkid.isWorthTrying()).toBe(true);
    await vkid.signIn('a', signIn.onWindow);
    expect(await vkid.isWorthTrying()).toBe(false);
    pass(31 * minute);
    expect(await vkid.isWorthTrying()).toBe(true);
  });

  it('a window that the person closed is none', async () => {
    Object.assign(fakeBrowser, {
      identity: {
        getRedirectURL: () => redirectUri,
        launchWebAuthFlow: () => Promise.reject(new Error('The user did not approve access.')),
      },
    });
    const { vkid } = await start();
    await vkid.signIn('a', signIn.onWindow);
    expect(await vkid.isWorthTrying()).toBe(true);
  });
});
