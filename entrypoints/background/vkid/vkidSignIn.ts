import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Perishable } from '@/entrypoints/background/browser/expiry';
import type { HttpDependencies } from '@/lib/http';
import { createWait, type Wait } from '@/lib/inTime';
import { linkingLifetime } from '@/lib/linking/limits';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { defineItem } from '@/lib/storage/item';
import { remember } from '@/lib/storage/remember';
import { readRedirect, startAuthorization } from '@/lib/vkid/authorization';
import { createVkIdClient, type VkIdTokens } from '@/lib/vkid/vkidClient';
import { createConsents } from './consents';
import { openVkidWindow } from './vkidWindow';

/** The application's number at VK ID, set at build time; without it the VK ID step is left out. */
const applicationId: string = import.meta.env.WXT_VKID_APP_ID ?? '';

const scope = 'vkid.personal_info';

/** Whether linking begins with VK ID here: Chrome refuses `identity` in incognito windows. */
export const hasVkidStep = applicationId !== '' && !browser.extension.inIncognitoContext;

/** When VK ID last failed technically, unix milliseconds: whoever tries again a little later is not sent there. */
const failedItem = defineItem<number | null>({
  area: 'session',
  key: 'vkidFailed',
  schema: z.nullable(z.number()),
  fallback: null,
});

/** What became of a consent. */
export type ConsentEnd = 'withdrawn' | 'byHand' | 'none';

export interface VkId {
  /** Whether linking should begin with VK ID now. */
  isWorthTrying(): Promise<boolean>;
  /**
   * Runs the popup to its end. One at a time: a second call while one is open is `windowOpen`; `cancelled`: the person said no;
   * any other problem is VK ID's own, and linking needs none of its results.
   *
   * @param onWindow called with the id of its window, once that is known
   * @param onBack called when the person has come back with a yes: how what follows is waited for
   */
  signIn(accountKey: string, onWindow: (windowId: number) => void, onBack?: () => Wait): Promise<Result<null>>;
  /** Name of the VK ID user who signed in for this account, if still known. */
  nameOf(accountKey: string): Promise<string | null>;
  /** Whether the person allowed something at VK ID for this account, as far as this run of the browser knows. */
  hasConsent(accountKey: string): Promise<boolean>;
  /**
   * Withdraws the consent where its token is still there: `byHand` when VK ID must be told by the person, `none` where there
   * never was one.
   *
   * @param given what the link remembers
   */
  withdraw(accountKey: string, given: boolean): Promise<ConsentEnd>;
  /** Withdraws all consents: what is left to do by hand, if anything. `given`: the accounts whose links remember one. */
  withdrawAll(given: readonly string[]): Promise<ConsentEnd>;
  /** Deletes its tokens; VK ID is not told. */
  forgetTokens(): Promise<void>;
  /** Its tokens. */
  perishable: Perishable;
}

/** Makes VK ID's part of linking. */
export function createVkId(dependencies: HttpDependencies): VkId {
  const client = createVkIdClient({ ...dependencies, clientId: applicationId });
  const { clock } = dependencies;
  const consents = createConsents(clock);
  const failed = remember(failedItem);
  let open = false;

  /** @param allowed called when the person has come back from VK ID with a yes, whatever comes of it */
  async function runPopup(
    onWindow: (windowId: number) => void,
    allowed: () => Promise<Wait>,
  ): Promise<Result<{ tokens: VkIdTokens; name: string | null }>> {
    const redirectUri = browser.identity.getRedirectURL();
    const { address, state, codeVerifier } = await startAuthorization({
      clientId: applicationId,
      redirectUri,
      scope,
      language: 'ru',
      scheme: 'light',
    });
    const redirected = await openVkidWindow(address, state, onWindow);
    if (!redirected.ok) return redirected;
    const code = readRedirect(redirected.value, { state, redirectUri });
    if (!code.ok && code.problem.kind === 'cancelled') return code;
    const wait = await allowed();
    if (!code.ok) return code;
    const tokens = await wait('vkid', client.exchangeCode({ ...code.value, codeVerifier, redirectUri }));
    if (!tokens.ok) return tokens;
    const user = await wait('vkid', client.userInfo(tokens.value.accessToken));
    const name = user.ok ? `${user.value.firstName} ${user.value.lastName}`.trim() : '';
    return succeed({ tokens: tokens.value, name: name || null });
  }

  async function withdraw(accountKey: string, given: boolean): Promise<ConsentEnd> {
    const consent = await consents.read(accountKey);
    // Before VK ID is asked, which may take long: the token is gone from here at once.
    await consents.drop(accountKey);
    // A window where VK ID has no part never had a consent, whatever is linked in it.
    if (!hasVkidStep || (!consent && !given)) return 'none';
    if (!consent?.tokens) return 'byHand';
    const revoked = await client.revoke(consent.tokens.accessToken);
    // A token that VK ID takes no more, though it should live: the person has withdrawn the consent there.
    const isGone = revoked.ok || ['signedOut', 'staleAnswer'].includes(revoked.problem.kind);
    return isGone ? 'withdrawn' : 'byHand';
  }

  return {
    perishable: consents,
    withdraw,
    async withdrawAll(given) {
      const accounts = new Set([...given, ...(await consents.accounts())]);
      const ends = await Promise.all([...accounts].map((key) => withdraw(key, given.includes(key))));
      return ends.find((end) => end === 'byHand') ?? ends.find((end) => end === 'withdrawn') ?? 'none';
    },
    forgetTokens: consents.forgetTokens,
    async isWorthTrying() {
      if (!hasVkidStep) return false;
      const failedAt = await failed.get();
      return failedAt === null || Math.abs(clock.computerNow() - failedAt) > linkingLifetime;
    },
    async signIn(accountKey, onWindow, onBack = createWait) {
      // Two flows at once break each other: in Firefox both end.
      if (open) return fail(problem('vkid', 'windowOpen', 'lock'));
      open = true;
      try {
        const outcome = await runPopup(onWindow, async () => {
          const wait = onBack();
          await consents.keep(accountKey, { tokens: null, name: null });
          return wait;
        });
        if (!outcome.ok) {
          if (!['cancelled', 'windowOpen'].includes(outcome.problem.kind)) await failed.set(clock.computerNow());
          return outcome;
        }
        await consents.keep(accountKey, outcome.value);
        return succeed(null);
      } finally {
        open = false;
      }
    },
    async nameOf(accountKey) {
      return (await consents.read(accountKey))?.name ?? null;
    },
    async hasConsent(accountKey) {
      return (await consents.read(accountKey)) !== null;
    },
  };
}
