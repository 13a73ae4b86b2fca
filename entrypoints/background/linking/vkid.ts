import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { HttpDependencies } from '@/lib/http';
import { problem } from '@/lib/problem';
import { fail, type Result, succeed } from '@/lib/result';
import { defineItem } from '@/lib/storage/item';
import { readRedirect, startAuthorization } from '@/lib/vkid/authorization';
import { createVkIdClient, type VkIdTokens } from '@/lib/vkid/client';

/** The application's number at VK ID, set at build time; without it the VK ID step is left out. */
const applicationId: string = import.meta.env.WXT_VKID_APP_ID ?? '';

const scope = 'vkid.personal_info';

/** Whether linking begins with VK ID here: Chrome refuses `identity` in incognito windows. */
export const hasVkidStep = applicationId !== '' && !browser.extension.inIncognitoContext;

interface Consent {
  tokens: VkIdTokens;
  /** For «Проверьте данные»; `null` when it could not be asked. */
  name: string | null;
}

/** Consents by the key of the diary account: session storage alone, and no longer than the token lives. */
const consents = defineItem<Record<string, Consent>>({
  area: 'session',
  key: 'vkid',
  schema: z.record(
    z.string(),
    z.object({
      tokens: z.object({
        accessToken: z.string(),
        expiresAt: z.number(),
        userId: z.string(),
        deviceId: z.string(),
      }),
      name: z.nullable(z.string()),
    }),
  ),
  fallback: {},
});

export interface VkId {
  /** Runs the popup to its end. One at a time: a second call while one is open is `windowOpen`. */
  signIn(accountKey: string): Promise<Result<null>>;
  /** Name of the VK ID user who signed in for this account, if still known. */
  nameOf(accountKey: string): Promise<string | null>;
  /** Withdraws the consent where its token is still there: `byHand` when VK ID must be told by the person. */
  withdraw(accountKey: string): Promise<'withdrawn' | 'byHand' | 'none'>;
}

/** Makes VK ID's part of linking. */
export function createVkId(dependencies: HttpDependencies): VkId {
  const client = createVkIdClient({ ...dependencies, clientId: applicationId });
  const { clock } = dependencies;
  let open = false;

  async function runPopup(): Promise<Result<Consent>> {
    const redirectUri = browser.identity.getRedirectURL();
    const { address, state, codeVerifier } = await startAuthorization({
      clientId: applicationId,
      redirectUri,
      scope,
      language: 'ru',
      scheme: 'light',
    });
    let redirected: string | undefined;
    try {
      redirected = await browser.identity.launchWebAuthFlow({ url: address, interactive: true });
    } catch (cause) {
      return fail(problemOfPopup(cause));
    }
    if (!redirected) return fail(problem('vkid', 'cancelled', 'no redirect'));

    const code = readRedirect(redirected, { state, redirectUri });
    if (!code.ok) return code;
    const tokens = await client.exchangeCode({ ...code.value, codeVerifier, redirectUri });
    if (!tokens.ok) return tokens;
    const user = await client.userInfo(tokens.value.accessToken);
    const name = user.ok ? `${user.value.firstName} ${user.value.lastName}`.trim() : '';
    return succeed({ tokens: tokens.value, name: name || null });
  }

  async function aliveConsent(accountKey: string): Promise<Consent | null> {
    const consent = (await consents.get())[accountKey];
    return consent && consent.tokens.expiresAt > clock.now() ? consent : null;
  }

  return {
    async signIn(accountKey) {
      // Two flows at once break each other: in Firefox both end.
      if (open) return fail(problem('vkid', 'windowOpen', 'lock'));
      open = true;
      try {
        const outcome = await runPopup();
        if (!outcome.ok) return outcome;
        await consents.update((kept) => ({ ...kept, [accountKey]: outcome.value }));
        return succeed(null);
      } finally {
        open = false;
      }
    },
    async nameOf(accountKey) {
      return (await aliveConsent(accountKey))?.name ?? null;
    },
    async withdraw(accountKey) {
      if (applicationId === '') return 'none';
      const consent = await aliveConsent(accountKey);
      await consents.update(({ [accountKey]: _, ...others }) => others);
      if (!consent) return 'byHand';
      const revoked = await client.revoke(consent.tokens.accessToken);
      return revoked.ok ? 'withdrawn' : 'byHand';
    },
  };
}

/** The browsers say in words alone how the popup ended; whatever is not known counts as closed by the person. */
function problemOfPopup(cause: unknown) {
  const text = cause instanceof Error ? cause.message : '';
  if (/could not be loaded/i.test(text)) return problem('vkid', 'offline', 'popup');
  if (/only one web auth flow/i.test(text)) return problem('vkid', 'windowOpen', 'popup');
  return problem('vkid', 'cancelled', 'popup');
}
